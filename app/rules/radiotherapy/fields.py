"""Items 2-7 (note 2), 2-11 and 2-12: the price of treatment fields, by energy, shape and the accelerator's devices.

The price as billed (GEN-15e) is that of the line's code, with both devices where modifier 88 stands on it. The clauses
here then bring it down one after the other: to the field's own energy group, to the simple field, to the devices that
are there. Each takes its own part.
"""

from dataclasses import dataclass
from fractions import Fraction

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN, Answer, all_true
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.general.terms import negated
from app.rules.outcomes import Ask, Outcomes, Reduce, refuse
from app.rules.pricing import Price, price_of_code, price_of_line, price_of_line_as, surcharge
from app.rules.radiotherapy.terms import COBALT, COURSE, FIELDS, LINAC, SHIELD, count, in_course, lines_of
from app.rules.registry import Phase, line_rule, on, rule, silent
from app.rules.tariffs import before_rule

ENERGY, SHAPED, UPRIGHT, MLC, PORTAL = (
    "field_energy_mv",
    "field_shaping",
    "head_angle_zero",
    "linac_mlc",
    "linac_portal",
)
DEVICES, BOTH_DEVICES = "88", 2
LINAC_FIELDS = on(groups={LINAC})
LOWEST_GROUP, HIGHEST_GROUP = "A", "C"
NO_ROW = "ردیف فیلد با انرژی و شکل درست در روز خدمت در بسته‌های مرجع نیست"


@dataclass(frozen=True, slots=True)
class FieldKind:
    """What a field is paid as: energy group (None of cobalt) and complexity."""

    energy_group: str | None
    complexity: str


def has_devices(case: Case, line: CaseLine) -> bool:
    """Tell whether modifier 88 stands on a line where this area judges it."""
    ours = case.claim.kind is ClaimKind.RADIOTHERAPY or line.group in case.figure("radiotherapy_groups")
    return ours and DEVICES in line.line.modifiers


def billed_kind(line: CaseLine) -> FieldKind:
    """Return what a field line was billed as."""
    return FieldKind(line.attribute("energy_group"), str(line.attribute("complexity")))


def energy_group(case: Case, line: CaseLine) -> str | None:
    """Return the group of the field's own energy; None where nobody knows it, or it is not stated (0)."""
    energy = count(line.fact(ENERGY))
    if not energy:
        return None
    limits = case.figure("energy_group_limits")
    return next((group for group in sorted(limits) if energy <= limits[group]), HIGHEST_GROUP)


def kind_by_energy(case: Case, line: CaseLine) -> FieldKind:
    """Return what a line is paid as by its energy: never a higher group than billed; unknown as billed."""
    billed = billed_kind(line)
    if billed.energy_group is None:
        return billed
    stated = LOWEST_GROUP if count(line.fact(ENERGY)) == 0 else energy_group(case, line)
    return billed if stated is None else FieldKind(min(stated, billed.energy_group), billed.complexity)


def is_simple(line: CaseLine) -> Answer:
    """Tell whether a field is simple: no shaping of the beam, and the head upright."""
    return all_true(negated(line.fact(SHAPED)), line.fact(UPRIGHT))


def final_kind(case: Case, line: CaseLine) -> FieldKind:
    """Return what a field is paid as by energy and shape."""
    kind = kind_by_energy(case, line)
    return FieldKind(kind.energy_group, "simple") if is_simple(line) is True else kind


def code_of(case: Case, line: CaseLine, kind: FieldKind) -> str | None:
    """Return the code of a kind of field on the same machine; a line's own where that is its kind."""
    if kind == billed_kind(line):
        return line.code
    rows = case.services_of_group(line.group or "", line.day)
    kinds = {FieldKind(row.attributes.get("energy_group"), row.attributes.get("complexity", "")): row for row in rows}
    return kinds[kind].code if kind in kinds else None


