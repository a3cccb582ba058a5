"""Article 22, items 10 and 11: what the modifiers 39, 63, 85, 90 and 95 add to a global sum.

Each adds what it would add to surgeon, anesthesia and operating room if the operation were itemised: the row bears the
units of the three. Additions are of the plain values and stand beside each other. Every modifier is judged as its own
clauses judge it on itemised lines; a fact that nobody gave lets it count, and is asked for.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.domain.dates import JalaliDate, Moment
from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Step
from app.domain.money import Rial, exact, round_half_up
from app.domain.persian import rials
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.general.terms import items
from app.rules.modifiers.anesthesia_time import END, START, Surgery, recovery_units
from app.rules.modifiers.factors import town_factor, written
from app.rules.modifiers.multiples import deprived_town, small_child
from app.rules.modifiers.surgery_additions import technology
from app.rules.modifiers.terms import DEPRIVED, FULL_TIME, SMALL_CHILD, TECHNOLOGY, percent, reports
from app.rules.modifiers.units import METHOD, RECOVERY
from app.rules.modifiers.verdicts import Condition, Verdict, by_conditions, fallen
from app.rules.pricing import Price

ROLES = "full_time_roles"
SURGEON, ANESTHESIOLOGIST, NEWBORN_PHYSICIAN = "surgeon", "anesthesiologist", "newborn_physician"
ALL_ROLES = frozenset({SURGEON, ANESTHESIOLOGIST, NEWBORN_PHYSICIAN})
INSURERS_ALONE = frozenset({FULL_TIME, DEPRIVED})
CAPTIONS = {
    RECOVERY: "افزوده کد ۳۹، ریکاوری",
    SMALL_CHILD: "افزوده کد ۶۳، خردسالی بیمار",
    TECHNOLOGY: "افزوده کد ۸۵، فناوری نیمه‌تهاجمی",
    FULL_TIME: "افزوده کد ۹۰، کای دوم تمام‌وقتی",
    DEPRIVED: "افزوده کد ۹۵، منطقه محروم",
}
ADDED = frozenset(CAPTIONS)


@dataclass(frozen=True, slots=True)
class Part:
    """So many units of K, and the rials of one at the public tariff."""

    units: Fraction
    k: Rial

    @property
    def rial(self) -> Fraction:
        """The part in exact rials."""
        return self.units * self.k


@dataclass(frozen=True, slots=True)
class Parts:
    """What a global sum holds of surgeon, anesthesia and operating room, and of a newborn's first visit."""

    surgeon: Part
    anesthesia: Part
    technical: Part
    newborn: Part


