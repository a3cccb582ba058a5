"""Statistics say to the rial what the queue and the results say, and the documents behind each bar add up to it."""

import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from counted_office import CENTRES, FUNDS, KINDS, CountedOffice, Told
from office_samples import AT, a_claim, a_line, a_submission, a_summary, import_claims

from app.domain.circulars import OTHER_GROUNDS, grounds_of
from app.domain.claim import Insurer, Line
from app.domain.dates import JalaliMonth
from app.domain.deduction_parts import DeductionPart, Taker
from app.domain.office import SETTLED_STATES, ClaimState
from app.domain.queue import QueueQuery
from app.domain.statistics import (
    DEDUCTED,
    ENGINE_SPOKE,
    OVERRIDES,
    UNTOLD,
    Behind,
    DeductionsUnder,
    Grouping,
    StatisticsFilter,
    Tally,
    Word,
    WordsOn,
)
from app.store import OfficeStore

FILTERS = (
    StatisticsFilter(),
    StatisticsFilter(settled_only=False),
    StatisticsFilter(first=JalaliMonth(1395, 2), last=JalaliMonth(1395, 3), settled_only=False),
    StatisticsFilter(centre=CENTRES[0]),
    StatisticsFilter(fund=FUNDS[0], settled_only=False),
    StatisticsFilter(kind=KINDS[0]),
    StatisticsFilter(reviewer=1),
    StatisticsFilter(reviewer=2, settled_only=False),
    StatisticsFilter(first=JalaliMonth(1399, 1)),
    StatisticsFilter(insurer=Insurer.TAMIN, settled_only=False),
    StatisticsFilter(insurer=Insurer.SALAMAT, fund=FUNDS[0]),
    StatisticsFilter(insurer=Insurer.ARMED_FORCES, settled_only=False),
)


@pytest.fixture(scope="module", params=[1, 2])
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CountedOffice]:
    with OfficeStore.create(tmp_path_factory.mktemp("counted") / "office") as store:
        yield CountedOffice(store, request.param)


@pytest.fixture(params=FILTERS, ids=range(len(FILTERS)))
def wanted(request: pytest.FixtureRequest) -> StatisticsFilter:
    return request.param


def _counted(office: CountedOffice, wanted: StatisticsFilter) -> list[Told]:
    return [told for told in office.claims if told.fits(wanted)]


def test_the_sums_are_those_of_the_claims(office: CountedOffice, wanted: StatisticsFilter) -> None:
    with office.store.read() as view:
        sums = view.statistics.sums(wanted)

    found = _counted(office, wanted)
    assert sums.claims == len(found)
    assert sums.claimed == sum(told.claim.claimed for told in found)
    assert sums.deducted == sum(told.deducted for told in found)
    assert sums.approved == sum(told.claim.claimed - told.deducted for told in found if told.assessed)
    assert sums.unassessed == sum(not told.assessed for told in found)


def test_the_sums_are_those_of_the_queue(office: CountedOffice) -> None:
    for settled_only in (True, False):
        wanted = StatisticsFilter(centre=CENTRES[0], kind=KINDS[1], settled_only=settled_only)
        states = SETTLED_STATES if settled_only else frozenset[ClaimState]()
        with office.store.read() as view:
            sums = view.statistics.sums(wanted)
            rows = view.claims.page(QueueQuery(states=states, centre=CENTRES[0], kind=KINDS[1]), limit=1_000)
        assert (sums.claims, sums.claimed) == (len(rows), sum(row.claimed for row in rows))
        assert sums.deducted == sum(row.deducted for row in rows)
        assert sums.approved == sum(row.approved or 0 for row in rows)


def _expected(found: list[Told], grouping: Grouping) -> dict[str | None, tuple[int, int]]:
    """Return what is deducted under each value, and from how many claims."""
    taken: dict[str | None, list[tuple[int, int]]] = defaultdict(list)
    for told in found:
        for part in told.taken:
            key = {
                Grouping.RULE: part.rule,
                Grouping.CIRCULAR: grounds_of(part.rule),
                Grouping.SECTION: told.section(part),
                Grouping.CENTRE: told.submission.provider.id,
                Grouping.MONTH: str(told.submission.month),
            }[grouping]
            taken[key].append((told.id, part.amount))
    return {
        key: (sum(amount for _id, amount in shares), len({number for number, _amount in shares}))
        for key, shares in taken.items()
    }


