"""Statistics over a real office: the figures of settled claims, words of its people, and who may see them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from io import BytesIO

import pytest
from figures_office import CLAIMED, figures_office, in_excel
from openpyxl import load_workbook

from app.domain.circulars import OTHER_GROUNDS, Circular, grounds_of
from app.domain.claim import Insurer
from app.domain.dates import JalaliMonth
from app.domain.office import Role
from app.domain.statistics import (
    OVERRIDES,
    DeductionsUnder,
    Grouping,
    StatisticsFilter,
    Word,
    WordsOn,
)
from app.domain.statistics_report import ColumnKind
from app.errors import UseError
from app.services.office import Office
from app.services.people import Session
from app.services.review import Review
from app.services.statistics import Statistics
from app.services.submission_report import submission_report


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory) -> Iterator[tuple[Office, Mapping[str, Session], list[int]]]:
    office, people, ids = figures_office(tmp_path_factory.mktemp("reviewed") / "office")
    yield office, people, ids
    office.close()


@pytest.fixture
def statistics(reviewed) -> Statistics:
    office, people, _ids = reviewed
    return Statistics(office, people["davar"])


ALL = StatisticsFilter(settled_only=False)


def test_the_figures_are_those_of_the_claims_on_the_desk(reviewed, statistics):
    office, people, ids = reviewed
    totals = [Review(office, people["mina"]).open(number).settlement.totals for number in ids]
    sums, _bars = statistics.deductions(Grouping.RULE, ALL)

    assert sums.claims == 5
    assert sums.claimed == sum(CLAIMED.values()) == sum(of.claimed for of in totals)
    assert sums.deducted == sum(of.deducted for of in totals)
    assert sums.approved == sum(of.approved for of in totals)


@pytest.mark.parametrize("grouping", Grouping)
def test_bars_add_up_to_the_sums_and_documents_to_the_bars(statistics, grouping):
    for wanted in (StatisticsFilter(), ALL):
        sums, bars = statistics.deductions(grouping, wanted)
        assert sum(bar.deducted for bar in bars) == sums.deducted > 0
        for bar in bars:
            documents = statistics.documents(DeductionsUnder(grouping, bar.key), wanted)
            assert sum(found.rials for found in documents) == bar.deducted


def test_the_sheets_of_the_submission_say_the_same(reviewed, statistics):
    office, _people, _ids = reviewed
    report = submission_report(office, 1, lambda *_told: None)
    sums, by_rule = statistics.deductions(Grouping.RULE, StatisticsFilter())
    _sums, by_section = statistics.deductions(Grouping.SECTION, StatisticsFilter())

    assert (sums.claims, sums.claimed) == (len(report.settled), report.totals.claimed)
    assert (sums.approved, sums.deducted) == (report.totals.approved, report.totals.deducted)
    assert {bar.key: (bar.claimed, bar.deducted) for bar in by_section} == {
        section: (found.claimed, found.deducted) for section, found in report.by_section.items()
    }
    taken = defaultdict(int)
    for reason in report.by_reason:
        taken[reason.rule] += reason.amount
    assert {bar.key: bar.deducted for bar in by_rule} == taken


def test_people_are_told_apart_by_what_they_said(reviewed, statistics):
    _office, people, ids = reviewed
    _sums, records = statistics.records(ALL)
    by_person = {
        (words.reviewer, word): tally.times
        for record in records
        for words in record.reviewers
        for word, tally in words.tallies.items()
    }
    mina, zari = people["mina"].user.id, people["zari"].user.id

    assert by_person[zari, Word.AMENDED] == by_person[mina, Word.WAIVED] == 1
    assert by_person[mina, Word.AGREED] >= 1
    amended = next(record for record in records if record.whole.of(Word.AMENDED).times)
    found = statistics.documents(WordsOn(amended.rule, OVERRIDES, zari), ALL)
    assert [document.id for document in found] == [ids[1]]


def test_an_amount_of_a_persons_own_stands_under_no_rule(statistics):
    _sums, bars = statistics.deductions(Grouping.RULE, ALL)

    assert [(bar.deducted, bar.claims) for bar in bars if bar.key is None] == [(30_000, 1)]


def test_what_is_narrowed_to_a_person_is_what_they_signed(reviewed, statistics):
    _office, people, ids = reviewed
    wanted = StatisticsFilter(reviewer=people["zari"].user.id)
    sums, bars = statistics.deductions(Grouping.CENTRE, wanted)

    assert sums.claims == 2
    documents = statistics.documents(DeductionsUnder(Grouping.CENTRE, bars[0].key), wanted)
    assert {document.id for document in documents} <= {ids[1], ids[3]}


def test_every_circular_stands_in_the_figures_and_the_report(reviewed, statistics):
    sums, bars = statistics.deductions(Grouping.CIRCULAR, ALL)
    report = statistics.report(ALL)
    table = next(table for table in report.tables if table.name == "بخشنامه‌ها")

    assert {bar.key for bar in bars} == {*Circular, OTHER_GROUNDS}
    assert [row[1:3] for row in table.rows] == [(bar.claims, bar.deducted) for bar in bars]
    assert sum(row[2] for row in table.rows) == sums.deducted == table.sums[2]


def test_the_rules_of_the_circulars_are_told_by_how_their_names_begin(reviewed):
    office, _people, _ids = reviewed
    for entry in office.rulebook.values():
        assert (entry.area == "circulars") == (grounds_of(entry.id) != OTHER_GROUNDS), entry.id


def test_what_is_narrowed_to_an_insurer_is_said_in_the_report(statistics):
    of_salamat = StatisticsFilter(insurer=Insurer.SALAMAT, settled_only=False)
    of_tamin = StatisticsFilter(insurer=Insurer.TAMIN, settled_only=False)

    assert (statistics.report(of_salamat).claims, statistics.report(of_tamin).claims) == (5, 0)
    assert dict(statistics.report(of_tamin).criteria)["بیمه‌گر"] == "تأمین اجتماعی"


def test_months_without_a_claim_are_no_rows_of_the_report(statistics):
    table = next(table for table in statistics.report(ALL).tables if table.name == "کسر به ماه")

    assert [row[0] for row in table.rows] == ["خرداد ۱۳۹۵"]


def test_choices_name_the_people_who_reviewed(statistics):
    assert {person.name for person in statistics.choices().reviewers} == {"مینا رستگار", "زری کمالی"}


@pytest.mark.parametrize("role", Role)
def test_who_may_see_the_figures(desk, role):
    office, mina = desk
    with office.change(mina.user.id) as unit:
        unit.users.set_roles(mina.user.id, frozenset({role}))
    statistics = Statistics(office, mina)
    for asked in (
        statistics.choices,
        statistics.people,
        lambda: statistics.deductions(Grouping.RULE, ALL),
        lambda: statistics.records(ALL),
        lambda: statistics.documents(DeductionsUnder(Grouping.RULE, None), ALL),
        lambda: statistics.report(ALL),
    ):
        if role in {Role.ACCOUNTANT, Role.SUPERVISOR}:
            asked()
        else:
            with pytest.raises(UseError, match="دیدن آمار کار"):
                asked()


def test_the_report_agrees_with_itself(reviewed, statistics):
    report = statistics.report(ALL)

    assert report.claims == 5
    assert report.trial_figures
    assert report.printed_by == "داریوش نیک‌نام"
    assert dict(report.criteria)["دوره"] == "خرداد ۱۳۹۵"
    for table in report.tables:
        assert len(table.name) <= 31
        for row in (*table.rows, *([table.sums] if table.sums else [])):
            assert len(row) == len(table.columns)
            for value, column in zip(row, table.columns, strict=True):
                assert isinstance(value, str | None if column.kind is ColumnKind.TEXT else int | Fraction | None)
        if table.sums is not None:
            for place, column in enumerate(table.columns):
                if column.kind is ColumnKind.RIAL and table.sums[place] is not None:
                    assert table.sums[place] == sum(row[place] for row in table.rows)
    assert report.claimed - report.deducted == report.approved


def test_workbook_and_paper_say_what_the_report_says(statistics):
    report = statistics.report(StatisticsFilter())
    book = load_workbook(BytesIO(statistics.workbook(StatisticsFilter())))

    for table in report.tables:
        sheet = book[table.name]
        start = int(sheet.freeze_panes[1:])
        for number, row in enumerate(table.rows, start=start):
            assert [cell.value for cell in sheet[number]] == [in_excel(value) for value in row]
    assert statistics.paper(StatisticsFilter()).startswith(b"%PDF")


def test_a_report_of_nothing_can_be_made(statistics):
    wanted = StatisticsFilter(first=JalaliMonth(1399, 1))
    report = statistics.report(wanted)

    assert (report.claims, report.deducted) == (0, 0)
    assert statistics.workbook(wanted)
    assert statistics.paper(wanted)
