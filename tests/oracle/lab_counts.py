"""Phase 4 of the laboratory part: how often a test is paid in a year, units as reported."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.amounts import at_most
from tests.oracle.days import last_day, later
from tests.oracle.earlier import earlier_claims
from tests.oracle.lab_tests import (
    SETS,
    genetic,
    test_of,
)
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, keep, stay_open
from tests.oracle.table import rule

TRANSPLANTS = {"transplant", "kidney_transplant", "bone_marrow_transplant"}
Past = tuple[str, Fraction, dict[str, object], dict[str, object]]


def years_on(day: str, years: int) -> str:
    """The same day so many years later, or that month's last day."""
    month = (int(day[:4]) + years, int(day[5:7]))
    return min(f"{month[0]:04d}{day[4:]}", last_day(month))


def past_loads(paper: Paper) -> list[Past]:
    """Earlier quantitative PCRs: day, units, attributes of the service, facts."""
    found = []
    for past in [
        *paper.claim.get("history", []),
        *earlier_claims(paper, lambda entry: entry.has("pcr", "quantitative")),
    ]:
        row = paper.books.service(past["code"], past["date"])
        attributes = (row or {}).get("attributes", {})
        if attributes.get("pcr") == "quantitative":
            found.append((past["date"], Fraction(past.get("qty", 1)), attributes, past.get("facts", {})))
    return found


def in_time(lines: list[Entry]) -> list[Entry]:
    return sorted(lines, key=lambda entry: (entry.day, entry.no))


def of_its_test(paper: Paper, entry: Entry) -> Fraction:
    """The units of a line that its test has at most: one of a main code."""
    name = test_of(paper, entry)
    return min(entry.units, Fraction(1)) if name in SETS and entry.code in SETS[name].mains else entry.units


def follow_up(rule_id: str, pathogen: str, first_year: int) -> None:
    """Control of a viral infection: so many in the first year, one in the second and third, more by the committee."""

    @rule(4, rule_id)
    def found(paper: Paper) -> Iterator[Says]:
        lines = in_time(paper.alive(pcr="quantitative", pathogen=pathogen))
        past = [(day, units) for day, units, attributes, _ in past_loads(paper) if attributes["pathogen"] == pathogen]
        days = [day for day, _ in past] + [entry.day for entry in lines]
        start = paper.fact("followup_start_on") or min(days, default="")
        for entry in lines:
            year = next((k for k in range(1, 99) if entry.day < years_on(start, k)), 99)
            begin = years_on(start, year - 1)
            used = sum((units for day, units in past if begin <= day <= entry.day), Fraction())
            free = max(Fraction({1: first_year, 2: 1, 3: 1}.get(year, 0)) - used, Fraction())
            kept = min(free, entry.units)
            committee = paper.fact("committee_approved")
            if kept < entry.units and not committee:
                if committee is False:
                    yield keep(entry.no, kept)
                elif kept < of_its_test(paper, entry):
                    yield ask(entry.no, keep(entry.no, kept))
            past.append((entry.day, kept if committee is False else entry.units))


follow_up("LAB-07f", "hcv", 4)
follow_up("LAB-07g", "hbv", 3)


def transplanted(paper: Paper) -> bool:
    return bool(TRANSPLANTS & set(paper.patient.get("conditions", [])))


@rule(4, "LAB-07i")
def cmv_after_transplant(paper: Paper) -> Iterator[Says]:
    past = [
        (day, units)
        for day, units, attributes, facts in past_loads(paper)
        if attributes["pathogen"] == "cmv" and facts.get("pcr_purpose") != "diagnosis"
    ]
    transplant = paper.fact("transplant_on")
    for entry in in_time(paper.alive(pcr="quantitative", pathogen="cmv")) if transplanted(paper) else []:
        purpose = entry.fact("pcr_purpose")
        if purpose == "diagnosis":
            continue
        begin = transplant or later(years_on(entry.day, -1), 1)
        if transplant and not transplant <= entry.day < years_on(transplant, 1):
            continue
        used = sum((units for day, units in past if begin <= day <= entry.day), Fraction())
        cut = keep(entry.no, max(5 - used, Fraction()))
        if used + entry.units > 5 and purpose == "follow_up" and transplant:
            yield cut
        elif 5 - used < of_its_test(paper, entry):
            yield ask(entry.no, cut)
        past.append((entry.day, entry.units))


@rule(4, "LAB-07j")
def weakened_patients(paper: Paper) -> Iterator[Says]:
    def such(attributes: dict[str, object]) -> bool:
        pathogen = attributes["pathogen"]
        return pathogen not in {"hcv", "hbv"} and not (pathogen == "cmv" and transplanted(paper))

    past = [(day, units) for day, units, attributes, _ in past_loads(paper) if such(attributes)]
    if {"malignancy", "immunodeficiency"} & set(paper.patient.get("conditions", [])):
        for entry in in_time(paper.alive(pcr="quantitative")):
            if such(entry.attributes):
                used = sum((u for day, u in past if years_on(entry.day, -1) < day <= entry.day), Fraction())
                kept = min(max(2 - used, Fraction()), entry.units)
                yield keep(entry.no, kept)
                past.append((entry.day, kept))


@rule(4, "LAB-09a")
def primers(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive("805106"):
        yield from as_reported(entry, entry.fact("primer_count"), Fraction(96))


def as_reported(entry: Entry, count: int | None, limit: Fraction) -> Iterator[Says]:
    if count is not None:
        yield keep(entry.no, min(Fraction(count), limit))
    else:
        yield keep(entry.no, limit)
        if entry.quantity > 1:
            yield ask(entry.no, keep(entry.no, Fraction()))


@rule(4, "LAB-09d")
def second_stage_primers(paper: Paper) -> Iterator[Says]:
    yield from at_most(paper.alive("805108"), Fraction(24))


@rule(4, "LAB-11b")
def probes(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive("804840"):
        yield from as_reported(entry, entry.fact("probe_count"), entry.units)


@rule(4, "LAB-11k")
def markers(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive(group="ihc"):
        count = entry.fact("markers_requested")
        nothing = keep(entry.no, Fraction())
        yield ask(entry.no, nothing) if count is None else keep(entry.no, Fraction(count))


@rule(4, "LAB-07o")
def unknown_test(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        if genetic(entry) and test_of(paper, entry) is None:
            yield stay_open(entry.no)
