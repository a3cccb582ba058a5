"""Section الف, items 1, 6, 7, 9 and 10: plain films, contrast studies and what is used for them."""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.imaging.terms import ask_side, same_side
from app.rules.lines import beside, keep_units, with_attribute, with_code
from app.rules.outcomes import Ask, Outcomes, Reject, refuse
from app.rules.registry import Phase, line_rule, on, rule, silent

ERCP_FILM = "700305"
INJECTION_GROUPS = {"iv_injection", "injection_supply"}
is_injected = with_attribute("contrast", value=True)


@line_rule("RAD-01", Phase.EXCLUSION, on(attributes={"bone_ends"}))
def bone_end_beside_joint(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the film of a bone end beside the film of the joint there, on the same side.

    The price list knows whole bones only; which part was ordered is the fact `bone_part`. The joint's film stands.
    """
    asked: list[Ask] = []
    for joint in beside(case, line, lambda other: other.attribute("joint") is not None):
        ends = {f"{end}_end" for end, at in line.attribute("bone_ends").items() if at == joint.attribute("joint")}
        part, side = line.fact("bone_part"), same_side(line, joint)
        if not ends or side is False or (part is not UNKNOWN and part not in ends):
            continue
        if part is UNKNOWN:
            asked.append(Ask(line, ("bone_part", "side") if line.fact("side") is UNKNOWN else ("bone_part",)))
        elif side is UNKNOWN:
            asked.append(ask_side(line, joint))
        else:
            yield Reject(line, ("bone_part", "side"))
            return
    yield from asked


@line_rule("RAD-06", Phase.EXCLUSION, on(groups={"radiography"}))
def plain_film_beside_contrast_study(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a plain film of a region whose preliminary film is part of a contrast study of the request."""
    region = line.attribute("region")
    studies = beside(case, line, lambda other: region in (other.attribute("includes_plain_of") or ()))
    if any(same_side(line, study) is not False for study in studies):
        yield Reject()


@line_rule("RAD-09a", Phase.EXCLUSION, on(groups=INJECTION_GROUPS))
def injection_for_contrast(case: Case, line: CaseLine) -> Outcomes:
    """Refuse injection fee and supplies beside a study with an injected medium; the medium itself is paid."""
    if beside(case, line, is_injected):
        yield Reject()


@line_rule("RAD-09b", Phase.EXCLUSION, on(groups=INJECTION_GROUPS))
def injection_for_contrast_in_stay(case: Case, line: CaseLine) -> Outcomes:
    """Refuse injection fee and supplies of a hospital day with such a study where they served it, and only then."""
    if beside(case, line, is_injected):
        yield from refuse(line.fact("used_for_contrast"), "used_for_contrast")


@rule("RAD-10", Phase.QUANTITY, on(codes={ERCP_FILM}))
def ercp_films(case: Case) -> Outcomes:
    """Keep at most four films of one ERCP, over all its lines; the quantity of the row counts films."""
    for request in case.requests():
        yield from keep_units(filter(with_code(ERCP_FILM), request), case.figure("ercp_film_limit"))


silent("a portable surcharge is paid by its own row (GEN-15e), modifier 86 by the modifiers' rules", "RAD-07")
