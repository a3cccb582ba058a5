"""Articles 15, 18, 19 and 21: the hospital's laboratory, recordings, dialysis, and centres of limited surgery."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.oracle.books import half_up
from tests.oracle.days import month_of
from tests.oracle.general_lines import line_wanted
from tests.oracle.judge import at_end
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, beside, keep, reduce, refer, reject, stay_open
from tests.oracle.stay_terms import Stay
from tests.oracle.table import rule

ACUTE, CHRONIC = "900140", "900145"
ACUTE_SESSIONS = 6


def tests(paper: Paper) -> list[Entry]:
    aside = {"lab_admission", "lab_redraw"}
    return [entry for entry in paper.entries if entry.section in {"lab", "pathology"} and entry.group not in aside]


def ecgs(paper: Paper) -> list[Entry]:
    ours = paper.provider["kind"] in {"hospital", "limited_surgery_center"}
    return [entry for entry in paper.entries if entry.group == "ecg"] if ours else []


@rule(2, "HLB-01a")
def test_ordered(paper: Paper) -> Iterator[Says]:
    for entry in tests(paper):
        yield from line_wanted(entry.fact("ordered_by_physician"), entry)


@rule(2, "HLB-01b")
def test_result(paper: Paper) -> Iterator[Says]:
    for entry in tests(paper):
        yield from line_wanted(entry.fact("report_attached"), entry)


def written_day(entry: Entry) -> str:
    """The date written on a line; undated lines come first."""
    return str(entry.document.get("date") or "")


@rule(4, "HLB-02")
def one_admission(paper: Paper) -> Iterator[Says]:
    left = Fraction(1)
    for entry in sorted(paper.alive(group="lab_admission"), key=lambda entry: (written_day(entry), entry.no)):
        kept = min(left, entry.units)
        left -= kept
        yield keep(entry.no, kept)
    cut = {says.line for says, _, _ in paper.said if says.rule == "LAB-01a"}
    for entry in paper.entries:
        if entry.group == "lab_admission" and entry.no in cut:
            yield beside(entry.no)


@rule(4, "HLB-03")
def first_drawing(paper: Paper) -> Iterator[Says]:
    """It looks at what LAB-01b leaves, which has taken the drawings of the first day already."""
    admitted = str(paper.claim.get("admitted_at") or "")[:10]
    for entry in paper.entries if paper.alive(group="lab_admission") else []:
        drawn = entry.group == "lab_redraw" and not entry.uncovered
        if drawn and admitted and written_day(entry) == admitted:
            yield beside(entry.no, effect="reject") if entry.gone else reject(entry.no)


@rule(2, "REC-01a")
def ecg_ordered(paper: Paper) -> Iterator[Says]:
    for entry in ecgs(paper):
        yield from line_wanted(entry.fact("ordered_by_physician"), entry)


@rule(2, "REC-01b")
def twelve_leads(paper: Paper) -> Iterator[Says]:
    for entry in ecgs(paper):
        yield from line_wanted(entry.fact("twelve_lead"), entry)


@rule(5, "REC-01c")
def read_by_a_physician(paper: Paper) -> Iterator[Says]:
    for entry in ecgs(paper):
        read = entry.fact("interpreted_by_physician")
        values = (entry.row or {}).get("rvu")
        if read or (read is None and entry.fact("report_attached")) or not values:
            continue
        technical = Fraction(str(values.get("technical", 0))) * paper.books.k("technical", entry.day)
        lower = reduce(entry.no, half_up(technical * entry.units))
        yield lower if read is False else ask(entry.no, lower)


def hours(entry: Entry) -> Fraction | None:
    told = entry.fact("recording_hours")
    return None if told is None else Fraction(str(told))


@rule(2, "REC-02a")
def eight_hours(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive(group="cardiac_monitoring"):
        told = hours(entry)
        yield from line_wanted(None if told is None else told >= 8, entry)


@rule(4, "REC-02c")
def days_of_monitoring(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive(group="cardiac_monitoring"):
        told = hours(entry)
        if told is not None:
            yield keep(entry.no, Fraction(told // 24 + (told % 24 >= 8)))


def same_patient(paper: Paper, code: str) -> list[Paper]:
    """The patient's earlier claims of the submission that bear a code, at their end."""
    found = []
    for index in range(len(paper.file["claims"])):
        other = Paper(paper.file, index, paper.books)
        same = other.patient.get("id") is not None and other.patient.get("id") == paper.patient.get("id")
        if same and other.place < paper.place and any(entry.code == code for entry in other.entries):
            found.append(at_end(paper, index))
    return found