def _paid_as(case: Case, line: CaseLine, kind: FieldKind, *facts: str) -> Outcomes:
    """Pay a line as another kind of field, with the devices as billed."""
    code = code_of(case, line, kind)
    price = price_of_line_as(case, line, code) if code else None
    if price is None:
        yield Ask(line, needs=NO_ROW)
    else:
        yield Reduce(line, facts, to=price.rial, steps=(*price.steps, before_rule(line)))


def _worth_more_than(case: Case, line: CaseLine, kind: FieldKind) -> bool:
    """Tell whether a line is worth more than it would be as another kind of field, after all that is certain of it."""
    own, other = (_finally(case, line, found) for found in (final_kind(case, line), kind))
    return own is None or other is None or min(line.amount, own.rial) > other.rial


def _finally(case: Case, line: CaseLine, kind: FieldKind) -> Price | None:
    """Return what is left of the price of a kind of field, with the devices that may be there and are paid."""
    code = code_of(case, line, kind)
    one = price_of_code(case, line, code) if code else None
    return _with_devices(case, one.times(line.quantity), _devices_paid(case, line)) if one else None


def _devices_paid(case: Case, line: CaseLine) -> int:
    """Return how many devices of the accelerator raise a field, those of which nobody knows among them."""
    if line.group != LINAC or not has_devices(case, line):
        return 0
    multileaf = case.fact(MLC) is not False and _shield_paid_before(case) is not True
    return int(multileaf) + int(case.fact(PORTAL) is not False)


def _is_above_lowest(line: CaseLine) -> bool:
    return line.attribute("energy_group") not in {None, LOWEST_GROUP}


@line_rule("RT-13b", Phase.PRICE, on(where=_is_above_lowest, groups={LINAC}))
def energy_of_the_field(case: Case, line: CaseLine) -> Outcomes:
    """Pay a field by its own energy where that is of a lower group than billed; ask for an unknown one."""
    if line.fact(ENERGY) is UNKNOWN:
        if _worth_more_than(case, line, FieldKind(LOWEST_GROUP, final_kind(case, line).complexity)):
            yield Ask(line, (ENERGY,))
    elif energy_group(case, line) is not None and kind_by_energy(case, line) != billed_kind(line):
        yield from _paid_as(case, line, kind_by_energy(case, line), ENERGY)


@line_rule("RT-13c", Phase.PRICE, on(where=_is_above_lowest, groups={LINAC}))
def energy_not_stated(case: Case, line: CaseLine) -> Outcomes:
    """Pay a field whose energy the sheet does not state as one of the lowest group, of the same shape."""
    if count(line.fact(ENERGY)) == 0:
        yield from _paid_as(case, line, kind_by_energy(case, line), ENERGY)


@line_rule("RT-13d", Phase.PRICE, on(groups=FIELDS))
def shape_of_the_field(case: Case, line: CaseLine) -> Outcomes:
    """Pay a field without shaping and with an upright head as a simple one, of accelerator and cobalt alike."""
    if line.attribute("complexity") != "complex":
        return
    kind = FieldKind(kind_by_energy(case, line).energy_group, "simple")
    simple = is_simple(line)
    if simple is True:
        yield from _paid_as(case, line, kind, SHAPED, UPRIGHT)
    elif simple is UNKNOWN and _worth_more_than(case, line, kind):
        yield Ask(line, tuple(name for name in (SHAPED, UPRIGHT) if line.fact(name) is UNKNOWN))


def _with_devices(case: Case, price: Price, devices: int) -> Price:
    """Return a price raised for so many devices of the accelerator."""
    percent = case.figure("linac_device_addition") * devices
    if not percent:
        return price
    factor = 1 + Fraction(percent, 100)
    raised = round_half_up(price.exact * factor)
    step = Step("افزوده کد ۸۸", f"{rials(price.rial)} × (۱ + {number(percent)}٪)", raised)
    return price.raised(factor, step)


