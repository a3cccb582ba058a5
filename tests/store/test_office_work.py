"""What the office records of its own work comes back as it was said, with its place in the trail."""

import sqlite3

import pytest
from office_samples import (
    AT,
    DIGEST,
    IBAN,
    LATER,
    THE_DAY,
    a_claim,
    a_payment,
    a_submission,
    add_person,
    import_claims,
    raw,
    sha256,
)
from sqlalchemy.exc import IntegrityError

from app.domain.claim import Insurer
from app.domain.findings import Pen
from app.domain.inquiries import InquiryWay
from app.domain.office import ClaimState, DecisionKind, Role, TrailAction
from app.domain.office_records import Presence, SampleMethod
from app.domain.payments import PaidBefore, Payment, PaymentList
from app.domain.reasons import LONGEST_REASON
from app.errors import UseError
from app.store import OfficeStore


def test_a_claim_lies_on_one_desk_until_that_is_heard_of_no_more(store: OfficeStore) -> None:
    first, second = add_person(store), add_person(store, "digari")
    import_claims(store, [a_claim(), a_claim("C-2")])
    with store.change(actor=None, at=AT) as unit:
        before = unit.desks.take(1, first.id, "one", at=AT, since=AT)
        again = unit.desks.take(1, first.id, "one", at=LATER, since=AT)
        there = unit.desks.take(1, second.id, "two", at=LATER, since=AT)
        late = unit.desks.take(1, second.id, "two", at=LATER, since="2026-11-22T10:00:00Z")
        unit.desks.take(2, second.id, "two", at=LATER, since=AT)
        unit.desks.leave("two", but=2)
    assert (before, again, late) == (None, None, None)
    assert there == Presence(1, first.id, "one", AT, LATER)
    with store.read() as view:
        assert [(row.claim_id, row.desk) for row in view.desks.at_work(AT)] == [(2, "two")]
        assert view.desks.at_claim(2, "2026-11-22T10:00:00Z") is None
        assert len(view.trail.latest()) == 3  # two people and the submission: a desk leaves no trail


def test_an_assignment_is_replaced_and_taken_back(store: OfficeStore) -> None:
    first, second = add_person(store), add_person(store, "digari")
    import_claims(store, [a_claim()])
    with store.change(actor=first.id, at=AT) as unit:
        unit.assignments.assign(1, first.id)
        unit.assignments.assign(1, second.id)
        assert unit.assignments.all() == {1: second.id}
        unit.assignments.assign(1, None)
        assert unit.assignments.all() == {}
    with store.read() as view:
        told = [entry.payload["row"].get("reviewer") for entry in view.trail.latest(3)]
    assert told == [None, second.id, first.id]


def test_reports_objections_and_samples_come_back_in_order(store: OfficeStore) -> None:
    person = add_person(store)
    import_claims(store, [a_claim(), a_claim("C-2")])
    import_claims(store, [a_claim("C-9")], a_submission("S-2"))
    with store.change(actor=person.id, at=AT) as unit:
        report = unit.handovers.add(1, THE_DAY, sha256=sha256("report"), file_name="report.pdf")
        whole = unit.objections.add(2, None, received_on=THE_DAY, reason="همه سند")
        unit.claims.reopen(2)
        of_line = unit.objections.add(2, 1, received_on=THE_DAY, reason="این ردیف", wanted=5)
        other = unit.objections.add(3, 1, received_on=THE_DAY, reason="سند دیگر")
        sample = unit.samples.draw(SampleMethod.VALUE, 7, {"least": 10}, [(3, "گران"), (1, "گران")])
        unit.samples.judge(sample.id, 1, agreed=True)
        unit.samples.judge(sample.id, 1, agreed=False, note="دوباره دیدم")
    with store.read() as view:
        assert (view.handovers.of_submission(1), view.handovers.of_submission(2)) == ((report,), ())
        assert view.objections.of_claim(2) == (whole, of_line)
        assert [objection.version for objection in (whole, of_line)] == [1, 2]
        assert view.objections.of_submission(2) == (other,)
        assert view.objections.all() == (whole, of_line, other)
        assert view.samples.list() == (sample,)
        drawn = view.samples.claims_of(sample.id)
    assert [(one.claim_id, one.why, one.agreed, one.note) for one in drawn] == [
        (3, "گران", None, None),
        (1, "گران", False, "دوباره دیدم"),
    ]


