"""Article 4, lines: each paper of an inpatient bill proves certain lines, refused where it lacks (DOC-04 to 11)."""

from collections.abc import Callable, Collection

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.documents import DOCUMENTS, FAULTS, has_fault, lacks
from app.rules.inpatient_stay.terms import (
    ANESTHESIA,
    ASSISTANT,
    DRUG,
    GLOBAL,
    OPERATING_ROOM,
    PROSTHESIS,
    SUPPLY,
    SURGERY,
    WARD,
    has_operating_room,
    is_global,
    used_at_operation,
)
from app.rules.outcomes import Ask, Note, Outcomes, Reject, demand, refuse
from app.rules.registry import Phase, line_rule, on, rule

OPERATION = frozenset({SURGERY, ASSISTANT, OPERATING_ROOM, GLOBAL})
TESTS = frozenset({"lab", "pathology"})
PICTURES = frozenset({"imaging", "nuclear"})
USED_UP = frozenset({DRUG, SUPPLY})
GIVEN, SUPPLIER = "anesthesia_given", "supplier_approved"
REQUESTED, ATTACHED = "report_requested", "report_attached"
Unproved = Callable[[Case], bool]


def without(document: str) -> Unproved:
    """Return the test whether a paper is known to be missing."""
    return lambda case: lacks(case, document)


def with_fault(*faults: str) -> Unproved:
    """Return the test whether the papers are known to have one of these faults."""
    return lambda case: has_fault(case, *faults)


def _refuse(rule_id: str, sections: Collection[str], unproved: Unproved, fact: str, *, in_global: bool = True) -> None:
    @line_rule(rule_id, Phase.COVER, on(sections=sections))
    def not_proved(case: Case, _line: CaseLine) -> Outcomes:
        """Refuse the lines that a missing or unsigned paper would prove."""
        if unproved(case) and (in_global or not is_global(case)):
            yield Reject(facts=(fact,))


_refuse("DOC-04a", OPERATION, without("operation_report"), DOCUMENTS)
_refuse("DOC-04b", OPERATION, with_fault("operation_report_unsigned"), FAULTS)
_refuse("DOC-04c", {ASSISTANT}, with_fault("assistant_signature_missing"), FAULTS)
_refuse("DOC-05b", {ANESTHESIA}, with_fault("anesthesia_sheet_unsigned"), FAULTS)
_refuse("DOC-06a", {PROSTHESIS}, without("equipment_invoice"), DOCUMENTS)
_refuse("DOC-06b", {PROSTHESIS}, with_fault("invoice_not_certified"), FAULTS)
_refuse("DOC-07", {PROSTHESIS}, without("equipment_labels"), DOCUMENTS)
_refuse("DOC-09a", TESTS, without("lab_list"), DOCUMENTS, in_global=False)
_refuse("DOC-09b", TESTS, with_fault("lab_list_unsigned"), FAULTS, in_global=False)
_refuse("DOC-10a", PICTURES, without("imaging_list"), DOCUMENTS)
_refuse("DOC-10b", PICTURES, with_fault("imaging_list_unsigned"), FAULTS)


def _note(rule_id: str, sections: Collection[str], fault: str) -> None:
    @rule(rule_id, Phase.COVER, on(sections=sections))
    def left_out(case: Case) -> Outcomes:
        """Note once what the report or sheet leaves out: no amount changes, the deduction is another clause's."""
        if has_fault(case, fault):
            yield Note(None, (FAULTS,))


_note("DOC-04d", {SURGERY, ASSISTANT}, "operation_codes_missing")
_note("DOC-04e", {SURGERY}, "operation_times_missing")
_note("DOC-05c", {ANESTHESIA}, "anesthesia_values_missing")
_note("DOC-05d", {ANESTHESIA}, "anesthesia_times_missing")


@line_rule("DOC-05a", Phase.COVER, on(sections={ANESTHESIA, GLOBAL}))
def no_anesthesia_sheet(case: Case, line: CaseLine) -> Outcomes:
    """Refuse anesthesia without its sheet; a global sum only where anesthesia was given, which is asked for."""
    if not lacks(case, "anesthesia_sheet"):
        return
    if line.section == ANESTHESIA:
        yield Reject(facts=(DOCUMENTS,))
    else:
        yield from refuse(line.fact(GIVEN), GIVEN)


@line_rule("DOC-06c", Phase.COVER, on(sections={PROSTHESIS}))
def bought_elsewhere(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the item of a company that is not approved; the fault alone does not tell which item it is."""
    if has_fault(case, "equipment_supplier_unapproved"):
        yield from demand(line.fact(SUPPLIER), SUPPLIER)


@line_rule("DOC-10c", Phase.COVER, on(sections=PICTURES))
def report_not_sent(case: Case, line: CaseLine) -> Outcomes:
    """Demand the copy of a report that the insurer's expert asked for; nobody else asks for one."""
    if case.is_contracted and line.fact(REQUESTED) is True:
        yield from demand(line.fact(ATTACHED), ATTACHED)


def _list_of_use(rule_id: str, unproved: Unproved, fact: str, *, at_operation: bool) -> None:
    @line_rule(rule_id, Phase.COVER, on(sections=USED_UP))
    def not_listed(case: Case, line: CaseLine) -> Outcomes:
        """Refuse drugs and supplies without the list of the place where they were used: the ward or the operating room.

        Without an operation all were used in the ward; a global claim needs neither list.
        """
        if is_global(case) or not unproved(case):
            return
        there = used_at_operation(line) if has_operating_room(case) else False
        if there is at_operation:
            yield Reject(facts=(fact,))
        elif there is UNKNOWN:
            yield Ask(facts=(WARD,))


_list_of_use("DOC-08a", without("drug_list"), DOCUMENTS, at_operation=False)
_list_of_use("DOC-08b", with_fault("drug_list_unsigned", "drug_list_unpriced"), FAULTS, at_operation=False)
_list_of_use("DOC-11a", without("operating_room_list"), DOCUMENTS, at_operation=True)
_list_of_use("DOC-11b", with_fault("operating_room_list_unsigned"), FAULTS, at_operation=True)
