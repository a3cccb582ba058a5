"""Article 8 of the inpatient part, which visits are covered: phases 2 and 3."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.oracle.general_lines import line_wanted
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, ask_for, beside, reject
from tests.oracle.stay_bed_prices import ALMOST_ICU
from tests.oracle.stay_terms import EVERY_GRADE, ICU_AND_NICU, ICU_KINDS, Stay, bed_kind, priced_by_kind
from tests.oracle.table import rule

COUNTED = frozenset({"first_day", "next_day", "discharge"})
INTENSIVISTS = frozenset({"anesthesiology", "icu_fellowship"})
SURGICAL = frozenset(
    [
        "general_surgery",
        "thoracic_surgery",
        "plastic_surgery",
        "neurosurgery",
        "orthopedics",
        "cardiac_surgery",
        "vascular_surgery",
        "urology",
        "obstetrics_gynecology",
        "ophthalmology",
        "ent",
        "oral_surgery",
    ]
)


def visits(paper: Paper) -> list[Entry]:
    return [entry for entry in paper.alive() if entry.section == "visit"]


def visit_kind(stay: Stay, entry: Entry) -> Any:
    """The kind of a visit: by its code, by what was told, else by its date; undated ones are of a later day."""
    named = entry.attributes.get("visit_kind") or entry.fact("visit_kind")
    day = entry.document.get("date")
    if named or not day:
        return named or "next_day"
    if stay.admitted and day == stay.admitted[:10]:
        return "first_day"
    return "discharge" if day == stay.last_day else "next_day"


def in_one_sum(entry: Entry) -> bool:
    """A visit line without code, kind and date (VIS-12)."""
    return entry.row is None and not entry.fact("visit_kind") and not entry.document.get("date")


def of_kind(paper: Paper, *kinds: str) -> list[Entry]:
    stay = Stay(paper)
    return [entry for entry in visits(paper) if visit_kind(stay, entry) in kinds]


def counted(paper: Paper) -> list[Entry]:
    return of_kind(paper, *COUNTED)


def field_of(entry: Entry) -> Any:
    return entry.performer.get("specialty")


def residents(rule_id: str, section: str) -> None:
    """Residents are paid from their third year on, in university hospitals; interns never (VIS-11b, CNS-07)."""

    def found(paper: Paper) -> Iterator[Says]:
        university = paper.provider["sector"] == "public_university"
        for entry in paper.entries:
            level = entry.performer.get("qualification")
            if entry.section != section or level not in {"resident", "intern"}:
                continue
            year = entry.fact("resident_year")
            senior = False if level == "intern" or not university else None if year is None else year >= 3
            yield from line_wanted(senior, entry)

    rule(2, rule_id)(found)


residents("VIS-11b", "visit")
residents("CNS-07", "consultation")


def operated_by_the_visitor(visit: Entry, operation: Entry) -> bool | None:
    ids = (visit.performer.get("id"), operation.performer.get("id"))
    if None not in ids:
        return ids[0] == ids[1]
    fields = (field_of(visit), field_of(operation))
    other = None not in fields and fields[0] != fields[1]
    return False if other or (fields[0] is not None and fields[0] not in SURGICAL) else None


@rule(3, "VIS-03")
def surgeons_visit(paper: Paper) -> Iterator[Says]:
    operations = [entry for entry in paper.alive() if entry.section == "surgery"]
    for visit in counted(paper):
        own = [operated_by_the_visitor(visit, operation) for operation in operations]
        if True in own:
            yield reject(visit.no)
        elif None in own:
            yield ask(visit.no)


def special_beds(paper: Paper) -> list[Entry]:
    return Stay(paper).beds(*ICU_AND_NICU)


@rule(3, "VIS-04")
def anesthetists_visit(paper: Paper) -> Iterator[Says]:
    given = any(entry.section == "anesthesia" for entry in paper.alive())
    for visit in counted(paper) if given and not special_beds(paper) else []:
        if field_of(visit) in {"anesthesiology", None}:
            yield reject(visit.no) if field_of(visit) else ask(visit.no)
    for visit in fallen_by_the_book(paper) if given and not special_beds(paper) else []:
        yield beside(visit.no, effect="reject")


def fallen_by_the_book(paper: Paper) -> list[Entry]:
    """Counted visits that the book's guide has refused for the same reason (MOD-05a)."""
    fallen = {says.line for says, _, _ in paper.said if says.rule == "MOD-05a"}
    stay = Stay(paper)
    return [entry for entry in paper.entries if entry.no in fallen and visit_kind(stay, entry) in COUNTED]


