"""Who pays what of the approved sum (GEN-27): the patient's percent rounded half up, the rest is the insurer's.

An area whose claims choose the row of shares in their own way (hospital stays) registers a chooser for their kinds.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from fractions import Fraction

from app.domain.claim import ClaimKind, Insurer
from app.domain.dates import JalaliDate
from app.domain.findings import Step
from app.domain.money import Rial, percent_of
from app.domain.persian import number, rials
from app.domain.reference import Share
from app.rules.case import Case
from app.rules.registry import HANDBOOK_INSURERS

CARE_OF_KIND = {
    ClaimKind.INPATIENT: "inpatient",
    ClaimKind.TEMPORARY: "temporary",
    ClaimKind.DENTAL: "dental",
    ClaimKind.RADIOTHERAPY: "radiotherapy",
    ClaimKind.TRAVEL: "travel",
}
OTHER_CARE = "outpatient"
SPECIAL_PATIENTS = ("SHR-04a", "SHR-04b")
SHARES_OF_STAYS = {
    "inpatient": "فرانشیز بستری",
    "temporary": "فرانشیز بستری موقت",
    "limited_surgery": "فرانشیز مرکز جراحی محدود",
}
"""The names of the shares among which a hospital claim chooses, for the steps that explain it."""


ShareChooser = Callable[[Case], Share | None]
_CHOOSERS: dict[ClaimKind, ShareChooser] = {}


def share_chooser(*, kinds: Collection[ClaimKind]) -> Callable[[ShareChooser], ShareChooser]:
    """Register the function that chooses the row of shares for kinds of claim; raises ValueError for a second one."""

    def register(function: ShareChooser) -> ShareChooser:
        for kind in kinds:
            if kind in _CHOOSERS:
                raise ValueError(f"the shares of {kind} are chosen twice")
            _CHOOSERS[kind] = function
        return function

    return register


@dataclass(frozen=True, slots=True)
class _FullPayment:
    """When some insurers pay all of a claim; `why` gives the reason, None where the patient has a share."""

    insurers: frozenset[Insurer]
    since: str
    why: Callable[[Case], str | None]

    def reason(self, case: Case) -> str | None:
        day = case.service_day
        in_force = day is not None and day >= JalaliDate.parse(case.figure(self.since))
        return self.why(case) if in_force and case.insurer in self.insurers else None


_FULL_PAYMENTS: list[_FullPayment] = []


def paid_in_full(
    *, insurers: frozenset[Insurer], since: str
) -> Callable[[Callable[[Case], str | None]], Callable[[Case], str | None]]:
    """Register the function that says why some insurers pay all of a claim, from a dated first service day on."""

    def register(why: Callable[[Case], str | None]) -> Callable[[Case], str | None]:
        _FULL_PAYMENTS.append(_FullPayment(insurers, since, why))
        return why

    return register


@dataclass(frozen=True, slots=True)
class Shares:
    """The two shares in rials, the percent they rest on (None where no pack gives one), and the steps."""

    patient: Rial
    insurer: Rial
    percent: Fraction | None
    insurer_only: Rial
    steps: tuple[Step, ...]


def share_row(case: Case) -> Share | None:
    """Return the row of shares of a claim in force on its day."""
    chooser = _CHOOSERS.get(case.claim.kind)
    if chooser is not None and case.insurer in HANDBOOK_INSURERS:
        return chooser(case)
    if case.claim.kind is ClaimKind.INPATIENT and case.submission.provider.kind == "limited_surgery_center":
        return share_of(case, "limited_surgery")
    return share_of(case, CARE_OF_KIND.get(case.claim.kind, OTHER_CARE))


def share_of(case: Case, care: str) -> Share | None:
    """Return the row of a care: that of the patient's special illness, of several the lowest percent, else the general.

    Which kinds of claim know special patients is told by the rule book (SHR-04a, SHR-04b).
    """
    if any(case.is_under(rule_id) for rule_id in SPECIAL_PATIENTS):
        own = [case.share(care, condition) for condition in case.claim.patient.conditions]
        rows = [row for row in own if row is not None]
        if rows:
            return min(rows, key=lambda row: row.percent)
    return case.share(care)


def share_out(case: Case) -> Shares:
    """Share out what stands on the lines of a claim."""
    approved = sum(line.amount for line in case.lines)
    insurer_only = sum(line.insurer_only for line in case.live_lines)
    in_full = next(filter(None, (payment.reason(case) for payment in _FULL_PAYMENTS)), None)
    if in_full is not None:
        return Shares(0, approved, Fraction(0), insurer_only, (Step(in_full, "", 0), Step("سهم سازمان", "", approved)))
    row = share_row(case)
    if row is None:
        return Shares(0, approved, None, insurer_only, ())
    percent, shared = Fraction(row.percent), approved - insurer_only
    patient = percent_of(percent, shared)
    steps = (
        Step(_caption(row), f"{rials(shared)} × {number(row.percent)}٪", patient),
        Step("سهم سازمان", f"{rials(approved)} − {rials(patient)}", approved - patient),
    )
    return Shares(patient, approved - patient, percent, insurer_only, steps)


def _caption(row: Share) -> str:
    """Return the caption of the patient's share; it says which row a stay or a special patient has."""
    named = [SHARES_OF_STAYS.get(row.care), "بیمار خاص" if row.condition else None]
    return "، ".join(("سهم بیمه‌شده", *(name for name in named if name)))
