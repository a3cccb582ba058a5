"""Samples of what was not overridden: which of many settled claims a supervisor looks at a second time, and why.

Chance is drawn from SHA-256: a claim's lot is the digest of the sample's seed and the claim's number. The same seed
over the same claims gives the same sample, in whatever order they come, on every machine and with every Python.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliMonth
from app.domain.deviations import Deviation, Measure, Usual, deviations
from app.domain.money import Rial
from app.domain.office_records import SampleMethod
from app.domain.persian import code_text, number, persian_digits, rials

LARGEST_SAMPLE = 500
LARGEST_SEED = 10**12 - 1
LEAST_PEERS = 8
"""With fewer comparable claims nothing is known of what is usual."""


class Ambiguous(StrEnum):
    """What becomes of claims whose deductions rest on a rule with an ambiguous source.

    FIRST they are drawn, and others only where room is left; ONLY they are drawn; ALIKE they are drawn as others are.
    """

    FIRST = "first"
    ONLY = "only"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A settled claim that may be drawn, amounts in rials; `ambiguous` are the ambiguous rules that took something."""

    id: int
    centre: str
    kind: ClaimKind
    claimed: Rial
    approved: Rial
    diagnosis: str | None = None
    ambiguous: tuple[str, ...] = ()

    @property
    def deducted(self) -> Rial:
        """What is taken off the claim."""
        return self.claimed - self.approved


@dataclass(frozen=True, slots=True)
class SampleScope:
    """Among which settled claims a sample is drawn; what is left open does not narrow.

    `first` and `last` are months of submissions, both included; `centre` is a centre's id, `submission` a submission's
    number in the office. `unseen` leaves out what has been judged in an earlier sample.
    """

    first: JalaliMonth | None = None
    last: JalaliMonth | None = None
    centre: str | None = None
    submission: int | None = None
    unseen: bool = False

    def document(self) -> Mapping[str, Any]:
        """Return what is kept of the scope."""
        months = {name: str(month) for name, month in (("first", self.first), ("last", self.last)) if month}
        said = {"centre": self.centre, "submission": self.submission, "unseen": self.unseen or None}
        return months | {name: value for name, value in said.items() if value is not None}


@dataclass(frozen=True, slots=True)
class SamplePlan:
    """How a sample is drawn.

    RANDOM draws every claim with the same chance. VALUE draws by monetary units: each approved rial has the same
    chance, and every claim that pays `limit` or more comes in beyond `size`. DEVIATION takes those that lie furthest
    from what is usual, by `measure` among `usual` claims, of which there are at least `least_peers`.
    """

    method: SampleMethod
    size: int
    seed: int
    ambiguous: Ambiguous = Ambiguous.FIRST
    limit: Rial | None = None
    usual: Usual = Usual.CENTRE
    measure: Measure = Measure.APPROVED
    least_peers: int = LEAST_PEERS

    def document(self) -> Mapping[str, Any]:
        """Return what is kept of the plan beside method and seed."""
        said: dict[str, Any] = {"size": self.size, "ambiguous": self.ambiguous.value}
        if self.method is SampleMethod.VALUE:
            said["limit"] = self.limit
        if self.method is SampleMethod.DEVIATION:
            said |= {"usual": self.usual.value, "measure": self.measure.value, "least_peers": self.least_peers}
        return said


@dataclass(frozen=True, slots=True)
class Drawn:
    """A claim of a sample, and one Persian sentence that says why it is in it."""

    claim_id: int
    why: str


def lot(seed: int, claim_id: int) -> str:
    """Return the lot of a claim; the lowest is drawn first."""
    return hashlib.sha256(f"{seed}:{claim_id}".encode()).hexdigest()


def candidates_digest(candidates: Iterable[Candidate]) -> str:
    """Return the SHA-256 of what a sample was drawn from, so that drawing again can be held against it."""
    digest = hashlib.sha256()
    for one in sorted(candidates, key=lambda candidate: candidate.id):
        digest.update(f"{one.id}:{one.claimed}:{one.approved};".encode())
    return digest.hexdigest()


def draw_sample(
    candidates: Collection[Candidate], plan: SamplePlan, comparable: Iterable[Candidate] | None = None
) -> tuple[Drawn, ...]:
    """Return the claims that a plan draws, in the order in which they are drawn.

    Args:
        candidates: the claims that may be drawn, each once.
        plan: how they are drawn.
        comparable: the claims by which DEVIATION knows what is usual; None are the candidates.

    Fewer than `plan.size` come where there are not so many, VALUE leaves out what pays nothing, and DEVIATION what has
    too few peers or lies just where is usual.
    """
    far: Mapping[int, Deviation] = {}
    if plan.method is SampleMethod.DEVIATION:
        peers = candidates if comparable is None else comparable
        far = deviations(candidates, peers, plan.usual, plan.measure, plan.least_peers)
    above = _above_limit(candidates, plan)
    taken = {drawn.claim_id for drawn in above}
    found = [*above]
    left = plan.size
    for part in _parts([one for one in candidates if one.id not in taken], plan.ambiguous):
        drawn = _drawn(part, plan, left, far)
        found += drawn
        left -= len(drawn)
    return tuple(found)


