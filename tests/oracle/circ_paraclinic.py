"""The circular on paraclinic centres that work without the booklet."""

from collections.abc import Iterator

from tests.oracle.circ_terms import circular, is_wanted
from tests.oracle.paper import Paper
from tests.oracle.sayings import Says, hold, note, reject

SPECIAL_ILLNESSES = frozenset({"hemophilia", "thalassemia", "dialysis"})
SPECIAL = "خاص"
DIGITS_OF_A_SERIAL = 10
ON_PAPER = frozenset({"booklet", "letterhead"})


def form(paper: Paper) -> str | None:
    found: str | None = paper.fact("prescription_form")
    return found


def id_kind(paper: Paper) -> str:
    return str(paper.patient.get("id_kind") or "national_code")


def foreigner(paper: Paper) -> bool:
    told = paper.fact("foreign_national")
    return id_kind(paper) in {"booklet_serial", "fida"} if told is None else bool(told)


@circular(1, "PAR-01a", refunds=False)
def form_known(paper: Paper) -> Iterator[Says]:
    if form(paper) is None:
        yield hold()


@circular(1, "PAR-02a", refunds=False)
def no_document(paper: Paper) -> Iterator[Says]:
    if not foreigner(paper) and paper.fact("identity_document") == "none":
        yield hold()


@circular(1, "PAR-02b", refunds=False)
def serial_of_an_iranian(paper: Paper) -> Iterator[Says]:
    if paper.fact("foreign_national") is False and id_kind(paper) in {"booklet_serial", "fida"}:
        yield hold()


def says_special(paper: Paper) -> bool | None:
    """Whether the tracking code ends with the word special; None where there is no code."""
    code = (paper.fact("eligibility_code") or "").strip()
    return code.endswith(SPECIAL) if code else None


def specially_ill(paper: Paper) -> bool:
    return bool(SPECIAL_ILLNESSES & set(paper.patient.get("conditions", [])))


@circular(1, "PAR-04a", refunds=False)
def not_said_special(paper: Paper) -> Iterator[Says]:
    if specially_ill(paper) and says_special(paper) is False:
        yield hold()


@circular(1, "PAR-04b", refunds=False)
def special_without_illness(paper: Paper) -> Iterator[Says]:
    if says_special(paper) and not specially_ill(paper):
        yield note()


def foreign_serial(paper: Paper) -> bool:
    return id_kind(paper) == "booklet_serial" and paper.fact("foreign_national") is not False


@circular(1, "PAR-05a", refunds=False)
def cover_of_the_booklet(paper: Paper) -> Iterator[Says]:
    if foreign_serial(paper) and paper.fact("identity_document") not in {"booklet_cover", "booklet"}:
        yield hold()


@circular(1, "PAR-05b", refunds=False)
def ten_digits(paper: Paper) -> Iterator[Says]:
    serial = paper.patient["id"]
    if foreign_serial(paper) and not (serial.isdigit() and len(serial) == DIGITS_OF_A_SERIAL):
        yield hold()


@circular(1, "PAR-05c", refunds=False)
def foreigner_with_national_code(paper: Paper) -> Iterator[Says]:
    if paper.fact("foreign_national") and id_kind(paper) == "national_code":
        yield hold()


@circular(1, "PAR-06c", refunds=False)
def registered(paper: Paper) -> Iterator[Says]:
    if form(paper) == "electronic" and not paper.fact("service_registered"):
        yield hold()


def registered_from(rule_id: str, paper_form: str) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        if form(paper) == paper_form and paper.fact("service_registered") is False:
            yield hold()

    circular(1, rule_id, refunds=False)(found)


registered_from("PAR-09", "booklet")
registered_from("PAR-10e", "letterhead")


def on_letterhead(rule_id: str, fact: str) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        if form(paper) == "letterhead":
            answer = paper.fact(fact)
            if fact == "prescriber_signature" and answer is not None:
                answer = answer == "original"
            yield from is_wanted(answer)

    circular(1, rule_id, refunds=False)(found)


on_letterhead("PAR-10a", "prescription_names_patient")
on_letterhead("PAR-10b", "prescriber_stamp")
on_letterhead("PAR-10c", "date_written")
on_letterhead("PAR-10d", "prescriber_signature")


@circular(1, "PAR-11b", refunds=False)
def paper_kept_back(paper: Paper) -> Iterator[Says]:
    if form(paper) in ON_PAPER and paper.fact("paper_delivered") is False:
        yield reject()


@circular(1, "PAR-12", refunds=False)
def session_file(paper: Paper) -> Iterator[Says]:
    if not paper.office_fact("session_file_sent"):
        yield hold()
