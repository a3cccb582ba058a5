"""Phase 4 of the laboratory part: admission and drawing fees, which look at the tests that are left."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.amounts import at_most
from tests.oracle.books import half_up
from tests.oracle.days import age, date_of
from tests.oracle.lab_counts import in_time
from tests.oracle.lab_tests import (
    ADMISSION,
    CHROMOSOMES,
    MOLECULES,
    REDRAW,
    SETS,
    alive_of,
    dearest_first,
    genetic,
    is_main,
    sample_of,
    test_of,
    tests_of,
    within,
)
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, keep, reduce, reject, stay_open
from tests.oracle.table import rule

OF_TISSUE = {"her2_molecular", "n_myc"}


def priced(paper: Paper, entry: Entry, code: str) -> int:
    return half_up((paper.price(code, entry) or Fraction()) * entry.units)


@rule(4, "LAB-03")
def small_children(paper: Paper) -> Iterator[Says]:
    plain, birth = paper.alive("800005"), paper.patient.get("birth_date")
    blood = any(sample_of(entry) == "blood" for entry in tests_of(paper))
    for entry in paper.alive("800015"):
        due = False if not blood else None if birth is None else age(birth, entry.day) < 5
        worse = reject(entry.no) if plain else reduce(entry.no, priced(paper, entry, "800005"))
        if due:
            yield from (reject(other.no) for other in plain)
        else:
            yield worse if due is False else ask(entry.no, worse)


@rule(4, "LAB-01a")
def one_admission_a_stay(paper: Paper) -> Iterator[Says]:
    yield from at_most(in_time(paper.alive("800005", "800015")), Fraction(1))


@rule(4, "LAB-01b")
def drawn_again(paper: Paper) -> Iterator[Says]:
    admitted, lines = paper.known_day, paper.alive(group=REDRAW)
    for day in sorted({entry.document["date"] for entry in lines if entry.document.get("date")}):
        units = Fraction(0 if day <= admitted else 1)
        yield from at_most([entry for entry in lines if entry.document.get("date") == day], units)


@rule(4, "LAB-01b")
def drawn_again_in_all(paper: Paper) -> Iterator[Says]:
    lines, end = paper.alive(group=REDRAW), paper.claim.get("discharged_at")
    if end and not all(entry.document.get("date") for entry in lines):
        first, last = date_of(paper.known_day), date_of(str(end)[:10])
        dated = [entry for entry in lines if entry.document.get("date")]
        free = (last - first).days - sum((entry.units for entry in dated), Fraction())
        yield from at_most([entry for entry in lines if entry not in dated], max(Fraction(free), Fraction()))


@rule(4, "LAB-12")
def drawn_indeed(paper: Paper) -> Iterator[Says]:
    lines, days = [e for e in paper.alive(group=REDRAW) if not e.document.get("date")], paper.fact("repeat_draw_days")
    if days is None:
        yield from (ask(entry.no, keep(entry.no, Fraction())) for entry in lines)
    else:
        yield from at_most(lines, Fraction(days))


def calls_for(paper: Paper, entry: Entry) -> str:
    """The admission code that a live test fits."""
    name = test_of(paper, entry)
    if name in SETS and SETS[name].admission == "804600":
        return "804600"
    if name == "other" and within(entry, *CHROMOSOMES):
        return "804600"
    cells = entry.group in {"ihc", "pap_smear", "cytopathology"} or within(entry, (807001, 807155))
    mains = [main for main in alive_of(paper, name) if is_main(main, name)] if name in OF_TISSUE else []
    tissue = any(sample_of(main) == "tissue" for main in mains)
    return "807000" if cells or tissue else "800005"


def fitting(paper: Paper) -> set[str]:
    return {calls_for(paper, entry) for entry in tests_of(paper)}


def replaced(paper: Paper, entry: Entry, code: str) -> Says:
    """An admission that does not fit: it goes beside a fitting one, and has the fitting one's price alone."""
    codes = fitting(paper)
    codes |= {"800015"} if "800005" in codes else set()
    there = any(other.code in codes for other in paper.alive(group=ADMISSION) if other is not entry)
    return reject(entry.no) if there else reduce(entry.no, priced(paper, entry, code))


def may_fit(paper: Paper) -> bool:
    """Whether a live line of an unknown test may be one that has the cytogenetic admission."""
    return any(
        genetic(entry)
        and test_of(paper, entry) is None
        and (
            within(entry, *CHROMOSOMES)
            or any(entry.code in test.codes for test in SETS.values() if test.admission == "804600")
        )
        for entry in paper.alive()
    )


def beside_pcr(paper: Paper) -> bool:
    molecular = any(within(entry, *MOLECULES) for entry in tests_of(paper))
    return molecular and "804600" not in fitting(paper)


def telling(paper: Paper, name: str) -> list[Entry]:
    """The lines that tell a test's sample: its mains, for want of them all its lines."""
    lines = alive_of(paper, name)
    return [entry for entry in lines if is_main(entry, name)] or lines


@rule(4, "LAB-04j")
def admission_beside_pcr(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive("804600") if beside_pcr(paper) else []:
        if may_fit(paper):
            yield ask(entry.no, reduce(entry.no, 0))
            continue
        names = {test_of(paper, other) for other in tests_of(paper) if within(other, *MOLECULES)} - {None}
        samples = {sample_of(main) for name in names for main in telling(paper, str(name))} or {None}
        if None in samples and "tissue" not in samples:
            samples = {entry.fact("sample")}
        if samples != {None}:
            yield replaced(paper, entry, "807000" if "tissue" in samples else "800005")
            continue
        dear, cheap = (replaced(paper, entry, code) for code in ("807000", "800005"))
        yield dear
        if (cheap.after or 0) < min(entry.amount, dear.after or 0):
            yield stay_open(entry.no)


@rule(4, "LAB-02b")
def fitting_admission(paper: Paper) -> Iterator[Says]:
    codes = fitting(paper)
    for entry in paper.alive("804600", "807000") if codes else []:
        pcr = entry.code == "804600" and beside_pcr(paper)
        if entry.code not in codes and not pcr:
            dearest = max(codes, key=lambda code: paper.price(code, entry) or Fraction())
            yield replaced(paper, entry, dearest)


@rule(4, "LAB-02a")
def one_admission(paper: Paper) -> Iterator[Says]:
    yield from at_most(dearest_first(paper, paper.alive(group=ADMISSION)), Fraction(1))


@rule(4, "LAB-02c")
def nothing_to_admit_for(paper: Paper) -> Iterator[Says]:
    if not any(entry.amount for entry in tests_of(paper)):
        yield from (reject(entry.no) for entry in paper.alive(group=ADMISSION))
