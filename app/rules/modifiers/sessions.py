"""Sessions: the lines of operations under one anesthesia, the operations among them, and who belongs to whom.

Lines of surgery, assistant, anesthesia and operating room are of one session when they have the same day and the same
`anesthesia_session`; the fact left out is a value of its own. Sections that bear no anesthesia are of the whole day.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.modifiers.terms import (
    ANESTHESIA,
    PAIN,
    SESSION_SECTIONS,
    STANDBY,
    SURGERY,
    is_operation,
    performer_id,
    reports,
)
from app.rules.registry import Phase

ANESTHESIA_SESSION = "anesthesia_session"
IN_PRICING = (None, Phase.PRICE, Phase.SHARES)


@dataclass(frozen=True, slots=True)
class Session:
    """The lines of one anesthesia as they were submitted, by number; a rule asks which of them still take part."""

    day: JalaliDate
    name: Answer
    lines: tuple[CaseLine, ...]

    def of(self, *sections: str) -> list[CaseLine]:
        """Return the live lines of some sections."""
        return [line for line in self.lines if line.section in sections and line.zeroed_in is None]

    @property
    def operations(self) -> list[CaseLine]:
        """The operations that take part in the prices: live ones, and those that only a price has brought to zero."""
        return [line for line in self.lines if is_operation(line) and line.zeroed_in in IN_PRICING]

    @property
    def surgery(self) -> list[CaseLine]:
        """The live lines of surgery, add-ons too; standby is none."""
        return [line for line in self.of(SURGERY) if not reports(line, STANDBY)]

    @property
    def anesthesias(self) -> list[CaseLine]:
        """The live lines of ordinary anesthesia: neither pain management (43) nor standby (60)."""
        return [line for line in self.of(ANESTHESIA) if not reports(line, PAIN, STANDBY)]

    def of_code(self, code: str | None, *sections: str) -> list[CaseLine]:
        """Return the live lines of a code in some sections."""
        return [line for line in self.of(*sections) if line.code == code]


def _sessions(case: Case) -> dict[int, Session]:
    found: dict[tuple[JalaliDate, Answer], list[CaseLine]] = {}
    for line in sorted(case.lines, key=lambda line: line.no):
        if line.section in SESSION_SECTIONS:
            found.setdefault((line.day, line.fact(ANESTHESIA_SESSION)), []).append(line)
    sessions = (Session(day, name, tuple(lines)) for (day, name), lines in found.items())
    return {line.no: session for session in sessions for line in session.lines}


def session_of(case: Case, line: CaseLine) -> Session:
    """Return the session of a line of one of the four sections; raises KeyError for a line of another section."""
    return case.once(_sessions)[line.no]


def sessions(case: Case) -> list[Session]:
    """Return the sessions of a claim, each once, in the order of their first lines."""
    return list(dict.fromkeys(case.once(_sessions).values()))


def shares_session(line: CaseLine, other: CaseLine) -> bool:
    """Tell whether two lines are of one session; a section without anesthesia is of every session of its day."""
    if line.day != other.day:
        return False
    if line.section not in SESSION_SECTIONS or other.section not in SESSION_SECTIONS:
        return True
    return line.fact(ANESTHESIA_SESSION) == other.fact(ANESTHESIA_SESSION)


def surgery_of(case: Case, line: CaseLine) -> list[CaseLine]:
    """Return the surgery lines with the code of a line in its session that take part in prices, standby aside."""
    lines = session_of(case, line).lines
    return [
        other
        for other in lines
        if other.section == SURGERY
        and other.code == line.code
        and not reports(other, STANDBY)
        and other.zeroed_in in IN_PRICING
    ]


def same_performer(line: CaseLine, other: CaseLine) -> Answer:
    """Tell whether one person did both; unknown where one of the lines names nobody."""
    first, second = performer_id(line), performer_id(other)
    return UNKNOWN if first is None or second is None else first == second


def follow(case: Case, fallen: Sequence[CaseLine], sections: Collection[str]) -> list[CaseLine]:
    """Return the lines of some sections that fall with surgery lines: of their code and session, where none is left."""
    followers: dict[int, CaseLine] = {}
    for line in fallen:
        session = session_of(case, line)
        alike = (other for other in session.of_code(line.code, SURGERY) if not reports(other, STANDBY))
        if all(other in fallen for other in alike):
            followers |= {other.no: other for other in session.of_code(line.code, *sections)}
    return list(followers.values())
