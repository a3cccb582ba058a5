"""Article 22, item 8: a global operation that is billed by items is paid up to its global sum (GLO-08).

The sum holds what it would have taken in a global claim; what is beyond it is taken off the last line first. A birth
is global by a physician in a public hospital alone (article 10, ح).
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.money import Rial, round_half_up
from app.domain.persian import number, rials
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.cited import cited
from app.rules.inpatient_services.global_additions import with_additions
from app.rules.inpatient_services.global_claims import NST, is_in_sum, is_mesh, is_part_of_sum
from app.rules.inpatient_services.global_tariff import GRADE, row_of_book_code, row_of_group, tariff_of
from app.rules.inpatient_services.itemised_additions import itemised_additions
from app.rules.inpatient_services.terms import (
    BIRTHS,
    CESAREAN,
    SURGERY,
    book_codes_of,
    global_lines,
    is_birth_by_midwife,
    is_special_bed,
    operations,
)
from app.rules.modifiers.surgery_additions import repeated_operation
from app.rules.modifiers.terms import REPEATED, reports
from app.rules.modifiers.verdicts import holds
from app.rules.outcomes import Ask, Outcomes, Reduce
from app.rules.pricing import Price
from app.rules.registry import Phase, on, rule
from app.rules.tariffs import over_cap

INDICATED = "cesarean_indicated"
SEPTORHINOPLASTY, SEPTOPLASTY = "septorhinoplasty", "septoplasty"
BIRTH_IN_PUBLIC_HOSPITAL, BIRTH_BY_MIDWIFE, WITHOUT_INDICATION = "SUR-OBS-01", "SUR-OBS-04", "SUR-OBS-05"
SPECIAL_CARE, REPEATED_OPERATION = "GLO-06c", "GLO-10b"
HOSPITAL = "hospital"


@dataclass(frozen=True, slots=True)
class ItemisedBill:
    """A global operation that is billed by items: its line, the global row it stands for, and what the sum holds."""

    operation: CaseLine
    row: Service
    lines: tuple[CaseLine, ...]

    @property
    def is_birth(self) -> bool:
        """Tell whether the operation is a birth."""
        return self.operation.group in BIRTHS


def itemised_bill(case: Case) -> ItemisedBill | None:
    """Return the bill by items of the claim's one global operation, None where the claim is none or left the tariff."""
    operated = operations(case)
    if len(operated) != 1 or operated[0].quantity > 1 or global_lines(case):
        return None
    (operation,) = operated
    row = row_of_operation(case, operation)
    if row is None or left_under(case, operation) is not None:
        return None
    codes = (*book_codes_of(row), operation.code or "")
    lines = tuple(line for line in case.live_lines if _is_held(case, line, operation, row, codes))
    return ItemisedBill(operation, row, lines)


def row_of_operation(case: Case, operation: CaseLine) -> Service | None:
    """Return the global row of an operation; a septorhinoplasty counts as the septoplasty that it is paid as."""
    if operation.group == SEPTORHINOPLASTY:
        return row_of_group(case, SEPTOPLASTY, operation.day)
    return row_of_book_code(case, operation.code, operation.day)


def left_under(case: Case, operation: CaseLine) -> str | None:
    """Return the rule that keeps an operation itemised: special care, a midwife, a repeat that holds, the hospital."""
    if any(is_special_bed(line) for line in case.live_lines):
        return SPECIAL_CARE
    if is_birth_by_midwife(operation):
        return BIRTH_BY_MIDWIFE
    if reports(operation, REPEATED) and holds(list(repeated_operation(case, operation)), REPEATED):
        return REPEATED_OPERATION
    return BIRTH_IN_PUBLIC_HOSPITAL if operation.group in BIRTHS and not _is_public_hospital(case) else None


def _is_public_hospital(case: Case) -> bool:
    provider = case.submission.provider
    return provider.kind == HOSPITAL and provider.sector in case.figure("public_birth_sectors")


