"""The queue gives what filtering and sorting all rows would give, and stays quick when the office grows."""

import time
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_samples import (
    AT,
    DIGEST,
    a_claim,
    a_line,
    a_submission,
    a_summary,
    add_person,
    import_claims,
    sha256,
)

from app.domain.claim import Claim, ClaimKind
from app.domain.dates import JalaliDate
from app.domain.findings import Verdict
from app.domain.office import ClaimState, DecisionKind
from app.domain.queue import QueueCount, QueueGroup, QueueQuery, QueueRow, QueueSort
from app.store import OfficeStore
from app.store.transactions import OfficeView

NAMES = ("زهرا کریمی آزمایشی", "فاطمه‌سادات موسوی آزمایشی", "علی یزدانی آزمایشی", None)
KINDS = (ClaimKind.IMAGING, ClaimKind.VISIT)
CLAIMS, FIRST_OPEN = 60, 20


def _claims(first: int, count: int) -> Iterator[Claim]:
    for number in range(first, first + count):
        yield a_claim(
            f"C-{number:06d}",
            a_line(amount=1_000 * (number * 7 % 5)),
            patient=f"{number * 37 % 10_000:010d}",
            name=NAMES[number % 4],
            kind=KINDS[number % 2],
            day=JalaliDate(1395, 3, 1 + number % 3) if number % 5 else None,
        )


def _audit(store: OfficeStore, claim_ids: range) -> None:
    """Give most claims a result and some a state, so that each filter has something to find and to leave."""
    verdicts = tuple(Verdict)
    with store.change(actor=None, at=AT) as unit:
        unit.results.put_all(
            {
                number: a_summary(
                    deducted=number % 4,
                    verdict=verdicts[number % 4],
                    queries=number % 3,
                    engine_lines={1: 1_840_000 - number % 3} if number % 5 else {},
                )
                for number in claim_ids
                if number % 6
            }
        )


