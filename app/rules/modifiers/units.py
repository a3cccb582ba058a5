"""Units of an anesthesia: base, time, what modifiers 32 to 38 add, and recovery (31 to 42); exact, never rounded.

The centre's own count is taken first, every reported modifier as good; then those that fall are taken out, in the
order of their numbers, and the clause of each bears what it costs.
"""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from app.rules.case import Case, CaseLine
from app.rules.modifiers.anesthesia_time import (
    Surgery,
    anesthesia_minutes,
    recovery_units,
    surgery_times,
    time_units,
)
from app.rules.modifiers.sessions import Session, session_of
from app.rules.modifiers.terms import ADD_ON, anesthesia_base, marked, reports, times_reported

POSITION, HYPOTHERMIA, PUMP, RISK, EMERGENCY, OLD_AGE, HYPOTENSION = "32", "33", "34", "35", "36", "37", "38"
RECOVERY = "39"
ADDED = (POSITION, HYPOTHERMIA, PUMP, RISK, EMERGENCY, OLD_AGE, HYPOTENSION)
WITH_RECOVERY = (*ADDED, RECOVERY)
REPEATED_RISK = "35 again"
"""What falls where 35 stands on a line more than once: all but one."""

METHOD = "anesthesia_method"


@dataclass(frozen=True, slots=True)
class Units:
    """What one anesthesia counts; `added` are the units of the modifiers that count, by number."""

    base: Fraction
    time: int
    added: tuple[tuple[str, Fraction], ...]
    recovery: int

    @property
    def total(self) -> Fraction:
        """Base + modifiers + time + recovery (MOD-41a)."""
        return self.base + sum(units for _modifier, units in self.added) + self.time + self.recovery


@dataclass(frozen=True, slots=True)
class Base:
    """The base of a session and where it comes from: `printed` operations have one of their own (MOD-31a, 41b).

    `is_substitute` says that none has one, so that the book's substitute counts.
    """

    units: Fraction
    printed: int
    is_substitute: bool = False


def has_printed_total(line: CaseLine) -> bool:
    """Tell whether the printed figure of the code is the whole anesthesia already (MOD-41d)."""
    return bool(line.attribute("anesthesia_total"))


def base_of(case: Case, line: CaseLine) -> Base:
    """Return the highest base among the operations of the session; without an operation there, that of the line.

    Of an add-on whose operation is not left nothing stands in for the base (MOD-01c).
    """
    operations = session_of(case, line).operations
    bases = [anesthesia_base(operation) for operation in operations] or [anesthesia_base(line)]
    printed = [base for base in bases if base > 0]
    if printed or (not operations and marked(line, ADD_ON)):
        return Base(max(bases), len(printed))
    return Base(Fraction(case.figure("anesthesia_base_without_printed")), 0, is_substitute=True)


def is_base_and_time_only(case: Case, line: CaseLine) -> bool:
    """Tell whether the method is known to count base and time alone: standby or sedation (MOD-41c)."""
    return line.fact(METHOD) in case.figure("base_and_time_methods")


def times_of(case: Case, line: CaseLine) -> Surgery | None:
    """Return the times of surgery for an anesthesia line, None where one of them is unknown."""
    session: Session = session_of(case, line)
    return surgery_times(session, line)


def units_of(case: Case, line: CaseLine, out: Collection[str]) -> Units | None:
    """Return the units of an anesthesia line without the modifiers in `out`; None where the times are unknown.

    A recovery that counts for nothing by the length of surgery stands as one unit until MOD-39h takes it out.
    """
    surgery = times_of(case, line)
    if surgery is None:
        return None
    each = case.figure("anesthesia_modifier_units")
    added = [
        (modifier, Fraction(each[modifier]) * _times(line, modifier, out))
        for modifier in ADDED
        if modifier not in out and reports(line, modifier)
    ]
    recovers = RECOVERY not in out and reports(line, RECOVERY)
    return Units(
        base=base_of(case, line).units,
        time=time_units(case, anesthesia_minutes(case, surgery)),
        added=tuple(added),
        recovery=max(1, recovery_units(case, surgery)) if recovers else 0,
    )


def _times(line: CaseLine, modifier: str, out: Collection[str]) -> int:
    return times_reported(line, modifier) if modifier == RISK and REPEATED_RISK not in out else 1


def reported(line: CaseLine, modifiers: Collection[str] = WITH_RECOVERY) -> list[str]:
    """Return which of the modifiers the line reports, each once, in the order of their numbers."""
    return [modifier for modifier in modifiers if reports(line, modifier)]


def recovery_counts(case: Case, line: CaseLine) -> bool:
    """Tell whether the surgery was long enough for a unit of recovery; one of unknown length is taken to be."""
    surgery = times_of(case, line)
    return surgery is None or recovery_units(case, surgery) > 0
