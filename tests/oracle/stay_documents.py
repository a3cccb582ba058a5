"""Articles 4 and 5 of the inpatient part: the documents of the bill, and what is inpatient at all."""

import copy
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Any

from tests.oracle.days import age
from tests.oracle.judge import judge
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, hold, note, refer, reject
from tests.oracle.stay_terms import Stay
from tests.oracle.table import concerns, rule, turns

Test = Callable[[Paper], bool]
OPERATION = ("surgery", "assistant", "operating_room", "global")
ROOM_PLACES = frozenset({"operating_room", "delivery_room"})


def lines(paper: Paper, *sections: str) -> list[Entry]:
    return [entry for entry in paper.entries if entry.section in sections]


def lacks(paper: Paper, *documents: str) -> bool:
    """Whether the list of documents was entered and has none of these."""
    found = paper.fact("documents")
    return paper.contracted and found is not None and not set(documents) & set(found)


def faulty(paper: Paper, *faults: str) -> bool:
    return paper.contracted and bool(set(faults) & set(paper.fact("document_faults") or []))


@rule(1, "DOC-00d")
def documents_not_entered(paper: Paper) -> Iterator[Says]:
    if paper.contracted and None in (paper.fact("documents"), paper.fact("document_faults")):
        yield ask()


def whole_claim(rule_id: str, test: Test, said: Callable[[], Says] = reject) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        if test(paper):
            yield said()

    rule(1, rule_id)(found)


def unconfirmed(fault: str) -> Test:
    return lambda paper: faulty(paper, fault) and paper.office_fact("insurer_expert_assigned") is not False


whole_claim("DOC-01a", lambda paper: lacks(paper, "admission_order"))
whole_claim("DOC-01b", lambda paper: faulty(paper, "order_unsigned"))
whole_claim("DOC-01c", lambda paper: faulty(paper, "order_without_diagnosis"), hold)
whole_claim("DOC-02a", lambda paper: lacks(paper, "insurance_page", "insurance_page_no_photo"))
whole_claim("DOC-03a", lambda paper: lacks(paper, "bill"))
whole_claim("DOC-03b", lambda paper: faulty(paper, "bill_unsigned_physician", "bill_unsigned_hospital"))
whole_claim("DOC-03c", unconfirmed("bill_not_confirmed"), hold)
whole_claim("DOC-03d", unconfirmed("initial_confirmation_missing"), hold)
whole_claim("DOC-03e", lambda paper: faulty(paper, "bill_not_itemised") and not lines(paper, "global"), hold)
whole_claim("DOC-13", lambda paper: faulty(paper, "signatures_scanned"), hold)


@rule(1, "DOC-01d")
def letterhead(paper: Paper) -> Iterator[Says]:
    if paper.contracted and paper.fact("prescription_form") == "letterhead":
        urgent = paper.fact("emergency_or_trauma")
        yield from [] if urgent else [ask() if urgent is None else reject()]


@rule(1, "DOC-01e")
def booklet_at_discharge(paper: Paper) -> Iterator[Says]:
    on_letterhead = paper.contracted and paper.fact("prescription_form") == "letterhead"
    if on_letterhead and paper.fact("emergency_or_trauma") is not False:
        shown = paper.fact("booklet_at_discharge")
        yield from [] if shown else [ask() if shown is None else reject()]


@rule(1, "DOC-02b")
def without_photo(paper: Paper) -> Iterator[Says]:
    documents = paper.fact("documents") or []
    if paper.contracted and "insurance_page_no_photo" in documents and "insurance_page" not in documents:
        birth = paper.patient.get("birth_date")
        if birth is None:
            yield ask()
        elif age(birth, paper.known_day) >= (7 if paper.fund == "rural" else 2):
            yield reject()


def of_lines(rule_id: str, sections: Sequence[str], test: Test) -> None:
    """A paper without which lines of these sections are not paid."""

    def found(paper: Paper) -> Iterator[Says]:
        if test(paper):
            yield from (reject(entry.no) for entry in lines(paper, *sections))

    rule(2, rule_id)(found)


def itemised(test: Test) -> Test:
    """Lists that a global claim needs not have (DOC-14)."""
    return lambda paper: test(paper) and not lines(paper, "global")


of_lines("DOC-04a", OPERATION, lambda paper: lacks(paper, "operation_report"))
of_lines("DOC-04b", OPERATION, lambda paper: faulty(paper, "operation_report_unsigned"))
of_lines("DOC-04c", ("assistant",), lambda paper: faulty(paper, "assistant_signature_missing"))
of_lines("DOC-05b", ("anesthesia",), lambda paper: faulty(paper, "anesthesia_sheet_unsigned"))
of_lines("DOC-06a", ("prosthesis",), lambda paper: lacks(paper, "equipment_invoice"))
of_lines("DOC-06b", ("prosthesis",), lambda paper: faulty(paper, "invoice_not_certified"))
of_lines("DOC-07", ("prosthesis",), lambda paper: lacks(paper, "equipment_labels"))
of_lines("DOC-09a", ("lab", "pathology"), itemised(lambda paper: lacks(paper, "lab_list")))
of_lines("DOC-09b", ("lab", "pathology"), itemised(lambda paper: faulty(paper, "lab_list_unsigned")))
of_lines("DOC-10a", ("imaging", "nuclear"), lambda paper: lacks(paper, "imaging_list"))
of_lines("DOC-10b", ("imaging", "nuclear"), lambda paper: faulty(paper, "imaging_list_unsigned"))