@pytest.fixture(scope="module")
def queue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    with OfficeStore.create(tmp_path_factory.mktemp("queue")) as store:
        import_claims(store, _claims(0, CLAIMS // 2))
        import_claims(store, _claims(CLAIMS // 2, CLAIMS // 2), a_submission("S-2", centre="P-2", fund=None))
        _audit(store, range(1, CLAIMS + 1))
        with store.change(actor=None, at=AT) as unit:
            for number in range(1, FIRST_OPEN):
                unit.claims.set_state(number, ClaimState.CLOSED)
        _send_back(store)
        with store.change(actor=None, at=AT) as unit:
            for submission, reviewer in ASSIGNED.items():
                unit.assignments.assign(submission, reviewer)
        yield store


def _send_back(store: OfficeStore) -> None:
    """Send some claims back: closed ones, open ones, one whose reviewer has signed again and one of a new version."""
    reviewer = add_person(store).id
    for at, sent_back, signed in (
        ("2016-07-02T08:00:00Z", (5, 25, 30, 31, 32), (25, 30)),
        ("2016-07-02T09:00:00Z", (30, 33), (33,)),
        ("2016-07-02T10:00:00Z", (), (32,)),
    ):
        with store.change(actor=reviewer, at=at) as unit:
            for number in signed:
                unit.sheets.add(number, digest=DIGEST, sha256=sha256(f"{number} {at}"), file_name="a.pdf", paid={})
            for number in sent_back:
                unit.decisions.add(number, DecisionKind.SEND_BACK, result_digest=DIGEST, reason="آزمایشی")
                if number >= FIRST_OPEN:
                    unit.claims.set_state(number, ClaimState.IN_REVIEW)


ASSIGNED = {2: 1}
"""The reviewer of each submission that has one."""
SENT_BACK = {25, 30, 31, 33}


def _all(view: OfficeView) -> tuple[QueueRow, ...]:
    return view.claims.page(QueueQuery(), limit=CLAIMS * 2)


def _fits(row: QueueRow, query: QueueQuery) -> bool:
    return (
        (not query.states or row.state in query.states)
        and query.kind in {None, row.kind}
        and query.centre in {None, row.centre_id}
        and query.submission in {None, row.submission_id}
        and query.fund in {None, row.fund}
        and query.verdict in {None, row.verdict}
        and query.has_queries in {None, row.queries > 0}
        and query.sent_back in {None, row.sent_back}
        and (query.assigned_to is None or ASSIGNED.get(row.submission_id) == query.assigned_to)
    )


def _place_of(row: QueueRow, query: QueueQuery) -> int:
    """Return the place of a row's submission among those that are due; the others come last, all alike."""
    order = query.due_order
    return order.index(row.submission_id) if row.submission_id in order else len(order)


def _sort_key(query: QueueQuery) -> Callable[[QueueRow], tuple[object, int]]:
    return lambda row: (
        {
            QueueSort.IMPORT_ORDER: row.id,
            QueueSort.CLAIMED: row.claimed,
            QueueSort.DEDUCTED: row.deducted,
            QueueSort.SERVICE_DAY: str(row.service_day or ""),
            QueueSort.DEPARTURE: row.departure,
            QueueSort.DEADLINE: _place_of(row, query),
        }[query.sort],
        row.id,
    )


_QUERIES = st.builds(
    QueueQuery,
    states=st.frozensets(
        st.sampled_from([ClaimState.RECEIVED, ClaimState.IN_REVIEW, ClaimState.CLOSED, ClaimState.RETURNED])
    ),
    kind=st.sampled_from([None, None, *KINDS]),
    centre=st.sampled_from([None, None, "P-1", "P-2", "P-3"]),
    submission=st.sampled_from([None, None, 1, 2]),
    fund=st.sampled_from([None, None, "iranian", "rural"]),
    verdict=st.sampled_from([None, None, *Verdict]),
    has_queries=st.sampled_from([None, None, True, False]),
    sent_back=st.sampled_from([None, None, True, False]),
    assigned_to=st.sampled_from([None, None, None, 1, 7]),
    due_order=st.sampled_from([(), (1, 2), (2, 1), (2,), (7, 2)]),
    sort=st.sampled_from(QueueSort),
    ascending=st.booleans(),
)


def test_a_row_tells_what_people_departed_by_and_whether_it_came_back(queue: OfficeStore) -> None:
    with queue.read() as view:
        rows = {row.id: row for row in _all(view)}
    assert {number for number, row in rows.items() if row.sent_back} == SENT_BACK
    assert [rows[number].departure for number in (1, 3, 4, 5, 6, 8)] == [0, 0, 1, 0, 0, 2]


@settings(max_examples=100, deadline=None)
@given(query=_QUERIES, limit=st.integers(1, 25))
def test_the_pages_are_together_what_sorting_and_filtering_all_rows_gives(
    queue: OfficeStore, query: QueueQuery, limit: int
) -> None:
    with queue.read() as view:
        expected = sorted(
            (row for row in _all(view) if _fits(row, query)), key=_sort_key(query), reverse=not query.ascending
        )
        found: list[QueueRow] = []
        while page := view.claims.page(query, found[-1] if found else None, limit):
            assert len(page) <= limit
            found.extend(page)
        assert found == expected
        assert view.claims.count(query) == len(expected)


@settings(max_examples=40, deadline=None)
@given(query=_QUERIES, group=st.sampled_from(QueueGroup))
def test_the_counts_of_a_group_add_up_to_the_rows(queue: OfficeStore, query: QueueQuery, group: QueueGroup) -> None:
    def value(row: QueueRow) -> str | None:
        found = {
            QueueGroup.CENTRE: row.centre_id,
            QueueGroup.SUBMISSION: row.submission_id,
            QueueGroup.FUND: row.fund,
            QueueGroup.STATE: row.state,
            QueueGroup.KIND: row.kind,
            QueueGroup.VERDICT: row.verdict,
        }[group]
        return None if found is None else str(found)

    with queue.read() as view:
        values = sorted((value(row) for row in _all(view) if _fits(row, query)), key=str)
        counts = view.claims.counts_by(group, query)
    assert {count.key: count.claims for count in counts} == {key: len(list(same)) for key, same in groupby(values)}
    assert [count.claims for count in counts] == sorted((count.claims for count in counts), reverse=True)


def test_a_group_of_centres_names_them(queue: OfficeStore) -> None:
    with queue.read() as view:
        assert view.claims.counts_by(QueueGroup.CENTRE) == (
            QueueCount("P-1", "مرکز آزمایشی P-1", CLAIMS // 2),
            QueueCount("P-2", "مرکز آزمایشی P-2", CLAIMS // 2),
        )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("موسوی", CLAIMS // 4),
        ("فاطمه سادات", CLAIMS // 4),
        ("موسوي فاطمه‌", CLAIMS // 4),
        ("كريم", CLAIMS // 4),
        ("کریمی علی", 0),
        ("c-۰۰۰۰۱", 10),
        ("0000000037", 1),
        ("۰۰۰۰۰۰۰۰۳۷", 1),
        ("P-2", CLAIMS // 2),
        ("S-2 زهرا", 7),
        ('کریمی" OR "علی', 0),
        ("  -  ", CLAIMS),
        ("NOT", 0),
        ("*", CLAIMS),
    ],
)
def test_search_finds_the_beginnings_of_words_however_they_are_typed(
    queue: OfficeStore, text: str, expected: int
) -> None:
    with queue.read() as view:
        assert view.claims.count(QueueQuery(text=text)) == expected
        assert len(view.claims.page(QueueQuery(text=text))) == expected


LARGE = 50_000
QUICK_QUERIES = [
    QueueQuery(text=text, sort=sort, ascending=False) for text in ("", "موسوی", "C-0777") for sort in QueueSort
]


@pytest.fixture(scope="module")
def large_and_small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OfficeStore, OfficeStore]]:
    def office(folder: Path, claims: int) -> OfficeStore:
        store = OfficeStore.create(folder)
        import_claims(store, _claims(0, claims))
        _audit(store, range(1, claims + 1))
        return store

    folder = tmp_path_factory.mktemp("large")
    with office(folder / "large", LARGE) as large, office(folder / "small", LARGE // 100) as small:
        yield large, small


WITHOUT_INDEX = frozenset({QueueSort.DEDUCTED, QueueSort.DEPARTURE, QueueSort.DEADLINE})


def _seconds_a_page(store: OfficeStore, query: QueueQuery) -> float:
    def once() -> float:
        with store.read() as view:
            started = time.thread_time()
            first = view.claims.page(query)
            view.claims.page(query, first[-1] if first else None)
            return time.thread_time() - started

    return min(once() for _ in range(3))


def test_a_hundred_times_the_claims_cost_a_page_far_less_than_a_hundred_times_the_time(
    large_and_small: tuple[OfficeStore, OfficeStore],
) -> None:
    large, small = large_and_small
    ratios = {
        (query.text, query.sort): _seconds_a_page(large, query) / _seconds_a_page(small, query)
        for query in QUICK_QUERIES
    }
    by_index = [ratio for (text, sort), ratio in ratios.items() if not text and sort not in WITHOUT_INDEX]
    assert max(by_index) < 5, ratios
    assert max(ratios.values()) < 25, ratios
