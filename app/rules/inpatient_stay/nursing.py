"""Article 7: what the nursing percent of a bed covers, and what the percent is (NUR-…)."""

from fractions import Fraction

from app.domain.findings import Step
from app.domain.money import Rial, round_half_up
from app.domain.persian import number, persian_digits, rials
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.bed_fees import bed_fee, normal_day
from app.rules.inpatient_stay.outpatient_visits import paid_as_outpatient
from app.rules.inpatient_stay.terms import (
    CESAREAN,
    ICU_AND_NICU,
    MONITORED,
    NEWBORN_HEALTHY,
    NURSING,
    SERVICE,
    SUPPLY,
    WARD,
    bed_kind,
    beds_of_kind,
    delivery,
    has_operating_room,
    own_beds,
    used_at_operation,
)
from app.rules.inpatient_stay.visit_prices import is_paid_as_observed
from app.rules.inpatient_stay.visits import VISITS
from app.rules.outcomes import Ask, Outcomes, Reduce, Reject, demand
from app.rules.pricing import leave_to_rules, written_quantity
from app.rules.registry import Phase, Place, line_rule, on, remark, rule, silent
from app.rules.tariffs import before_rule
from app.rules.titles import uncoded_in

CONSUMABLE, WEAR, TRANSFUSION = "nursing_consumable", "disposable_wear", "transfusion"
INCLUDED = "nursing_included"
NURSING_LINES = on(sections={NURSING})
SERVICES = on(sections={SERVICE}, attributes={INCLUDED})
CONSUMABLES = on(sections={SUPPLY}, groups={CONSUMABLE})

leave_to_rules("NUR-01", NURSING)


@rule("NUR-01a", Phase.EXCLUSION, SERVICES)
def done_by_nurses(case: Case) -> Outcomes:
    """Refuse what the nursing staff does beside a paid bed: by its attribute, without a code by its title.

    Transfusion has a code of its own and is never absorbed here (NUR-02b).
    """
    if own_beds(case):
        yield from (Reject(line) for line in case.live_lines if SERVICES.by(line) and _is_nursing_service(case, line))


def _is_nursing_service(case: Case, line: CaseLine) -> bool:
    coded = line.attribute(INCLUDED) is True and line.group != TRANSFUSION
    return coded or uncoded_in(case, line, SERVICE, "nursing_service_titles")


@rule("NUR-02", Phase.EXCLUSION, CONSUMABLES)
def common_consumables(case: Case) -> Outcomes:
    """Refuse the common consumables of a ward beside a paid bed; those of operating and delivery rooms are paid."""
    if not own_beds(case):
        return
    in_wards_alone = not has_operating_room(case) and not any(line.attribute("delivery") for line in case.lines)
    for line in case.live_lines:
        if not CONSUMABLES.by(line) or not _is_consumable(case, line):
            continue
        if in_wards_alone:
            yield Reject(line)
        else:
            yield from demand(used_at_operation(line), WARD, line=line)


def _is_consumable(case: Case, line: CaseLine) -> bool:
    return line.group == CONSUMABLE or uncoded_in(case, line, SUPPLY, "nursing_consumable_titles")


@line_rule("NUR-03a", Phase.EXCLUSION, on(sections={SUPPLY}, groups={WEAR}))
def disposable_wear(case: Case, line: CaseLine) -> Outcomes:
    """Refuse disposable cap, shoe cover and clothes, wherever they were used."""
    if line.group == WEAR or uncoded_in(case, line, SUPPLY, "disposable_wear_titles"):
        yield Reject()


def _counted_beds(case: Case) -> list[CaseLine]:
    """Return the beds of the base: the patient's own, and after a normal delivery the healthy newborn's (NUR-05)."""
    counts = case.is_under("NUR-05") and delivery(case) != CESAREAN
    newborns = beds_of_kind(case, {NEWBORN_HEALTHY}) if counts else []
    return sorted([*own_beds(case), *newborns], key=lambda bed: bed.no)


