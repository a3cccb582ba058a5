"""What a person may say of the insured person of a claim, whether a rule asks for it or not.

Illnesses and what was seen of somebody's papers are asked for by no rule; they are typed where they are seen, and stand
beside the file like every other answer.
"""

from app.domain.claim import PARACLINIC_KINDS, Claim, ClaimKind, Insurer, Pathway, Submission
from app.domain.facts import FactValue

_ALWAYS = ("birth_date", "sex", "conditions")
_SEEN_ON_PAPERS = ("identity_document", "foreign_national")
_REGISTERED, _MISUSE = "service_registered", "misuse_found"
_BILL = ("bill_source", "bill_seal")
_PAPER_FORMS = frozenset({"booklet", "letterhead"})
_COVER, _CONTESTED = "eligibility", "eligibility_contested"
_JOURNEY = ("nearest_centre", "course_treatment")
PATIENT_FIELDS = (*_ALWAYS, "iban", _MISUSE, *_BILL, *_SEEN_ON_PAPERS, _REGISTERED, _COVER, _CONTESTED, *_JOURNEY)
"""Every coded field and fact of an insured person and of the papers, whatever the claim."""


def patient_fields(submission: Submission, claim: Claim) -> tuple[str, ...]:
    """Return the coded fields and facts that may be told of the insured person of a claim, in the order of typing.

    The IBAN, a misuse that was seen and how the bill of a stay came belong to reimbursements; cover, which a centre may
    have told wrongly, a contested answer and papers to what Social Security pays by contract; a centre that was not the
    nearest, and a course of which a journey is one session, to its journeys. Of a service on paper the registration is
    told only where it is missing, so that no rule asks for it.
    """
    of_social_security = (claim.insurer or submission.insurer) is Insurer.TAMIN
    if claim.kind is ClaimKind.TRAVEL:
        return (*_ALWAYS, _COVER, *_JOURNEY) if of_social_security else _ALWAYS
    if claim.pathway is Pathway.REIMBURSEMENT:
        bill = _BILL if claim.kind is ClaimKind.INPATIENT else ()
        return (*_ALWAYS, "iban", _MISUSE, *bill)
    if not of_social_security:
        return _ALWAYS
    seen: tuple[str, ...] = _SEEN_ON_PAPERS if claim.kind in PARACLINIC_KINDS else ()
    if seen and claim.facts.get("prescription_form") in _PAPER_FORMS:
        seen = (*seen, _REGISTERED)
    contested = (_CONTESTED,) if claim.facts.get(_COVER) == "not_covered" else ()
    return (*_ALWAYS, *seen, _COVER, *contested)


def patient_value(claim: Claim, name: str) -> FactValue | None:
    """Return what a claim says of a field of its insured person; None where it says nothing.

    Nobody has an illness of whom a file names none, so that of these there is always an answer.
    """
    of_patient: dict[str, FactValue | None] = {
        "birth_date": claim.patient.birth_date,
        "sex": claim.patient.sex,
        "conditions": claim.patient.conditions,
        "iban": claim.patient.iban,
    }
    return of_patient[name] if name in of_patient else claim.facts.get(name)


def says_the_same(before: FactValue | None, value: FactValue) -> bool:
    """Tell whether an answer says what is known already; the order in a list says nothing."""
    if isinstance(before, tuple) and isinstance(value, tuple):
        return set(before) == set(value)
    return before == value
