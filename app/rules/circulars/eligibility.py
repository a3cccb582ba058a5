"""The order that did away with the booklet's stamp: cover on the day of service decides (ELG)."""

from app.domain.facts import UNKNOWN, Answer, any_true
from app.rules.case import Case, CaseLine
from app.rules.circulars.terms import (
    COVERED,
    ELIGIBILITY,
    ELIGIBILITY_CODE,
    ELIGIBILITY_FROM,
    FORM,
    NOT_COVERED,
    TAMIN,
    eligibility_rule,
    hold,
    is_in_force,
    written,
)
from app.rules.general.terms import day_of
from app.rules.outcomes import Ask, Note, Outcomes, Reject, demand
from app.rules.registry import Phase, Place, remark, silent

REASON, ACCEPTED, OVERLAP = "no_cover_reason", "child_accepted", "base_overlap"
INQUIRY, VALID_TO, CHECKED_ON = "eligibility_inquiry", "eligibility_valid_to", "eligibility_checked_on"
MALE, FEMALE = "male", "female"
LACKS_CERTIFICATE, LACKS_IDENTITY = "study_certificate_missing", "identity_document_missing"


def _adult(case: Case) -> Answer:
    """Tell whether the patient has had the birthday of the order's children; unknown without a birth date."""
    born = case.claim.patient.birth_date
    return UNKNOWN if born is None else case.day.years_since(born) >= case.figure("study_certificate_age")


def _may_be_child(case: Case) -> bool:
    """Tell whether the patient may be one of the children whose paper alone is missing (ELG-09a)."""
    sex = case.claim.patient.sex
    return sex != MALE or _adult(case) is not False


def _is_child(case: Case) -> Answer:
    """Tell whether the reason fits sex and age, so that the current rules take the case (ELG-09b)."""
    sex, reason = case.claim.patient.sex, case.fact(REASON)
    if reason == LACKS_IDENTITY:
        return UNKNOWN if sex is None else sex == FEMALE
    if reason == LACKS_CERTIFICATE:
        if sex is None:
            return UNKNOWN if _adult(case) is not False else False
        return sex == MALE and _adult(case)
    return False


def _uncovered(case: Case) -> bool:
    return case.is_contracted and case.fact(ELIGIBILITY) == NOT_COVERED


def _cover(case: Case) -> Outcomes:
    """Refuse a claim of the contract without cover, but for children whom ELG-09a and ELG-09b take."""
    if not case.is_contracted:
        return
    if case.fact(ELIGIBILITY) is UNKNOWN:
        yield Ask(None, (ELIGIBILITY,))
    elif _uncovered(case):
        reason = case.fact(REASON)
        if not _may_be_child(case):
            yield Reject(None, (ELIGIBILITY,))
        elif reason is not UNKNOWN and _is_child(case) is False:
            yield Reject(None, (ELIGIBILITY, REASON))


@eligibility_rule("ELG-02", Phase.ADMISSIBILITY)
def outpatient_cover(case: Case) -> Outcomes:
    """Refuse what an outpatient without cover on the day of service claims; own centres are asked like others."""
    yield from _cover(case)


@eligibility_rule("ELG-03a", Phase.ADMISSIBILITY)
def inpatient_cover(case: Case) -> Outcomes:
    """Refuse the bill of a patient without cover on the day of admission."""
    yield from _cover(case)


@eligibility_rule("ELG-03b", Phase.ADMISSIBILITY)
def overlap_of_insurers(case: Case) -> Outcomes:
    """Hold a bill until it is settled which of two base insurers pays."""
    overlap = case.fact(OVERLAP)
    if case.is_contracted and (overlap is UNKNOWN or overlap == "unresolved"):
        yield hold(OVERLAP)


def _covered(case: Case) -> bool:
    return case.is_contracted and case.fact(ELIGIBILITY) == COVERED


