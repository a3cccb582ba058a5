"""Article 22, items 3 to 7 and 10: what takes a claim out of the global tariff, and what the sum holds (GLO)."""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.terms import (
    CHEMOTHERAPY,
    COMPLICATION,
    DIALYSIS,
    GLOBAL,
    IMAGING,
    PHYSIOTHERAPY,
    PROSTHESIS,
    RECORDING,
    SERVICE,
    SUPPLY,
    SURGERY,
    book_codes,
    foreign_operations,
    global_lines,
    is_birth_by_midwife,
    is_repeated_global,
    live_global,
    several_globals,
    special_beds,
)
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, Place, on, remark, rule, silent
from app.rules.titles import row_of_line

GLOBALS = on(sections={GLOBAL})
MESH, MESH_TITLES, NST, ECG = "mesh", "mesh_titles", "nst", "ecg"
LABOUR_ANALGESIA = "labor_analgesia"
UNNAMED_SECTIONS = frozenset({SERVICE, RECORDING, IMAGING, DIALYSIS, PHYSIOTHERAPY, CHEMOTHERAPY})
ITEMISED = "این پرونده از گلوبال خارج است و صورت‌حساب ریز خدمات بر پایه کتاب ارزش نسبی لازم است"


@rule("GLO-07", Phase.COVER, GLOBALS, ahead_of="SUR-OTH-05b")
def trouble_of_global_operation(case: Case) -> Outcomes:
    """Refuse what comes from the global operation: that is the centre's, and takes nothing out of the tariff.

    Recorded only when seen, but asked for where an operation stands on a later day.
    """
    lines = case.lines_in_play(Phase.COVER)
    days = [line.day for line in lines if line.section == GLOBAL]
    alone = sum(line.section == GLOBAL for line in lines) == 1
    for line in lines:
        answer = line.fact(COMPLICATION)
        if answer is True and not (alone and line.section == GLOBAL):
            yield Reject(line, (COMPLICATION,))
        elif answer is UNKNOWN and line.section == SURGERY and line.day > min(days):
            yield Ask(line, (COMPLICATION,))


@rule("GLO-06a", Phase.EXCLUSION, GLOBALS)
def several_global_operations(case: Case) -> Outcomes:
    """Ask for the itemised bill where a stay holds two global operations."""
    yield from _itemise(several_globals(case))


@rule("GLO-06b", Phase.EXCLUSION, GLOBALS)
def global_beside_other_operation(case: Case) -> Outcomes:
    """Ask for the itemised bill where a stay holds a global operation and one that is none of its book codes."""
    lines = global_lines(case)
    if len(lines) == 1 and not is_birth_by_midwife(lines[0]) and foreign_operations(case, lines[0]):
        yield from _itemise(lines)


@rule("GLO-06c", Phase.EXCLUSION, GLOBALS)
def global_beside_special_care(case: Case) -> Outcomes:
    """Ask for the itemised bill where the stay went through special care; post-CCU is none."""
    if special_beds(case):
        yield from _itemise([line for line in global_lines(case) if not is_birth_by_midwife(line)])


@rule("GLO-10b", Phase.EXCLUSION, GLOBALS)
def repeated_operation(case: Case) -> Outcomes:
    """Ask for the itemised bill of an operation that is reported as repeated (53)."""
    yield from _itemise([line for line in global_lines(case) if is_repeated_global(line)])


def _itemise(lines: list[CaseLine]) -> Outcomes:
    for line in lines:
        yield Ask(line, needs=ITEMISED)


def is_mesh(case: Case, line: CaseLine) -> bool:
    """Tell whether a prosthesis or supply is a surgical mesh, by its group and, without one, by its title."""
    if line.section not in {PROSTHESIS, SUPPLY}:
        return False
    return row_of_line(case, line, MESH_TITLES) is not None if line.group is None else line.group == MESH


def is_in_sum(case: Case, line: CaseLine) -> bool:
    """Tell whether a line is of what item 5 lists: consultation, tests, drugs, supplies, ECG and plain imaging.

    A mesh is item 3's matter, whether it is payable or not. An image without a group may be one that is added.
    """
    if line.section == IMAGING:
        return line.group is not None and line.group not in case.figure("global_added_groups")
    if line.section == RECORDING:
        return line.group == ECG
    return line.section in case.figure("global_included_sections") and not is_mesh(case, line)


def is_part_of_sum(case: Case, line: CaseLine, codes: tuple[str, ...]) -> bool:
    """Tell whether a line is a part of the sum itself: surgeon, anesthesia, room, stay, nursing or visit.

    Surgeon, assistant and operating room by the operation's `codes`; the analgesia of a birth is added to the sum.
    """
    if line.section in case.figure("global_operation_sections"):
        return line.code in codes
    return line.section in case.figure("global_own_sections") and line.group != LABOUR_ANALGESIA


@rule("GLO-03b", Phase.EXCLUSION, GLOBALS)
def mesh_of_global_operation(case: Case) -> Outcomes:
    """Refuse a mesh beside a global operation other than that of an incisional hernia."""
    operation = live_global(case)
    if operation is not None and operation.attribute("mesh_allowed") is not True:
        yield from (Reject(line) for line in case.live_lines if is_mesh(case, line))


@rule("GLO-05a", Phase.EXCLUSION, GLOBALS)
def held_by_sum(case: Case) -> Outcomes:
    """Refuse the tests, drugs, supplies, consultations and plain images that the sum holds."""
    if live_global(case) is not None:
        yield from (Reject(line) for line in case.live_lines if is_in_sum(case, line))


@rule("GLO-05b", Phase.EXCLUSION, GLOBALS)
def parts_of_sum(case: Case) -> Outcomes:
    """Refuse the parts of the sum itself, billed once more beside it."""
    operation = live_global(case)
    if operation is not None:
        codes = book_codes(operation)
        yield from (Reject(line) for line in case.live_lines if is_part_of_sum(case, line, codes))


def _in_neither_list(case: Case, line: CaseLine) -> bool:
    """Tell whether a line of a global claim is named by neither list, nor by another clause."""
    if line.zeroed_in is not None or line.section in {GLOBAL, SURGERY}:
        return False
    added = line.group in case.figure("global_added_groups") or line.section in case.figure("global_added_sections")
    return not (added or line.group == NST or is_mesh(case, line)) and (live_global(case) is not None)


remark("GLO-04b", Place.LINE, on(sections=UNNAMED_SECTIONS), concerns=_in_neither_list)
silent("carried out by GLO-05a, which leaves prostheses alone; DRG-05a to DRG-05d judge them", "GLO-03a")
silent("carried out by GLO-05a, which leaves these groups and sections alone", "GLO-04a")
