"""What the modifiers of an itemised global operation add to the sum that caps it (GLO-08, with GLO-10 and GLO-11).

A modifier counts where it stands on a line that bears it and its own clauses let it hold there.
"""

from collections.abc import Iterator, Sequence

from app.domain.dates import JalaliDate
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.global_additions import (
    ANESTHESIOLOGIST,
    NEWBORN_PHYSICIAN,
    SURGEON,
    Addition,
    Parts,
    for_deprived_town,
    for_small_child,
    for_technology,
    parts_of,
    recovery,
    second_k,
)
from app.rules.inpatient_services.terms import ANESTHESIA, SURGERY, VISIT
from app.rules.modifiers import anesthesia_verdicts
from app.rules.modifiers.anesthesia_time import recovery_units
from app.rules.modifiers.falling import takes_part
from app.rules.modifiers.terms import DEPRIVED, FULL_TIME, SMALL_CHILD, TECHNOLOGY, belongs, reports
from app.rules.modifiers.units import RECOVERY, times_of
from app.rules.modifiers.verdicts import settled

ROLE_OF_SECTION = {SURGERY: SURGEON, ANESTHESIA: ANESTHESIOLOGIST, VISIT: NEWBORN_PHYSICIAN}
FIRST_VISIT_OF_NEWBORN = "newborn_first"


def itemised_additions(case: Case, row: Service, lines: Sequence[CaseLine], day: JalaliDate) -> list[Addition]:
    """Return what the modifiers that hold on some lines add to the sum of a global row, by their numbers."""
    parts = parts_of(case, row, day)
    return [] if parts is None else list(_additions(case, parts, [line for line in lines if line.line.modifiers]))


def _additions(case: Case, parts: Parts, lines: list[CaseLine]) -> Iterator[Addition]:
    recovering = next((line for line in lines if _recovers(case, line)), None)
    if recovering is not None:
        surgery = times_of(case, recovering)
        yield recovery(case, parts, recovery_units(case, surgery) if surgery else None)
    if any(_counts(case, line, SMALL_CHILD) for line in lines):
        yield for_small_child(case, parts)
    if any(_counts(case, line, TECHNOLOGY) for line in lines):
        yield for_technology(case, parts)
    roles = {_role(line) for line in lines if _counts(case, line, FULL_TIME)}
    if roles:
        yield second_k(parts, [role for role in roles if role])
    if any(_counts(case, line, DEPRIVED) for line in lines):
        yield for_deprived_town(case, parts)


def _counts(case: Case, line: CaseLine, modifier: str) -> bool:
    """Tell whether a modifier stands on a line that may bear it, and holds there; an open question is taken as good."""
    there = reports(line, modifier) and belongs(line, modifier) and takes_part(line)
    return there and modifier not in settled(case, line)


def _recovers(case: Case, line: CaseLine) -> bool:
    if not reports(line, RECOVERY) or not anesthesia_verdicts.is_ordinary(line) or not takes_part(line):
        return False
    said = anesthesia_verdicts.verdicts(case, line)
    return not any(RECOVERY in verdict.out and verdict.holds is False for verdict in said)


def _role(line: CaseLine) -> str | None:
    """Return whose second K a line's 90 is; of visits only the newborn's first one counts."""
    if line.section != VISIT:
        return ROLE_OF_SECTION.get(line.section)
    kind = line.attribute("visit_kind") or line.fact("visit_kind")
    return NEWBORN_PHYSICIAN if kind == FIRST_VISIT_OF_NEWBORN else None
