"""Article 2: kinds of hospitals and what belongs to a stay alone (HOS-…)."""

from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.terms import HOTEL, NURSING
from app.rules.outcomes import Outcomes, Refer, Reject
from app.rules.registry import Phase, Place, line_rule, on, remark, rule, silent

WARD_APPROVED = "ward_approved"
BY_CONTRACT = frozenset({"public_other", "charity"})


@line_rule("HOS-05", Phase.COVER, on(sections={HOTEL, NURSING}))
def bed_outside_a_stay(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse beds and nursing in a claim that is no stay, whatever centre sends it."""
    if not case.is_stay:
        yield Reject()


@rule("HOS-05a", Phase.ADMISSIBILITY, on(sections={HOTEL}))
def ward_outside_the_licence(case: Case) -> Outcomes:
    """Tell the supervision office once of a ward that is known to have no licence; its bed is BED-01b."""
    if any(line.section == HOTEL and line.fact(WARD_APPROVED) is False for line in case.lines):
        yield Refer(None, (WARD_APPROVED,))


remark("HOS-01a", Place.RULE_BOOK)
remark("HOS-01b", Place.RULE_BOOK)
remark("HOS-02", Place.CLAIM, concerns=lambda case, _line: case.submission.provider.sector in BY_CONTRACT)
remark("HOS-03a", Place.RULE_BOOK)
silent("carried out by every price, which takes the public K and fees whatever the sector", "HOS-01", "HOS-03")
silent("carried out by the dated look-ups of the packs on the day of admission", "HOS-04")
