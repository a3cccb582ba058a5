"""The terms of the dental rules: sessions over all sheets of a day, performers, rows of table 2, places of teeth."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from app.domain.claim import ClaimKind, Person
from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.persons import one_of

DENTAL = frozenset({ClaimKind.DENTAL})
AUXILIARY, SPECIALIST = "dental_auxiliary", "dental_specialist"
BITEWING = "bitewing"
PERIAPICAL_ROW = "D3"
EXAM_GROUP = "dental_exam"
Tooth = tuple[str, str, str]
BOTH_ARCHES = frozenset({"upper", "lower"})


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A live line of a session with the claim that it stands in."""

    case: Case
    line: CaseLine


def sessions(case: Case) -> Iterator[list[SessionLine]]:
    """Yield the sessions of a claim: the live dental lines of each of its days, over all sheets of the patient.

    A session's lines stand in the order of the claims, then of the line numbers.
    """
    siblings = case.siblings(DENTAL)
    claims = [
        *(sibling.case for sibling in siblings if sibling.earlier),
        case,
        *(sibling.case for sibling in siblings if not sibling.earlier),
    ]
    for day in sorted({line.day for line in case.live_lines}):
        yield [SessionLine(each, line) for each in claims for line in in_order(each) if line.day == day]


def in_order(case: Case, groups: Collection[str] = ()) -> list[CaseLine]:
    """Return the live lines of some groups (of all, where none is named) by number."""
    found = (line for line in case.live_lines if not groups or line.group in groups)
    return sorted(found, key=lambda line: line.no)


def is_exam(line: CaseLine) -> bool:
    """Tell whether a line is an examination, the "visit" of items 7 and 8."""
    return line.group == EXAM_GROUP or line.section == "visit"


def performer_of(case: Case, line: CaseLine) -> Person:
    """Return who did a service: a dentist who is not named orders for his own chair."""
    return line.performer or case.prescriber


def performer_role(line: CaseLine) -> str:
    """Return under which name the coded fields of the performer are asked for."""
    return "performer" if line.performer else "prescriber"


def by_auxiliary(case: Case, line: CaseLine) -> Answer:
    """Tell whether a dental auxiliary did a service."""
    return one_of(performer_of(case, line).qualification, {AUXILIARY})


def fits_age(service: Service, born: JalaliDate, day: JalaliDate) -> bool:
    """Tell whether a patient has the age of a row, in completed years."""
    age = day.years_since(born)
    least, below = service.attributes.get("age_from"), service.attributes.get("age_below")
    return (least is None or age >= least) and (below is None or age < below)


def row_for_age(case: Case, line: CaseLine) -> Service | None:
    """Return the row of the same action and arch that fits the patient's age, None where there is none.

    Without a birth date, and where the row's own limits fit, that is the row itself.
    """
    own, born = line.service, case.claim.patient.birth_date
    if own is None or born is None or fits_age(own, born, line.day):
        return own
    for other in case.services_of_group(own.group or "", line.day):
        alike = all(other.attributes.get(name) == own.attributes.get(name) for name in ("action", "arch"))
        if alike and fits_age(other, born, line.day):
            return other
    return None


def tooth_of(service: Service | None) -> Tooth | None:
    """Return arch, side and permanent tooth of a row, None for a row that does not name all three."""
    place = service.attributes if service else {}
    arch, side, tooth = place.get("arch"), place.get("side"), place.get("tooth")
    return (arch, side, tooth) if arch and side and tooth else None


def arches(answer: Answer) -> frozenset[str] | None:
    """Return the arches that the fact `arch` names, None where it is unknown."""
    if answer is UNKNOWN:
        return None
    return BOTH_ARCHES if answer == "both" else frozenset({str(answer)})