def told(rule_id: str, fault: str, *sections: str) -> None:
    """A fault that is noted where the claim has such lines."""

    def found(paper: Paper) -> Iterator[Says]:
        if faulty(paper, fault) and lines(paper, *sections):
            yield note()

    rule(2, rule_id)(found)


told("DOC-04d", "operation_codes_missing", "surgery", "assistant")
told("DOC-04e", "operation_times_missing", "surgery")
told("DOC-05c", "anesthesia_values_missing", "anesthesia")
told("DOC-05d", "anesthesia_times_missing", "anesthesia")


def unless(entry: Entry, answer: Any) -> Iterator[Says]:
    if answer is None:
        yield ask(entry.no)
    elif not answer:
        yield reject(entry.no)


@rule(2, "DOC-05a")
def anesthesia_sheet(paper: Paper) -> Iterator[Says]:
    if lacks(paper, "anesthesia_sheet"):
        for entry in lines(paper, "anesthesia", "global"):
            given = True if entry.section == "anesthesia" else entry.fact("anesthesia_given")
            yield from unless(entry, None if given is None else not given)


@rule(2, "DOC-06c")
def supplier(paper: Paper) -> Iterator[Says]:
    if faulty(paper, "equipment_supplier_unapproved"):
        for entry in lines(paper, "prosthesis"):
            yield from unless(entry, entry.fact("supplier_approved"))


@rule(2, "DOC-10c")
def report_sent(paper: Paper) -> Iterator[Says]:
    for entry in lines(paper, "imaging", "nuclear"):
        if paper.contracted and entry.fact("report_requested"):
            yield from unless(entry, entry.fact("report_attached"))


def drugs(rule_id: str, test: Test, *, in_the_room: bool) -> None:
    """The lists of what was used on the ward, or in the operating room."""

    def found(paper: Paper) -> Iterator[Says]:
        if not test(paper) or lines(paper, "global"):
            return
        operated = bool(lines(paper, "surgery", "anesthesia", "operating_room"))
        for entry in lines(paper, "drug", "supply"):
            ward = entry.fact("ward") if operated else "ward"
            yield from unless(entry, None if ward is None else (ward in ROOM_PLACES) != in_the_room)

    rule(2, rule_id)(found)


drugs("DOC-08a", lambda paper: lacks(paper, "drug_list"), in_the_room=False)
drugs("DOC-08b", lambda paper: faulty(paper, "drug_list_unsigned", "drug_list_unpriced"), in_the_room=False)
drugs("DOC-11a", lambda paper: lacks(paper, "operating_room_list"), in_the_room=True)
drugs("DOC-11b", lambda paper: faulty(paper, "operating_room_list_unsigned"), in_the_room=True)


def refused(paper: Paper) -> bool:
    """Whether a rule before this article has refused the whole claim, so that none of its lines is left."""
    before = takewhile(lambda turn: not turn[2].startswith("ADM"), turns(paper.kind, paper.insurer))
    return any(
        says.line == 0 and says.effect == "reject" and concerns(says.rule or rule_id, paper)
        for _, phase, rule_id, function in before
        if phase == 1
        for says in function(paper)
    )


@rule(1, "ADM-01")
def not_long(paper: Paper) -> Iterator[Says]:
    stay = Stay(paper)
    if not stay.limited and stay.long is False and (refused(paper) or not stay.surgical()):
        yield note()


@rule(1, "ADM-02")
def without_a_file(paper: Paper) -> Iterator[Says]:
    stay = Stay(paper)
    if (
        not stay.limited
        and stay.long
        and paper.fact("admission_file") is False
        and (refused(paper) or not stay.surgical())
    ):
        yield note()


@rule(1, "ADM-03")
def short_operation(paper: Paper) -> Iterator[Says]:
    stay, main = Stay(paper), paper.fact("operating_room_kind") == "main"
    short = not stay.limited and stay.long is False and paper.kind == "temporary"
    if short and main and stay.operated() and not refused(paper):
        yield note()


@rule(6, "ADM-03")
def which_operating_room(paper: Paper) -> Iterator[Says]:
    """A question that leaves the marks alone, where an amount or the share would be another by the answer."""
    if paper.fact("operating_room_kind") is None and Stay(paper).operated():
        found = []
        for room in ("main", "outpatient"):
            claims = copy.deepcopy(paper.file["claims"])
            claims[paper.index]["facts"]["operating_room_kind"] = room
            judgement = judge(paper.file | {"claims": claims}, paper.index, paper.books, {})
            found.append((judgement.approved, judgement.shares))
        if found[0] != found[1]:
            yield Says(0, "query", marks=False)


@rule(1, "ADM-04b")
def observation_elsewhere(paper: Paper) -> Iterator[Says]:
    if paper.provider["kind"] not in {"hospital", "limited_surgery_center"}:
        yield refer()