@eligibility_rule("ELG-04a", Phase.ADMISSIBILITY)
def tracking_code(case: Case) -> Outcomes:
    """Ask for the code that an inquiry gives, the only proof of it on paper; electronic requests keep it themselves."""
    if _covered(case) and case.fact(FORM) != "electronic" and not written(case.fact(ELIGIBILITY_CODE)):
        yield hold(ELIGIBILITY_CODE)


@eligibility_rule("ELG-05a", Phase.ADMISSIBILITY)
def end_date_of_special_inquiry(case: Case) -> Outcomes:
    """Ask for the end date that a special inquiry shows; one of which nobody says more was a general one."""
    if _covered(case) and case.fact(INQUIRY) == "special" and case.fact(VALID_TO) is UNKNOWN:
        yield hold(VALID_TO)


@eligibility_rule("ELG-05b", Phase.ADMISSIBILITY)
def service_after_end_date(case: Case) -> Outcomes:
    """Ask for a new inquiry where the service is later than the end date, which moves with the premiums."""
    end = day_of(case.fact(VALID_TO))
    if _covered(case) and end is not None and case.day > end:
        yield hold(VALID_TO)


@eligibility_rule("ELG-05c", Phase.ADMISSIBILITY)
def inquiry_after_service(case: Case) -> Outcomes:
    """Hold a claim of which the inquiry was made after the service."""
    checked = day_of(case.fact(CHECKED_ON))
    if _covered(case) and checked is not None and checked > case.day:
        yield hold(CHECKED_ON)


@eligibility_rule("ELG-08", Phase.ADMISSIBILITY)
def contested_answer(case: Case) -> Outcomes:
    """Note that the insured person contests the answer; the amounts stay as they are."""
    if _uncovered(case) and case.fact("eligibility_contested") is True:
        yield Note(None, ("eligibility_contested",))


@eligibility_rule("ELG-09a", Phase.ADMISSIBILITY)
def reason_of_no_cover(case: Case) -> Outcomes:
    """Ask why there is no cover, where the patient may be a child whose paper alone is missing."""
    if _uncovered(case) and _may_be_child(case) and case.fact(REASON) is UNKNOWN:
        yield Ask(None, (REASON,))


@eligibility_rule("ELG-09b", Phase.ADMISSIBILITY)
def children_by_current_rules(case: Case) -> Outcomes:
    """Let the current rules decide on daughters and grown sons whose paper is missing.

    Where sex or birth date would tell whether the patient is one, they are asked for, but not of a refused child.
    """
    if not _uncovered(case) or case.fact(REASON) is UNKNOWN or _is_child(case) is False:
        return
    yield from demand(case.fact(ACCEPTED), ACCEPTED)
    if _is_child(case) is UNKNOWN and case.fact(ACCEPTED) is not False:
        patient = case.claim.patient
        known = {"sex": patient.sex, "birth_date": patient.birth_date}
        needed = ("sex",) if case.fact(REASON) == LACKS_IDENTITY else ("sex", "birth_date")
        yield Ask(None, tuple(name for name in needed if known[name] is None))


def _inquired_for_oneself(case: Case, _line: CaseLine) -> bool:
    return is_in_force(case, ELIGIBILITY_FROM) and case.is_contracted and case.fact(INQUIRY) == "special"


def _cover_is_open(case: Case, _line: CaseLine) -> bool:
    asked = any_true(case.fact(ELIGIBILITY) == COVERED, case.fact(ELIGIBILITY) == NOT_COVERED)
    return is_in_force(case, ELIGIBILITY_FROM) and case.is_contracted and asked is not True


silent("the stamp of the booklet is looked at by no rule of Social Security any more", "ELG-01")
silent("the fact has exactly these two values, and the desk offers no third", "ELG-04b")
silent("ELG-02 to ELG-05c ask of every kind of provider", "ELG-07")
remark("ELG-01a", Place.RULE_BOOK)
remark("ELG-06", Place.CLAIM, concerns=_inquired_for_oneself, insurers=TAMIN)
remark("ELG-10", Place.RULE_BOOK)
remark("ELG-11", Place.CLAIM, concerns=_cover_is_open, insurers=TAMIN)
remark("ELG-12", Place.RULE_BOOK)
