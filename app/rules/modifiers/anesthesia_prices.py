"""The price of an anesthesia line: units × K, or the all-in prices of pain management, printed totals and standby."""

from fractions import Fraction

from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import rials
from app.rules.case import Case, CaseLine
from app.rules.modifiers.factors import NOTHING, Fallen, scaled, written
from app.rules.modifiers.standby import PROFESSIONAL, standby_price
from app.rules.modifiers.terms import ANESTHESIA, PAIN, STANDBY, anesthesia_base, reports
from app.rules.modifiers.units import Units, base_of, has_printed_total, is_base_and_time_only, units_of
from app.rules.pricing import Price, pricer, unit_price

COMPONENT = "anesthesia"


@pricer(sections={ANESTHESIA}, lasting=True)
def price_as_reported(case: Case, line: CaseLine) -> Price | None:
    """Return the price as the centre counts it, every reported modifier taken as good (conventions, findings a).

    A service with a fixed fee, such as painless labour, is left at that.
    """
    if has_fixed_fee(line):
        one = unit_price(case, line, line.service)
        return one.times(line.quantity) if one else None
    return anesthesia_price(case, line)


def has_fixed_fee(line: CaseLine) -> bool:
    """Tell whether the packs price a line by a fee, on which no rule of this area acts."""
    return line.service is not None and line.service.fee is not None


def anesthesia_price(case: Case, line: CaseLine, out: Fallen = NOTHING) -> Price | None:
    """Return the price of an anesthesia line without the modifiers in `out`.

    None where the times of surgery are unknown (MOD-41a) or the packs give no K of anesthesia.
    """
    if _stands_by(case, line):
        return standby_price(case, line)
    coefficient = case.coefficient(COMPONENT, line.code or "", case.price_day(line.day))
    counted = _counted(case, line, out)
    if coefficient is None or counted is None:
        return None
    units, steps = counted
    exact = units * coefficient.rial
    by_k = Step("بیهوشی × ضریب K", f"{written(units)} × {rials(coefficient.rial)}", round_half_up(exact))
    price = Price(exact, (*steps, by_k), under=_cited(case, line), professional=exact)
    return price if reports(line, PAIN) else scaled(case, line, price, out)


def has_coefficient(case: Case, line: CaseLine) -> bool:
    """Tell whether the packs give the K that a line is priced by: of anesthesia, for a standby the professional one."""
    component = PROFESSIONAL if _stands_by(case, line) else COMPONENT
    return case.coefficient(component, line.code or "", case.price_day(line.day)) is not None


def _stands_by(case: Case, line: CaseLine) -> bool:
    """Tell whether a line is paid as a standby, as it is for the insurers that the clause speaks of (MOD-60a)."""
    return reports(line, STANDBY) and case.is_under("MOD-60a")


def _counted(case: Case, line: CaseLine, out: Fallen) -> tuple[Fraction, tuple[Step, ...]] | None:
    """Return the units of a line and the step that shows them."""
    if reports(line, PAIN):
        units = Fraction(case.figure("pain_management_units"))
        return units, (Step("مدیریت درد، سرجمع", f"{written(units)} واحد"),)
    if has_printed_total(line):
        units = anesthesia_base(line)
        return units, (Step("ارزش تام چاپ‌شده", f"{written(units)} واحد"),)
    counted = units_of(case, line, out)
    return None if counted is None else (counted.total, (_sum(counted),))


def _sum(units: Units) -> Step:
    parts = [f"پایه {written(units.base)}", f"زمان {written(Fraction(units.time))}"]
    parts += [f"کد {written(Fraction(modifier))}: {written(value)}" for modifier, value in units.added]
    if units.recovery:
        parts.append(f"ریکاوری {written(Fraction(units.recovery))}")
    return Step("ارزش تام بیهوشی", f"{' + '.join(parts)} = {written(units.total)} واحد")


def _cited(case: Case, line: CaseLine) -> str:
    """Return the clause that is cited for what is claimed above the price as reported (conventions, findings a)."""
    if reports(line, PAIN):
        return "MOD-43a"
    if has_printed_total(line):
        return "MOD-41d"
    base = base_of(case, line)
    if is_base_and_time_only(case, line):
        return "MOD-41c"
    if base.is_substitute:
        return "MOD-31a"
    return "MOD-41b" if base.printed > 1 else "MOD-41a"