@dataclass(frozen=True, slots=True)
class Addition:
    """What a modifier adds to the sum in exact rials, the factors of that, and what its clauses say of it."""

    modifier: str
    rial: Fraction
    expression: str
    said: tuple[Verdict, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether it counts, an open question taken as good."""
        return self.modifier not in fallen(self.said)


def parts_of(case: Case, row: Service, day: JalaliDate) -> Parts | None:
    """Return the parts of a global row on a day; None where the packs lack one of the three K."""
    ks = [case.coefficient(name, row.code, day) for name in ("professional", "technical", "anesthesia")]
    professional, technical, anesthesia = (k.rial if k else None for k in ks)
    if professional is None or technical is None or anesthesia is None:
        return None
    surgeon = _units(row, "surgeon_k")
    room = row.attributes.get("technical_k")
    room_units = surgeon * percent(case, "operating_room_percent") if room is None else exact(room)
    return Parts(
        surgeon=Part(surgeon, professional),
        anesthesia=Part(_units(row, "anesthesia_k"), anesthesia),
        technical=Part(room_units, technical),
        newborn=Part(_units(row, "newborn_visit_k"), professional),
    )


def _units(row: Service, name: str) -> Fraction:
    return exact(row.attributes.get(name) or 0)


def with_additions(price: Price, additions: Sequence[Addition]) -> Price:
    """Return a sum with the additions that hold; those of 90 and 95 are outside the patient's percent."""
    counted = [addition for addition in additions if addition.holds and addition.rial]
    if not counted:
        return price
    total = price.exact + sum(addition.rial for addition in counted)
    alone = sum((addition.rial for addition in counted if addition.modifier in INSURERS_ALONE), Fraction(0))
    whole = Step("سرجمع با افزوده‌ها", "", round_half_up(total))
    return Price(total, (*price.steps, *steps_of(counted), whole), price.insurer_only + alone, price.under)


def steps_of(additions: Sequence[Addition]) -> tuple[Step, ...]:
    """Return the steps that unfold the additions that hold to their factors."""
    return tuple(
        Step(CAPTIONS[addition.modifier], addition.expression, round_half_up(addition.rial))
        for addition in additions
        if addition.holds and addition.rial
    )


def additions_of(case: Case, line: CaseLine) -> list[Addition]:
    """Return what the modifiers of a global line add to its sum, in the order of their numbers."""
    parts = parts_of(case, line.service, line.day) if line.service else None
    return [] if parts is None else list(_additions(case, line, parts))


def _additions(case: Case, line: CaseLine, parts: Parts) -> Iterator[Addition]:
    if reports(line, RECOVERY):
        units = _recovery_units(case, line)
        said = by_conditions(case, line, RECOVERY, _recovery_conditions(case, line, units))
        yield recovery(case, parts, units, tuple(said))
    if reports(line, SMALL_CHILD):
        yield for_small_child(case, parts, tuple(small_child(case, line)))
    if reports(line, TECHNOLOGY):
        yield for_technology(case, parts, tuple(technology(case, line)))
    if reports(line, FULL_TIME):
        roles = line.fact(ROLES)
        said = by_conditions(case, line, FULL_TIME, _full_time_conditions(case, roles))
        yield second_k(parts, ALL_ROLES if roles is UNKNOWN else items(roles), tuple(said))
    if reports(line, DEPRIVED):
        yield for_deprived_town(case, parts, tuple(deprived_town(case, line)))


def recovery(case: Case, parts: Parts, units: int | None, said: tuple[Verdict, ...] = ()) -> Addition:
    """Reckon 39: recovery units at the anesthesia's K; without the times of surgery at most the book's ceiling."""
    counted = int(case.figure("recovery_ceiling_units")) if units is None else units
    return _whole(RECOVERY, [Part(Fraction(counted), parts.anesthesia.k)], said)


def for_small_child(case: Case, parts: Parts, said: tuple[Verdict, ...] = ()) -> Addition:
    """Reckon 63: the infants' or the small children's percent of surgeon, anesthesia and operating room."""
    born = case.claim.patient.birth_date
    infant = born is None or case.day <= born.plus_months(int(case.figure("infant_months")))
    rate = percent(case, "infant_addition" if infant else "small_child_addition")
    return _share(SMALL_CHILD, rate, [parts.surgeon, parts.anesthesia, parts.technical], said)


def for_technology(case: Case, parts: Parts, said: tuple[Verdict, ...] = ()) -> Addition:
    """Reckon 85: the technology's percent of surgeon and operating room, however many devices there were."""
    rate = percent(case, "technology_addition")
    return _share(TECHNOLOGY, rate, [parts.surgeon, parts.technical], said)


def for_deprived_town(case: Case, parts: Parts, said: tuple[Verdict, ...] = ()) -> Addition:
    """Reckon 95: what the town's factor adds to surgeon and anesthesia; an unknown factor as the highest.

    With the second K of 90 beside it the sum never passes three K, for the factor is at most two (MOD-95c).
    """
    known = town_factor(case)
    above = max((Fraction(case.figure("deprivation_ceiling")) if known is None else known) - 1, Fraction(0))
    return _share(DEPRIVED, above, [parts.surgeon, parts.anesthesia], said)


def second_k(parts: Parts, roles: Collection[str], said: tuple[Verdict, ...] = ()) -> Addition:
    """Reckon 90: the second K of those who are full-time; room, stay and the rest never double."""
    of_role = {SURGEON: parts.surgeon, ANESTHESIOLOGIST: parts.anesthesia, NEWBORN_PHYSICIAN: parts.newborn}
    return _whole(FULL_TIME, [part for role, part in of_role.items() if role in roles], said)


def _whole(modifier: str, parts: Sequence[Part], said: tuple[Verdict, ...]) -> Addition:
    rial = sum((part.rial for part in parts), Fraction(0))
    return Addition(modifier, rial, " + ".join(f"{written(part.units)} × {rials(part.k)}" for part in parts), said)


def _share(modifier: str, rate: Fraction, parts: Sequence[Part], said: tuple[Verdict, ...]) -> Addition:
    whole = _whole(modifier, parts, said)
    return Addition(modifier, rate * whole.rial, f"{written(rate * 100)}٪ × ({whole.expression})", said)


def _recovery_units(case: Case, line: CaseLine) -> int | None:
    start, end = line.fact(START), line.fact(END)
    if isinstance(start, Moment) and isinstance(end, Moment) and start <= end:
        return recovery_units(case, Surgery(start, end))
    return None


def _recovery_conditions(case: Case, line: CaseLine, units: int | None) -> Iterator[Condition]:
    """Yield what 39 needs, on the facts of the global line."""
    minutes, method, moved = (line.fact(name) for name in ("recovery_minutes", METHOD, "moved_to_special_care"))
    stayed: Answer = UNKNOWN
    if isinstance(minutes, (int, Decimal)):
        stayed = minutes >= int(case.figure("recovery_stay_minutes"))
    yield "MOD-39c", stayed, ("recovery_minutes",)
    yield "MOD-39d", UNKNOWN if method is UNKNOWN else method in case.figure("recovery_methods"), (METHOD,)
    yield "MOD-39e", UNKNOWN if moved is UNKNOWN else moved is False, ("moved_to_special_care",)
    yield "MOD-39f", case.fact("recovery_equipped"), ("recovery_equipped",)
    yield "MOD-39g", line.fact("recovery_times_recorded"), ("recovery_times_recorded",)
    yield "MOD-39h", UNKNOWN if units is None else units > 0, (START, END)


def _full_time_conditions(case: Case, roles: Answer) -> Iterator[Condition]:
    yield "MOD-90a", case.submission.provider.sector in case.figure("full_time_sectors"), ()
    yield "GLO-11", UNKNOWN if roles is UNKNOWN else True, (ROLES,)