@pytest.mark.parametrize("grouping", Grouping)
def test_deductions_are_those_of_the_parts(office: CountedOffice, wanted: StatisticsFilter, grouping: Grouping) -> None:
    with office.store.read() as view:
        bars = view.statistics.deductions(grouping, wanted)
        sums = view.statistics.sums(wanted)

    assert {bar.key: (bar.deducted, bar.claims) for bar in bars if bar.deducted} == _expected(
        _counted(office, wanted), grouping
    )
    assert sum(bar.deducted for bar in bars) == sums.deducted
    amounts = [bar.deducted for bar in bars]
    in_order = sorted(bars, key=lambda bar: bar.key or "") if grouping is Grouping.MONTH else bars
    assert in_order == list(bars) if grouping is Grouping.MONTH else amounts == sorted(amounts, reverse=True)
    if grouping not in {Grouping.RULE, Grouping.CIRCULAR}:
        assert sum(bar.claimed or 0 for bar in bars) == sums.claimed


def _all_documents(office: CountedOffice, behind: Behind, wanted: StatisticsFilter) -> list[tuple[int, int, int]]:
    """Return the documents behind a bar, read a few at a time."""
    found: list[tuple[int, int, int]] = []
    with office.store.read() as view:
        while page := view.statistics.documents(behind, wanted, skip=len(found), limit=25):
            found += [(claim.id, claim.rials, claim.times) for claim in page]
    return found


@pytest.mark.parametrize("grouping", Grouping)
def test_the_documents_behind_a_bar_add_up_to_it(
    office: CountedOffice, wanted: StatisticsFilter, grouping: Grouping
) -> None:
    with office.store.read() as view:
        bars = view.statistics.deductions(grouping, wanted)
    for bar in bars:
        documents = _all_documents(office, DeductionsUnder(grouping, bar.key), wanted) if bar.deducted else []
        assert sum(rials for _id, rials, _times in documents) == bar.deducted
        assert len({number for number, _rials, _times in documents}) == len(documents) == bar.claims
        amounts = [rials for _id, rials, _times in documents]
        assert amounts == sorted(amounts, reverse=True)


def test_words_are_those_that_people_said(office: CountedOffice, wanted: StatisticsFilter) -> None:
    said: dict[tuple[str, int | None, Word], Tally] = defaultdict(Tally)
    for told in _counted(office, wanted):
        for rule, person, word, rials in told.judged():
            said[rule, person, word] += Tally(1, rials)
    with office.store.read() as view:
        records = view.statistics.records(wanted)

    found = {
        (record.rule, words.reviewer, word): tally
        for record in records
        for words in record.reviewers
        for word, tally in words.tallies.items()
    }
    assert found == said


@pytest.mark.parametrize("words", [OVERRIDES, ENGINE_SPOKE | DEDUCTED])
def test_the_documents_behind_words_add_up_to_them(
    office: CountedOffice, wanted: StatisticsFilter, words: frozenset[Word]
) -> None:
    with office.store.read() as view:
        records = view.statistics.records(wanted)
    for record in records:
        for of_people in (record.whole, *record.reviewers):
            documents = _all_documents(office, WordsOn(record.rule, words, of_people.reviewer), wanted)
            tally = of_people.of(*words)
            assert sum(rials for _id, rials, _times in documents) == tally.rials
            assert sum(times for _id, _rials, times in documents) == tally.times


def test_only_what_the_office_holds_can_be_chosen(office: CountedOffice) -> None:
    with office.store.read() as view:
        choices = view.statistics.choices()

    submissions = [told.submission for told in office.claims]
    assert list(choices.months) == sorted({submission.month for submission in submissions})
    assert {centre.key for centre in choices.centres} == {submission.provider.id for submission in submissions}
    assert set(choices.funds) == {submission.fund for submission in submissions}
    assert set(choices.kinds) == {told.claim.kind for told in office.claims}
    assert {int(person.key) for person in choices.reviewers} == {told.reviewer for told in office.claims} - {None}


def test_what_departs_from_the_engine_is_summed_both_ways(store: OfficeStore) -> None:
    import_claims(store, [a_claim("C-1", a_line(1, 900), a_line(2, 500), a_line(3, 400))])
    approved, engine = {1: 900, 2: 100, 3: 0}, {1: 600, 2: 300}
    with store.change(actor=None, at=AT) as unit:
        unit.results.put(1, a_summary(1_800, 800, approved_lines=approved, engine_lines=engine))
    with store.read() as view:
        sums = view.statistics.sums(StatisticsFilter(settled_only=False))

    assert (sums.departed, sums.withheld) == (300, 200)


