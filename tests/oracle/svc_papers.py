"""Phase 2 of articles 11 to 17: assistants, the operating room, drugs and prostheses, imaging, physiotherapy, chemotherapy."""

from collections.abc import Iterator

from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, refer, reject
from tests.oracle.svc_terms import PHYSICIANS, need, of_groups, of_sections
from tests.oracle.table import TABLE, concerns, rule

SPECIALISTS = frozenset({"specialist", "subspecialist", "fellowship"})
SPECIAL_OR_CHEST = frozenset({"icu", "nicu", "picu", "bicu", "ccu", "post_ccu", "lung", "thorax"})
LEAST_YEAR = 3


@rule(2, "AST-01a")
def assistant_in_a_teaching_centre(paper: Paper) -> Iterator[Says]:
    teaching = paper.office_fact("teaching")
    for entry in of_sections(paper, "assistant"):
        if teaching is None:
            yield ask(entry.no)
        elif teaching:
            yield from need(entry, senior_resident(entry))


def senior_resident(entry: Entry) -> Truth:
    qualification, year = entry.performer.get("qualification"), entry.fact("resident_year")
    if qualification not in {None, "resident"}:
        return False
    return None if None in (qualification, year) else bool(year >= LEAST_YEAR)


@rule(2, "AST-01b")
def assistant_elsewhere(paper: Paper) -> Iterator[Says]:
    if paper.office_fact("teaching") is False:
        for entry in of_sections(paper, "assistant"):
            yield from need(entry, related_specialist(paper, entry))


def related_specialist(paper: Paper, entry: Entry) -> Truth:
    qualification = entry.performer.get("qualification")
    if qualification is None:
        return None
    if qualification not in SPECIALISTS:
        return False
    specialty = entry.performer.get("specialty")
    surgeons = [
        other.performer.get("specialty")
        for other in of_sections(paper, "surgery")
        if other.code == entry.code and other.day == entry.day
    ]
    related: Truth = entry.fact("assistant_specialty_related")
    return True if specialty is not None and specialty in surgeons else related


@rule(2, "AST-02")
def absent_assistant(paper: Paper) -> Iterator[Says]:
    absent = {
        line.get("performer", {}).get("id")
        for claim in paper.file["claims"]
        for line in claim["lines"]
        if line["section"] == "assistant"
        and line.get("performer", {}).get("qualification") == "resident"
        and line.get("facts", {}).get("assistant_absent") is True
    } - {None}
    for entry in of_sections(paper, "assistant"):
        if entry.fact("assistant_absent") is True or entry.performer.get("id") in absent:
            yield reject(entry.no)


@rule(2, "AST-03")
def operation_without_need(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "assistant"):
        if entry.has("assistant", "not_listed"):
            yield reject(entry.no)


@rule(2, "AST-04")
def signatures(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "assistant"):
        signed = entry.fact("assistant_signed")
        yield from need(entry, None if signed is None else {"operative_note", "or_sheet"} <= set(signed))


@rule(2, "ORM-03")
def outside_the_operating_room(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "operating_room"):
        if single_value(entry):
            yield from need(entry, entry.fact("in_operating_room"))


def single_value(entry: Entry) -> bool:
    return bool(entry.row and "rvu" in entry.row and "technical" not in entry.row["rvu"])


@rule(2, "DRG-00a")
def bought_outside(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "drug", "supply", "prosthesis"):
        if entry.fact("bought_outside"):
            yield refer(entry.no)


@rule(2, "DRG-01a")
def not_ordered(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "drug", "supply", "prosthesis"):
        yield from need(entry, entry.fact("ordered_by_physician"))


@rule(2, "DRG-05a")
def prosthesis_documented(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "prosthesis"):
        yield from need(entry, entry.fact("prosthesis_documented"))


@rule(2, "DRG-05d")
def prosthesis_of_the_patient(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "prosthesis"):
        if entry.fact("bought_outside"):
            yield reject(entry.no)


@rule(2, "DRG-05b")
def prosthesis_of_an_uncovered_operation(paper: Paper) -> Iterator[Says]:
    prostheses, acts = of_sections(paper, "prosthesis"), of_sections(paper, "surgery", "global")
    if not prostheses or not acts:
        return
    refused = {
        says.line
        for phase, rule_id, function in TABLE
        if phase == 2 and rule_id != "DRG-05b" and concerns(rule_id, paper)
        for says in function(paper)
        if says.effect == "reject"
    }
    if {entry.no for entry in acts} <= refused:
        for entry in prostheses:
            yield reject(entry.no)


@rule(2, "HIM-01a")
def imaging_not_ordered(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "imaging", "nuclear"):
        yield from need(entry, entry.fact("ordered_by_physician"))


@rule(2, "HIM-01b")
def imaging_not_certified(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "imaging", "nuclear"):
        if entry.fact("service_certified") is False:
            yield reject(entry.no)


@rule(2, "HIM-01c")
def imaging_without_report(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "imaging", "nuclear"):
        if entry.costly:
            yield from need(entry, entry.fact("report_attached"))


@rule(2, "HIM-02")
def mri_of_a_general_practitioner(paper: Paper) -> Iterator[Says]:
    qualification = paper.prescriber.get("qualification")
    for entry in of_groups(paper, "mri"):
        yield from need(entry, None if qualification is None else qualification not in {"gp", "intern"})


@rule(2, "HPT-01")
def physiotherapy_of_a_special_ward(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive("901640"):
        ward = entry.fact("ward")
        yield from need(entry, None if ward is None else ward not in SPECIAL_OR_CHEST)


@rule(2, "HPT-02")
def short_session(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "physiotherapy"):
        least, minutes = entry.attributes.get("min_minutes"), entry.fact("minutes")
        if least is not None:
            yield from need(entry, None if minutes is None else minutes >= least)


@rule(2, "CHM-02")
def physician_at_the_centre(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "chemotherapy"):
        yield from need(entry, entry.fact("physician_at_centre"))


@rule(2, "CHM-03")
def into_the_pleura(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive("901555"):
        qualification = entry.performer.get("qualification")
        done = entry.fact("done_by_physician") if qualification is None else qualification in PHYSICIANS
        yield from need(entry, done)


@rule(2, "CHM-04")
def long_infusion(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive("901550"):
        yield from need(entry, entry.fact("physician_at_centre"))