@surcharge("RT-13f")
def price_as_reported(case: Case, line: CaseLine, price: Price) -> Price:
    """Raise the price as billed for both devices, where modifier 88 stands on a line; what lacks is cut later."""
    return _with_devices(case, price, BOTH_DEVICES) if has_devices(case, line) else price


def _price_without_devices(case: Case, line: CaseLine) -> Price | None:
    """Return the price of a field line as the field that it is, without the devices."""
    code = code_of(case, line, final_kind(case, line))
    one = price_of_code(case, line, code) if code else None
    return one.times(line.quantity) if one else None


def _shield_paid_before(case: Case) -> Answer:
    """Tell whether a shield was paid in the course."""
    rows = in_course(case, SHIELD)
    return UNKNOWN if rows is None else bool(rows)


@line_rule("RT-13f", Phase.PRICE, LINAC_FIELDS)
def devices_of_the_accelerator(case: Case, line: CaseLine) -> Outcomes:
    """Take the percent of each device that the accelerator lacks off a field; ask for the unknown ones.

    Whether there is a multileaf need not be known where RT-09c takes its percent anyway.
    """
    price = _price_without_devices(case, line) if has_devices(case, line) else None
    if price is None:
        return
    answers = {MLC: case.fact(MLC), PORTAL: case.fact(PORTAL)}
    there = sum(answer is not False for answer in answers.values())
    paid = _with_devices(case, price, there)
    yield Reduce(line, tuple(answers), to=paid.rial, steps=(*paid.steps, before_rule(line)))
    unknown = [name for name, answer in answers.items() if answer is UNKNOWN]
    if _shield_paid_before(case) is True and MLC in unknown:
        unknown.remove(MLC)
        there -= 1
    if unknown and line.amount > _with_devices(case, price, there - len(unknown)).rial:
        yield Ask(line, tuple(unknown))


@line_rule("RT-09c", Phase.PRICE, LINAC_FIELDS, ahead_of="RT-13g")
def multileaf_after_shield(case: Case, line: CaseLine) -> Outcomes:
    """Take the multileaf's percent off the fields of a course in which a shield was paid."""
    price = _price_without_devices(case, line) if has_devices(case, line) else None
    if price is None or case.fact(MLC) is False:
        return
    portal = int(case.fact(PORTAL) is not False)
    paid, shield = _with_devices(case, price, portal), _shield_paid_before(case)
    if shield is True:
        yield Reduce(line, (MLC, COURSE), to=paid.rial, steps=(*paid.steps, before_rule(line)))
    elif shield is UNKNOWN and line.amount > paid.rial:
        yield Ask(line, (COURSE,))


@rule("RT-09c", Phase.EXCLUSION, on(groups={SHIELD}))
def shield_beside_multileaf(case: Case) -> Outcomes:
    """Refuse the shields of a claim whose fields bear the surcharge of a multileaf that is there; unknown, ask."""
    if any(DEVICES in line.line.modifiers for line in lines_of(case, LINAC)):
        for line in lines_of(case, SHIELD):
            yield from refuse(case.fact(MLC), MLC, line=line)


@line_rule("RT-13g", Phase.PRICE)
def devices_elsewhere(case: Case, line: CaseLine) -> Outcomes:
    """Take the surcharge off every line but the accelerator's fields."""
    if line.group == LINAC or not has_devices(case, line):
        return
    price = _price_without_devices(case, line) if line.group == COBALT else _without_surcharge(case, line)
    if price is not None:
        yield Reduce(line, to=price.rial, steps=(*price.steps, before_rule(line)))


def _without_surcharge(case: Case, line: CaseLine) -> Price | None:
    """Return the price as billed, less the surcharge that stands in it."""
    billed = price_of_line(case, line)
    if billed is None:
        return None
    exact = billed.exact / (1 + Fraction(case.figure("linac_device_addition") * BOTH_DEVICES, 100))
    return Price(exact, (Step("بدون افزوده کد ۸۸", "", round_half_up(exact)),))


silent("carried out by the relative values of the pack and GEN-15e", "RT-13a", "RT-14")