@rule(3, "VIS-08")
def resident_physician(paper: Paper) -> Iterator[Says]:
    for visit in counted(paper) if special_beds(paper) else []:
        role = visit.fact("icu_role")
        if role == "resident_physician":
            yield reject(visit.no)
        elif role is None and field_of(visit) in INTENSIVISTS | {None}:
            yield ask(visit.no)


def officers(paper: Paper) -> list[Entry]:
    return [entry for entry in visits(paper) if entry.fact("icu_role") == "ward_officer"]


def without_the_thirty(stay: Stay, bed: Entry) -> bool | None:
    """Whether a bed has no resident physician and is paid without his 30 percent."""
    present, beds = bed.fact("resident_physician_present"), bed.fact("icu_beds")
    fees = [stay.bed_fee(bed)]
    if stay.grade(bed) is None and priced_by_kind(bed, stay.paper):
        fees = [stay.fee(bed_kind(bed), grade) for grade in EVERY_GRADE]
    less = {bed.claimed <= ALMOST_ICU * fee * bed.units for fee in fees if fee is not None}
    many = (None if beds is None else beds >= 5) if bed_kind(bed) in ICU_KINDS else False
    unpaid = True if many or less == {True} else False if many is False and less == {False} else None
    if present or unpaid is False:
        return False
    return None if None in (present, unpaid) else True


@rule(3, "VIS-09")
def ward_officer(paper: Paper) -> Iterator[Says]:
    stay = Stay(paper)
    answers = [without_the_thirty(stay, bed) for bed in special_beds(paper)]
    for visit in officers(paper):
        field = field_of(visit)
        named = None if field is None else field in INTENSIVISTS
        if False in (*answers, named):
            yield reject(visit.no)
        elif None in (*answers, named):
            yield ask(visit.no)
            if None in answers:
                yield from at_the_beds(special_beds(paper), answers, visit)


def at_the_beds(beds: list[Entry], answers: list[bool | None], visit: Entry) -> Iterator[Says]:
    """What is not known of a bed is asked there, for the sake of the officer's visit."""
    for bed, answer in zip(beds, answers, strict=True):
        facts = [bed.fact(name) for name in ("resident_physician_present", "icu_beds", "ward_grade")]
        if answer is None and None in facts:
            yield ask_for(bed.no, reject(visit.no))


@rule(3, "VIS-10a")
def attending_is_resident(paper: Paper) -> Iterator[Says]:
    all_visits = [entry for entry in paper.entries if entry.section == "visit"]
    present = {entry.performer.get("id") for entry in all_visits if entry.fact("icu_role") == "resident_physician"}
    for visit in visits(paper):
        role = visit.fact("icu_role")
        attending = role == "attending" or (role is None and field_of(visit) not in INTENSIVISTS)
        visitor = visit.performer.get("id")
        if attending and present - {None} and (visitor is None or visitor in present):
            yield ask(visit.no) if visitor is None else reject(visit.no)


def heart(entry: Entry) -> bool:
    return entry.group in {"angiography", "angioplasty"}


def procedure(entry: Entry) -> bool:
    return entry.group in {"endoscopy", "ect"} or entry.has("day_procedure")


def only_for(rule_id: str, named: Callable[[Entry], bool], spared: Callable[[Entry], bool]) -> None:
    """No visits where the stay was for a procedure only."""

    def found(paper: Paper) -> Iterator[Says]:
        alive = paper.alive()
        if any(entry.section == "surgery" or spared(entry) for entry in alive) or not any(map(named, alive)):
            return
        only = paper.fact("admitted_only_for_procedure")
        for visit in counted(paper):
            yield from line_wanted(None if only is None else not only, visit)

    rule(3, rule_id)(found)


only_for("VIS-11a", heart, lambda entry: False)
only_for("VIS-11c", procedure, heart)
