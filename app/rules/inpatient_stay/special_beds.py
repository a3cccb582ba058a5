"""Article 6, items 14 and 17: services that a NICU bed or a monitored bed already holds (BED-14d, 14e, 17a)."""

from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Step
from app.domain.persian import number
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.bed_fees import CARDIAC_MONITORING, counts_as_new, normal_day
from app.rules.inpatient_stay.further_prices import NEEDED, ORDERED
from app.rules.inpatient_stay.terms import HOTEL, MONITORED, NICU, SERVICE, WARD, bed_kind, beds_of_kind, own_beds
from app.rules.lines import at_most
from app.rules.outcomes import Outcomes, refuse
from app.rules.pricing import written_quantity
from app.rules.registry import Phase, Place, on, remark, rule, silent
from app.rules.titles import uncoded_in

IN_NICU = "nicu_global"
SERVICES = on(sections={SERVICE}, attributes={IN_NICU})


@rule("BED-14d", Phase.EXCLUSION, SERVICES)
def held_by_nicu(case: Case) -> Outcomes:
    """Refuse what 30 percent of a NICU bed covers, by its attribute, without a code by its title.

    Beside other beds the place of the service decides; it is asked for.
    """
    beds = own_beds(case)
    if any(bed_kind(bed) == NICU for bed in beds):
        for line in case.live_lines:
            if SERVICES.by(line) and _is_included(case, line):
                yield from refuse(_given_in_nicu(line, beds), WARD, line=line)


def _is_included(case: Case, line: CaseLine) -> bool:
    return line.attribute(IN_NICU) is True or uncoded_in(case, line, SERVICE, "nicu_included_titles")


def _given_in_nicu(line: CaseLine, beds: list[CaseLine]) -> Answer:
    if all(bed_kind(bed) == NICU for bed in beds):
        return True
    ward = line.fact(WARD)
    return UNKNOWN if ward is UNKNOWN else ward == NICU


@rule("BED-17a", Phase.EXCLUSION, on(codes={CARDIAC_MONITORING}))
def monitoring_in_the_bed(case: Case) -> Outcomes:
    """Take off as many units of code 900770 as there are monitored days whose price already holds it."""
    days = sum((bed.quantity for bed in beds_of_kind(case, {MONITORED}) if _holds_monitoring(case, bed)), Fraction(0))
    lines = [line for line in case.live_lines if line.code == CARDIAC_MONITORING]
    for line in sorted(lines, key=lambda line: line.no, reverse=True):
        lost = min(days, line.quantity)
        days -= lost
        step = Step("در بهای تخت دیده شده", f"{number(written_quantity(lost))} واحد")
        yield from at_most(line, line.quantity - lost, steps=(step,))


def _holds_monitoring(case: Case, bed: CaseLine) -> bool:
    """Tell whether a monitored bed is priced with the code: not without need or order, nor at an ordinary bed's fee."""
    if bed.fact(NEEDED) is False or bed.fact(ORDERED) is False:
        return False
    ordinary = normal_day(case, bed)
    return ordinary is None or bed.amount > ordinary.times(bed.quantity).rial


remark("BED-04j", Place.CLAIM, on(sections={HOTEL}), concerns=counts_as_new)
silent("carried out by BED-14d, which acts on what the packs or the list of titles name", "BED-14e")
