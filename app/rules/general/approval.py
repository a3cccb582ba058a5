"""Items 8 and 29: the referral system, and prescriptions and services that need the insurer's approval.

The approval also heals an altered, missing or past date and, on high-cost prescriptions, a missing diagnosis; the rules
on these defects ask for it themselves (`terms.unless_approved`).
"""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.general.terms import APPROVAL, is_of_rural_fund, unless_approved
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, line_rule, on, rule, silent

REQUIRED, OBSERVED, NEEDED = "referral_required", "referral_observed", "needs_insurer_approval"


@rule("GEN-08p", Phase.ADMISSIBILITY)
def referral_not_observed(case: Case) -> Outcomes:
    """Refuse a claim that did not go by the referral system; the rural fund has GEN-29d, where approval heals it."""
    required, observed = case.fact(REQUIRED), case.fact(OBSERVED)
    healed = is_of_rural_fund(case) and case.fact(APPROVAL) is True
    if observed is True or required is False or healed:
        return
    if required is UNKNOWN:
        yield Ask(facts=(REQUIRED,))
    elif observed is UNKNOWN:
        yield Ask(facts=(OBSERVED,))
    elif not is_of_rural_fund(case):
        yield Reject(facts=(REQUIRED, OBSERVED))


@rule("GEN-29", Phase.ADMISSIBILITY)
def prescription_needs_approval(case: Case) -> Outcomes:
    """Refuse a prescription that needs the insurer's approval and has none."""
    needed = case.fact(NEEDED)
    if case.fact(APPROVAL) is True or needed is False:
        return
    if needed is UNKNOWN:
        yield Ask(facts=(NEEDED,))
    else:
        yield from unless_approved(case)


@line_rule("GEN-29a", Phase.COVER, on(attributes={"needs_approval"}))
def service_needs_approval(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a service that the packs name as needing approval, whatever is known of the whole prescription."""
    if line.attribute("needs_approval"):
        yield from unless_approved(case)


@rule("GEN-29d", Phase.ADMISSIBILITY)
def rural_referral(case: Case) -> Outcomes:
    """Refuse a rural insured person's claim without the referral to level two, unless the insurer approved it."""
    if is_of_rural_fund(case) and case.fact(REQUIRED) is True and case.fact(OBSERVED) is False:
        yield from unless_approved(case)


@line_rule("GEN-29e", Phase.COVER, on(attributes={"tracking_code_required"}))
def tracking_code(case: Case, line: CaseLine) -> Outcomes:
    """Demand the tracking code of the internet approval; a blank text means that none stands on the prescription."""
    code = case.fact("tracking_code")
    if not line.attribute("tracking_code_required"):
        return
    if code is UNKNOWN:
        yield Ask(facts=("tracking_code",))
    elif not str(code).strip():
        yield Reject(facts=("tracking_code",))


silent("the rules on these defects ask for the approval: GEN-02d, 05, 07, 07a and, on high-cost claims, 12", "GEN-29b")
silent("kept in the packs as the attribute needs_approval, judged by GEN-29a", "GEN-29c")
