"""Whatever people do, in whatever order: the store says what they did, and stays sound."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from office_samples import (
    AT,
    DICTIONARY,
    DIGEST,
    a_claim,
    a_payment,
    a_submission,
    a_summary,
    add_person,
    import_claims,
    sha256,
)

from app.domain.office import ClaimState, DecisionKind
from app.errors import UseError
from app.store import OfficeStore


class Office(RuleBasedStateMachine):
    """An office and what is known of it without asking it; amounts are test figures."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = OfficeStore.create(self.folder / "office")
        self.claims: list[ClaimState] = []
        self.decisions: dict[int, tuple[int, int, bool]] = {}
        self.entries = 0

    @initialize()
    def somebody_comes(self) -> None:
        add_person(self.store)
        self.entries += 1

    @rule(count=st.integers(0, 3))
    def a_submission_arrives(self, count: int) -> None:
        first = len(self.claims)
        claims = [a_claim(f"C-{first + place}") for place in range(count)]
        import_claims(self.store, claims, a_submission(f"S-{self.entries}"), actor=1)
        self.claims += [ClaimState.RECEIVED] * count
        self.entries += 1

    @precondition(lambda self: self.claims)
    @rule(data=st.data(), amount=st.integers(0, 10**9))
    def somebody_decides(self, data: st.DataObject, amount: int) -> None:
        claim_id = data.draw(st.integers(1, len(self.claims)))
        with self.store.change(actor=1, at=AT) as unit:
            made = unit.decisions.add(claim_id, DecisionKind.SET_AMOUNT, result_digest=DIGEST, line=1, amount=amount)
        self.decisions[made.id] = (claim_id, amount, False)
        self.entries += 1

    @precondition(lambda self: any(not undone for *_, undone in self.decisions.values()))
    @rule(data=st.data())
    def somebody_undoes(self, data: st.DataObject) -> None:
        standing = [number for number, (*_, undone) in self.decisions.items() if not undone]
        number = data.draw(st.sampled_from(standing))
        with self.store.change(actor=1, at=AT) as unit:
            unit.decisions.undo(number)
        self.decisions[number] = (*self.decisions[number][:2], True)
        self.entries += 1

    @precondition(lambda self: self.claims)
    @rule(data=st.data(), state=st.sampled_from(ClaimState))
    def a_claim_moves_on(self, data: st.DataObject, state: ClaimState) -> None:
        claim_id = data.draw(st.integers(1, len(self.claims)))
        with self.store.change(actor=1, at=AT) as unit:
            unit.results.put(claim_id, a_summary())
            unit.claims.set_state(claim_id, state)
            name = f"sheet {self.entries}"
            (self.store.sheets_folder / name).write_text(name, encoding="utf-8")
            unit.sheets.add(claim_id, digest=DIGEST, sha256=sha256(name), file_name=name, paid=a_payment())
        self.claims[claim_id - 1] = state
        self.entries += 2

    @rule()
    def something_fails_half_way(self) -> None:
        def set_and_fail() -> None:
            with self.store.change(actor=1, at=AT) as unit:
                unit.settings.set("half", self.entries)
                unit.users.add(name="azmayesh", full_name="ب", initials="ب", roles=frozenset(), password_hash="x")

        with pytest.raises(UseError):
            set_and_fail()

    @rule()
    def the_program_is_closed_and_opened(self) -> None:
        self.store.close()
        self.store = OfficeStore.open(self.folder / "office")

    @invariant()
    def the_store_says_what_was_done(self) -> None:
        assert self.store.check() == []
        with self.store.read() as view:
            last = view.trail.last()
            states = [view.claims.get(number, DICTIONARY).state for number in range(1, len(self.claims) + 1)]
            decisions = {
                decision.id: (claim_id, decision.amount, decision.undone)
                for claim_id in range(1, len(self.claims) + 1)
                for decision in view.decisions.of_claim(claim_id)
            }
        assert (last.seq if last else 0) == self.entries
        assert states == self.claims
        assert decisions == self.decisions

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
