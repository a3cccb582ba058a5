"""Claims, decisions, results, sheets and attachments come back as they were put in."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_samples import (
    AT,
    DICTIONARY,
    DIGEST,
    LATER,
    a_claim,
    a_line,
    a_payment,
    a_submission,
    a_summary,
    add_person,
    import_claims,
    sha256,
)

from app.domain.claim import PastService
from app.domain.dates import JalaliDate, JalaliMonth, Moment
from app.domain.facts import FactValue
from app.domain.office import ClaimState, DecisionKind, PaidLine, SignedSheet, TrailAction
from app.errors import UseError
from app.store import OfficeStore
from app.store.submissions import BATCH
from app.store.transactions import OfficeChange


def test_claims_come_back_as_they_were_read_in_the_order_of_the_file(store: OfficeStore) -> None:
    claims = [
        a_claim("C-9", a_line(1), a_line(2, 0, code=None)),
        replace(a_claim("C-1", day=None, name=None), lines=()),
        replace(a_claim("C-5"), admitted_at=Moment.parse("1395-03-07T08:30"), history=(_past("1395-01-02"),)),
    ]
    submission_id = import_claims(store, claims)
    with store.read() as view:
        found = list(view.claims.of_submission(submission_id, DICTIONARY))
        assert [row.claim for row in found] == claims
        assert [view.claims.get(row.id, DICTIONARY) for row in found] == found
        submission = view.submissions.get(submission_id, DICTIONARY)
    assert submission.submission == a_submission()
    assert (submission.claims, submission.claimed) == (3, 1_840_000 * 2)
    assert store.check() == []


def _past(day: str, **changes: object) -> PastService:
    return replace(PastService(JalaliDate.parse(day), "701000", Decimal("1.5"), "P-1"), **changes)


def test_a_file_read_twice_is_recognised_and_an_empty_one_is_kept(store: OfficeStore) -> None:
    first = import_claims(store, [])
    with pytest.raises(UseError, match=r"S-1\.json.*شماره ۱"):
        import_claims(store, [a_claim()])
    with store.read() as view:
        assert view.submissions.id_of_file(sha256("S-1")) == first
        assert view.submissions.id_of_file(sha256("S-2")) is None
        assert [row.claims for row in view.submissions.list(DICTIONARY)] == [0]


def test_the_same_claim_number_may_come_from_two_submissions(store: OfficeStore) -> None:
    import_claims(store, [a_claim()])
    import_claims(store, [a_claim()], a_submission("S-2"))
    with store.read() as view:
        assert [row.id for row in view.claims.of_submission(2, DICTIONARY)] == [2]


def test_the_progress_of_an_import_is_told_and_may_cancel_it(store: OfficeStore) -> None:
    claims = [a_claim(f"C-{number}") for number in range(BATCH + 20)]
    heard: list[int] = []

    class Cancelled(Exception):
        pass

    def cancel(done: int) -> None:
        heard.append(done)
        raise Cancelled

    def import_with(progress: object) -> None:
        with store.change(actor=None, at=AT) as unit:
            unit.submissions.add(a_submission(), claims, sha256=DIGEST, file_name="S.json", progress=progress)

    with pytest.raises(Cancelled):
        import_with(cancel)
    with store.read() as view:
        assert view.submissions.list(DICTIONARY) == ()
    import_with(heard.append)
    assert heard == [BATCH, BATCH, BATCH + 20]
    assert store.check() == []


def test_a_claim_moves_on_and_each_move_is_told(store: OfficeStore) -> None:
    person = add_person(store)
    import_claims(store, [a_claim(), a_claim("C-2")], actor=person.id)
    with store.change(actor=person.id, at=LATER) as unit:
        unit.claims.set_state(1, ClaimState.CLOSED)
        unit.claims.reopen(1)
    with store.read() as view:
        claim = view.claims.get(1, DICTIONARY)
        told = view.trail.of_claim(1)
        others = view.trail.of_claim(2)
    assert (claim.state, claim.version) == (ClaimState.IN_REVIEW, 2)
    assert [entry.action for entry in told] == [TrailAction.SUBMISSION_IMPORTED] + [TrailAction.STATE_CHANGED] * 2
    assert [(e.payload["state"], e.payload["version"]) for e in told[1:]] == [("closed", 1), ("in_review", 2)]
    assert others == told[:1]


def test_decisions_come_back_as_made_and_undoing_is_seen(store: OfficeStore) -> None:
    person = add_person(store)
    import_claims(store, [a_claim()])
    with store.change(actor=person.id, at=LATER) as unit:
        first = unit.decisions.add(1, DecisionKind.WAIVE, result_digest=DIGEST, line=1, rule="GEN-15e", reason="الف")
        second = unit.decisions.add(1, DecisionKind.SET_AMOUNT, result_digest=DIGEST, line=1, amount=0, reason="ب")
        unit.decisions.undo(first.id)
        with pytest.raises(UseError, match="برگردانده"):
            unit.decisions.undo(first.id)
    assert (first.author, first.at, first.undone) == (person.id, LATER, False)
    with store.read() as view:
        assert view.decisions.of_claim(1) == (replace(first, undone=True), second)
        told = view.trail.of_claim(1)
    assert [entry.action for entry in told[1:]] == [TrailAction.DECIDED, TrailAction.DECIDED, TrailAction.UNDONE]
    assert told[-1].payload["row"]["undoes"] == first.id


_VALUES = st.one_of(
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-1000, max_value=1000),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.integers(470_000, 520_000).map(JalaliDate.from_ordinal),
    st.integers(470_000, 520_000).map(lambda n: Moment(JalaliDate.from_ordinal(n), n % 24, n % 60)),
    st.lists(st.text(max_size=5).filter(str.isascii), max_size=3).map(tuple),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=_VALUES)
def test_a_fact_comes_back_with_its_type(filled: OfficeStore, value: FactValue) -> None:
    with filled.change(actor=1, at=AT) as unit:
        written = unit.decisions.add(1, DecisionKind.ENTER_FACT, result_digest=DIGEST, fact="side", value=value)
    with filled.read() as view:
        found = view.decisions.of_claim(1)[-1]
    assert found == written
    assert found.value == value
    assert type(found.value) is type(value)


def _sign(unit: OfficeChange, claim_id: int, paid: dict[int, PaidLine]) -> SignedSheet:
    pdf = sha256(f"{claim_id} {paid}")
    return unit.sheets.add(claim_id, digest=DIGEST, sha256=pdf, file_name="C.pdf", paid=paid)


def test_history_is_what_was_paid_in_settled_claims_with_the_facts_that_people_read(store: OfficeStore) -> None:
    person = add_person(store)
    earlier = a_claim("C-1", a_line(1), a_line(2, code="701005"), a_line(3, code=None), day=JalaliDate(1395, 2, 1))
    import_claims(store, [a_claim("C-2", day=JalaliDate(1395, 1, 1)), earlier], a_submission(centre="P-7"))
    import_claims(store, [a_claim("C-3"), a_claim("C-4", patient="0499370899")], a_submission("S-2"))
    with store.change(actor=person.id, at=LATER) as unit:
        for claim_id in (1, 3, 4):
            _sign(unit, claim_id, a_payment())
        paid = a_payment(1_073_333, "1") | {2: PaidLine(0, Decimal(0)), 3: PaidLine(950_000, Decimal(1))}
        _sign(unit, 2, paid)
        unit.decisions.add(2, DecisionKind.ENTER_FACT, result_digest=DIGEST, line=1, fact="side", value="right")
        undone = unit.decisions.add(2, DecisionKind.ENTER_FACT, result_digest=DIGEST, line=1, fact="side", value="left")
        unit.decisions.undo(undone.id)
        for claim_id in (2, 3, 4):
            unit.claims.set_state(claim_id, ClaimState.TECHNICALLY_DONE)
    first = _past("1395-02-01", quantity=Decimal(1), provider="P-7", facts={"report_attached": True, "side": "right"})
    second = _past("1395-03-07", facts={"report_attached": True})
    with store.read() as view:
        patient = "0012345679"
        assert view.claims.history_of(patient, DICTIONARY) == (first, second)
        assert view.claims.history_of(patient, DICTIONARY, until=first.day) == (first,)
        assert view.claims.history_of(patient, DICTIONARY, outside_submission=2) == (first,)
        assert view.claims.history_of("0000000000", DICTIONARY) == ()


def test_history_is_what_the_trail_told_at_a_place(store: OfficeStore) -> None:
    person = add_person(store)
    import_claims(store, [a_claim()])
    places = []
    with store.change(actor=person.id, at=LATER) as unit:
        first = _sign(unit, 1, a_payment(1_840_000, "3"))
        unit.claims.set_state(1, ClaimState.TECHNICALLY_DONE)
    with store.change(actor=person.id, at=AT) as unit:  # a clock that goes behind changes nothing
        places.append(_last_place(unit))
        unit.claims.reopen(1)
        fact = unit.decisions.add(1, DecisionKind.ENTER_FACT, result_digest=DIGEST, line=1, fact="side", value="left")
        places.append(_last_place(unit))
        second = _sign(unit, 1, a_payment(613_333, "1"))
        unit.claims.set_state(1, ClaimState.CLOSED)
        places.append(_last_place(unit))
        unit.decisions.undo(fact.id)

    def told(known_at: int | None) -> list[tuple[int, FactValue | None]]:
        with store.read() as view:
            history = view.claims.history_of("0012345679", DICTIONARY, known_at=known_at)
        return [(int(past.quantity), past.facts.get("side")) for past in history]

    assert [told(place) for place in (*places, None)] == [
        [(3, None)],
        [(3, None)],  # the first version stands until the second is settled
        [(1, "left")],
        [(1, None)],
    ]
    with store.read() as view:
        assert [view.sheets.place_in_trail(sheet.id) for sheet in (first, second)] == [places[0] - 1, places[2] - 1]
        assert [row.undone for row in view.decisions.of_claim(1, known_at=places[2])] == [False]
        assert view.decisions.of_claim(1, known_at=places[0]) == ()


def test_a_later_import_is_not_known_at_an_earlier_place(store: OfficeStore) -> None:
    import_claims(store, [a_claim()])
    with store.change(actor=None, at=AT) as unit:
        place = _last_place(unit)
    import_claims(store, [a_claim("C-2"), a_claim("C-3")], a_submission("S-2"))
    with store.read() as view:
        newest = [view.submissions.newest(known_at=known_at) for known_at in (0, place, None)]
        stamped = [
            view.claims.count_with_fact("P-1", "report_attached", outside_submission=7, newest=last) for last in newest
        ]
    assert (newest, stamped) == ([0, 1, 2], [0, 1, 3])


def _last_place(unit: OfficeChange) -> int:
    """Return the place of the trail's newest entry, those of an open change among them."""
    return unit.claims._connection.exec_driver_sql("SELECT max(seq) FROM trail").scalar_one()


