"""The words of the part on modifiers: which of them count on a line, what is an operation, what stands by."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, reject
from tests.oracle.stay_frame import Minute, minute, same_session, session_of

ELSEWHERE = "20 25 26 27 85 90 95 99"
BELONGS = {
    "surgery": "20 46 51 53 60 63 85 90 95 99",
    "anesthesia": "31 32 33 34 35 36 37 38 39 40 41 42 43 60 63 90 95 99",
    "assistant": "80 90 95 99",
    "operating_room": "27 99",
    "imaging": "25 26 27 86 90 99",
    "radiotherapy": ELSEWHERE + " 88",
}
OF_AN_OPERATION = frozenset({"assistant", "anesthesia", "operating_room"})
ADDED_UNITS = {"32": 1, "33": 5, "34": 10, "35": 2, "36": 3, "37": 2, "38": 3}


def modifiers(entry: Entry) -> list[str]:
    """The modifiers that belong on a line of this section, as often as they stand."""
    return [number for number in entry.document.get("modifiers", []) if number in belonging(entry)]


def belonging(entry: Entry) -> list[str]:
    return BELONGS.get(entry.section, ELSEWHERE).split()


def bears(entry: Entry, number: str) -> bool:
    return number in modifiers(entry)


def by_value(entry: Entry) -> bool:
    """Whether the line is priced by relative value."""
    return bool(entry.row and "rvu" in entry.row)


def rvu(entry: Entry, part: str) -> Fraction:
    """A printed value of the line's code; 0 where none is printed."""
    return Fraction(str((entry.row or {}).get("rvu", {}).get(part, 0)))


def three_values(entry: Entry) -> bool:
    return "technical" in (entry.row or {}).get("rvu", {})


def marked(entry: Entry, mark: str) -> bool:
    return mark in (entry.row or {}).get("marks", [])


def standby(entry: Entry) -> bool:
    return entry.section in {"surgery", "anesthesia"} and bears(entry, "60") and by_value(entry)


def add_on(entry: Entry) -> bool:
    return marked(entry, "+")


def is_operation(entry: Entry) -> bool:
    return entry.section == "surgery" and by_value(entry) and not add_on(entry) and not standby(entry)


def operations(paper: Paper, entry: Entry) -> list[Entry]:
    """The operations that are left in a line's session."""
    return [other for other in session_of(paper, entry, "surgery") if is_operation(other)]


def operations_of(paper: Paper, entry: Entry) -> list[Entry]:
    """The surgery lines of a line's code and session, standby aside."""
    return [other for other in session_of(paper, entry, "surgery") if other.code == entry.code and not standby(other)]


def followers(paper: Paper, entry: Entry, *sections: str) -> list[Entry]:
    """The lines of these sections with the code and session of another line."""
    return [other for other in session_of(paper, entry, *sections) if other.code == entry.code and other is not entry]


def ordinary_anesthesia(entry: Entry) -> bool:
    return entry.section == "anesthesia" and not bears(entry, "43") and not bears(entry, "60")


def settled(paper: Paper, entry: Entry, rule_id: str, answer: Truth) -> Truth:
    """An answer, or its worst where the question of this rule is being tried on the line."""
    return False if answer is None and (rule_id, entry.no) in paper.forced else answer


def follows(paper: Paper, entry: Entry) -> bool:
    """Whether a line of an operation stands beside the service itself, which is judged in its place (MOD-01f)."""
    return entry.section in OF_AN_OPERATION and any(
        other.code == entry.code and other.section not in OF_AN_OPERATION and same_session(entry, other)
        for other in paper.entries
    )


def with_followers(paper: Paper, entry: Entry, wanted: Truth) -> Iterator[Says]:
    """A service judged on its own line, and what falls with it; a derived line by itself only where it stands alone."""
    if follows(paper, entry):
        return
    if wanted is None:
        yield ask(entry.no)
    elif not wanted:
        yield reject(entry.no)
        if entry.section not in OF_AN_OPERATION:
            yield from (reject(other.no) for other in followers(paper, entry, *OF_AN_OPERATION))


def operation_times(paper: Paper, entry: Entry) -> tuple[Minute | None, Minute | None]:
    """Begin and end of surgery, by the anesthesia line, else by the surgery lines of its session."""
    surgery = session_of(paper, entry, "surgery")
    starts = [minute(other.fact("surgery_start")) for other in surgery if other.fact("surgery_start")]
    ends = [minute(other.fact("surgery_end")) for other in surgery if other.fact("surgery_end")]
    start, end = entry.fact("surgery_start"), entry.fact("surgery_end")
    begin = minute(start) if start else min(starts, default=None)
    finish = minute(end) if end else max(ends, default=None)
    backwards = begin is not None and finish is not None and finish < begin
    return (None, None) if backwards else (begin, finish)


def with_46(paper: Paper, anesthesia: Entry) -> list[Entry]:
    """The operations of a session that bear 46 and were done by another one than gave the anesthesia."""
    giver = anesthesia.performer.get("id")
    return [
        other
        for other in session_of(paper, anesthesia, "surgery")
        if bears(other, "46") and (giver is None or other.performer.get("id") != giver)
    ]
