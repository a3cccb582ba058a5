"""What samples are drawn from: every settled claim of the scope that nobody overrode, but the supervisor's own work."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_samples import AT, DIGEST, a_claim, a_payment, a_submission, a_summary, import_claims, sha256

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliMonth
from app.domain.deduction_parts import DeductionPart, Taker
from app.domain.findings import Pen
from app.domain.office import SETTLED_STATES, ClaimState, DecisionKind, Role
from app.domain.office_records import SampleMethod
from app.domain.sampling import SampleScope
from app.store import OfficeStore

CLAIMS = 24
APPROVED = 1_610_000
KINDS = (ClaimKind.IMAGING, ClaimKind.VISIT)
STATES = (*sorted(SETTLED_STATES), ClaimState.IN_REVIEW, ClaimState.AWAITING_SUPERVISOR)


def _parts(number: int) -> tuple[DeductionPart, ...]:
    """Return the parts of a claim: every fourth bears a waived one, every fifth one of a person."""
    parts = [DeductionPart(1, f"RAD-{number % 3}", 230_000)]
    if number % 4 == 0:
        parts.append(DeductionPart(1, "GEN-14", 7, Taker.WAIVED))
    if number % 5 == 0:
        parts.append(DeductionPart(1, None, 0, Taker.PERSON))
    return tuple(parts)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    with OfficeStore.create(tmp_path_factory.mktemp("candidates")) as store:
        with store.change(actor=None, at=AT) as unit:
            for name in ("yek", "do"):
                unit.users.add(
                    name=name,
                    full_name="کارشناس آزمایشی",
                    initials="ک‌آ",
                    roles=frozenset({Role.REVIEWER}),
                    password_hash="$argon2id$test",
                )
        half = CLAIMS // 2
        import_claims(store, (a_claim(f"A-{n}", kind=KINDS[n % 2]) for n in range(half)))
        import_claims(store, (a_claim(f"B-{n}") for n in range(half)), a_submission("S-2", centre="P-2"))
        for number in range(1, CLAIMS + 1):
            _work_on(store, number)
        yield store


def _work_on(store: OfficeStore, number: int) -> None:
    """Let one of two people review a claim, and move it to one of the states."""
    person = 1 + number % 2
    with store.change(actor=person, at=AT) as unit:
        summary = a_summary(
            parts=_parts(number), engine_lines={1: APPROVED + (number % 7 == 0)}, approved_lines={1: APPROVED}
        )
        unit.results.put(number, summary)
        unit.sheets.add(
            number, digest=DIGEST, sha256=sha256(f"sheet {number}"), file_name=f"{number}.pdf", paid=a_payment()
        )
        unit.claims.set_state(number, STATES[number % len(STATES)])
    if number % 6 == 1:
        with store.change(actor=3 - person, at=AT) as unit:
            word = unit.decisions.add(number, DecisionKind.UPHOLD, result_digest=DIGEST, rule="GEN-14")
            if number % 12 == 1:
                unit.decisions.undo(word.id)
    if number % 6 == 2:
        with store.change(actor=3 - person, at=AT) as unit:
            unit.decisions.add(number, DecisionKind.ENDORSE, result_digest=DIGEST)
            unit.decisions.add(number, DecisionKind.SET_AMOUNT, result_digest=DIGEST, line=1, amount=1, pen=Pen.RED)


def _expected(scope: SampleScope, person: int) -> list[int]:
    found = []
    for number in range(1, CLAIMS + 1):
        settled = STATES[number % len(STATES)] in SETTLED_STATES
        overridden = number % 4 == 0 or number % 5 == 0 or number % 7 == 0
        own = person == 1 + number % 2 or (number % 6 == 1 and number % 12 != 1 and person == 2 - number % 2)
        submission = 1 if number <= CLAIMS // 2 else 2
        inside = scope.submission in {None, submission} and scope.centre in {None, f"P-{submission}"}
        in_time = (scope.first or JalaliMonth(1390, 1)) <= JalaliMonth(1395, 3) <= (scope.last or JalaliMonth(1400, 1))
        if settled and not overridden and not own and inside and in_time:
            found.append(number)
    return found


@settings(max_examples=60, deadline=None)
@given(
    scope=st.builds(
        SampleScope,
        first=st.sampled_from([None, JalaliMonth(1395, 3), JalaliMonth(1395, 4)]),
        last=st.sampled_from([None, JalaliMonth(1395, 3), JalaliMonth(1395, 2)]),
        centre=st.sampled_from([None, "P-1", "P-2"]),
        submission=st.sampled_from([None, 1, 2]),
    ),
    person=st.sampled_from([1, 2, 3]),
)
def test_the_settled_claims_that_nobody_overrode_are_found_but_not_ones_own(office, scope, person) -> None:
    with office.read() as view:
        found = view.candidates.find(scope, person=person, ambiguous={"RAD-1"})
    assert [one.id for one in found] == _expected(scope, person)
    assert all(one.ambiguous == (("RAD-1",) if one.id % 3 == 1 else ()) for one in found)
    assert all((one.claimed, one.approved) == (1_840_000, APPROVED) for one in found)


def test_all_settled_claims_of_the_months_tell_what_is_usual(office) -> None:
    scope = SampleScope(first=JalaliMonth(1395, 3), centre="P-1", submission=1)
    with office.read() as view:
        found = view.candidates.comparable(scope)
    assert [one.id for one in found] == [n for n in range(1, CLAIMS + 1) if STATES[n % len(STATES)] in SETTLED_STATES]


def test_a_diagnosis_is_read_where_it_is_wanted(tmp_path) -> None:
    with OfficeStore.create(tmp_path) as store:
        import_claims(store, [replace(a_claim(), diagnosis="سردرد")])
        with store.change(actor=None, at=AT) as unit:
            unit.results.put(1, a_summary(parts=(), engine_lines={1: APPROVED}))
            unit.claims.set_state(1, ClaimState.CLOSED)
        with store.read() as view:
            (without,) = view.candidates.find(SampleScope(), person=1, ambiguous=())
            (with_it,) = view.candidates.find(SampleScope(), person=1, ambiguous=(), with_diagnosis=True)
    assert (without.diagnosis, with_it.diagnosis) == (None, "سردرد")


def test_where_the_engines_amounts_were_not_kept_a_persons_word_tells_of_an_override(tmp_path) -> None:
    with OfficeStore.create(tmp_path) as store:
        import_claims(store, [a_claim(f"C-{number}") for number in range(4)])
        with store.change(actor=None, at=AT) as unit:
            reviewer = unit.users.add(
                name="yek", full_name="کارشناس", initials="ک", roles=frozenset({Role.REVIEWER}), password_hash="$test"
            )
            for number in range(1, 5):
                unit.results.put(number, a_summary(parts=(), engine_lines={}))
                unit.claims.set_state(number, ClaimState.CLOSED)
        with store.change(actor=reviewer.id, at=AT) as unit:
            unit.decisions.add(2, DecisionKind.SET_AMOUNT, result_digest=DIGEST, line=1, amount=APPROVED)
            undone = unit.decisions.add(3, DecisionKind.WAIVE, result_digest=DIGEST, rule="GEN-14")
            unit.decisions.undo(undone.id)
            unit.decisions.add(4, DecisionKind.UPHOLD, result_digest=DIGEST, rule="GEN-14")
        with store.read() as view:
            found = view.candidates.find(SampleScope(), person=99, ambiguous=())
    assert [one.id for one in found] == [1, 3, 4]


def test_what_was_judged_in_an_earlier_sample_may_be_left_out(office) -> None:
    with office.read() as view:
        before = [one.id for one in view.candidates.find(SampleScope(), person=3, ambiguous=())]
    with office.change(actor=1, at=AT) as unit:
        sample = unit.samples.draw(SampleMethod.RANDOM, 1, {}, [(before[1], "به قرعه."), (before[0], "به قرعه.")])
        unit.samples.judge(sample.id, before[0], agreed=False, note="گزارش پیوست نیست")
    with office.read() as view:
        left = [one.id for one in view.candidates.find(SampleScope(unseen=True), person=3, ambiguous=())]
        rows = view.candidates.rows(view.samples.claims_of(sample.id))
    assert left == before[1:]
    assert [row.claim_id for row in rows] == [before[1], before[0]]
    judged = rows[1]
    assert (judged.sampled.agreed, judged.sampled.note) == (False, "گزارش پیوست نیست")
    assert judged.reviewer == 1 + before[0] % 2
    assert judged.rules == (f"RAD-{before[0] % 3}",)
    assert (judged.claimed, judged.deducted, judged.approved) == (1_840_000, 230_000, APPROVED)
