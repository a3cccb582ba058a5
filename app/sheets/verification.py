"""Verification of a sheet: who signed it, whether it is unchanged since, and which result it shows.

What the file alone can't tell, that a later signature was cut off together with everything after the first one, the
office can: it knows the SHA-256 of the file that it kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.dates import JalaliDate
from app.domain.persian import date_text, persian_digits
from app.sheets.stamp import POSTS


@dataclass(frozen=True, slots=True)
class SheetSignature:
    """One signature: of whom, in which role, when (by the signer's clock), and what holds of it.

    `intact`: the bytes it covers are as they were signed. `trusted`: its certificate was valid then and comes from an
    authority of the office. `unchanged_since`: nothing but a further signature has been added after it.
    """

    role: str
    full_name: str
    at: datetime | None
    intact: bool
    trusted: bool
    unchanged_since: bool

    @property
    def holds(self) -> bool:
        """Whether everything holds of it."""
        return self.intact and self.trusted and self.unchanged_since


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What a PDF holds: the digest of its result, its signatures, and whether they cover it to its last byte."""

    digest: str | None
    signatures: tuple[SheetSignature, ...]
    covered: bool


@dataclass(frozen=True, slots=True)
class SheetVerification:
    """What is to be said of a sheet; `holds` when it is signed, every signature holds and all of it is covered."""

    holds: bool
    digest: str | None
    signatures: tuple[SheetSignature, ...]
    sentences: tuple[str, ...]


def verify_sheet(pdf: bytes, authority_certificates: Sequence[str], at: datetime | None) -> SheetVerification:
    """Verify a sheet against the authorities that an office trusts.

    Args:
        pdf: the file.
        authority_certificates: certificates (PEM) of the trusted authorities.
        at: the moment for which certificates must be valid; None takes the moment that each signature names.
    """
    if not pdf.startswith(b"%PDF-"):
        return SheetVerification(False, None, (), ("این پرونده PDF نیست، پس برگ رسیدگی نیست.",))
    from app.sheets.pades_reading import DamagedSheet, read  # the signing library takes half a second to load

    try:
        reading = read(pdf, authority_certificates, at)
    except DamagedSheet:
        sentence = "این PDF آسیب دیده یا دست خورده است و امضای آن خوانده نمی‌شود."
        return SheetVerification(False, None, (), (sentence,))
    holds = bool(reading.signatures) and reading.covered and all(found.holds for found in reading.signatures)
    return SheetVerification(holds, reading.digest, reading.signatures, tuple(_sentences(reading)))


def _sentences(reading: SheetReading) -> list[str]:
    if not reading.signatures:
        return ["این برگ امضا نشده است."]
    sentences = [_of_signature(signature) for signature in reading.signatures]
    if not reading.covered:
        sentences.append("پس از امضای آخر چیزی به پرونده افزوده شده است که هیچ امضایی آن را در بر نمی‌گیرد.")
    signed = {signature.role for signature in reading.signatures}
    sentences += [f"جای امضای {post} خالی است." for role, post in POSTS.items() if role not in signed]
    return sentences


def _of_signature(signature: SheetSignature) -> str:
    post = POSTS.get(signature.role, "سمتی ناشناخته")
    who = f"امضای {signature.full_name} ({post}{_moment(signature.at)})"
    if not signature.intact:
        return f"{who} درست نیست: برگ پس از امضا دست خورده است."
    if not signature.unchanged_since:
        return f"{who} برگ دیگری را در بر می‌گیرد: پس از آن چیزی جز امضا به پرونده افزوده شده است."
    if not signature.trusted:
        return f"{who} از مرجعی است که این دفتر نمی‌شناسد، یا گواهی آن در هنگام امضا اعتبار نداشته است."
    return f"{who} درست است و برگ پس از آن دست نخورده است."


def _moment(at: datetime | None) -> str:
    if at is None:
        return ""
    local = at.astimezone()
    return f"، {date_text(JalaliDate.from_gregorian(local.date()))} ساعت {persian_digits(f'{local:%H:%M}')}"