def test_a_result_is_replaced_whole_and_needs_no_trail(store: OfficeStore) -> None:
    import_claims(store, [a_claim()])
    latest = a_summary(deducted=0, approved_lines={1: 5, 2: 7}, queries=2, trial_figures=False)
    with store.change(actor=None, at=AT) as unit:
        assert unit.results.of_claim(1) is None
        unit.results.put_all({})
        unit.results.put(1, a_summary(approved_lines={1: 1, 3: 9}))
        unit.results.put(1, latest)
    with store.read() as view:
        assert view.results.of_claim(1) == latest
        assert len(view.trail.latest()) == 1


def test_a_sheet_is_found_by_its_claim_its_file_and_what_it_shows(store: OfficeStore) -> None:
    person = add_person(store)
    import_claims(store, [a_claim()])
    with store.change(actor=person.id, at=LATER) as unit:
        first = unit.sheets.add(1, digest=DIGEST, sha256=sha256("first"), file_name="C-1.pdf", paid={})
        unit.claims.reopen(1)
        second = unit.sheets.add(1, digest="c" * 64, sha256=sha256("second"), file_name="C-1-v2.pdf", paid={})
    assert (first.version, first.signed_by, first.signed_at) == (1, person.id, LATER)
    assert second.version == 2
    with store.read() as view:
        assert view.sheets.of_claim(1) == (first, second)
        assert view.sheets.by_sha256(sha256("second")) == second
        assert view.sheets.by_sha256(sha256("third")) is None
        assert view.sheets.by_digest(DIGEST) == (first,)


