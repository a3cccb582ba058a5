"""The accounting pass: sums are looked at anew, amounts corrected in red, the second signature closes the claim.

A correction voids the reviewer's signature at once; the claim then goes to a reviewer, who signs the corrected sheet
anew, and comes back for the accountant's. Nobody does both.
"""

import hashlib
from collections.abc import Callable

from app.domain.findings import Pen
from app.domain.money import Rial
from app.domain.office import ClaimState, Decision, DecisionKind, Role, SignedSheet
from app.domain.persian import persian_digits, rials
from app.domain.rights import Action
from app.domain.settlement_digest import settlement_digest
from app.errors import DataError, UseError
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.presence import expect_on_no_other_desk
from app.services.results import settled_summary
from app.services.rights import expect_right, reviewed_by
from app.services.sign_off import entering, expect_as_shown
from app.services.signing_keys import personal_key
from app.sheets.signing import sign_sheet
from app.store.folder import reporting_file_faults
from app.store.transactions import OfficeChange

ACCOUNTING_STATES = frozenset({ClaimState.TECHNICALLY_DONE, ClaimState.IN_ACCOUNTING})
"""The states in which a claim is the accountant's."""
REASON_OF_SIGNATURE = "حسابداری"
NAMED_CORRECTIONS = 3


class Accounting:
    """A signed-in accountant's work on signed claims; each call returns the claim as it then lies on the desk.

    The first step takes a claim into accounting. All raise UseError for a person's own review, and where the claim has
    come into other hands since it was shown.
    """

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office, self._session = office, session
        self._opening = opening or ClaimOpening(office)

    def correct(self, shown: OpenClaim, line: int, amount: Rial, reason: str) -> OpenClaim:
        """Set the amount of a line in red; what was signed holds no longer. Raises UseError without a reason."""
        reason = reason.strip()
        if not 0 <= amount <= shown.line(line).amount:
            raise UseError("مبلغ تصحیح‌شده باید میان صفر و مبلغ درخواستی باشد. مبلغ را اصلاح کنید.")
        if not reason:
            raise UseError("تصحیح حسابداری دلیل می‌خواهد؛ دلیل آن را بنویسید.")
        if amount == shown.settlement.line(line).approved:
            raise UseError("همین مبلغ اکنون بر این ردیف است؛ چیزی برای تصحیح نیست.")

        def write(unit: OfficeChange, now: OpenClaim) -> None:
            unit.decisions.add(
                now.id,
                DecisionKind.SET_AMOUNT,
                result_digest=now.result.digest_of(line),
                line=line,
                amount=amount,
                reason=reason,
                pen=Pen.RED,
            )
            unit.sheets.void(now.id, f"تصحیح حسابداری ردیف {persian_digits(line)}: {reason}")

        return self._act(shown, Action.CORRECT, write)

    def undo(self, shown: OpenClaim) -> OpenClaim:
        """Take back the person's own latest correction; the signature that it voided stays void."""
        last = self.last_correction(shown)
        if last is None:
            raise UseError("تصحیحی از شما برای برگرداندن نیست.")
        return self._act(shown, Action.CORRECT, lambda unit, _now: unit.decisions.undo(last.id))

    def last_correction(self, shown: OpenClaim) -> Decision | None:
        """Return the correction that the person may take back."""
        own = (word for word in reversed(shown.corrections) if word.author == self._session.user.id)
        return next(own, None)

    def ask_for_signature(self, shown: OpenClaim) -> OpenClaim:
        """Give a claim whose signature was voided to a reviewer, who signs it anew as it stands now."""
        if shown.voided is None:
            raise UseError("امضای فنی این سند برقرار است و امضای دوباره نمی‌خواهد.")
        return self._act(shown, Action.CORRECT, _going_back(_what_was_corrected(shown)))

    def send_back(self, shown: OpenClaim, note: str) -> OpenClaim:
        """Return a claim to its reviewer with a note; its signature holds no longer. Raises UseError without one."""
        note = note.strip()
        if not note:
            raise UseError("بنویسید چرا سند به رسیدگی بازمی‌گردد؛ کارشناس همین یادداشت را بالای سند می‌بیند.")
        return self._act(shown, Action.SEND_BACK, _going_back(note))

    def sign(self, shown: OpenClaim) -> OpenClaim:
        """Add the accountant's signature to the reviewer's sheet, as it was shown, and close the claim.

        Raises UseError where the sheet no longer says what stands on the claim, ClaimChanged where the claim has become
        another since it was shown, and DataError where the sheet's file is not what the office entered.
        """
        expect_right(self._session, Action.SIGN_ACCOUNTS)
        signed = _sheet_to_countersign(shown)
        pdf = sign_sheet(
            self._file_of(signed),
            personal_key(self._office, self._session.user),
            self._session.password,
            role="accountant",
            full_name=self._session.user.full_name,
            reason=REASON_OF_SIGNATURE,
            at=self._office.clock(),
        )
        with entering(self._office, self._session, shown, pdf) as entry:
            now = self._taken(entry.unit, shown, Action.SIGN_ACCOUNTS)
            expect_as_shown(shown, now)
            entry.enter(signed.digest, Role.ACCOUNTANT)
            entry.unit.claims.set_state(now.id, ClaimState.CLOSED)
            return self._opening.open(entry.unit, now.id)

    def _file_of(self, signed: SignedSheet) -> bytes:
        path = self._office.store.sheets_folder / signed.file_name
        with reporting_file_faults(path.parent):
            pdf = path.read_bytes()
        if hashlib.sha256(pdf).hexdigest() != signed.sha256:
            raise DataError(
                f"پرونده برگ {signed.file_name} با آنچه در دفتر ثبت شده یکی نیست."
                " سند را با یادداشت به رسیدگی بازگردانید تا برگ تازه‌ای امضا شود."
            )
        return pdf

    def _act(self, shown: OpenClaim, action: Action, write: Callable[[OfficeChange, OpenClaim], object]) -> OpenClaim:
        with self._office.change(self._session.user.id) as unit:
            write(unit, self._taken(unit, shown, action))
            changed = self._opening.open(unit, shown.id)
            unit.results.put(shown.id, settled_summary(changed.settlement))
        return changed

    def _taken(self, unit: OfficeChange, shown: OpenClaim, action: Action) -> OpenClaim:
        """Return a claim as it stands in a change, in accounting, after making sure that the person may do this."""
        now = self._opening.open(unit, shown.id)
        own = reviewed_by(self._session.user.id, now.decisions, now.sheets)
        expect_right(self._session, action, own=own, now=unit)
        expect_on_no_other_desk(self._office, unit, shown.id)
        if now.state not in ACCOUNTING_STATES or now.sheets != shown.sheets:
            raise UseError("این سند در این میان به دست دیگری رسیده است. سند را دوباره باز کنید.")
        if now.state is ClaimState.TECHNICALLY_DONE:
            unit.claims.set_state(now.id, ClaimState.IN_ACCOUNTING)
        return now


