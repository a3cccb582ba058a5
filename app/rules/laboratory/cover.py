"""Sections 4 to 6: what is not covered, what needs its report, and notes on single codes."""

from decimal import Decimal

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.laboratory.terms import LABORATORY_CODES, TESTS, in_ranges
from app.rules.outcomes import Ask, Outcomes, Reject, demand, demand_all, refuse
from app.rules.registry import LineRule, Phase, Place, line_rule, on, remark

PANEL, LUMINESCENCE, PAP_SMEAR = "lab_panel", "luminescence", "pap_smear"
CALCULATED_LIPID, CONNEXIN = "calculated_lipid", "connexin"
SMEAR_CODE, KALA_AZAR = "807025", "803160"
AS_PANEL, WITH_KIT, METHOD, TUMOR_MARKER = "requested_as_panel", "measured_with_kit", "method", "tumor_marker"
TRIGLYCERIDE, TRIGLYCERIDE_REPORT = "tg_mg_dl", "tg_report_attached"
LEVEL_ONE, REPORT = "level_one_service", "report_attached"


@line_rule("LAB-04a", Phase.COVER, TESTS)
def panel(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a panel, and tests that were asked for as one; a title written out in full tells that they were not."""
    if line.group == PANEL:
        yield Reject()
    elif line.fact(AS_PANEL) is not UNKNOWN or line.fact("title_complete") is not True:
        yield from refuse(line.fact(AS_PANEL), AS_PANEL)


@line_rule("LAB-04b", Phase.COVER, on(attributes={"calculable"}))
def calculated_result(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a result that was calculated instead of measured with a kit."""
    if line.attribute("calculable"):
        yield from demand(line.fact(WITH_KIT), WITH_KIT)


@line_rule("LAB-04c", Phase.COVER, TESTS)
def invalid_method(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a method that the reference laboratory declared invalid; asked for only where the pack names some."""
    approved, method, invalid = line.fact("method_approved"), line.fact(METHOD), line.attribute("invalid_methods")
    if approved is False:
        yield Reject(line, ("method_approved",))
    elif invalid and method in invalid:
        yield Reject(line, (METHOD,))
    elif invalid and method is UNKNOWN and approved is not True:
        yield Ask(line, (METHOD,))


@line_rule("LAB-04k", Phase.COVER, on(groups={LUMINESCENCE}))
def luminescence(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse quantitative luminescence of anything but a tumour marker."""
    yield from demand(line.fact(TUMOR_MARKER), TUMOR_MARKER)


@line_rule("LAB-04l", Phase.COVER, on(groups={PAP_SMEAR}))
def smear_preparation(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a Pap test of another preparation than the smear, level one services aside.

    Whether it is one is asked for only where the centre gives such services.
    """
    if line.code == SMEAR_CODE:
        return
    level_one, provider = case.fact(LEVEL_ONE), case.submission.provider
    gives = provider.sector in case.figure("level_one_sectors") or provider.kind in case.figure("level_one_providers")
    yield from demand(False if level_one is UNKNOWN and not gives else level_one, LEVEL_ONE)


def _report_of(rule_id: str) -> LineRule:
    def report(case: Case, line: CaseLine) -> Outcomes:
        """Refuse a line of the rule's range of codes without its report."""
        if in_ranges(line.code, [case.figure("codes_with_report")[rule_id]]):
            yield from demand(line.fact(REPORT), REPORT)

    return report


for rule_id in ("LAB-05a", "LAB-05b", "LAB-05c", "LAB-05d", "LAB-05e"):
    line_rule(rule_id, Phase.COVER, LABORATORY_CODES)(_report_of(rule_id))


@line_rule("LAB-06c", Phase.COVER, on(groups={CALCULATED_LIPID}))
def measured_lipid(case: Case, line: CaseLine) -> Outcomes:
    """Refuse LDL and VLDL unless triglyceride is above the limit and its report is attached."""
    if case.rejected_by(line, "LAB-04b"):
        return
    level, report = case.fact(TRIGLYCERIDE), case.fact(TRIGLYCERIDE_REPORT)
    high: Answer = level > case.figure("measured_lipids_above") if isinstance(level, (int, Decimal)) else UNKNOWN
    yield from demand_all({TRIGLYCERIDE: high, TRIGLYCERIDE_REPORT: report})


@line_rule("LAB-11m", Phase.COVER, on(groups={CONNEXIN}))
def connexin(_case: Case, _line: CaseLine) -> Outcomes:
    """Refuse the connexin test for deafness."""
    yield Reject()


remark("LAB-06b", Place.LINE, on(codes={KALA_AZAR}))
