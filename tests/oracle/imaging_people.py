"""Phase 2 of the imaging part, radiology and sonography: who orders, who performs, where, with which papers."""

from collections.abc import Iterator

from tests.oracle.days import one_month_after
from tests.oracle.general_lines import line_wanted
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, reject
from tests.oracle.table import rule

HIGH = frozenset({"subspecialist", "fellowship"})
TRAINED = HIGH | {"specialist"}
INSTITUTIONS = frozenset({"office", "imaging_center", "nuclear_medicine_center", "hospital", "specialty_clinic"})
RADIOLOGISTS = frozenset({"radiology", "interventional_radiology"})


def one_of(value: str | None, allowed: frozenset[str]) -> Truth:
    return None if value is None else value in allowed


def both(first: Truth, second: Truth) -> Truth:
    return False if False in (first, second) else None if None in (first, second) else True


def either(first: Truth, second: Truth) -> Truth:
    return True if True in (first, second) else None if None in (first, second) else False


def trained(person: dict[str, str], specialties: frozenset[str], qualifications: frozenset[str] = TRAINED) -> Truth:
    """Whether a person has one of these specialties at one of these levels."""
    return both(one_of(person.get("specialty"), specialties), one_of(person.get("qualification"), qualifications))


def same_person(paper: Paper, entry: Entry) -> Truth:
    first, second = paper.prescriber.get("id"), entry.performer.get("id")
    return None if None in (first, second) else first == second


def of_group(paper: Paper, group: str) -> list[Entry]:
    return [entry for entry in paper.entries if entry.group == group]


@rule(2, "RAD-11a")
def interventional_place(paper: Paper) -> Iterator[Says]:
    for entry in of_group(paper, "interventional"):
        if paper.provider["kind"] not in {"hospital", "limited_surgery_center"}:
            yield reject(entry.no)


@rule(2, "RAD-11b")
def interventional_performer(paper: Paper) -> Iterator[Says]:
    for entry in of_group(paper, "interventional"):
        high = one_of(entry.performer.get("qualification"), HIGH)
        yield from line_wanted(either(trained(entry.performer, RADIOLOGISTS), high), entry)


@rule(2, "RAD-12a")
def dexa_only(paper: Paper) -> Iterator[Says]:
    for entry in of_group(paper, "bone_density"):
        if entry.code not in {"700920", "700925"}:
            yield reject(entry.no)


@rule(2, "RAD-12b")
def densitometry_place(paper: Paper) -> Iterator[Says]:
    for entry in of_group(paper, "bone_density"):
        if paper.provider["kind"] not in INSTITUTIONS or (
            paper.contracted and not paper.provider.get("contracted", True)
        ):
            yield reject(entry.no)


def office_densitometry(paper: Paper) -> list[Entry]:
    return of_group(paper, "bone_density") if paper.provider["kind"] == "office" else []


@rule(2, "RAD-12c")
def office_physician(paper: Paper) -> Iterator[Says]:
    fields = frozenset({"obstetrics_gynecology", "orthopedics", "internal_medicine"})
    for entry in office_densitometry(paper):
        allowed = either(trained(entry.performer, fields), trained(entry.performer, frozenset({"rheumatology"}), HIGH))
        yield from line_wanted(allowed, entry)


@rule(2, "RAD-12d")
def own_patients(paper: Paper) -> Iterator[Says]:
    for entry in office_densitometry(paper):
        yield from line_wanted(same_person(paper, entry), entry)


@rule(2, "RAD-12e")
def licence(paper: Paper) -> Iterator[Says]:
    for entry in office_densitometry(paper):
        yield from line_wanted(paper.office_fact("densitometry_licence"), entry)


@rule(2, "RAD-12f")
def two_sheets(paper: Paper) -> Iterator[Says]:
    form, sheets = paper.fact("prescription_form"), paper.fact("sheets")
    for entry in office_densitometry(paper):
        if form in {None, "booklet"}:
            enough = None if sheets is None else {"first", "second"} <= set(sheets)
            yield from line_wanted(None if enough is False and form is None else enough, entry)


@rule(2, "RAD-12h")
def referred_only(paper: Paper) -> Iterator[Says]:
    for entry in of_group(paper, "bone_density"):
        if paper.provider["kind"] != "office" and same_person(paper, entry):
            yield reject(entry.no)


