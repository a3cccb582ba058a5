"""Verification of a sheet: who signed it, whether it is unchanged since, and which result it shows.

What the file alone can't tell, that a later signature was cut off together with everything after the first one, the
office can: it knows the SHA-256 of the file that it kept. It also knows which keys were revoked, and when it entered a
signature; a signature made before the revocation of its key holds for ever, one made after it does not. A signature
that the office never entered is judged by the moment that it names itself, and that is said.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.dates import JalaliDate
from app.domain.office_records import RevokedKey
from app.domain.persian import date_text, persian_digits
from app.sheets.stamp import POSTS


def _entered_nowhere(_sha256: str) -> datetime | None:
    return None


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """What an office knows beyond the file.

    `authorities` are the certificates (PEM) that it trusts, `revoked` its revoked keys by serial number; `entered`
    gives the moment at which it entered the file with a SHA-256.
    """

    authorities: Sequence[str] = ()
    revoked: Mapping[str, RevokedKey] = field(default_factory=dict)
    entered: Callable[[str], datetime | None] = _entered_nowhere


@dataclass(frozen=True, slots=True)
class SheetSignature:
    """One signature: of whom, in which role, when (by the signer's clock), and what holds of it.

    `intact`: the bytes it covers are as they were signed. `trusted`: its certificate was valid then and comes from an
    authority of the office. `unchanged_since`: nothing but a further signature has been added after it. `entered`: when
    the office entered it. `revoked`: since when its key counts no longer.
    """

    role: str
    full_name: str
    at: datetime | None
    intact: bool
    trusted: bool
    unchanged_since: bool
    entered: datetime | None = None
    revoked: RevokedKey | None = None

    @property
    def made_with_revoked_key(self) -> bool:
        """Whether its key was revoked when it was made: when the office entered it, else when it says itself.

        The office enters nothing after a revocation, so what it entered in the same moment came before it.
        """
        if self.revoked is None:
            return False
        if self.entered is not None:
            return self.entered > _since(self.revoked)
        return self.at is None or self.at >= _since(self.revoked)

    @property
    def holds(self) -> bool:
        """Whether everything holds of it."""
        return self.intact and self.trusted and self.unchanged_since and not self.made_with_revoked_key


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


def verify_sheet(pdf: bytes, record: OfficeRecord, at: datetime | None) -> SheetVerification:
    """Verify a sheet against what an office has on record.

    Args:
        pdf: the file.
        record: what the office knows; an empty one trusts nobody.
        at: the moment for which certificates must be valid; None takes the moment at which the office entered each
            signature, else the one that it names itself.
    """
    if not pdf.startswith(b"%PDF-"):
        return SheetVerification(False, None, (), ("این پرونده PDF نیست، پس برگ رسیدگی نیست.",))
    from app.sheets.pades_reading import DamagedSheet, read  # the signing library takes half a second to load

    try:
        reading = read(pdf, record, at)
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
    who = f"امضای {signature.full_name} ({post}{_of_moment(signature.at)})"
    if not signature.intact:
        return f"{who} درست نیست: برگ پس از امضا دست خورده است."
    if not signature.unchanged_since:
        return f"{who} برگ دیگری را در بر می‌گیرد: پس از آن چیزی جز امضا به پرونده افزوده شده است."
    if not signature.trusted:
        return f"{who} از مرجعی است که این دفتر نمی‌شناسد، یا گواهی آن در هنگام امضا اعتبار نداشته است."
    if signature.revoked is not None:
        return f"{who} {_of_revocation(signature, signature.revoked)}"
    return f"{who} درست است و برگ پس از آن دست نخورده است."


def _of_revocation(signature: SheetSignature, revoked: RevokedKey) -> str:
    """Say whether a signature was made before its key was revoked, with both moments and by whose clock."""
    since = f"{moment_words(_since(revoked))} باطل شده است («{revoked.reason}»)"
    if signature.entered is not None:
        made = f"این امضا در {moment_words(signature.entered)} در دفتر ثبت شده"
    elif signature.at is not None:
        made = f"این امضا در دفتر ثبت نشده و زمانی که خود برگ می‌گوید {moment_words(signature.at)} است"
    else:
        made = "این امضا در دفتر ثبت نشده و زمانی هم ندارد"
    if signature.made_with_revoked_key:
        return f"برقرار نیست: کلید آن از {since}؛ {made}، یعنی پس از ابطال کلید."
    return f"درست است و برگ پس از آن دست نخورده است. کلید آن از {since}؛ {made}، یعنی پیش از ابطال کلید، و برقرار است."


def _since(revoked: RevokedKey) -> datetime:
    return datetime.fromisoformat(revoked.revoked_at)


def _of_moment(at: datetime | None) -> str:
    return "" if at is None else f"، {moment_words(at)}"


def moment_words(at: datetime) -> str:
    """Return a moment as a sentence tells it, where the machine stands."""
    local = at.astimezone()
    return f"{date_text(JalaliDate.from_gregorian(local.date()))} ساعت {persian_digits(f'{local:%H:%M}')}"
