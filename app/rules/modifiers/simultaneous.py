"""Modifier 44: an anesthetist has two patients at a time at most, and one of ASA III or more alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.dates import Moment
from app.domain.facts import UNKNOWN, Answer
from app.rules.around import AnesthesiaRun
from app.rules.case import Case, CaseLine
from app.rules.modifiers.anesthesia_time import END, START
from app.rules.modifiers.terms import ANESTHESIA, PAIN, STANDBY, performer_id, reports
from app.rules.modifiers.units import times_of
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, line_rule, on

ASA = "asa_class"


def _is_given(line: CaseLine) -> bool:
    return line.section == ANESTHESIA and not reports(line, PAIN, STANDBY)


GIVEN = on(sections={ANESTHESIA}, where=_is_given)


@dataclass(frozen=True, slots=True)
class GivenAnesthesia:
    """An anesthesia as a claim shows it to others: by whom, the times of the surgery, and the patient's ASA class."""

    performer: str
    start: Moment
    end: Moment
    asa: Answer


def anesthesias_given(case: Case) -> Iterator[GivenAnesthesia]:
    """Yield the anesthesias of a claim that name their performer and have times; method does not matter."""
    for line in case.lines:
        performer, surgery = performer_id(line), times_of(case, line) if _is_given(line) else None
        if performer is not None and surgery is not None:
            yield GivenAnesthesia(performer, surgery.start, surgery.end, line.fact(ASA))


def running_beside(case: Case, line: CaseLine) -> list[AnesthesiaRun]:
    """Return the anesthesias of the same anesthetist in other claims that run at the minute in which this one begins.

    Each begins and ends a quarter of an hour before and after its surgery; one that ends at that very minute does not
    run. A line without times or performer runs beside nothing.
    """
    performer, surgery = performer_id(line), times_of(case, line)
    if performer is None or surgery is None:
        return []
    margins = 2 * int(case.figure("anesthesia_margin_minutes"))
    others = case.surroundings.anesthesias(case.claim.id, performer, surgery.start.day)
    return [
        run
        for run in others
        if (run.start < surgery.start or (run.start == surgery.start and run.earlier))
        and surgery.start.minutes_since(run.end) < margins
    ]


@line_rule("MOD-44a", Phase.EXCLUSION, GIVEN)
def third_patient(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the anesthesia of a third patient, and of any further one, at the same time."""
    if len(running_beside(case, line)) >= int(case.figure("simultaneous_anesthesias")):
        yield Reject(facts=(START, END))


@line_rule("MOD-44b", Phase.EXCLUSION, GIVEN)
def beside_a_severe_patient(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the later of two anesthesias at a time where a patient is of ASA III or more; ask for an unread class."""
    running = running_beside(case, line)
    if not running or len(running) >= int(case.figure("simultaneous_anesthesias")):
        return
    severe = int(case.figure("asa_of_a_single_patient"))
    classes = [line.fact(ASA), *(run.asa for run in running)]
    if any(isinstance(asa, int) and asa >= severe for asa in classes):
        yield Reject(facts=(ASA, START, END))
    elif UNKNOWN in classes:
        yield Ask(facts=(ASA,))
