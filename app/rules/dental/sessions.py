"""Items 1, 2, 8 and 12: what belongs together in one session, over all sheets that were sent of it."""

from collections import defaultdict

from app.rules.case import Case, CaseLine
from app.rules.dental.terms import DENTAL, SessionLine, is_exam, sessions, tooth_of
from app.rules.outcomes import Note, Outcomes, Reject
from app.rules.pricing import DENTAL_SECTION, unit_price
from app.rules.registry import Phase, on, rule

EXTRACTION, SEALANT, RESTORATION = "dental_extraction", "dental_sealant", "dental_restoration"


@rule("DEN-01", Phase.ADMISSIBILITY)
def session_on_several_sheets(case: Case) -> Outcomes:
    """Note that an earlier sheet holds services of the same session; nothing is deducted for that."""
    days = {line.day for line in case.lines}
    earlier = (sibling.case for sibling in case.siblings(DENTAL) if sibling.earlier)
    if any(line.day in days for other in earlier for line in other.lines):
        yield Note()


@rule("DEN-02", Phase.QUANTITY, on(groups={EXTRACTION}))
def extractions_of_a_quadrant(case: Case) -> Outcomes:
    """Keep the hindmost three extractions of each quadrant in a session; of equal places the dearer row."""
    limit = case.figure("extractions_of_quadrant")
    for session in sessions(case):
        quadrants: dict[tuple[str, str], list[SessionLine]] = defaultdict(list)
        for each in session:
            arch, side = each.line.attribute("arch"), each.line.attribute("side")
            if each.line.group == EXTRACTION and arch and side:
                quadrants[arch, side].append(each)
        for teeth in quadrants.values():
            hindmost = sorted(teeth, key=_from_back_to_front)
            yield from (Reject(each.line) for each in hindmost[limit:] if each.case is case)


def _from_back_to_front(each: SessionLine) -> tuple[int, object]:
    price = unit_price(each.case, each.line, each.line.service)
    return -(each.line.attribute("position") or 0), -price.exact if price else 0


@rule("DEN-08", Phase.EXCLUSION, on(where=is_exam))
def exam_beside_treatment(case: Case) -> Outcomes:
    """Refuse an examination beside any dental service but education, varnish and films."""
    payable_beside = case.figure("groups_beside_dental_exam")
    for session in sessions(case):
        treated = any(each.line.section == DENTAL_SECTION and each.line.group not in payable_beside for each in session)
        if treated:
            yield from (Reject(each.line) for each in session if each.case is case and is_exam(each.line))


@rule("DEN-12", Phase.EXCLUSION, on(groups={SEALANT}))
def sealant_beside_restoration(case: Case) -> Outcomes:
    """Refuse the sealant of a tooth that was restored in the same session; the restoration stands."""
    for session in sessions(case):
        restored = {tooth_of(each.line.service) for each in session if each.line.group == RESTORATION} - {None}
        for each in session:
            if _is_own(case, each, SEALANT) and tooth_of(each.line.service) in restored:
                yield Reject(each.line)


def _is_own(case: Case, each: SessionLine, group: str) -> bool:
    line: CaseLine = each.line
    return each.case is case and line.group == group