def test_what_an_older_release_did_not_tell_apart_is_not_hidden(store: OfficeStore) -> None:
    import_claims(store, [a_claim(f"C-{number}", a_line(1, 1_000)) for number in range(1, 4)])
    part = DeductionPart(1, "GEN-15e", 200, Taker.ENGINE)
    with store.change(actor=None, at=AT) as unit:
        unit.results.put(1, a_summary(1_000, 300, parts=()))
        unit.results.put(2, a_summary(1_000, 200, parts=(part,)))
        unit.results.put(3, a_summary(1_000, 0, parts=()))
    wanted = StatisticsFilter(settled_only=False)
    with store.read() as view:
        bars = view.statistics.deductions(Grouping.RULE, wanted)
        untold = view.statistics.documents(DeductionsUnder(Grouping.RULE, UNTOLD), wanted)
        circulars = view.statistics.deductions(Grouping.CIRCULAR, wanted)
        other = view.statistics.documents(DeductionsUnder(Grouping.CIRCULAR, OTHER_GROUNDS), wanted)

    assert [(bar.key, bar.deducted, bar.claims) for bar in bars] == [(UNTOLD, 300, 1), ("GEN-15e", 200, 1)]
    assert [(claim.external_id, claim.rials) for claim in untold] == [("C-1", 300)]
    assert [(bar.key, bar.deducted, bar.claims) for bar in circulars] == [(OTHER_GROUNDS, 500, 2)]
    assert [(claim.external_id, claim.rials) for claim in other] == [("C-1", 300), ("C-2", 200)]


def test_what_the_whole_claim_loses_is_lost_under_the_sections_of_its_lines(store: OfficeStore) -> None:
    import_claims(store, [a_claim("C-1", a_line(1, 700), Line(no=2, section="lab", amount=300))])
    part = DeductionPart(None, "GEN-15e", 1_000, Taker.ENGINE)
    with store.change(actor=None, at=AT) as unit:
        unit.results.put(1, a_summary(1_000, 1_000, parts=(part,), approved_lines={1: 0, 2: 0}))
    wanted = StatisticsFilter(settled_only=False)
    with store.read() as view:
        bars = view.statistics.deductions(Grouping.SECTION, wanted)
        (claim,) = view.statistics.documents(DeductionsUnder(Grouping.SECTION, "lab"), wanted)

    assert [(bar.key, bar.deducted, bar.claimed) for bar in bars] == [("imaging", 700, 700), ("lab", 300, 300)]
    assert (claim.rials, claim.external_id) == (300, "C-1")


LARGE, TIMES = 12_000, 12


@pytest.fixture(scope="module")
def large_and_small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OfficeStore, OfficeStore]]:
    def office(folder: Path, claims: int) -> OfficeStore:
        store = OfficeStore.create(folder)
        of_claim = (a_claim(f"C-{number}", a_line(), a_line(2, 900_000)) for number in range(claims))
        import_claims(store, of_claim, a_submission("S-1"))
        parts = tuple(DeductionPart(line, f"GEN-{line}", 500, Taker.ENGINE) for line in (1, 2))
        with store.change(actor=None, at=AT) as unit:
            unit.results.put_all({number: a_summary(2_740_000, 1_000, parts=parts) for number in range(1, claims + 1)})
        return store

    folder = tmp_path_factory.mktemp("large")
    with office(folder / "large", LARGE) as large, office(folder / "small", LARGE // TIMES) as small:
        yield large, small


def _seconds(store: OfficeStore, question: str, insurer: Insurer | None = None) -> float:
    wanted = StatisticsFilter(settled_only=False, insurer=insurer)

    def once() -> float:
        with store.read() as view:
            started = time.thread_time()
            if question in {"sums", "records"}:
                getattr(view.statistics, question)(wanted)
            else:
                view.statistics.deductions(Grouping(question), wanted)
            return time.thread_time() - started

    return min(once() for _ in range(3))


@pytest.mark.parametrize("question", ["sums", "records", *Grouping])
def test_a_claim_costs_no_more_in_a_large_office_than_in_a_small_one(
    large_and_small: tuple[OfficeStore, OfficeStore], question: str
) -> None:
    large, small = large_and_small

    assert _seconds(large, question) < 3 * TIMES * _seconds(small, question)


@pytest.mark.parametrize("question", ["sums", Grouping.MONTH, Grouping.CIRCULAR])
def test_the_claims_of_one_insurer_cost_no_more_than_all_of_them(
    large_and_small: tuple[OfficeStore, OfficeStore], question: str
) -> None:
    """Every claim is of this insurer, so that nothing is saved: what is compared is the price of the condition."""
    large, _small = large_and_small

    assert _seconds(large, question, Insurer.SALAMAT) < 2 * _seconds(large, question)
