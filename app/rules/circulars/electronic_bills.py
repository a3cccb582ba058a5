"""The electronic bill of a stay that is reimbursed: where it came from, whether it is whole and sealed (REI-12, 15)."""

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.circulars.reimbursed_lines import is_centre
from app.rules.circulars.reimbursement import is_reimbursement
from app.rules.circulars.terms import REIMBURSEMENT_FROM, hold, is_in_force, reimbursement_rule
from app.rules.outcomes import Outcomes, Refer
from app.rules.registry import EVERY_INSURER, Phase, Place, remark, silent

SOURCE, SEAL = "bill_source", "bill_seal"
SEPAS, PAPER = "sepas", "paper"


def _discharged(case: Case) -> JalaliDate | None:
    return case.claim.discharged_at.day if case.claim.discharged_at else None


@reimbursement_rule("REI-12", Phase.ADMISSIBILITY)
def bill_came_on_paper(case: Case) -> Outcomes:
    """Tell of a centre whose bill did not come through SEPAS though it was due; the insured person loses nothing."""
    if _came_on_paper(case):
        yield Refer(None, (SOURCE,))


def _came_on_paper(case: Case) -> bool:
    day = _discharged(case)
    due = day is not None and day >= JalaliDate.parse(case.figure("sepas_bills_from"))
    return is_reimbursement(case) and due and is_centre(case) and case.fact(SOURCE) == PAPER


@reimbursement_rule("REI-15a", Phase.ADMISSIBILITY)
def bill_was_altered(case: Case) -> Outcomes:
    """Hold the payment of a bill that was altered on its way: it is fetched again."""
    if is_reimbursement(case) and case.fact(SOURCE) == SEPAS and case.fact(SEAL) == "broken":
        yield hold(SEAL)


@reimbursement_rule("REI-15b", Phase.ADMISSIBILITY)
def bill_is_sealed(case: Case) -> Outcomes:
    """Hold the payment of a bill without seal and signature, once the six months for them have passed."""
    day, seal = _discharged(case), case.fact(SEAL)
    due = day is not None and day > JalaliDate.parse(case.figure("bills_sealed_after"))
    if is_reimbursement(case) and due and case.fact(SOURCE) == SEPAS and (seal is UNKNOWN or seal == "missing"):
        yield hold(SEAL)


def _is_reported(case: Case, _line: CaseLine) -> bool:
    return is_in_force(case, REIMBURSEMENT_FROM) and _came_on_paper(case)


silent("REI-12, REI-15a and REI-15b look at inpatient bills alone", "REI-09")
silent("REI-12 carries out the duty of hospitals and limited surgery centres", "REI-24")
silent("an imported file is kept by its digest; its bills' origin is a fact that it or a reviewer gives", "REI-20c")
remark("REI-16", Place.CLAIM, concerns=_is_reported, insurers=EVERY_INSURER)
for _duty in ("REI-03", "REI-10", "REI-20f", "REI-21", "REI-22", "REI-23", "REI-25", "REI-26", "REI-27"):
    remark(_duty, Place.RULE_BOOK)
