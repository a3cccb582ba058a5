"""Article 11: who may assist at an operation in which centre, what shows that he did, and the assistant's fee (AST).

The modifier 80 says most of this of the same lines: both clauses are cited, and the money goes once.
"""

from app.domain.claim import Person
from app.domain.facts import UNKNOWN, Answer
from app.rules.case import NOBODY, Case, CaseLine
from app.rules.general.terms import items
from app.rules.inpatient_services.cited import cited
from app.rules.inpatient_services.terms import ASSISTANT, SURGERY
from app.rules.lines import with_attribute
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.persons import ABSENT_ASSISTANT, absent_residents, one_of
from app.rules.registry import Phase, line_rule, on

ASSISTANTS = on(sections={ASSISTANT})
TEACHING, YEAR, RELATED = "teaching", "resident_year", "assistant_specialty_related"
SIGNED = "assistant_signed"
RESIDENT, NOT_LISTED = "resident", "not_listed"
FIFTH = frozenset({"GEN-15e", "MOD-80a"})
"""The clauses that take what is claimed above the assistant's fifth."""


def _assistant(line: CaseLine) -> Person:
    return line.performer or NOBODY


@line_rule("AST-01a", Phase.COVER, ASSISTANTS)
def assistant_in_teaching_centre(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an assistant who is no resident of the third year or above, in a teaching centre.

    Which of the two tests holds hangs on the centre: where nobody knows that, it is asked for here.
    """
    teaching, qualification = case.fact(TEACHING), _assistant(line).qualification
    if teaching is UNKNOWN:
        yield Ask(facts=(TEACHING,))
    elif teaching is True and qualification is None:
        yield Ask(facts=("performer.qualification",))
    elif teaching is True:
        yield from _resident(case, line, qualification)


def _resident(case: Case, line: CaseLine, qualification: str | None) -> Outcomes:
    year = line.fact(YEAR)
    if qualification != RESIDENT:
        yield Reject(facts=(TEACHING,))
    elif year is UNKNOWN:
        yield Ask(facts=(YEAR,))
    elif isinstance(year, int) and year < case.figure("assistant_resident_year"):
        yield Reject(facts=(TEACHING, YEAR))


@line_rule("AST-01b", Phase.COVER, ASSISTANTS)
def assistant_elsewhere(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an assistant who is no specialist of a related field, in a centre that does not teach."""
    if case.fact(TEACHING) is not False:
        return
    specialist = one_of(_assistant(line).qualification, case.figure("assistant_qualifications"))
    if specialist is False:
        yield Reject(facts=(TEACHING,))
    elif specialist is UNKNOWN:
        yield Ask(facts=("performer.qualification",))
    elif _of_the_surgeons_field(case, line) is not True:
        related = line.fact(RELATED)
        if related is False:
            yield Reject(facts=(TEACHING, RELATED))
        elif related is UNKNOWN:
            yield Ask(facts=(RELATED,))


def _of_the_surgeons_field(case: Case, line: CaseLine) -> Answer:
    """Tell whether the assistant has the specialty of who did the operation of the line's code and day."""
    surgeons = (other.performer for other in _operations_of(case, line) if other.performer)
    fields = {surgeon.specialty for surgeon in surgeons if surgeon.specialty}
    return one_of(_assistant(line).specialty, fields)


def _operations_of(case: Case, line: CaseLine) -> list[CaseLine]:
    same = (other for other in case.live_lines if other.code == line.code and other.day == line.day)
    return [other for other in same if other.section == SURGERY]


@line_rule("AST-02", Phase.COVER, ASSISTANTS)
def absent_assistant(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the assistant who was found absent: a resident loses every line of the month, a specialist this one.

    Recorded only when seen: the signatures speak for presence.
    """
    if line.fact(ABSENT_ASSISTANT) is True or _assistant(line).id in _absent_residents(case):
        yield Reject(facts=(ABSENT_ASSISTANT,))


def _absent_residents(case: Case) -> frozenset[str]:
    return case.surroundings.absent_residents | case.once(_absent_here)


def _absent_here(case: Case) -> frozenset[str]:
    return absent_residents([case.claim])


@line_rule("AST-03", Phase.COVER, on(sections={ASSISTANT}, where=with_attribute("assistant", NOT_LISTED)))
def operation_without_assistant(_case: Case, _line: CaseLine) -> Outcomes:
    """Refuse the assistant of an operation that the ministry's list leaves out."""
    yield Reject()


@line_rule("AST-04", Phase.COVER, ASSISTANTS)
def assistant_signs(case: Case, line: CaseLine) -> Outcomes:
    """Demand the assistant's signature on the operative note and on the operating room's sheet."""
    signed = line.fact(SIGNED)
    if signed is UNKNOWN:
        yield Ask(facts=(SIGNED,))
    elif not items(signed).issuperset(case.figure("assistant_signs_on")):
        yield Reject(facts=(SIGNED,))


@line_rule("AST-01", Phase.EXCLUSION, ASSISTANTS)
def assistant_without_operation(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an assistant of an operation that is not payable, or not there."""
    if not _operations_of(case, line):
        yield Reject()


@line_rule("AST-01", Phase.PRICE, ASSISTANTS)
def fee_of_assistant(case: Case, line: CaseLine) -> Outcomes:
    """Pay a fifth of what the operation is worth, or of its fixed fee, as modifier 80 does (cited beside it)."""
    if not FIFTH.isdisjoint(case.lowered_in(line, Phase.PRICE)):
        yield cited(line)
