"""The terms of the laboratory rules: what a test is, which lines are one prescription, samples and ranges of codes."""

from collections.abc import Iterable

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.registry import LinePick, on

ADMISSION, REDRAW = "lab_admission", "lab_redraw"
BLOOD_ADMISSION, CHILD_ADMISSION = "800005", "800015"
CYTOGENETIC_ADMISSION, CYTOPATHOLOGY_ADMISSION = "804600", "807000"
LABORATORY_SECTIONS = frozenset({"lab", "pathology"})
SAMPLE = "sample"


def is_test(line: CaseLine) -> bool:
    """Pick the tests of laboratory and pathology: neither an admission nor a repeated drawing."""
    return line.section in LABORATORY_SECTIONS and line.group not in {ADMISSION, REDRAW}


TESTS = on(where=is_test)
LABORATORY_CODES = on(where=lambda line: (line.code or "").startswith("80"))
ADMISSIONS = on(groups={ADMISSION})


def same_prescription(case: Case, one: CaseLine, other: CaseLine) -> bool:
    """Tell whether two lines stand on one prescription: the claim of an outpatient, one written date of a stay."""
    return not case.is_stay or one.line.day == other.line.day


def beside(case: Case, line: CaseLine, pick: LinePick) -> list[CaseLine]:
    """Return the other live lines of a line's prescription that a pick holds of."""
    return [o for o in case.live_lines if o is not line and pick(o) and same_prescription(case, line, o)]


def in_ranges(code: str | None, ranges: Iterable[str]) -> bool:
    """Tell whether a code is one of those named, or lies in a range `first-last`; both ends belong to it."""
    if code is None:
        return False
    for text in ranges:
        first, _, last = text.partition("-")
        if code == text or (last and code.isdecimal() and int(first) <= int(code) <= int(last)):
            return True
    return False


def sample_of(line: CaseLine) -> Answer:
    """Return the sample that a test is made from: the fact, else what the pack row says."""
    known = line.fact(SAMPLE)
    if known is not UNKNOWN:
        return known
    written = line.attribute(SAMPLE)
    return UNKNOWN if written is None else str(written)
