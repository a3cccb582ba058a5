"""The price of operations (MOD-07): printed value × weight of 51, with 53, 85 and 63 the final value F, 46 beside it.

F is what the operating room and the assistant have their percent of; 46, 90 and 95 never enter that. Prices are asked
for with what has fallen (`factors`); the empty set is the price as the centre reported it, every weight 100 percent.
"""

from dataclasses import dataclass
from fractions import Fraction

from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import rials
from app.rules.case import Case, CaseLine
from app.rules.modifiers.factors import NOTHING, Fallen, child_factor, multiple, multiplied, written
from app.rules.modifiers.standby import standby_price
from app.rules.modifiers.terms import (
    LOCAL,
    REPEATED,
    SURGERY,
    TECHNOLOGY,
    by_relative_value,
    is_standby,
    percent,
    printed_professional,
    reports,
    times_reported,
)
from app.rules.modifiers.weights import weights_of
from app.rules.pricing import Price, pricer, unit_price

BY_RANK, OF_HEADS = "51 by rank", "51 of other regions"
ABOVE_LOCAL, TECHNOLOGY_AGAIN = "46 above its ceiling", "85 more than once"
PROFESSIONAL = "professional"


@dataclass(frozen=True, slots=True)
class Run:
    """So many units of an operation that have the same weight."""

    units: Fraction
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Valued:
    """So many units of an operation with the same value in K."""

    units: Fraction
    value: Fraction


@dataclass(frozen=True, slots=True)
class FinalValue:
    """The final relative value of a surgery line: its printed value, the weights of its units, and what raises them."""

    printed: Fraction
    runs: tuple[Run, ...]
    repeated: Fraction
    technology: Fraction
    child: Fraction

    @property
    def factor(self) -> Fraction:
        """What 53, 85 and 63 make of one: the first two are both of the printed value, so they are added up."""
        return (1 + self.repeated + self.technology) * self.child

    @property
    def each(self) -> tuple[Valued, ...]:
        """The value F of the units, by their weights."""
        return tuple(Valued(run.units, self.printed * run.weight * self.factor) for run in self.runs)

    @property
    def total(self) -> Fraction:
        """The value F of the whole line."""
        return self.weighted * self.factor

    @property
    def weighted(self) -> Fraction:
        """The value V of the whole line: printed value times weight."""
        return sum((self.printed * run.units * run.weight for run in self.runs), Fraction(0))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The factors of the final value, as they are read."""
        if self.runs == (Run(Fraction(1), Fraction(1)),):
            steps = [Step("ارزش نسبی حرفه‌ای", f"{written(self.printed)} واحد")]
        else:
            caption = "ارزش نسبی حرفه‌ای × تعداد و وزن (کد ۵۱)"
            steps = [Step(caption, f"{written(self.printed)} × {written_runs(self.runs)}")]
        if self.repeated or self.technology:
            parts = [
                f"{written(each * 100)}٪ (کد {number})"
                for number, each in (("۵۳", self.repeated), ("۸۵", self.technology))
                if each
            ]
            steps.append(Step("افزوده‌های ارزش نسبی", f"{written(self.weighted)} × (۱ + {' + '.join(parts)})"))
        if self.child != 1:
            value = self.weighted * (1 + self.repeated + self.technology)
            steps.append(Step("افزوده کد ۶۳", f"{written(value)} × {written(self.child)}"))
        return tuple(steps) if len(steps) == 1 and self.total == self.printed else (*steps, self._final)

    @property
    def _final(self) -> Step:
        return Step("ارزش نسبی نهایی", f"{written(self.total)} واحد")


def written_runs(runs: tuple[Run, ...]) -> str:
    """Return the weights of a line's units as a person reads them."""
    each = [
        f"{written(run.weight * 100)}٪" if run.units == 1 else f"{written(run.units)} × {written(run.weight * 100)}٪"
        for run in runs
    ]
    return each[0] if len(each) == 1 else f"({' + '.join(each) or '۰'})"


def runs_of(case: Case, line: CaseLine, out: Fallen) -> tuple[Run, ...]:
    """Return the weights of a line's units as far as 51 has been applied."""
    if OF_HEADS not in out and BY_RANK not in out:
        return (Run(line.quantity, Fraction(1)),)
    return tuple(
        Run(each.units, (each.by_rank if BY_RANK in out else 1) * (each.as_head if OF_HEADS in out else Fraction(1)))
        for each in weights_of(case, line)
    )


def technology_factor(case: Case, line: CaseLine, out: Fallen) -> Fraction:
    """Return what 85 adds to one: its percent as often as it is reported, once where that has been settled."""
    if TECHNOLOGY in out or not reports(line, TECHNOLOGY) or not case.is_under("MOD-85a"):
        return Fraction(0)
    times = 1 if TECHNOLOGY_AGAIN in out else times_reported(line, TECHNOLOGY)
    return percent(case, "technology_addition") * times


def final_value(case: Case, line: CaseLine, out: Fallen) -> FinalValue:
    """Return the final value of a surgery line without what has fallen."""
    repeats = reports(line, REPEATED) and REPEATED not in out and case.is_under("MOD-53a")
    return FinalValue(
        printed=printed_professional(line),
        runs=runs_of(case, line, out),
        repeated=percent(case, "repeated_operation_addition") if repeats else Fraction(0),
        technology=technology_factor(case, line, out),
        child=child_factor(case, line, out),
    )


def local_addition(case: Case, line: CaseLine, value: FinalValue, out: Fallen) -> Fraction:
    """Return what 46 adds in units: a percent of each operation's weighted value, under its ceiling once settled."""
    if not reports(line, LOCAL) or LOCAL in out or not case.is_under("MOD-46a"):
        return Fraction(0)
    rate = percent(case, "local_anesthesia_addition")
    added = [(run.units, value.printed * run.weight * rate) for run in value.runs]
    if ABOVE_LOCAL in out:
        ceiling = Fraction(case.figure("local_anesthesia_ceiling"))
        added = [(units, min(each, ceiling)) for units, each in added]
    return sum((units * each for units, each in added), Fraction(0))


def surgery_price(case: Case, line: CaseLine, out: Fallen) -> Price | None:
    """Return the price of a surgery line that is priced by relative value; None where the packs give no K."""
    if is_standby(line) and case.is_under("MOD-60a"):
        return standby_price(case, line)
    coefficient = case.coefficient(PROFESSIONAL, line.code or "", line.day)
    if coefficient is None:
        return None
    value = final_value(case, line, out)
    local = local_addition(case, line, value, out)
    exact = (value.total + local) * coefficient.rial
    steps = list(value.steps)
    counted = written(value.total)
    if local:
        steps.append(Step("افزوده کد ۴۶ (بی‌حسی موضعی)", f"{written(local)} واحد"))
        counted = f"({counted} + {written(local)})"
    steps.append(Step("ارزش نسبی × ضریب K حرفه‌ای", f"{counted} × {rials(coefficient.rial)}", round_half_up(exact)))
    return multiplied(Price(exact, tuple(steps), professional=exact), exact, multiple(case, line, out))


@pricer(sections={SURGERY}, lasting=True)
def price_as_reported(case: Case, line: CaseLine) -> Price | None:
    """Return the price as the centre counts it; a service with a fixed fee takes no modifier."""
    if by_relative_value(line):
        return surgery_price(case, line, NOTHING)
    one = unit_price(case, line, line.service)
    return one.times(line.quantity) if one else None