def test_an_attachment_is_kept_once_by_its_content(store: OfficeStore) -> None:
    person = add_person(store)
    import_claims(store, [a_claim(), a_claim("C-2")])
    with store.change(actor=person.id, at=LATER) as unit:
        first = unit.attachments.add(1, "scan.png", b"page")
        again = unit.attachments.add(1, "copy.png", b"page")
        other = unit.attachments.add(2, "scan.png", b"page")
        assert first == again
        assert (first.size, first.added_by, first.added_at) == (4, person.id, LATER)
    with store.read() as view:
        assert view.attachments.of_claim(1) == (first,)
        assert view.attachments.of_claim(2) == (other,)
        path = view.attachments.path_of(first)
    assert path.read_bytes() == b"page"
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_fact_of_a_line_is_found_in_the_other_submissions_of_the_centres_month(store: OfficeStore) -> None:
    seen, unseen = (replace(a_line(2), facts={"assistant_absent": answer}) for answer in (True, False))
    import_claims(store, [a_claim("C-1", a_line(), seen), a_claim("C-2", unseen)])
    import_claims(store, [a_claim("C-3", seen)], a_submission("S-2"))
    later = replace(a_submission("S-3"), month=JalaliMonth(1395, 4))
    import_claims(store, [a_claim("C-4", seen)], later)
    import_claims(store, [a_claim("C-5", seen)], a_submission("S-4", "P-2"))

    with store.read() as view:
        submission = view.submissions.get(1, DICTIONARY).submission
        found = [
            view.claims.of_month_with_line_fact(
                submission, "assistant_absent", DICTIONARY, outside_submission=outside, newest=newest
            )
            for outside, newest in ((9, 4), (1, 4), (9, 1), (1, 1))
        ]
    assert [[claim.id for claim in claims] for claims in found] == [["C-1", "C-3"], ["C-3"], ["C-1"], []]
