"""Article 9: who asks for a consultation, who gives it, and what of the papers it needs."""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.consultation_terms import CONSULT_KIND, CONSULTATIONS, INVITED, is_invited
from app.rules.inpatient_stay.residents import INTERN, RESIDENT
from app.rules.inpatient_stay.terms import ANESTHESIA, GLOBAL, OPERATIONS, has_section
from app.rules.inpatient_stay.visits import ANESTHESIOLOGY, SPECIALTY, specialty
from app.rules.outcomes import Ask, Outcomes, Reject, demand
from app.rules.persons import one_of
from app.rules.registry import Phase, line_rule, on, silent

ORDERED, ANSWERED = "ordered_by_physician", "report_attached"
DATED, AT_BEDSIDE = "consult_dated", "at_bedside"
ATTENDING_SPECIALTY, ATTENDING_RANK = "prescriber.specialty", "prescriber.qualification"


@line_rule("CNS-00", Phase.COVER, CONSULTATIONS)
def of_another_specialty(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a consultation within the attending physician's own specialty; ask for a specialty that is left out."""
    consultant, attending = specialty(line), case.prescriber.specialty
    if consultant is None:
        yield Ask(line, (SPECIALTY,))
    elif attending is None:
        yield Ask(line, (ATTENDING_SPECIALTY,))
    elif consultant == attending:
        yield Reject(line)


@line_rule("CNS-01a", Phase.COVER, CONSULTATIONS)
def asked_for(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a consultation that the attending physician did not ask for with stamp and signature."""
    yield from demand(line.fact(ORDERED), ORDERED)


@line_rule("CNS-08b", Phase.COVER, INVITED)
def invitation_in_the_file(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse an invited physician whom nobody asked for, beside the same test of every consultation, which asks."""
    if line.fact(ORDERED) is False:
        yield Reject(line, (CONSULT_KIND, ORDERED))


@line_rule("CNS-01b", Phase.COVER, CONSULTATIONS)
def answered(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a consultation without the consultant's stamped and signed answer."""
    yield from demand(line.fact(ANSWERED), ANSWERED)


@line_rule("CNS-01c", Phase.COVER, CONSULTATIONS)
def dated(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a consultation sheet without a date; the line's date answers where nobody read the sheet."""
    answer = line.fact(DATED)
    if answer is not UNKNOWN or line.line.day is None:
        yield from demand(answer, DATED)


@line_rule("CNS-01d", Phase.COVER, CONSULTATIONS)
def asked_for_by_a_specialist(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a consultation that a general practitioner or intern asked for as the attending physician."""
    refused = one_of(case.prescriber.qualification, case.figure("ranks_without_consultation"))
    yield from demand(refused if refused is UNKNOWN else not refused, ATTENDING_RANK, line=line)


@line_rule("CNS-06", Phase.COVER, CONSULTATIONS)
def by_code_of_the_book(case: Case, line: CaseLine) -> Outcomes:
    """Refuse consultations in nutrition and community medicine that are billed without a code of the book."""
    if line.code is None and specialty(line) in case.figure("consultations_by_code"):
        yield Reject()


@line_rule("CNS-08d", Phase.COVER, INVITED)
def seen_at_the_bedside(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse an invited physician who did not see the patient at the bedside."""
    yield from demand(line.fact(AT_BEDSIDE), AT_BEDSIDE)


@line_rule("CNS-08e", Phase.COVER, on(where=is_invited))
def not_for_outpatients(_case: Case, _line: CaseLine) -> Outcomes:
    """Refuse an invited physician in a claim of an outpatient; observation is none."""
    yield Reject(facts=(CONSULT_KIND,))


@line_rule("CNS-08f", Phase.COVER, INVITED)
def no_resident(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a resident or intern as an invited physician, whatever the year."""
    if line.performer is not None and line.performer.qualification in {RESIDENT, INTERN}:
        yield Reject(facts=(CONSULT_KIND,))


@line_rule("CNS-04", Phase.EXCLUSION, CONSULTATIONS)
def anesthetist_before_the_operation(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the consultation of an anesthetist in a claim that holds an operation and its anesthesia."""
    led_to_it = has_section(case, OPERATIONS) and has_section(case, {ANESTHESIA, GLOBAL})
    if led_to_it and specialty(line) == ANESTHESIOLOGY:
        yield Reject()


silent("VIS-03 looks at visits alone, so that a surgeon's consultation stays payable", "CNS-05")