def _is_held(case: Case, line: CaseLine, operation: CaseLine, row: Service, codes: tuple[str, ...]) -> bool:
    """Tell whether the sum holds a line: what a global claim would lose, a mesh it would not bear, a birth's NST."""
    if is_mesh(case, line):
        return row.attributes.get("mesh_allowed") is not True
    if line.group == NST:
        return operation.group in BIRTHS
    return is_in_sum(case, line) or is_part_of_sum(case, line, codes)


@rule("GLO-08", Phase.PRICE, on(sections={SURGERY}), late=True)
def cap_of_itemised_bill(case: Case) -> Outcomes:
    """Pay what the sum holds at most at the global sum, the last line losing first; below it nothing is raised.

    An unknown grade, and an unknown indication of a caesarean, are asked for at the lines that they would change.
    """
    bill = itemised_bill(case)
    tariff = tariff_of(case, bill.row, bill.operation.day) if bill else None
    if bill is None or tariff is None:
        return
    best, lowest = (_with_additions(case, bill, price) for price in (tariff.best, tariff.lowest))
    cap = _for_indication(case, bill, best)
    yield from _capped(case, bill, cap)
    yield from _asked(bill, cap, _for_indication(case, bill, lowest), GRADE)
    if _indication(case, bill) is UNKNOWN:
        yield from _asked(bill, cap, _without_indication(case, bill, best), INDICATED, under=WITHOUT_INDICATION)


def cap_of(case: Case, bill: ItemisedBill) -> Price | None:
    """Return what a bill by items is paid at most, an unknown grade taken as the best; None without a tariff."""
    tariff = tariff_of(case, bill.row, bill.operation.day)
    return _for_indication(case, bill, _with_additions(case, bill, tariff.best)) if tariff else None


def _with_additions(case: Case, bill: ItemisedBill, price: Price) -> Price:
    return with_additions(price, itemised_additions(case, bill.row, bill.lines, bill.operation.day))


def _indication(case: Case, bill: ItemisedBill) -> object:
    return case.fact(INDICATED) if bill.operation.group == CESAREAN else True


def _for_indication(case: Case, bill: ItemisedBill, price: Price) -> Price:
    return _without_indication(case, bill, price) if _indication(case, bill) is False else price


def _without_indication(case: Case, bill: ItemisedBill, price: Price) -> Price:
    return without_indication(case, bill.row.code, bill.operation.day, price)


def without_indication(case: Case, code: str, day: JalaliDate, price: Price) -> Price:
    """Return the sum of a caesarean without indication: half of the surgeon's part in it goes (SUR-OBS-05)."""
    units = case.figure("unindicated_cesarean_units")
    k = case.coefficient("professional", code, case.price_day(day))
    if k is None:
        return price
    less = price.exact - Fraction(units) * k.rial
    step = Step(
        "کسر سزارین بی‌اندیکاسیون", f"{rials(price.rial)} − {number(units)} × {rials(k.rial)}", round_half_up(less)
    )
    return replace(price, exact=less, steps=(*price.steps, step))


def _left(bill: ItemisedBill, cap: Price) -> dict[int, Rial]:
    return {line.no: left for line, left in over_cap(bill.lines, cap.rial)}


def _capped(case: Case, bill: ItemisedBill, cap: Price) -> Outcomes:
    together = Step("جمع ردیف‌های درون سرجمع", "", sum(line.amount for line in bill.lines))
    for line, left in over_cap(bill.lines, cap.rial):
        off = Step("کسر مازاد از این ردیف", f"{rials(line.amount)} − {rials(line.amount - left)}", left)
        yield Reduce(line, to=left, steps=(together, *cap.steps, off))
        if bill.is_birth and case.is_under(BIRTH_IN_PUBLIC_HOSPITAL):
            yield cited(line, under=BIRTH_IN_PUBLIC_HOSPITAL)


def _asked(bill: ItemisedBill, cap: Price, worst: Price, fact: str, *, under: str | None = None) -> Outcomes:
    """Ask for a fact at the lines that its worst answer would leave with another amount."""
    left, least = _left(bill, cap), _left(bill, worst)
    for line in bill.lines:
        if left.get(line.no, line.amount) != least.get(line.no, line.amount):
            yield Ask(line, (fact,), under=under)
