"""The authenticity of the bill of a reimbursement: where it came from, and what its seal says (REI-12, 15a, 15b).

What is said rests on what the claim's file, or a person who looked, recorded: the file holds no signature that the
program could check itself, so that it never says it did.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.claim import STAY_KINDS, Claim, Pathway
from app.domain.persian import persian_digits

SOURCE, SEAL = "bill_source", "bill_seal"
SEPAS, PAPER = "sepas", "paper"


class Authenticity(StrEnum):
    """What is known of a bill."""

    SEALED = "valid"
    UNSEALED = "missing"
    BROKEN = "broken"
    SEAL_UNTOLD = "seal_untold"
    ON_PAPER = "paper"
    UNTOLD = "untold"


_SAID = {
    Authenticity.SEALED: (
        "صورتحساب الکترونیکی، مهرشده و دست‌نخورده: ثبت شده است که مهر آن معتبر است و پس از مهر تغییری نکرده است."
    ),
    Authenticity.UNSEALED: (
        "صورتحساب الکترونیکی بی‌مهر: امضای دیجیتال مرکز بر آن ثبت نشده و چیزی دست‌نخوردگی آن را نشان نمی‌دهد."
    ),
    Authenticity.BROKEN: (
        "صورتحساب الکترونیکی با مهر شکسته: ثبت شده است که محتوا با مهر نمی‌خواند؛ باید از سپاس دوباره دریافت شود."
    ),
    Authenticity.SEAL_UNTOLD: "صورتحساب الکترونیکی از سپاس: وضع مهر آن ثبت نشده است.",
    Authenticity.ON_PAPER: "صورتحساب کاغذی: مهر الکترونیک ندارد و اصالت آن از روی اصل برگه‌ها سنجیده می‌شود.",
    Authenticity.UNTOLD: "راه دریافت صورتحساب ثبت نشده است.",
}


@dataclass(frozen=True, slots=True)
class SealsTold:
    """How many bills of a claim file came with which word on their seals."""

    valid: int
    missing: int
    broken: int

    def sentence(self) -> str:
        """Say what the file tells of its seals, and that this is what was read: nothing was computed from it."""
        counts = ((self.valid, "معتبر"), (self.missing, "بی‌مهر"), (self.broken, "شکسته"))
        told = "، ".join(f"{persian_digits(count)} {word}" for count, word in counts if count)
        return (
            f"مهر صورتحساب‌های الکترونیکی: {told}. این وضع همان است که در پرونده نوشته شده؛"
            " خود مهر در پرونده نیست و برنامه آن را از نو نسنجیده است."
        )


def bill_authenticity(claim: Claim) -> Authenticity | None:
    """Return what is known of the bill of a reimbursed stay, or of another reimbursement that says where it is from."""
    source, seal = claim.facts.get(SOURCE), claim.facts.get(SEAL)
    if claim.pathway is not Pathway.REIMBURSEMENT:
        return None
    if source is None and seal is None:
        return Authenticity.UNTOLD if claim.kind in STAY_KINDS else None
    if source == PAPER:
        return Authenticity.ON_PAPER
    return Authenticity(str(seal)) if seal is not None else Authenticity.SEAL_UNTOLD


def authenticity_sentence(authenticity: Authenticity) -> str:
    """Return what is known of a bill, and what it means, as a Persian sentence."""
    return _SAID[authenticity]


def seals_told(claims: Iterable[Claim]) -> SealsTold | None:
    """Return what claims of a file tell of their seals; None where none of them is an electronic bill with a word."""
    found = [claim.facts.get(SEAL) for claim in claims if claim.facts.get(SOURCE) != PAPER]
    told = SealsTold(found.count("valid"), found.count("missing"), found.count("broken"))
    return told if told.valid or told.missing or told.broken else None
