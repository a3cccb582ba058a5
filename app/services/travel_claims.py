"""Travel claims typed from their paper forms: judged while they are typed, then imported like any claim file."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.domain.assessment import ClaimResult, canonical_json
from app.domain.claim import ClaimKind
from app.domain.dates import JalaliDate
from app.domain.persian import clean, code_text, date_text, latin_digits, persian_digits
from app.domain.queue import QueueQuery, QueueRow
from app.domain.reference import Reference
from app.domain.rights import Action
from app.domain.travel_form import TravelForm, form_digest, form_document, form_doubt, form_fault
from app.errors import DataError, UseError
from app.files.claim_reader import read_claim_file
from app.files.problems import Problem
from app.files.read_report import ReadReport
from app.services.audit import AuditRound
from app.services.clock import day_of
from app.services.importing import ImportStage, import_claim_file
from app.services.inquired import by_inquiry
from app.services.office import Office
from app.services.people import Session
from app.services.rights import expect_right
from app.services.travel_rates import TravelRate, line_rate, service_codes, towns
from app.store.folder import reporting_file_faults, write_private_file
from app.store.transactions import OfficeChange, OfficeView

SAME_PATIENT_LIMIT = 200
NO_CODES = "ردیف‌های کرایه و اقامت سفر در بسته‌های مرجع این دفتر نیست؛ مدیر دفتر بسته «ردیف‌های سفر» را از برنامه نصب کند."


class TypedBefore(UseError):
    """The same form was typed before; `claim_id` is the first entry's number in the office."""

    def __init__(self, sentence: str, claim_id: int) -> None:
        super().__init__(sentence)
        self.claim_id = claim_id


@dataclass(frozen=True, slots=True)
class TravelTrial:
    """What would be said of a form: faults that keep it out, else the engine's result with the rate of each line.

    `fault` is one that no paper can have, `doubt` one that is hardly so and keeps nothing out.
    """

    problems: tuple[Problem, ...]
    result: ClaimResult | None = None
    rates: Mapping[int, TravelRate] | None = None
    before: TypedBefore | None = None
    fault: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class TravelChoices:
    """What the form offers: the office's day, and the towns of routes."""

    today: JalaliDate
    towns: tuple[str, ...]


class TravelClaims:
    """Takes typed travel forms of an office for one person; safe to use from the worker's thread."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office, self._session = office, session

    def choices(self) -> TravelChoices:
        """Return what the form offers."""
        with self._office.read() as view:
            expect_right(self._session, Action.REVIEW, now=view)
            reference = self._office.auditor_of(view).reference
        return TravelChoices(day_of(self._office.clock()), towns(reference))

    def trial(self, form: TravelForm) -> TravelTrial:
        """Return what the rules say of a form as it stands; nothing is stored. Raises DataError without travel rows."""
        with self._office.read() as view:
            expect_right(self._session, Action.REVIEW, now=view)
            if fault := form_fault(form):
                return TravelTrial((), fault=fault)
            auditor = self._office.auditor_of(view)
            codes = _codes(auditor.reference, form)
            with self._file(form, codes) as path:
                report = self._report(path)
            if report.submission is None:
                return TravelTrial(report.errors)
            (claim,) = report.claims
            claim, _inquired = by_inquiry(view, report.submission, claim)
            round_ = AuditRound(
                auditor,
                report.submission,
                (claim,),
                history_of=lambda patient: view.claims.history_of(patient, self._office.dictionary),
            )
            groups = {line.no: entry.group for line, entry in zip(claim.lines, form.entries, strict=True)}
            rates = {
                line.no: line_rate(auditor.reference, groups[line.no], line, claim.facts, form.journey_day)
                for line in claim.lines
            }
            found = {no: rate for no, rate in rates.items() if rate is not None}
            before, doubt = _typed_before(view, form, codes), form_doubt(form, day_of(self._office.clock()))
            return TravelTrial(report.warnings, round_.result(0), found, before, doubt=doubt)

    def save(self, form: TravelForm) -> int:
        """Import a form and return its claim's number in the office.

        Raises TypedBefore for a form that was typed before, ImportRefused for a faulty one, UseError for one that can't
        be on any paper or without the right.
        """
        if fault := form_fault(form):
            raise UseError(fault)
        with self._office.read() as view:
            expect_right(self._session, Action.REVIEW, now=view)
            codes = _codes(self._office.auditor_of(view).reference, form)

        def expect_new(stage: ImportStage, _done: int, _total: int) -> None:
            """Look once more while no other desk can write: one may have typed the form since."""
            if stage is ImportStage.STORING:
                self._expect_new(form, codes)

        self._expect_new(form, codes)
        with self._file(form, codes) as path:
            imported = import_claim_file(self._office, self._session, path, expect_new)
        with self._office.read() as view:
            (claim,) = view.claims.of_submission(imported.submission_id, self._office.dictionary)
        return claim.id

    def _expect_new(self, form: TravelForm, codes: dict[str, str]) -> None:
        with self._office.read() as view:
            before = _typed_before(view, form, codes)
        if before is not None:
            raise before

    def _report(self, path: Path) -> ReadReport:
        return read_claim_file(path, self._office.dictionary, strict_identity=True)

    @contextmanager
    def _file(self, form: TravelForm, codes: dict[str, str]) -> Iterator[Path]:
        """Write the form as a claim file that only the office's owner can read, for as long as it is read."""
        root = self._office.store.folder
        with reporting_file_faults(root), tempfile.TemporaryDirectory(prefix="typed-", dir=root) as folder:
            path = Path(folder) / f"travel-form-{form_digest(form, codes)[:10]}.json"
            write_private_file(path, canonical_json(form_document(form, codes)).encode())
            yield path


def _codes(reference: Reference, form: TravelForm) -> dict[str, str]:
    codes = service_codes(reference, form.journey_day)
    if any(entry.group not in codes for entry in form.entries):
        raise DataError(NO_CODES)
    return codes


def _typed_before(view: OfficeView | OfficeChange, form: TravelForm, codes: dict[str, str]) -> TypedBefore | None:
    """Return the refusal of a form that is in the office already: same number, unit, patient and day of journey."""
    claim_id = form_document(form, codes)["claims"][0]["id"]
    query = QueueQuery(text=latin_digits(form.patient.id), kind=ClaimKind.TRAVEL)
    row = next(
        (row for row in view.claims.page(query, None, SAME_PATIENT_LIMIT) if _is_same(row, form, claim_id)), None
    )
    if row is None:
        return None
    day = date_text(form.journey_day)
    return TypedBefore(
        f"این فرم پیش‌تر ثبت شده است: سند {code_text(row.external_id)} در درخواست شماره "
        f"{persian_digits(row.submission_id)}، سفر {day}. همان سند را باز کنید.",
        row.id,
    )


def _is_same(row: QueueRow, form: TravelForm, claim_id: str) -> bool:
    """Tell whether a claim is what a form makes; the office keeps its numbers and ids with Latin digits."""
    typed = (latin_digits(clean(text)) for text in (claim_id, form.patient.id, form.unit))
    return (row.external_id, row.patient_id, row.centre_id) == tuple(typed) and row.service_day == form.journey_day
