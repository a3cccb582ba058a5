"""The terms of the rules on inpatient services: operations, what stands beside them, special beds, global claims."""

from collections.abc import Collection

from app.domain.facts import UNKNOWN
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.terms import SPECIAL_KINDS, bed_kind
from app.rules.registry import LinePick

SURGERY, SERVICE, GLOBAL = "surgery", "service", "global"
ASSISTANT, ANESTHESIA, OPERATING_ROOM = "assistant", "anesthesia", "operating_room"
FOLLOWING_SECTIONS = frozenset({ASSISTANT, ANESTHESIA, OPERATING_ROOM})
COMPANION_SECTIONS = frozenset({ASSISTANT, OPERATING_ROOM})
HOTEL, NURSING, VISIT, CONSULTATION = "hotel", "nursing", "visit", "consultation"
DRUG, SUPPLY, PROSTHESIS = "drug", "supply", "prosthesis"
IMAGING, NUCLEAR, RADIOTHERAPY = "imaging", "nuclear", "radiotherapy"
LAB, PATHOLOGY, RECORDING = "lab", "pathology", "recording"
CHEMOTHERAPY, PHYSIOTHERAPY, DIALYSIS = "chemotherapy", "physiotherapy", "dialysis"

ADD_ON, STANDBY, REPEAT = "+", "60", "53"
DELIVERY, CESAREAN = "delivery", "cesarean"
BIRTHS = (DELIVERY, CESAREAN)
COMPLICATION = "complication_of_operation"
PLACES = ("side", "region")
BOTH = "both"


def is_operation(line: CaseLine) -> bool:
    """Tell whether a line is an operation: of section surgery, no add-on (+) and no standby (modifier 60)."""
    if line.section != SURGERY or STANDBY in line.line.modifiers:
        return False
    return line.service is None or ADD_ON not in line.service.marks


def operations(case: Case) -> list[CaseLine]:
    """Return the operations of the claim that are not zeroed so far."""
    return list(case.while_unchanged(_operations))


def _operations(case: Case) -> tuple[CaseLine, ...]:
    return tuple(line for line in case.live_lines if is_operation(line))


def of_group(*groups: str) -> LinePick:
    """Pick the lines of some groups, whatever their section; what follows an operation is of none."""
    return lambda line: line.group in groups and line.section not in FOLLOWING_SECTIONS


def is_beside(line: CaseLine, other: CaseLine, places: Collection[str] = PLACES) -> bool:
    """Tell whether two lines stand beside each other: of one day, and not of two places of the body that both name."""
    return line is not other and line.day == other.day and not any(_apart(line, other, place) for place in places)


def _apart(line: CaseLine, other: CaseLine, place: str) -> bool:
    mine, theirs = line.fact(place), other.fact(place)
    return UNKNOWN not in (mine, theirs) and BOTH not in (mine, theirs) and mine != theirs


def beside(case: Case, line: CaseLine, pick: LinePick, places: Collection[str] = PLACES) -> list[CaseLine]:
    """Return the live lines beside a line of which a pick holds; `places` are the facts that tell two apart."""
    return [other for other in case.live_lines if pick(other) and is_beside(line, other, places)]


def is_special_bed(line: CaseLine) -> bool:
    """Tell whether a line is a bed of special care; post-CCU and a bed whose kind nobody read are none."""
    return line.section == HOTEL and bed_kind(line) in SPECIAL_KINDS


def global_lines(case: Case) -> list[CaseLine]:
    """Return the lines of section global that are not zeroed."""
    return [line for line in case.live_lines if line.section == GLOBAL]


def book_codes(line: CaseLine) -> tuple[str, ...]:
    """Return the codes of the relative value book that a global line stands for."""
    return book_codes_of(line.service) if line.service else ()


def book_codes_of(row: Service) -> tuple[str, ...]:
    """Return the codes of the relative value book that a global row stands for."""
    return tuple(row.attributes.get("book_codes", ()))


def is_birth_by_midwife(line: CaseLine) -> bool:
    """Tell whether a line is a delivery by a midwife, which is paid by its code and never global (SUR-OBS-04)."""
    by = line.performer
    return line.group == DELIVERY and by is not None and by.qualification == "midwife"


def is_complication(line: CaseLine) -> bool:
    """Tell whether a line is known to be a complication of the operation; unknown is none."""
    return line.fact(COMPLICATION) is True


def several_globals(case: Case) -> list[CaseLine]:
    """Return the global lines where there are two or more operations of them, complications aside (GLO-06a)."""
    lines = [line for line in global_lines(case) if not is_complication(line)]
    return lines if len(lines) > 1 or any(line.quantity > 1 for line in lines) else []


def foreign_operations(case: Case, line: CaseLine) -> list[CaseLine]:
    """Return the operations beside a global line that are not its own by code, complications aside (GLO-06b)."""
    own = book_codes(line)
    return [other for other in operations(case) if other.code not in own and not is_complication(other)]


def special_beds(case: Case) -> list[CaseLine]:
    """Return the live beds of special care that are not known to come from a complication (GLO-06c)."""
    return [line for line in case.live_lines if is_special_bed(line) and not is_complication(line)]


def is_repeated_global(line: CaseLine) -> bool:
    """Tell whether modifier 53 takes a global line out of the tariff; on a caesarean it counts for nothing."""
    return REPEAT in line.line.modifiers and line.attribute("caesarean") is not True


def live_global(case: Case) -> CaseLine | None:
    """Return the one global line of a global claim; None where there is none, or something takes it out."""
    return case.while_unchanged(_live_global)


def _live_global(case: Case) -> CaseLine | None:
    lines = global_lines(case)
    if len(lines) != 1:
        return None
    (line,) = lines
    leaves = (
        is_birth_by_midwife(line)
        or is_repeated_global(line)
        or bool(several_globals(case) or foreign_operations(case, line))
        or (case.is_under("GLO-06c") and bool(special_beds(case)))
    )
    return None if leaves else line
