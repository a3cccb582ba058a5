"""Test offices: people, a pack, submissions and claims whose figures and names are all made up for tests."""

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from app.domain.assessment import Totals
from app.domain.claim import Claim, ClaimKind, Insurer, Line, Patient, Provider, Submission
from app.domain.dates import JalaliDate, JalaliMonth
from app.domain.deduction_parts import DeductionPart, Taker
from app.domain.facts import FactDefinition, FactDictionary, FactKind, FactScope
from app.domain.findings import Pen, Verdict
from app.domain.inquiries import InquiryWay
from app.domain.office import DecisionKind, PaidLine, ResultSummary, Role, User
from app.domain.office_records import SampleMethod
from app.domain.payments import Payment
from app.store import OfficeStore
from app.store.folder import write_private_file
from app.store.transactions import OfficeChange

AT = "2026-11-22T08:30:00Z"
LATER = "2026-11-22T09:45:00Z"
DIGEST = "b" * 64
IBAN = "IR050170000000123456789012"
THE_DAY = JalaliDate(1395, 3, 7)
PACK = '{"format":"rasidegi/pack","name":"بسته آزمایشی"}'
DICTIONARY = FactDictionary(
    [
        FactDefinition("report_attached", FactScope.CLAIM, FactKind.BOOL, "گزارش پیوست است"),
        FactDefinition("side", FactScope.LINE, FactKind.ENUM, "سمت", values=("right", "left")),
    ]
)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def a_submission(number: str = "S-1", centre: str = "P-1", fund: str | None = "iranian") -> Submission:
    provider = Provider(id=centre, kind="imaging_center", sector="private", name=f"مرکز آزمایشی {centre}")
    return Submission(id=number, month=JalaliMonth(1395, 3), provider=provider, fund=fund)


def a_line(no: int = 1, amount: int = 1_840_000, code: str | None = "701000") -> Line:
    return Line(no=no, section="imaging", amount=amount, code=code, title="سی‌تی اسکن مغز", quantity=Decimal("1.5"))


def a_claim(
    number: str = "C-1",
    *lines: Line,
    patient: str = "0012345679",
    name: str | None = "زهرا آزمایشی",
    day: JalaliDate | None = THE_DAY,
    kind: ClaimKind = ClaimKind.IMAGING,
) -> Claim:
    return Claim(
        id=number,
        kind=kind,
        patient=Patient(id=patient, name=name),
        lines=lines or (a_line(),),
        service_date=day,
        facts={"report_attached": True},
    )


def a_summary(claimed: int = 1_840_000, deducted: int = 230_000, **changes: object) -> ResultSummary:
    approved = claimed - deducted
    fields = {
        "digest": DIGEST,
        "verdict": Verdict.ADJUSTED,
        "totals": Totals(claimed, approved, deducted, approved // 10, approved - approved // 10),
        "queries": 0,
        "trial_figures": True,
        "rulebook": "آزمایشی",
        "approved_lines": {1: approved},
        "engine_lines": {1: claimed},
        "parts": (DeductionPart(1, "GEN-15e", deducted), DeductionPart(1, "GEN-14", 7, Taker.WAIVED)),
    }
    return ResultSummary(**(fields | changes))


def a_payment(approved: int = 1_610_000, units: str = "1.5") -> dict[int, PaidLine]:
    return {1: PaidLine(approved, Decimal(units))}


def add_person(store: OfficeStore, name: str = "azmayesh") -> User:
    with store.change(actor=None, at=AT) as unit:
        return unit.users.add(
            name=name,
            full_name="کارشناس آزمایشی",
            initials="ک‌آ",
            roles=frozenset({Role.REVIEWER, Role.SUPERVISOR}),
            password_hash="$argon2id$test",
        )


def import_claims(
    store: OfficeStore, claims: Iterable[Claim], submission: Submission | None = None, actor: int | None = None
) -> int:
    submission = submission or a_submission()
    with store.change(actor=actor, at=AT) as unit:
        return unit.submissions.add(submission, claims, sha256=sha256(submission.id), file_name=f"{submission.id}.json")


def fill(store: OfficeStore) -> None:
    """Put at least one row into every table, so that no column is left out of a test."""
    person = add_person(store)
    for name, content in (("C-1.pdf", b"sheet"), ("report.pdf", b"report"), ("payments.pdf", b"payments")):
        write_private_file(store.sheets_folder / name, content)
    two_lines = a_claim("C-2", a_line(), a_line(2, 950_000), patient="0499370899", name="علی آزمایشی")
    import_claims(store, [a_claim(), two_lines], actor=person.id)
    with store.change(actor=person.id, at=AT) as unit:
        unit.users.set_certificate(person.id, "-----BEGIN CERTIFICATE----- test")
        unit.users.sign_in_failed(person.id, 3, LATER)
        unit.packs.install(PACK, name="بسته آزمایشی", issued_on="1395-01-01", official=False)
        unit.settings.set("objection_days", 15)
        unit.results.put(1, a_summary())
    with store.change(actor=person.id, at=LATER) as unit:
        unit.decisions.add(
            1, DecisionKind.ENTER_FACT, result_digest=DIGEST, line=1, fact="side", value="left", reason="روی نسخه"
        )
        amount = unit.decisions.add(
            1, DecisionKind.ADD_DEDUCTION, result_digest=DIGEST, line=1, rule="GEN-15e", amount=5, reason="آزمایشی"
        )
        unit.decisions.undo(amount.id)
        unit.sheets.add(1, digest=DIGEST, sha256=sha256("sheet"), file_name="C-1.pdf", paid=a_payment())
        unit.attachments.add(1, "scan.png", b"a scanned page")
        _office_work(unit, person)


def _office_work(unit: OfficeChange, person: User) -> None:
    unit.sheets.void(1, "تصحیح حسابداری")
    unit.revocations.add(person.id, "1234", "گم شدن کلید")
    unit.assignments.assign(1, person.id)
    unit.handovers.add(1, THE_DAY, sha256=sha256("report"), file_name="report.pdf")
    unit.objections.add(1, 1, received_on=THE_DAY, reason="گزارش پیوست بود", wanted=1_840_000)
    sample = unit.samples.draw(SampleMethod.RANDOM, 1395, {"size": 2}, [(2, "تصادفی"), (1, "تصادفی")])
    unit.samples.judge(sample.id, 1, agreed=True, note="درست است")
    unit.decisions.add(2, DecisionKind.SEND_BACK, result_digest=DIGEST, reason="دوباره ببینید", pen=Pen.RED)
    unit.users.set_password(person.id, "$argon2id$test$again", must_change=True)
    unit.payments.add(
        Insurer.TAMIN, [Payment(2, IBAN, 7), Payment(1, IBAN, 5)], sha256=sha256("payments"), file_name="payments.pdf"
    )
    unit.inquiries.add(
        "0012345679",
        THE_DAY,
        way=InquiryWay.USSD,
        covered=True,
        asked_on=THE_DAY,
        tracking_code="4021887",
        special=True,
        valid_to=THE_DAY,
    )
    unit.desks.take(2, person.id, "desk-1", at=LATER, since=AT)


def raw(store_folder: Path) -> contextlib.closing[sqlite3.Connection]:
    """Open the database as somebody with another program would."""
    return contextlib.closing(sqlite3.connect(store_folder / "office.db", isolation_level=None))


def without_guards(connection: sqlite3.Connection) -> None:
    """Take away all that keeps an outsider from changing what he likes."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        connection.execute(f"DROP TRIGGER {name}")