def past(paper: Paper, code: str) -> list[tuple[str, Fraction]]:
    """Units of a code paid earlier, with their days."""
    rows: list[dict[str, Any]] = paper.claim.get("history") or []
    found = [(row["date"], Fraction(str(row.get("qty", 1)))) for row in rows if row["code"] == code]
    return found + [
        (entry.day, entry.units) for other in same_patient(paper, code) for entry in other.alive(code) if entry.amount
    ]


@rule(5, "DLZ-01c")
def acute_only(paper: Paper) -> Iterator[Says]:
    course = paper.fact("renal_failure_course")
    chronic = "dialysis" in paper.patient.get("conditions", []) or course == "chronic"
    for entry in paper.alive(group="dialysis_acute"):
        price = paper.price(CHRONIC, entry)
        if price is not None and (chronic or course is None):
            lower = reduce(entry.no, half_up(price * entry.units))
            yield lower if chronic else ask(entry.no, lower)


@rule(5, "DLZ-01b")
def beyond_six(paper: Paper) -> Iterator[Says]:
    before = sum((units for _, units in past(paper, ACUTE)), Fraction())
    lines = paper.alive(group="dialysis_acute")
    for entry in sorted(lines, key=lambda entry: (written_day(entry) or "9999", entry.no)):
        acute = min(max(ACUTE_SESSIONS - before, Fraction()), entry.units)
        before += entry.units
        prices = [paper.price(code, entry) for code in (ACUTE, CHRONIC)]
        if prices[0] is not None and prices[1] is not None:
            yield reduce(entry.no, half_up(acute * prices[0] + (entry.units - acute) * prices[1]))


@rule(1, "DLZ-02b")
def not_assessed(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.group == "dialysis_chronic" and entry.fact("session_assessed") is False:
            yield refer(entry.no)


def in_the_month(paper: Paper, group: str) -> Iterator[tuple[Entry, Fraction]]:
    """The lines of a group with what is left for them of one unit a Jalali month."""
    lines = sorted(paper.alive(group=group), key=lambda entry: (written_day(entry) or "9999", entry.no))
    used: dict[tuple[int, int], Fraction] = {}
    for day, units in past(paper, str(lines[0].code)) if lines else []:
        used[month_of(day)] = used.get(month_of(day), Fraction()) + units
    for entry in lines:
        month = month_of(entry.day)
        yield entry, max(1 - used.get(month, Fraction()), Fraction())
        used[month] = used.get(month, Fraction()) + entry.units


@rule(4, "DLZ-03a")
def peritoneal_again(paper: Paper) -> Iterator[Says]:
    for entry, left in in_the_month(paper, "peritoneal_dialysis"):
        if entry.units > left:
            yield stay_open(entry.no)


@rule(4, "DLZ-03b")
def managed_once(paper: Paper) -> Iterator[Says]:
    for entry, left in in_the_month(paper, "peritoneal_management"):
        yield keep(entry.no, min(left, entry.units))


@rule(2, "DLZ-03c")
def nephrologist(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive(group="peritoneal_management"):
        field = entry.performer.get("specialty")
        if field is None and paper.kind == "physician_service":
            field = paper.prescriber.get("specialty")
        yield from line_wanted(None if field is None else field == "nephrology", entry)


def outside_the_list(paper: Paper) -> Iterator[tuple[Entry, bool | None]]:
    """The operations of a centre of limited surgery, and whether each is outside the ministry's list."""
    for entry in paper.entries:
        if Stay(paper).limited and entry.section == "surgery":
            listed = entry.attributes.get("limited_surgery", entry.fact("limited_surgery_listed"))
            yield entry, None if listed is None else not listed


@rule(2, "LSC-01a")
def listed(paper: Paper) -> Iterator[Says]:
    for entry, outside in outside_the_list(paper):
        if outside is None and not paper.fact("insurer_approved"):
            yield ask(entry.no)


@rule(2, "LSC-01b")
def approved_outside(paper: Paper) -> Iterator[Says]:
    for entry, outside in outside_the_list(paper):
        if outside:
            yield from line_wanted(paper.fact("insurer_approved"), entry)


@rule(2, "LSC-02")
def no_lodging(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if Stay(paper).limited and entry.section in {"hotel", "nursing"}:
            yield reject(entry.no)
