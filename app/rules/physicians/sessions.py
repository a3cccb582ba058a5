"""Table 1: services of one session that exclude, contain or complete each other, and the angiography's film.

In their phase these clauses act in the order 21, 23, 24, 27, 25, 36, 28, 06, 32, 34, 07 (echocardiography), visits.
"""

from app.rules.case import Case, CaseLine
from app.rules.lines import beside
from app.rules.outcomes import Ask, Outcomes, Reject, demand
from app.rules.physicians.scope import line_rule, rule
from app.rules.physicians.terms import dearest, is_service_line, service_lines
from app.rules.registry import Phase, on, silent

INDEPENDENT = "independent_procedure"
IMAGING_SECTION = "imaging"
ELECTRODIAGNOSIS = "emg_ncv"
SOLE_CODES = on(attributes={"sole_code"})
GUIDED_CODE = "کد درست این خدمت، که با هدایت رادیولوژیک انجام شده، روشن نیست"


@line_rule("PHY-21", Phase.EXCLUSION, on(attributes={"not_with"}), ahead_of="PHY-06")
def beside_named_codes(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a service in a claim that holds one of the codes beside which its row is not payable."""
    codes = line.attribute("not_with") or ()
    if any(other.code in codes for other in case.live_lines if other is not line):
        yield Reject()


@rule("PHY-23", Phase.EXCLUSION, SOLE_CODES, ahead_of="PHY-06")
def alone_with_electrodiagnosis(case: Case) -> Outcomes:
    """Keep the dearest complete electrodiagnosis of a session and refuse every other coded service of it."""
    for session in case.requests():
        complete = [line for line in session if _is_sole(line) and line.group == ELECTRODIAGNOSIS]
        kept = dearest(case, complete) if complete else None
        if kept:
            yield from (Reject(line) for line in service_lines(case, session) if line is not kept and line.code)


@rule("PHY-24", Phase.EXCLUSION, SOLE_CODES, ahead_of="PHY-06")
def costs_of_perimetry(case: Case) -> Outcomes:
    """Refuse what the price of an automated perimetry holds: drugs, supplies, the smaller field test.

    Another service of the session is payable where it was done for itself, and asked about.
    """
    costs = case.figure("perimetry_cost_sections")
    for session in case.requests():
        perimetries = [line for line in session if _is_sole(line) and line.group != ELECTRODIAGNOSIS]
        if not perimetries:
            continue
        kept, contained = dearest(case, perimetries), _contained(perimetries)
        for line in session:
            if line is kept:
                continue
            if line.section in costs or line.code in contained:
                yield Reject(line)
            elif line.code and is_service_line(case, line):
                yield from demand(line.fact(INDEPENDENT), INDEPENDENT, line=line)


def _is_sole(line: CaseLine) -> bool:
    return bool(line.attribute("sole_code"))


def _contained(lines: list[CaseLine]) -> set[str]:
    return {code for line in lines for code in line.attribute("includes") or ()}


@rule("PHY-27", Phase.EXCLUSION, on(attributes={"includes"}), ahead_of="PHY-25")
def contained_services(case: Case) -> Outcomes:
    """Refuse a service that the title of another of the session contains."""
    for session in case.requests():
        for line in session:
            if line.code in _contained([other for other in session if other is not line]):
                yield Reject(line)


@line_rule("PHY-25", Phase.EXCLUSION, on(attributes={"separate_procedure"}), ahead_of="PHY-06")
def separate_procedure(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a "separate procedure" beside another service that it was a part of; alone nothing is asked."""
    if line.attribute("separate_procedure") and beside(case, line, lambda other: is_service_line(case, other)):
        yield from demand(line.fact(INDEPENDENT), INDEPENDENT)


@line_rule("PHY-36", Phase.EXCLUSION, on(attributes={"not_with_groups"}), ahead_of="PHY-28")
def beside_named_groups(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the reading of a film in a claim that holds the angiography itself."""
    groups = line.attribute("not_with_groups") or ()
    if any(other.group in groups for other in case.live_lines if other is not line):
        yield Reject()


@line_rule("PHY-28", Phase.EXCLUSION, on(attributes={"add_on_to"}), ahead_of="PHY-06")
def further_without_first(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the code of further lesions in a session without the code of the first one."""
    firsts = line.attribute("add_on_to")
    if firsts and not beside(case, line, lambda other: other.code in firsts):
        yield Reject()


@line_rule("PHY-34", Phase.EXCLUSION, on(attributes={"no_guidance"}), ahead_of="PHY-07")
def guided_by_imaging(case: Case, line: CaseLine) -> Outcomes:
    """Ask for the right code of an aspiration "without guidance" beside imaging; the imaging stands."""
    if line.attribute("no_guidance") and beside(case, line, lambda other: other.section == IMAGING_SECTION):
        yield Ask(needs=GUIDED_CODE)


silent("no rule looks for imaging beside these codes", "PHY-33")