def _approved(case: Case, bed: CaseLine) -> Fraction:
    """Return what a bed counts with: its approved amount, a monitored one at most as an ordinary bed."""
    ordinary = normal_day(case, bed) if bed_kind(bed) == MONITORED else None
    amount = Fraction(bed.amount)
    return min(amount, ordinary.exact * bed.quantity) if ordinary else amount


def _lodging(case: Case, bed: CaseLine) -> Fraction:
    """Return what a bed counts with at most: of ICU and NICU the lodging part of the fee alone (NUR-04)."""
    amount, fee = _approved(case, bed), bed_fee(case, bed)
    if bed_kind(bed) not in ICU_AND_NICU or fee is None:
        return amount
    return min(amount, fee * bed.quantity * int(case.figure("special_bed_hotel_percent")) / 100)


def _pay_percent(case: Case, base: dict[CaseLine, Fraction]) -> Outcomes:
    """Pay the nursing lines together the percent of the base, in order of number."""
    percent = int(case.figure("nursing_percent"))
    total = sum(base.values(), Fraction(0))
    due = round_half_up(total * percent / 100)
    steps = (*_steps_of(base), Step("پرستاری", f"{rials(round_half_up(total))} × {number(percent)}٪", due))
    left: Rial = due
    for line in sorted((line for line in case.live_lines if line.section == NURSING), key=lambda line: line.no):
        paid = min(left, line.amount)
        left -= paid
        yield Reduce(line, to=paid, steps=(*steps, before_rule(line)))


def _steps_of(base: dict[CaseLine, Fraction]) -> list[Step]:
    if not base:
        return [Step("هیچ تخت‌روزی پرداخت نشده است", "", 0)]
    return [Step(f"تخت ردیف {persian_digits(bed.no)}", _days(bed), round_half_up(part)) for bed, part in base.items()]


def _days(bed: CaseLine) -> str:
    return f"{number(written_quantity(bed.quantity))} روز"


@rule("NUR-01", Phase.PRICE, NURSING_LINES)
def percent_of_beds(case: Case) -> Outcomes:
    """Pay nursing at most six percent of the approved beds; while a bed waits for an answer, its nursing does too."""
    beds = _counted_beds(case)
    yield from _pay_percent(case, {bed: _approved(case, bed) for bed in beds})
    waiting = [persian_digits(bed.no) for bed in beds if case.questions(bed)]
    if waiting:
        needs = f"هزینه تخت در ردیف {' و '.join(waiting)} هنوز روشن نیست"
        yield from (Ask(line, needs=needs) for line in case.live_lines if line.section == NURSING)


@rule("NUR-04", Phase.PRICE, NURSING_LINES)
def percent_of_lodging(case: Case) -> Outcomes:
    """Pay nursing in ICU and NICU the percent of the lodging part of the fee; CCU and post-CCU count in full."""
    beds = _counted_beds(case)
    if any(bed_kind(bed) in ICU_AND_NICU for bed in beds):
        yield from _pay_percent(case, {bed: _lodging(case, bed) for bed in beds})


@line_rule("NUR-01c", Phase.PRICE, VISITS)
def visits_under_observation(case: Case, line: CaseLine) -> Outcomes:
    """Pay the visits of an observed claim like those of outpatients, coded ones too; emergency kinds have their own."""
    if is_paid_as_observed(case, line):
        yield from paid_as_outpatient(case, line)


remark("NUR-02a", Place.RULE_BOOK)
silent("carried out by NUR-01a, which acts only beside a paid bed", "NUR-01b")
silent("carried out by NUR-01a, which leaves the group of transfusion alone", "NUR-02b")
silent("carried out by NUR-02, which asks for the place of use", "NUR-03")
silent("carried out by the base of NUR-01, which holds the newborn's bed", "NUR-05")
