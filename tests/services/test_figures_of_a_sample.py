"""Over a sample on which two people worked at random, statistics, queue, results and sheets say the same to the rial."""

import random
from collections import Counter

import pytest

from app.domain.office import SETTLED_STATES, ClaimState, Role
from app.domain.queue import QueueQuery
from app.domain.statistics import DeductionsUnder, Grouping, StatisticsFilter
from app.services.importing import import_claim_file
from app.services.open_claim import OpenClaim
from app.services.people import Session, add_person, sign_in
from app.services.review import Review
from app.services.sample import sample_pack_paths, write_sample
from app.services.statistics import Statistics
from app.services.submission_report import submission_report
from tests.services.offices import PASSWORD, make_office

CLAIMS, SETTLED = 40, StatisticsFilter()


def work_on(review: Review, opened: OpenClaim, lot: random.Random) -> None:
    """Uphold, waive, amend and add on the lines of a claim, as the lot has it."""
    for line in opened.result.lines:
        found = [finding for finding in opened.result.findings_of(line.no) if finding.deducted]
        deed, stands = lot.choice(["", "uphold", "waive", "amend", "add"]), opened.settlement.line(line.no).approved
        if deed == "uphold" and found:
            opened = review.uphold(opened, found[0].rule, line.no)
        elif deed == "waive" and found:
            opened = review.waive(opened, found[0].rule, line.no, "مدرک پیوست است")
        elif deed == "amend":
            opened = review.set_amount(opened, line.no, lot.randint(0, line.claimed), "توافق با مرکز")
        elif deed == "add" and stands:
            rule = lot.choice(("GEN-15e", "GEN-16b"))
            opened = review.add_deduction(opened, rule, line.no, lot.randint(0, stands - 1), "بررسی کارشناس")


@pytest.fixture(scope="module", params=[1, 2])
def office_and_statistics(request, tmp_path_factory):
    folder, lot = tmp_path_factory.mktemp("sample"), random.Random(request.param)
    office, mina = make_office(folder / "office")
    for pack in sample_pack_paths():
        office.install_pack(pack, actor=None)
    people: list[Session] = [mina]
    for name, roles in (("zari", {Role.REVIEWER}), ("davar", {Role.SUPERVISOR, Role.ACCOUNTANT})):
        add_person(office, None, name=name, full_name=name, roles=frozenset(roles), password=PASSWORD)
        people.append(sign_in(office, name, PASSWORD))
    write_sample(folder / "sample.json", claims=CLAIMS, seed=request.param)
    import_claim_file(office, mina, folder / "sample.json", lambda *_told: None)
    for number in range(1, CLAIMS + 1):
        person = lot.choice(people[:2])
        review = Review(office, person)
        work_on(review, review.all_in_order(review.open(number)), lot)
        with office.change(person.user.id) as unit:
            unit.claims.set_state(number, lot.choice((ClaimState.CLOSED, ClaimState.CLOSED, ClaimState.IN_REVIEW)))
    yield office, Statistics(office, people[-1])
    office.close()


def test_the_sheets_of_the_submission_agree(office_and_statistics):
    office, statistics = office_and_statistics
    report = submission_report(office, 1)
    by_rule = Counter()
    for reason in report.by_reason:
        by_rule[reason.rule] += reason.amount
    sums, rules = statistics.deductions(Grouping.RULE, SETTLED)
    _sums, sections = statistics.deductions(Grouping.SECTION, SETTLED)

    assert (sums.claims, sums.claimed) == (len(report.settled), report.totals.claimed)
    assert (sums.approved, sums.deducted) == (report.totals.approved, report.totals.deducted)
    assert {bar.key: bar.deducted for bar in rules} == by_rule
    assert {bar.key: bar.deducted for bar in sections} == {
        section: found.deducted for section, found in report.by_section.items()
    }


def test_the_queue_agrees(office_and_statistics):
    office, statistics = office_and_statistics
    for wanted in (SETTLED, StatisticsFilter(settled_only=False)):
        sums, months = statistics.deductions(Grouping.MONTH, wanted)
        with office.read() as view:
            states = SETTLED_STATES if wanted.settled_only else frozenset[ClaimState]()
            rows = view.claims.page(QueueQuery(states=states), limit=CLAIMS + 1)
        assert (sums.claims, sums.claimed) == (len(rows), sum(row.claimed for row in rows))
        assert sums.deducted == sum(row.deducted for row in rows) == sum(month.deducted for month in months)


@pytest.mark.parametrize("grouping", Grouping)
def test_the_claims_on_the_desk_agree(office_and_statistics, grouping):
    office, statistics = office_and_statistics
    wanted = StatisticsFilter(settled_only=False)
    _sums, bars = statistics.deductions(grouping, wanted)
    taken = Counter()
    for bar in bars:
        for found in statistics.documents(DeductionsUnder(grouping, bar.key), wanted) if bar.deducted else ():
            taken[found.id] += found.rials
    with office.read() as view:
        for number in range(1, CLAIMS + 1):
            assert taken[number] == view.results.of_claim(number).totals.deducted


def test_what_people_departed_is_what_their_words_cost(office_and_statistics):
    office, statistics = office_and_statistics
    sums, _records = statistics.records(StatisticsFilter(settled_only=False))
    with office.read() as view:
        summaries = [view.results.of_claim(number) for number in range(1, CLAIMS + 1)]
    apart = [
        approved - summary.engine_lines[no] for summary in summaries for no, approved in summary.approved_lines.items()
    ]

    assert sums.departed == sum(more for more in apart if more > 0)
    assert sums.withheld == -sum(less for less in apart if less < 0)
    assert sums.departed > 0
    assert sums.withheld > 0