@rule(2, "RAD-12i")
def densitometry_report(paper: Paper) -> Iterator[Says]:
    for entry in of_group(paper, "bone_density"):
        yield from line_wanted(entry.fact("report_attached"), entry)


@rule(2, "SON-09")
def three_dimensional(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.has("fetal_3d"):
            yield reject(entry.no)


@rule(2, "SON-10a")
def newborns_brain(paper: Paper) -> Iterator[Says]:
    birth = paper.patient.get("birth_date")
    for entry in of_group(paper, "newborn_brain_sonography") if paper.fact("mother_booklet") else []:
        in_time = None if birth is None else entry.day <= one_month_after(birth)
        yield from line_wanted(in_time, entry)


@rule(2, "SON-15a")
def fibroscan_order(paper: Paper) -> Iterator[Says]:
    for entry in of_group(paper, "fibroscan"):
        yield from line_wanted(trained(paper.prescriber, frozenset({"gastroenterology", "hepatology"}), HIGH), entry)


@rule(2, "SON-15b")
def fibroscan_cover(paper: Paper) -> Iterator[Says]:
    for entry in of_group(paper, "fibroscan"):
        if entry.has("covered", False):
            yield reject(entry.no)


def transcranial(paper: Paper, *codes: str) -> list[Entry]:
    """TCD and TCCS lines, or those of these codes; a service priced as TCCS is one."""
    wanted = codes or ("701865", "701870")
    return [
        entry
        for entry in paper.entries
        if (entry.code in wanted and entry.row is not None) or ("701870" in wanted and entry.has("priced_as", "701870"))
    ]


@rule(2, "SON-16a")
def transcranial_performer(paper: Paper) -> Iterator[Says]:
    for entry in transcranial(paper):
        yield from line_wanted(trained(entry.performer, RADIOLOGISTS | {"neurology"}), entry)


@rule(2, "SON-16b")
def neurologists_own(paper: Paper) -> Iterator[Says]:
    for entry in transcranial(paper):
        if entry.performer.get("specialty") == "neurology":
            yield from line_wanted(same_person(paper, entry), entry)


@rule(2, "SON-16c")
def radiologists_referred(paper: Paper) -> Iterator[Says]:
    for entry in transcranial(paper):
        if entry.performer.get("specialty") not in RADIOLOGISTS:
            continue
        related = (
            True
            if paper.prescriber.get("specialty") in {"neurology", "neurosurgery"}
            else entry.fact("specialty_relevant")
        )
        own = paper.prescriber.get("id") is not None and same_person(paper, entry)
        yield from line_wanted(False if own else both(paper.specialist, related), entry)


@rule(2, "SON-16d")
def neurologist_qualified(paper: Paper) -> Iterator[Says]:
    for entry in transcranial(paper):
        if entry.performer.get("specialty") == "neurology":
            yield from line_wanted(entry.fact("performer_qualified"), entry)


@rule(2, "SON-16f")
def transcranial_diagnosis(paper: Paper) -> Iterator[Says]:
    for entry in transcranial(paper) if paper.undiagnosed else []:
        yield from line_wanted(paper.fact("insurer_approved"), entry)


@rule(2, "SON-16g")
def tcd_report(paper: Paper) -> Iterator[Says]:
    for entry in transcranial(paper, "701865"):
        yield from line_wanted(entry.fact("report_attached"), entry)


@rule(2, "SON-16j")
def tcd_equipment(paper: Paper) -> Iterator[Says]:
    for entry in transcranial(paper):
        yield from line_wanted(paper.office_fact("tcd_equipment"), entry)


@rule(2, "SON-16l")
def tccs_report(paper: Paper) -> Iterator[Says]:
    for entry in transcranial(paper, "701870"):
        yield from line_wanted(entry.fact("report_attached"), entry)


@rule(2, "SON-17")
def midwife(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.section in {"imaging", "nuclear", "radiotherapy"} and not entry.has("midwife_allowed"):
            level = paper.prescriber.get("qualification")
            if level == "midwife":
                yield reject(entry.no)
            elif level is None:
                yield ask(entry.no)
