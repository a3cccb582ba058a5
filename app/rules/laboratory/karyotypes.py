"""Section 8: approval and indications of a karyotype, and what its report must name."""

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.laboratory.genetic_tests import (
    KARYOTYPE_AMNIOTIC,
    KARYOTYPE_BLOOD,
    KARYOTYPE_MARROW,
    demand_for,
    lines_of,
)
from app.rules.laboratory.terms import LABORATORY_CODES
from app.rules.lines import dearest_first
from app.rules.outcomes import Ask, Outcomes, Reject, demand, refuse
from app.rules.pricing import price_of_line_as
from app.rules.registry import Phase, line_rule, on, rule
from app.rules.tariffs import priced_as, worth_more

ROUTINE_COUNT, SPECIAL_BANDING = "804815", "804835"
EXTENDED_COUNTS = frozenset({"804820", "804845"})
INDICATION, CONDITIONS, BANDING = "karyotype_indication", "karyotype_conditions_met", "special_banding_reported"
EXTENDED, BIOPSY = "extended_count_reported", "biopsy_by_centre"
WITH_INDICATION = frozenset({KARYOTYPE_BLOOD, KARYOTYPE_MARROW})
ABORTION, RETARDATION, NO_INDICATION = "recurrent_abortion", "mental_retardation", "none"


@rule("LAB-08a", Phase.COVER, LABORATORY_CODES)
def approved_karyotype(case: Case) -> Outcomes:
    """Refuse a karyotype without the insurer's approval."""
    tests = WITH_INDICATION | {KARYOTYPE_AMNIOTIC}
    yield from demand_for(case, lines_of(case, tests, case.lines_in_play(Phase.COVER)), "insurer_approved")


@rule("LAB-08b", Phase.COVER, LABORATORY_CODES)
def indication_of_karyotype(case: Case) -> Outcomes:
    """Refuse a karyotype of blood or marrow for none of the six indications; none of them fits amniotic fluid."""
    indication = case.fact(INDICATION)
    none: Answer = UNKNOWN if indication is UNKNOWN else indication == NO_INDICATION
    for line in lines_of(case, WITH_INDICATION, case.lines_in_play(Phase.COVER)):
        yield from refuse(none, INDICATION, line=line)


@rule("LAB-08c", Phase.COVER, LABORATORY_CODES)
def conditions_of_indication(case: Case) -> Outcomes:
    """Refuse repeated abortion of a man, and both indications with a condition where that is not met."""
    indication, sex = case.fact(INDICATION), case.claim.patient.sex
    if indication not in {ABORTION, RETARDATION}:
        return
    for line in lines_of(case, WITH_INDICATION, case.lines_in_play(Phase.COVER)):
        if indication == ABORTION and sex == "male":
            yield Reject(line, (INDICATION,))
            continue
        if indication == ABORTION and sex is None and case.fact(CONDITIONS) is not False:
            yield Ask(line, ("sex",))
        yield from demand(case.fact(CONDITIONS), CONDITIONS, line=line)


@line_rule("LAB-08e", Phase.COVER, on(codes={SPECIAL_BANDING}))
def special_banding(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse special banding that the report does not name."""
    yield from demand(case.fact(BANDING), BANDING)


@line_rule("LAB-08i", Phase.COVER, on(groups={"marrow_biopsy"}))
def biopsy_of_marrow(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse the biopsy beside a marrow karyotype that another centre took."""
    if lines_of(case, {KARYOTYPE_MARROW}, case.lines):
        yield from demand(case.fact(BIOPSY), BIOPSY)


@rule("LAB-08f", Phase.EXCLUSION, on(codes=EXTENDED_COUNTS))
def more_cells(case: Case) -> Outcomes:
    """Let a reported count of more cells stand in place of the routine count; not reported, it gives way to that.

    Of both counts the dearer stays. Alone and not reported, it has the price of the routine count.
    """
    extended = dearest_first(case, (line for line in case.live_lines if line.code in EXTENDED_COUNTS))
    routine = [line for line in case.live_lines if line.code == ROUTINE_COUNT]
    kept = [line for line in extended if line.code == extended[0].code]
    yield from (Reject(line) for line in extended if line not in kept)
    reported = case.fact(EXTENDED)
    if reported is True:
        yield from (Reject(line, (EXTENDED,)) for line in routine)
    elif reported is UNKNOWN:
        yield from (Ask(line, (EXTENDED,)) for line in (*routine, *kept) if routine or _dearer(case, line))
    elif routine:
        yield from (Reject(line, (EXTENDED,)) for line in kept)
    else:
        for line in kept:
            yield from priced_as(case, line, ROUTINE_COUNT, EXTENDED)


def _dearer(case: Case, line: CaseLine) -> bool:
    return worth_more(case, line, price_of_line_as(case, line, ROUTINE_COUNT))