def test_a_voided_sheet_says_since_when_by_whom_and_why_and_voids_once(store: OfficeStore) -> None:
    person = add_person(store)
    import_claims(store, [a_claim()])
    for word in ("green", "red", "new"):
        (store.sheets_folder / f"{word[0]}.pdf").write_text(word, encoding="utf-8")
    with store.change(actor=person.id, at=AT) as unit:
        unit.sheets.add(1, digest=DIGEST, sha256=sha256("green"), file_name="g.pdf", paid=a_payment())
        unit.claims.set_state(1, ClaimState.IN_ACCOUNTING)
        settling = unit.sheets.settling(1)
        unit.sheets.add(
            1, digest=DIGEST, sha256=sha256("red"), file_name="r.pdf", paid=a_payment(), role=Role.ACCOUNTANT
        )
        assert unit.sheets.settling(1) == settling  # what the reviewer knew is what was judged by
    with store.change(actor=person.id, at=LATER) as unit:
        unit.sheets.void(1, "تصحیح حسابداری")
        unit.sheets.void(1, "بار دوم")
        unit.sheets.add(1, digest=DIGEST, sha256=sha256("new"), file_name="n.pdf", paid=a_payment())
    with store.read() as view:
        green, red, new = view.sheets.of_claim(1)
        voids = [entry for entry in view.trail.of_claim(1) if entry.action is TrailAction.SHEET_VOIDED]
    assert [sheet.role for sheet in (green, red, new)] == [Role.REVIEWER, Role.ACCOUNTANT, Role.REVIEWER]
    assert green.voided is not None
    assert (green.voided.at, green.voided.by, green.voided.reason) == (LATER, person.id, "تصحیح حسابداری")
    assert red.voided == green.voided
    assert new.voided is None
    assert len(voids) == 2
    assert store.check() == []


def test_a_red_word_and_a_password_to_be_changed_come_back(store: OfficeStore) -> None:
    person = add_person(store)
    import_claims(store, [a_claim()])
    with store.change(actor=person.id, at=AT) as unit:
        word = unit.decisions.add(
            1, DecisionKind.SET_AMOUNT, result_digest=DIGEST, line=1, amount=7, reason="جمع", pen=Pen.RED
        )
        unit.users.set_password(person.id, "$argon2id$once", must_change=True)
        assert unit.users.get(person.id).must_change_password
        unit.users.set_password(person.id, "$argon2id$own")
        assert not unit.users.get(person.id).must_change_password
    with store.read() as view:
        assert view.decisions.of_claim(1) == (word,)
    assert word.pen is Pen.RED


def test_a_revoked_key_is_kept_with_its_reason(store: OfficeStore) -> None:
    person = add_person(store)
    with store.change(actor=person.id, at=AT) as unit:
        unit.revocations.add(person.id, "1234", "گم شدن کلید")
    with store.read() as view:
        (revoked,) = view.revocations.all()
    assert (revoked.user_id, revoked.serial, revoked.revoked_at) == (person.id, "1234", AT)
    assert (revoked.revoked_by, revoked.reason) == (person.id, "گم شدن کلید")


def test_an_inquiry_serves_a_person_and_day_and_a_later_one_stands_in_its_place(store: OfficeStore) -> None:
    person = add_person(store)
    with store.change(actor=person.id, at=AT) as unit:
        first = unit.inquiries.add("0012345679", THE_DAY, way=InquiryWay.USSD, covered=False, asked_on=THE_DAY)
    with store.read() as view:
        place = view.trail.latest(1)[0].seq
    with store.change(actor=person.id, at=LATER) as unit:
        second = unit.inquiries.add(
            "0012345679", THE_DAY, way=InquiryWay.SMS, covered=True, asked_on=THE_DAY, tracking_code="4021887"
        )
    with store.read() as view:
        assert view.inquiries.of_patient("0012345679") == (first, second)
        assert view.inquiries.of_day("0012345679", THE_DAY) == second
        assert view.inquiries.of_day("0012345679", THE_DAY, known_at=place) == first
        assert view.inquiries.of_day("0012345679", THE_DAY.plus_days(1)) is None
        assert view.inquiries.latest() == (second, first)
    assert second.facts["eligibility_code"] == "4021887"
    assert first.facts == {
        "eligibility": "not_covered",
        "eligibility_inquiry": "general",
        "eligibility_checked_on": THE_DAY,
    }


def _listed(store: OfficeStore, actor: int, name: str, *payments: Payment, at: str = AT) -> PaymentList:
    with store.change(actor=actor, at=at) as unit:
        return unit.payments.add(Insurer.SALAMAT, payments, sha256=sha256(name), file_name=f"{name}.pdf")


