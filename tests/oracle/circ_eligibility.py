"""The circular on eligibility: an inquiry takes the place of the booklet's validity stamp."""

from collections.abc import Iterator

from tests.oracle.circ_terms import circular, is_wanted, service_day
from tests.oracle.days import age
from tests.oracle.paper import Paper, Truth
from tests.oracle.sayings import Says, ask, hold, note, reject

GROWN = 19


def covered(paper: Paper) -> bool:
    return bool(paper.fact("eligibility") == "covered")


def grown_son(paper: Paper) -> Truth:
    sex, birth = paper.patient.get("sex"), paper.patient.get("birth_date")
    if sex == "female":
        return False
    if birth is None:
        return None
    grown = age(birth, service_day(paper)) >= GROWN
    return None if grown and sex is None else grown


def daughter(paper: Paper) -> Truth:
    sex = paper.patient.get("sex")
    return None if sex is None else sex == "female"


def child_of_current_rules(paper: Paper) -> str:
    """Who decides of a person without cover: ELG-09a asks, ELG-09b decides, or nobody and the claim is refused."""
    reason = paper.fact("no_cover_reason")
    sex = paper.patient.get("sex")
    maybe = sex != "male" or grown_son(paper) is not False
    if reason is None:
        return "ELG-09a" if maybe else ""
    fits = {"study_certificate_missing": grown_son, "identity_document_missing": daughter}.get(reason)
    return "ELG-09b" if fits is not None and fits(paper) is not False else ""


def without_cover(paper: Paper) -> Iterator[Says]:
    answer = paper.fact("eligibility")
    if answer is None:
        yield ask()
    elif answer == "not_covered" and not child_of_current_rules(paper):
        yield reject()


circular(1, "ELG-02", refunds=False)(without_cover)
circular(1, "ELG-03a", refunds=False)(without_cover)


@circular(1, "ELG-03b", refunds=False)
def overlap(paper: Paper) -> Iterator[Says]:
    if paper.fact("base_overlap") not in {"none", "resolved"}:
        yield hold()


@circular(1, "ELG-04a", refunds=False)
def tracking_code(paper: Paper) -> Iterator[Says]:
    code = paper.fact("eligibility_code") or ""
    if covered(paper) and paper.fact("prescription_form") != "electronic" and not code.strip():
        yield hold()


@circular(1, "ELG-05a", refunds=False)
def end_of_a_special_inquiry(paper: Paper) -> Iterator[Says]:
    special = paper.fact("eligibility_inquiry") == "special"
    if covered(paper) and special and paper.fact("eligibility_valid_to") is None:
        yield hold()


@circular(1, "ELG-05b", refunds=False)
def ended(paper: Paper) -> Iterator[Says]:
    if covered(paper) and service_day(paper) > (paper.fact("eligibility_valid_to") or "9999"):
        yield hold()


@circular(1, "ELG-05c", refunds=False)
def asked_late(paper: Paper) -> Iterator[Says]:
    if covered(paper) and (paper.fact("eligibility_checked_on") or "0") > service_day(paper):
        yield hold()


@circular(1, "ELG-08", refunds=False)
def contested(paper: Paper) -> Iterator[Says]:
    if paper.fact("eligibility") == "not_covered" and paper.fact("eligibility_contested"):
        yield note()


@circular(1, "ELG-09a", refunds=False)
def why_not_covered(paper: Paper) -> Iterator[Says]:
    if paper.fact("eligibility") == "not_covered" and child_of_current_rules(paper) == "ELG-09a":
        yield ask()


@circular(1, "ELG-09b", refunds=False)
def accepted(paper: Paper) -> Iterator[Says]:
    if paper.fact("eligibility") == "not_covered" and child_of_current_rules(paper) == "ELG-09b":
        answer = paper.fact("child_accepted")
        fits = grown_son(paper) if paper.fact("no_cover_reason") == "study_certificate_missing" else daughter(paper)
        yield from is_wanted(answer and fits)
