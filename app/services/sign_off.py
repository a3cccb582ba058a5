"""The end of a technical review: the sheet is drawn, signed with the reviewer's own key, kept and entered."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.domain.claim import Claim
from app.domain.coded_fields import CODED_FIELDS
from app.domain.departures import needs_supervisor
from app.domain.findings import Pen
from app.domain.office import ClaimState, PaidLine, Role
from app.domain.persian import rials
from app.domain.rights import Action
from app.domain.settlement import Settlement
from app.domain.settlement_digest import settlement_digest
from app.errors import UseError
from app.services.claim_opening import ClaimOpening
from app.services.clock import day_of
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.presence import expect_on_no_other_desk
from app.services.results import settled_summary
from app.services.rights import corrected_by, expect_new_eyes, expect_right
from app.services.signing_keys import expect_good_key, personal_key
from app.services.supervision import thresholds_of
from app.sheets.assessment_sheet import draw_assessment_sheet
from app.sheets.content import AnsweredObjection, AssessmentSheet, EarlierVersion, Signatory, VoidSignature
from app.sheets.signing import sign_sheet
from app.store.folder import forget_file, reporting_file_faults, write_private_file
from app.store.transactions import OfficeChange

REVIEWER_POST = "کارشناس رسیدگی فنی"
OFFICE_NAME_SETTING = "office_name"
DEFAULT_OFFICE_NAME = "اداره رسیدگی به اسناد"
SAMPLE_OFFICE_NAME = "دفتر نمونه (سندهای ساختگی)"


def draw_sheet(office: Office, session: Session, open_claim: OpenClaim) -> bytes:
    """Return the assessment sheet of a claim as an unsigned PDF, which tells of a signature that was voided."""
    return draw_assessment_sheet(replace(sheet_of(office, session, open_claim), voided=_void_signatures(open_claim)))


def sheet_of(office: Office, session: Session, open_claim: OpenClaim) -> AssessmentSheet:
    """Return everything that stands on the sheet of a claim."""
    with office.read() as view:
        name = view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
    return AssessmentSheet(
        office_name=name,
        submission=open_claim.submission,
        claim=_titled(open_claim),
        settlement=open_claim.settlement,
        digest=settlement_digest(open_claim.settlement),
        printed_on=day_of(office.clock()),
        reviewer=Signatory(Pen.GREEN, session.user.full_name if session.holds(Role.REVIEWER) else None, REVIEWER_POST),
        fact_labels={fact: told.label for fact, told in (*office.dictionary.items(), *CODED_FIELDS.items())},
        version=open_claim.version,
        earlier=_version_before(open_claim),
        objections=tuple(_answered(open_claim)),
    )


def _answered(open_claim: OpenClaim) -> Iterator[AnsweredObjection]:
    """Yield the objections that this version answers; one that waits to be heard is no matter of the version before."""
    for objection in () if open_claim.state is ClaimState.OBJECTED else open_claim.objected:
        answer = open_claim.answer_to(objection)
        by = None if answer is None else open_claim.authors[answer.author].initials
        said = None if answer is None else answer.reason
        yield AnsweredObjection(objection.line, objection.received_on, objection.reason, objection.wanted, said, by)


def _version_before(open_claim: OpenClaim) -> EarlierVersion | None:
    """Return what the version before this one paid, as its sheet was signed."""
    if not open_claim.earlier:
        return None
    before = open_claim.earlier[-1]
    return EarlierVersion(before.version, before.approved)


def _void_signatures(open_claim: OpenClaim) -> tuple[VoidSignature, ...]:
    """Return whose signature under this version holds no longer, while nobody has signed anew."""
    sheet, voided = open_claim.reviewers_sheet, open_claim.voided
    if sheet is None or voided is None:
        return ()
    signatory = open_claim.authors[sheet.signed_by].full_name
    return (VoidSignature(signatory, day_of(datetime.fromisoformat(voided.at)), voided.reason),)


def _titled(open_claim: OpenClaim) -> Claim:
    """Return the claim with a title on each line, where the centre wrote none that of the reference pack."""
    lines = (replace(line, title=open_claim.titles[line.no]) for line in open_claim.claim.lines)
    return replace(open_claim.claim, lines=tuple(lines))


class ClaimChanged(UseError):
    """A claim is no longer what was shown, and was not signed; `now` is what it has become."""

    def __init__(self, shown: OpenClaim, now: OpenClaim) -> None:
        super().__init__(_what_changed(shown, now))
        self.now = now


def sign(office: Office, session: Session, open_claim: OpenClaim, opening: ClaimOpening | None = None) -> Path:
    """Sign a claim's sheet as it was shown, keep it, and close the technical review; returns the file of the sheet.

    What is signed is also what lists and the patient's later claims find; the kept summary may be of an earlier day.
    A claim that pays more than the engine says waits for the supervisor. Raises UseError while something is open and
    where the person corrected the claim as its accountant, and ClaimChanged where the claim has become another since it
    was shown, so that nobody signs what they have not seen.
    """
    expect_right(session, Action.SIGN_REVIEW)
    if corrected_by(session.user.id, open_claim.decisions):
        raise UseError("این سند را خود شما در حسابداری تصحیح کرده‌اید؛ امضای فنی آن با کارشناس دیگری است.")
    if not open_claim.may_be_signed:
        raise UseError(
            "هنوز پرسشی باز است، نظری باید دوباره داده شود یا اعتراضی پاسخ نگرفته است؛ نخست آن را روشن کنید."
        )
    opening = opening or ClaimOpening(office)
    sheet = sheet_of(office, session, open_claim)
    pdf = sign_sheet(
        draw_assessment_sheet(sheet),
        personal_key(office, session.user),
        session.password,
        role="reviewer",
        full_name=session.user.full_name,
        reason="رسیدگی فنی",
        at=office.clock(),
    )
    with entering(office, session, open_claim, pdf) as entry:
        now = opening.open(entry.unit, open_claim.id)
        expect_right(session, Action.SIGN_REVIEW, now=entry.unit)
        expect_new_eyes(session, entry.unit, open_claim.id)
        if not now.editable:
            raise UseError("این سند در این میان به دست دیگری بسته شده است. سند را دوباره باز کنید.")
        expect_as_shown(open_claim, now)
        entry.enter(sheet.digest, Role.REVIEWER)
        entry.unit.claims.set_state(open_claim.id, _state_after(entry.unit, open_claim.settlement))
    return entry.path


@dataclass(frozen=True, slots=True)
class Entry:
    """A signed sheet in the transaction that enters it."""

    unit: OfficeChange
    path: Path
    pdf: bytes
    open_claim: OpenClaim

    def enter(self, digest: str, role: Role) -> None:
        """Keep the file, and enter the sheet with what it pays; what lists show is what was signed."""
        with reporting_file_faults(self.path.parent):
            write_private_file(self.path, self.pdf)
        settlement = self.open_claim.settlement
        self.unit.results.put(self.open_claim.id, settled_summary(settlement))
        self.unit.sheets.add(
            self.open_claim.id,
            digest=digest,
            sha256=hashlib.sha256(self.pdf).hexdigest(),
            file_name=self.path.name,
            paid=_paid(settlement),
            role=role,
        )


@contextmanager
def entering(office: Office, session: Session, open_claim: OpenClaim, pdf: bytes) -> Iterator[Entry]:
    """Open the change in which a signed sheet is entered; its file is kept only with its entry.

    Raises UseError where the person's key signs no longer, and where the claim lies on another desk.
    """
    digest = hashlib.sha256(pdf).hexdigest()
    path = office.store.sheets_folder / f"claim-{open_claim.id}-v{open_claim.version}-{digest[:12]}.pdf"
    try:
        with office.change(session.user.id) as unit:
            expect_on_no_other_desk(office, unit, open_claim.id)
            expect_good_key(unit, session.user, office.clock())
            yield Entry(unit, path, pdf, open_claim)
    except BaseException:
        forget_file(path)
        raise


def expect_as_shown(shown: OpenClaim, now: OpenClaim) -> None:
    """Raise where a claim, in the transaction that signs it, is not what was shown to the person who signs."""
    if _what_is_signed(now) != _what_is_signed(shown):
        raise ClaimChanged(shown, now)


def _what_is_signed(open_claim: OpenClaim) -> tuple[object, ...]:
    """Return all of a claim that its sheet shows, the arithmetic of each finding too."""
    shown = open_claim
    answered = tuple(_answered(shown))
    return shown.version, shown.submission, shown.claim, shown.settlement, shown.titles, answered


def _what_changed(shown: OpenClaim, now: OpenClaim) -> str:
    """Say in one sentence why a claim was not signed, short enough for the notice over the bill."""
    if now.decisions != shown.decisions:
        reason = "پاسخ یا نظری بر همین سند"
    elif now.history != shown.history:
        reason = "سابقه بیمار"
    else:
        reason = "دانسته‌های دفتر از این درخواست یا بسته‌های مرجع"
    before, after = shown.settlement.totals.approved, now.settlement.totals.approved
    outcome = "نتیجه دیگر همان نیست که دیدید"
    if before != after:
        outcome = f"مبلغ تأییدشده از {rials(before)} به {rials(after)} ریال رسیده است"
    return f"امضا نشد: {reason} تغییر کرده و {outcome}. سند از نو نشان داده شد؛ ببینید و دوباره امضا کنید."


def signed_sheet_file(office: Office, claim_id: int) -> Path | None:
    """Return the latest signed sheet of a claim's present version, None where there is none that holds."""
    with office.read() as view:
        version = view.claims.standing(claim_id).version
        sheets = [sheet for sheet in view.sheets.of_claim(claim_id) if sheet.version == version]
    return office.store.sheets_folder / sheets[-1].file_name if sheets and sheets[-1].voided is None else None


def _paid(settlement: Settlement) -> dict[int, PaidLine]:
    """Return what the sheet pays, as the patient's later claims find it in the history."""
    return {line.no: PaidLine(line.approved, line.kept_units) for line in settlement.lines}


def _state_after(unit: OfficeChange, settlement: Settlement) -> ClaimState:
    """A departure that costs more, or that is larger than the office's thresholds, needs a supervisor's eyes."""
    waits = needs_supervisor(settlement, thresholds_of(unit))
    return ClaimState.AWAITING_SUPERVISOR if waits else ClaimState.TECHNICALLY_DONE