def test_a_version_of_a_claim_stands_on_one_payment_list_only(store: OfficeStore) -> None:
    person = add_person(store)
    import_claims(store, [a_claim(), a_claim("C-2")])
    payments = Payment(2, IBAN, 700), Payment(1, IBAN, 5)
    kept = _listed(store, person.id, "list", *payments)
    for again in (Payment(2, IBAN, 700), Payment(2, IBAN, 700, paid=700), Payment(2, IBAN, 700, version=2)):
        with pytest.raises(IntegrityError):
            _listed(store, person.id, "again", again, at=LATER)
    with store.read() as view:
        assert view.payments.list() == (kept,)
        assert view.payments.payments_of(kept.id) == payments
        assert view.payments.latest() == {payment.claim_id: PaidBefore(kept.id, payment) for payment in payments}


def test_later_versions_are_paid_or_reclaimed_by_their_difference(store: OfficeStore) -> None:
    person = add_person(store)
    import_claims(store, [a_claim()])
    versions = Payment(1, IBAN, 700), Payment(1, IBAN, 900, 2, 700), Payment(1, IBAN, 0, 3, 900)
    lists = [_listed(store, person.id, f"list {payment.version}", payment) for payment in versions]
    with store.read() as view:
        found = view.payments.of_claim(1)
    assert found == tuple(PaidBefore(kept.id, payment) for kept, payment in zip(lists, versions, strict=True))
    assert [(payment.amount, payment.reclaims) for payment in versions] == [(700, False), (200, False), (900, True)]
    with raw(store.folder) as connection:
        assert connection.execute("SELECT amount, version, due, paid FROM payment_list_claims").fetchall() == [
            (700, 1, 700, 0),
            (200, 2, 900, 700),
            (900, 3, 0, 900),
        ]


@pytest.mark.parametrize(("listed_at", "version"), [("2026-11-22T09:00:00Z", 1), ("2026-11-22T11:00:00Z", 2)])
def test_a_row_of_the_release_before_paid_the_version_that_was_closed_then(
    store: OfficeStore, listed_at: str, version: int
) -> None:
    person = add_person(store)
    import_claims(store, [a_claim()])
    for name, at in (("one", AT), ("two", "2026-11-22T10:00:00Z")):
        with store.change(actor=person.id, at=at) as unit:
            paid, role = a_payment(), Role.ACCOUNTANT
            unit.sheets.add(1, digest=DIGEST, sha256=sha256(name), file_name=name, paid=paid, role=role)
            unit.claims.reopen(1)
    kept = _listed(store, person.id, "list", at=listed_at)
    with raw(store.folder) as connection:
        connection.execute(f"INSERT INTO payment_list_claims VALUES ({kept.id}, 1, 1, '{IBAN}', 700, NULL, NULL, NULL)")
    with store.read() as view:
        assert view.payments.of_claim(1) == (PaidBefore(kept.id, Payment(1, IBAN, 700, version)),)
    difference = Payment(1, IBAN, 900, version + 1, 700)
    _listed(store, person.id, "difference", difference, at="2026-11-23T09:00:00Z")
    with store.read() as view:
        assert view.payments.latest()[1].payment == difference


@pytest.mark.parametrize("told", ["7, 1, 5, 0", "7, 1, -7, 0", "5, NULL, 5, 0", "5, 0, 5, 0", "5, 1, 5, NULL"])
def test_a_payment_that_does_not_add_up_is_refused(store: OfficeStore, told: str) -> None:
    person = add_person(store)
    import_claims(store, [a_claim(), a_claim("C-2")])
    _listed(store, person.id, "list", Payment(1, IBAN, 5))
    with raw(store.folder) as connection, pytest.raises(sqlite3.IntegrityError, match="ck_payment_list_claims"):
        connection.execute(f"INSERT INTO payment_list_claims VALUES (1, 2, 2, '{IBAN}', {told})")


def test_a_reason_that_finds_no_room_on_a_sheet_is_refused(store: OfficeStore) -> None:
    person = add_person(store)
    import_claims(store, [a_claim()])
    long, enough = "د" * (LONGEST_REASON + 1), "د" * LONGEST_REASON
    with store.change(actor=person.id, at=AT) as unit:
        unit.decisions.add(1, DecisionKind.SET_AMOUNT, result_digest=DIGEST, line=1, amount=7, reason=enough)
        with pytest.raises(UseError, match="۱۰۰۰ نویسه کوتاه کنید"):
            unit.decisions.add(1, DecisionKind.SET_AMOUNT, result_digest=DIGEST, line=1, amount=7, reason=long)
        with pytest.raises(UseError, match="کوتاه کنید"):
            unit.objections.add(1, 1, received_on=THE_DAY, reason=long)
        sample = unit.samples.draw(SampleMethod.RANDOM, 7, {}, [(1, "تصادفی")])
        with pytest.raises(UseError, match="کوتاه کنید"):
            unit.samples.judge(sample.id, 1, agreed=False, note=long)