def _going_back(note: str) -> Callable[[OfficeChange, OpenClaim], None]:
    """Return what gives a claim back to a reviewer with a note."""

    def write(unit: OfficeChange, now: OpenClaim) -> None:
        digest = now.result.digest_of(None)
        unit.decisions.add(now.id, DecisionKind.SEND_BACK, result_digest=digest, reason=note, pen=Pen.RED)
        unit.sheets.void(now.id, note)
        unit.claims.set_state(now.id, ClaimState.IN_REVIEW)

    return write


def _what_was_corrected(shown: OpenClaim) -> str:
    """Return the note with which a corrected claim asks for its signature."""
    latest = {word.line: word for word in shown.corrections if word.line is not None}
    if not latest:
        return "برای امضای دوباره: تصحیح‌های حسابداری برگردانده شد و مبلغ‌ها همان است که امضا شده بود."
    lines = [shown.settlement.line(no) for no in sorted(latest)]
    named = [
        f"ردیف {persian_digits(line.no)} از {rials(line.green.approved if line.green else line.approved)}"
        f" به {rials(line.approved)} ریال («{latest[line.no].reason}»)"
        for line in lines[:NAMED_CORRECTIONS]
    ]
    if len(lines) > NAMED_CORRECTIONS:
        named.append(f"و {persian_digits(len(lines) - NAMED_CORRECTIONS)} ردیف دیگر")
    return f"برای امضای دوباره پس از تصحیح حسابداری: {'؛ '.join(named)}"


def _sheet_to_countersign(shown: OpenClaim) -> SignedSheet:
    """Return the reviewer's sheet; raises UseError where it does not hold, or no longer says what stands."""
    signed = shown.reviewers_sheet
    if signed is None or signed.voided is not None:
        raise UseError("امضای فنی این سند برقرار نیست؛ نخست کارشناس رسیدگی باید آن را دوباره امضا کند.")
    if settlement_digest(shown.settlement) != signed.digest:
        raise UseError(
            "برگی که کارشناس امضا کرده است با آنچه اکنون بر سند است یکی نیست."
            " سند را با یادداشت به رسیدگی بازگردانید تا دوباره امضا شود."
        )
    return signed
