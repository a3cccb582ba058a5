"""What a reimbursement request must be: a cost that was paid, of a covered person, with proof and an account (REI).

The claim of a person who paid outside the contract; its lines are judged in `reimbursed_lines`, the electronic bill of
a stay in `electronic_bills`.
"""

from app.domain.claim import STAY_KINDS
from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.circulars.terms import (
    COVERED,
    ELIGIBILITY,
    NOT_COVERED,
    hold,
    hold_unless,
    reimbursement_line_rule,
    reimbursement_rule,
    reject_or_ask,
)
from app.rules.general.terms import day_of, items
from app.rules.outcomes import Ask, Outcomes, Refer, Reject
from app.rules.registry import Phase, Place, remark, silent

PAID_BY, OWNER = "paid_by", "iban_owner"
CHECKED_ON, VALID_TO = "eligibility_checked_on", "eligibility_valid_to"


def is_reimbursement(case: Case) -> bool:
    """Tell whether a person asks for what they paid themselves."""
    return not case.is_contracted


@reimbursement_rule("REI-04b", Phase.ADMISSIBILITY)
def nothing_was_paid(case: Case) -> Outcomes:
    """Refuse a claim of which nobody paid anything: there is nothing to make good."""
    if is_reimbursement(case):
        paid = case.fact(PAID_BY)
        if paid is UNKNOWN:
            yield Ask(None, (PAID_BY,))
        elif not items(paid):
            yield Reject(None, (PAID_BY,))


@reimbursement_rule("REI-04c", Phase.ADMISSIBILITY)
def others_paid(case: Case) -> Outcomes:
    """Tell the reimbursement unit of another payer, so that the same cost is not made good twice."""
    if is_reimbursement(case) and items(case.fact(PAID_BY)) & set(case.figure("other_payers")):
        yield Refer(None, (PAID_BY,))


@reimbursement_rule("REI-05b", Phase.ADMISSIBILITY)
def proof_is_complete(case: Case) -> Outcomes:
    """Hold the payment until all proving documents are there; what is missing can still be fetched."""
    if is_reimbursement(case):
        yield from hold_unless(case.fact("proof_complete"), "proof_complete")


@reimbursement_rule("REI-12b", Phase.ADMISSIBILITY)
def covered_on_the_day(case: Case) -> Outcomes:
    """Refuse the claim of a person without cover on the day of service or admission."""
    if is_reimbursement(case):
        yield from reject_or_ask(case, ELIGIBILITY, bad=NOT_COVERED)


@reimbursement_rule("REI-12c", Phase.ADMISSIBILITY)
def inquiry_of_that_day(case: Case) -> Outcomes:
    """Ask about an inquiry made later than the day, or about cover that ended before it."""
    if not is_reimbursement(case) or case.fact(ELIGIBILITY) != COVERED:
        return
    checked, end = day_of(case.fact(CHECKED_ON)), day_of(case.fact(VALID_TO))
    late = [CHECKED_ON] if checked is not None and checked > case.day else []
    ended = [VALID_TO] if end is not None and end < case.day else []
    if late or ended:
        yield hold(*late, *ended)


@reimbursement_rule("REI-13a", Phase.ADMISSIBILITY)
def account_to_pay_to(case: Case) -> Outcomes:
    """Ask for the account of the insured person; a malformed one is neither read from a file nor taken at the desk."""
    if is_reimbursement(case) and not case.claim.patient.iban:
        yield hold("iban")


@reimbursement_rule("REI-13b", Phase.ADMISSIBILITY)
def account_of_the_insured(case: Case) -> Outcomes:
    """Hold the payment until the account is known to be the insured person's, or of the principal insured."""
    if is_reimbursement(case) and case.claim.patient.iban and case.fact(OWNER) != "insured":
        yield hold(OWNER)


@reimbursement_rule("REI-18", Phase.ADMISSIBILITY)
def misuse_of_documents(case: Case) -> Outcomes:
    """Tell of misuse of documents or a breach of secrecy that somebody found."""
    if is_reimbursement(case) and case.fact("misuse_found") is True:
        yield Refer(None, ("misuse_found",))


@reimbursement_rule("REI-20g", Phase.ADMISSIBILITY)
def discharged_patients_only(case: Case) -> Outcomes:
    """Ask for the discharge of a stay: only bills of discharged patients are paid."""
    if is_reimbursement(case) and case.claim.kind in STAY_KINDS and case.claim.discharged_at is None:
        yield hold(needs="تاریخ و ساعت ترخیص")


@reimbursement_line_rule("REI-20g", Phase.COVER)
def line_says_what_it_is(case: Case, line: CaseLine) -> Outcomes:
    """Ask what a line is that has neither code nor title."""
    if is_reimbursement(case) and not line.code and not line.line.title:
        yield Ask(None, needs="کد یا عنوان خدمت این ردیف", holding=True)


silent("REI rules look at claims of this pathway, of every insurer", "REI-02")
silent("cover is decided line by line by the insurer's own rules and GEN-15e", "REI-04d")
silent(
    "payment lists hold only closed claims without an open question, the insured person's account, and what is due less"
    " what was paid before",
    "REI-13c",
)
silent("the desk tells the status of each request, on screen, in the export and on its sheet", "REI-14")
silent(
    "a file that is saved is readable by its owner alone, or sealed for the receiver whose certificate was chosen",
    "REI-15c",
)
silent("sheets and payment lists are signed with a person's own key, and a later change is seen", "REI-15d")
for _guide in ("REI-01", "REI-08", "REI-17", "REI-19", "REI-20a", "REI-20b"):
    remark(_guide, Place.RULE_BOOK)
