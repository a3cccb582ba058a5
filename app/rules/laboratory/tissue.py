"""Section 11 الف and چ: HER2 by FISH, and the markers of immunohistochemistry."""

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.laboratory.genetic_tests import HER2_FISH, demand_for, lines_of
from app.rules.laboratory.terms import LABORATORY_CODES
from app.rules.lines import at_most
from app.rules.outcomes import Ask, Outcomes, demand
from app.rules.registry import Phase, Place, line_rule, on, remark, rule, silent

PROBE_CODE = "804840"
IHC_RESULT, BREAST_TISSUE, PROBES, MARKERS = "her2_ihc", "breast_tumor_tissue", "probe_count", "markers_requested"


@rule("LAB-11a", Phase.COVER, LABORATORY_CODES)
def fish_after_immunohistochemistry(case: Case) -> Outcomes:
    """Refuse HER2 by FISH unless immunohistochemistry was 2+."""
    result = case.fact(IHC_RESULT)
    fits: Answer = UNKNOWN if result is UNKNOWN else result == case.figure("fish_ihc_result")
    for line in lines_of(case, {HER2_FISH}, case.lines_in_play(Phase.COVER)):
        yield from demand(fits, IHC_RESULT, line=line)


@rule("LAB-11c", Phase.COVER, LABORATORY_CODES)
def fish_of_breast_tissue(case: Case) -> Outcomes:
    """Refuse HER2 by FISH on anything but breast tissue of a patient with a breast tumour."""
    yield from demand_for(case, lines_of(case, {HER2_FISH}, case.lines_in_play(Phase.COVER)), BREAST_TISSUE)


@line_rule("LAB-11b", Phase.QUANTITY, on(codes={PROBE_CODE}))
def probes_of_report(_case: Case, line: CaseLine) -> Outcomes:
    """Pay as many probes as the report counts; ask where more than one stands uncounted."""
    counted = line.fact(PROBES)
    if isinstance(counted, int):
        yield from at_most(line, counted, PROBES)
    elif line.quantity > 1:
        yield Ask(line, (PROBES,))


@line_rule("LAB-11k", Phase.QUANTITY, on(groups={"ihc"}))
def markers_asked_for(_case: Case, line: CaseLine) -> Outcomes:
    """Pay as many markers as the pathologist asked for."""
    asked = line.fact(MARKERS)
    if isinstance(asked, int):
        yield from at_most(line, asked, MARKERS)
    else:
        yield Ask(line, (MARKERS,))


def _lacks_share_row(case: Case, _line: CaseLine) -> bool:
    """Tell whether the patient has a condition for which no installed pack has a share of its own."""
    conditions = case.claim.patient.conditions
    return bool(conditions) and not any(case.share("outpatient", condition) for condition in conditions)


remark("LAB-11n", Place.CLAIM, concerns=_lacks_share_row)
silent("the same duty as that of section 5, which LAB-05a to LAB-05e carry out", "LAB-11j")
