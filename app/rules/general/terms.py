"""The terms of area general: what several of its rules mean by the same word (handbook 004, کلیات و تعاریف).

Other areas that lean on these terms (high-cost, general practitioner's rank, approval) take them from here.
"""

from app.domain.claim import PARACLINIC_KINDS, RADIOLOGY_KINDS, ClaimKind
from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer, all_true
from app.domain.findings import Step
from app.domain.persian import date_text
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Outcomes, Reject

APPROVAL = "insurer_approved"
ADMISSION_STAMP = "admission_stamp"
EMERGENCY_FACTS = ("emergency_or_trauma", "emergency_stamp")
RURAL_FUND = "rural"
VISIT_SECTION = "visit"


def negated(answer: Answer) -> Answer:
    """Return the three-valued opposite: unknown stays unknown."""
    return answer if answer is UNKNOWN else answer is False


def unless_approved(case: Case, *steps: Step) -> Outcomes:
    """Reject what the insurer's approval heals (item 29): approved stands, unknown is asked for."""
    approved = case.fact(APPROVAL)
    if approved is False:
        yield Reject(None, (APPROVAL,), steps=steps)
    elif approved is UNKNOWN:
        yield Ask(None, (APPROVAL,), steps=steps)


def items(answer: Answer) -> frozenset[str]:
    """Return the items of a fact that is a list; an unknown list has none."""
    return frozenset(answer) if isinstance(answer, tuple) else frozenset()


def day_of(answer: Answer) -> JalaliDate | None:
    """Return the day that a fact holds, None where it is unknown."""
    return answer if isinstance(answer, JalaliDate) else None


def day_step(caption: str, day: JalaliDate) -> Step:
    """Return the step that shows the day on which a finding rests."""
    return Step(caption, date_text(day))


def is_pharmacy(case: Case) -> bool:
    """Tell whether the claim is a pharmacy's: the contract has no kind of claim for drugs."""
    return case.submission.provider.kind == "pharmacy"


def is_paraclinic(case: Case) -> bool:
    """Tell whether the claim is one of the paraclinic kinds (GEN-00a)."""
    return case.claim.kind in PARACLINIC_KINDS


def is_of_rural_fund(case: Case) -> bool:
    """Tell whether the insured person belongs to the rural fund."""
    return case.fund == RURAL_FUND


def only_visits(case: Case) -> bool:
    """Tell whether all lines of the claim are visits."""
    return all(line.section == VISIT_SECTION for line in case.lines)


def referred(case: Case) -> Answer:
    """Tell whether a physician's service was sent by another physician (GEN-00b).

    The fact where it is given; else true when one line has another performer than the prescriber, false when all lines
    have the prescriber himself, unknown otherwise.
    """
    if case.claim.kind is not ClaimKind.PHYSICIAN_SERVICE:
        return False
    known = case.fact("referred_by_other")
    if known is not UNKNOWN:
        return known
    prescriber = case.prescriber.id
    performers = [line.performer.id if line.performer else None for line in case.lines]
    if prescriber is None:
        return UNKNOWN
    if any(performer not in {None, prescriber} for performer in performers):
        return True
    return UNKNOWN if None in performers or not performers else False


def is_high_cost(case: Case, line: CaseLine) -> bool:
    """Tell whether a line is a high-cost service (GEN-00d).

    The attribute of the pack row decides where it stands, else the row's group or section; thyroid scan and uptake are
    nuclear and not high-cost. A code in no pack is none, for nothing is known of it.
    """
    service = line.service
    if service is None:
        return False
    marked = line.attribute("high_cost")
    if marked is not None:
        return bool(marked)
    if service.group in case.figure("high_cost_groups"):
        return True
    sections = case.figure("high_cost_sections")
    return service.section in sections and service.group not in sections[service.section]


def has_high_cost_line(case: Case) -> bool:
    """Tell whether the claim holds a high-cost service."""
    return any(is_high_cost(case, line) for line in case.lines)


def gp_level(case: Case) -> Answer:
    """Tell whether the prescriber counts as a general practitioner (items 10, 11 and 13).

    A resident does on a radiology claim without the admission stamp; a prescriber without a qualification may.
    """
    qualification = case.prescriber.qualification
    if qualification is None:
        return UNKNOWN
    if qualification == "resident" and case.claim.kind in RADIOLOGY_KINDS:
        return negated(case.fact(ADMISSION_STAMP))
    return qualification in case.figure("general_practitioner_ranks")


def emergency_ct(case: Case, line: CaseLine) -> Answer:
    """Tell whether a line is the emergency CT that a general practitioner may order (item 13, note).

    The claim's only CT line, one unit, one region, without contrast, in an emergency and with the hospital's stamp.
    """
    ct_lines = [other for other in case.lines if other.group == "ct"]
    plain = not line.attribute("contrast") and (line.attribute("regions") or 1) == case.figure("emergency_ct_regions")
    if case.claim.kind is not ClaimKind.IMAGING or ct_lines != [line] or line.line.quantity != 1 or not plain:
        return False
    return all_true(*(case.fact(name) for name in EMERGENCY_FACTS))
