"""What changed after it had been signed is found by one filter of the queue, and its row says how."""

import pytest
from office_samples import AT, DIGEST, LATER, a_claim, a_payment, add_person, import_claims, sha256

from app.domain.office import ClaimState
from app.domain.queue import QueueQuery
from app.store import OfficeStore

UNTOUCHED, VOIDED, SIGNED_ANEW, SECOND_VERSION, OPEN = range(1, 6)


def _sign(unit, number: int, name: str) -> None:
    unit.sheets.add(number, digest=DIGEST, sha256=sha256(f"{name} {number}"), file_name=f"{name}.pdf", paid=a_payment())
    unit.claims.set_state(number, ClaimState.TECHNICALLY_DONE)


@pytest.fixture
def store(tmp_path):
    with OfficeStore.create(tmp_path) as made:
        person = add_person(made)
        import_claims(made, [a_claim(f"C-{number}") for number in range(1, 6)])
        with made.change(actor=person.id, at=AT) as unit:
            for number in (UNTOUCHED, VOIDED, SIGNED_ANEW, SECOND_VERSION):
                _sign(unit, number, "first")
        with made.change(actor=person.id, at=LATER) as unit:
            unit.sheets.void(VOIDED, "گزارش پیوست نیست")
            unit.sheets.void(SIGNED_ANEW, "تصحیح حسابداری")
            _sign(unit, SIGNED_ANEW, "second")
            unit.sheets.void(SIGNED_ANEW, "دوباره ببینید")
            _sign(unit, SIGNED_ANEW, "third")
            unit.claims.reopen(SECOND_VERSION)
        yield made


def test_the_filter_finds_what_changed_after_a_signature_and_nothing_else(store) -> None:
    with store.read() as view:
        edited = view.claims.page(QueueQuery(edited_after_review=True))
        others = view.claims.page(QueueQuery(edited_after_review=False))
        assert view.claims.count(QueueQuery(edited_after_review=True)) == 3
    assert [row.id for row in edited] == [VOIDED, SIGNED_ANEW, SECOND_VERSION]
    assert [row.id for row in others] == [UNTOUCHED, OPEN]
    assert all(row.edited_after_review for row in edited)
    assert not any(row.edited_after_review for row in others)


def test_a_row_tells_why_the_latest_voided_signature_holds_no_longer(store) -> None:
    with store.read() as view:
        rows = {row.id: row for row in view.claims.page(QueueQuery())}
    assert rows[VOIDED].voided == "گزارش پیوست نیست"
    assert rows[SIGNED_ANEW].voided == "دوباره ببینید"
    assert (rows[SECOND_VERSION].voided, rows[SECOND_VERSION].version) == (None, 2)
    assert rows[UNTOUCHED].voided is None