def _parts(candidates: Sequence[Candidate], ambiguous: Ambiguous) -> tuple[list[Candidate], ...]:
    """Return the claims that are drawn from one after another."""
    if ambiguous is Ambiguous.ALIKE:
        return (list(candidates),)
    first = [one for one in candidates if one.ambiguous]
    return (first,) if ambiguous is Ambiguous.ONLY else (first, [one for one in candidates if not one.ambiguous])


def _drawn(candidates: Sequence[Candidate], plan: SamplePlan, size: int, far: Mapping[int, Deviation]) -> list[Drawn]:
    if size <= 0 or not candidates:
        return []
    if plan.method is SampleMethod.RANDOM:
        said = f"به قرعه، با شماره {persian_digits(plan.seed)}."
        return [_told(one, plan, said) for one in _by_lot(candidates, plan.seed)[:size]]
    if plan.method is SampleMethod.VALUE:
        return _by_value(candidates, plan, size)
    ranked = sorted(
        (one for one in candidates if one.id in far),
        key=lambda one: (-far[one.id].hundredths, lot(plan.seed, one.id)),
    )
    return [_told(one, plan, _how_far(far[one.id], plan)) for one in ranked[:size]]


def _by_lot(candidates: Iterable[Candidate], seed: int) -> list[Candidate]:
    return sorted(candidates, key=lambda one: (lot(seed, one.id), one.id))


def _above_limit(candidates: Iterable[Candidate], plan: SamplePlan) -> list[Drawn]:
    if plan.method is not SampleMethod.VALUE or plan.limit is None:
        return []
    found = [one for one in candidates if one.approved >= plan.limit > 0]
    if plan.ambiguous is Ambiguous.ONLY:
        found = [one for one in found if one.ambiguous]
    found.sort(key=lambda one: (-one.approved, one.id))
    said = "مبلغ تأییدشده آن ({amount} ریال) به مرز {limit} ریال می‌رسد؛ هر سند از این مرز به بالا دیده می‌شود."
    return [_told(one, plan, said.format(amount=rials(one.approved), limit=rials(plan.limit))) for one in found]


def _by_value(candidates: Sequence[Candidate], plan: SamplePlan, size: int) -> list[Drawn]:
    """Draw by monetary units: what is as large as the interval comes in surely, the rest by one step after another."""
    paying = sorted((one for one in candidates if one.approved), key=lambda one: (-one.approved, one.id))
    total, sure = sum(one.approved for one in paying), 0
    while sure < len(paying) and size and paying[sure].approved * size >= total:
        total -= paying[sure].approved
        size -= 1
        sure += 1
    said = "مبلغ تأییدشده آن ({amount} ریال) چنان بزرگ است که در نمونه‌گیری ریالی بی‌قرعه برگزیده می‌شود."
    found = [_told(one, plan, said.format(amount=rials(one.approved))) for one in paying[:sure]]
    said = "به قرعه ریالی، با شماره {seed}: هر ریال تأییدشده یک بخت دارد و این سند {amount} بخت داشت."
    seed = persian_digits(plan.seed)
    return found + [
        _told(one, plan, said.format(seed=seed, amount=rials(one.approved)))
        for one in _at_steps(_by_lot(paying[sure:], plan.seed), total, size, plan.seed)
    ]


def _at_steps(ordered: Iterable[Candidate], total: Rial, size: int, seed: int) -> list[Candidate]:
    """Return the claims on which the rials at equal steps fall; each is smaller than a step, so that none comes twice.

    The steps are total/size rials long and begin at a rial that the seed gives; all is reckoned in size-ths of a rial.
    """
    found: list[Candidate] = []
    if not size or not total:
        return found
    point, passed = int(lot(seed, 0), 16) % total, 0
    for one in ordered:
        passed += one.approved * size
        if point < passed:
            found.append(one)
            point += total
    return found


def _told(one: Candidate, plan: SamplePlan, why: str) -> Drawn:
    """Return a drawn claim with its reason; an ambiguous rule is named first where it is why the claim comes first."""
    if not one.ambiguous or plan.ambiguous is Ambiguous.ALIKE:
        return Drawn(one.id, why)
    rules = "، ".join(code_text(rule) for rule in one.ambiguous)
    return Drawn(one.id, f"کسر آن بر ضابطه‌ای با منبع مبهم استوار است ({rules}). {why}")


def _how_far(deviation: Deviation, plan: SamplePlan) -> str:
    """Say how far a claim lies from what is usual among which others."""
    among = {
        Usual.CENTRE: "سندهای هم‌نوع همین مرکز",
        Usual.DIAGNOSIS: "سندهای هم‌نوع با همین تشخیص" if deviation.by_diagnosis else "سندهای هم‌نوع",
        Usual.KIND: "سندهای هم‌نوع",
    }[plan.usual]
    if plan.measure is Measure.APPROVED:
        said = f"مبلغ تأییدشده آن {rials(deviation.value)} ریال است؛ میانه {among} {rials(deviation.usual)} ریال"
    else:
        said = f"از آن {_percent(deviation.value)} کسر شده است؛ میانه {among} {_percent(deviation.usual)}"
    times = number(f"{deviation.hundredths // 100}.{deviation.hundredths % 100:02d}")
    return f"{said} است ({times} برابر پراکندگی معمول، از {persian_digits(deviation.peers)} سند)."


def _percent(millionths: int) -> str:
    tenths = (millionths + 500) // 1_000
    return f"{number(f'{tenths // 10}.{tenths % 10}')}٪"
