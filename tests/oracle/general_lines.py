"""Phase 2 of the general part: what is covered, and who may order it."""

from collections.abc import Iterator
from typing import Any

from tests.oracle.days import age, one_month_after
from tests.oracle.mod_terms import with_followers
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, refer, reject
from tests.oracle.table import rule

ADULT = 18


def line_wanted(answer: Any, entry: Entry) -> Iterator[Says]:
    """Something that must be so of a line: false rejects it, unknown asks."""
    if answer is None:
        yield ask(entry.no)
    elif not answer:
        yield reject(entry.no)


@rule(2, "GEN-08t")
def mothers_booklet(paper: Paper) -> Iterator[Says]:
    if not paper.fact("mother_booklet"):
        return
    birth = paper.patient.get("birth_date")
    for entry in paper.entries:
        fits = paper.kind == "inpatient" or entry.group == "newborn_brain_sonography"
        in_time = None if birth is None else paper.known_day <= one_month_after(birth)
        yield from line_wanted(fits and in_time, entry)


@rule(2, "GEN-09")
def ordered_by_the_officer(paper: Paper) -> Iterator[Says]:
    officer, own = paper.office_fact("technical_officer_id"), paper.prescriber.get("id")
    if officer is None or paper.provider["kind"] == "office":
        return
    for entry in paper.entries:
        own_field = entry.group == "interventional" and paper.prescriber.get("specialty") == "interventional_radiology"
        yield from line_wanted(own_field or (None if own is None else own != officer), entry)


def emergency_ct(paper: Paper) -> tuple[Entry | None, Truth]:
    """13a: the one CT that a general practitioner may order in an emergency, and whether this is such a case."""
    scans = [entry for entry in paper.entries if entry.group == "ct"]
    if paper.kind != "imaging" or len(scans) != 1:
        return None, False
    scan = scans[0]
    if scan.quantity != 1 or scan.has("contrast") or scan.attributes.get("regions", 1) != 1:
        return None, False
    facts = (paper.fact("emergency_or_trauma"), paper.fact("emergency_stamp"))
    return scan, False if False in facts else None if None in facts else True


@rule(2, "GEN-11")
def residents_stamp(paper: Paper) -> Iterator[Says]:
    if paper.prescriber.get("qualification") == "resident" and paper.fact("admission_stamp") is None:
        scan, holds = emergency_ct(paper)
        for entry in paper.entries:
            if entry.costly and not (entry is scan and holds is True):
                yield ask(entry.no)


@rule(2, "GEN-13")
def ordered_by_gp(paper: Paper) -> Iterator[Says]:
    level = paper.like_gp
    scan, holds = emergency_ct(paper)
    for entry in paper.entries:
        saved = entry is scan and holds is not False
        if entry.costly and level and not saved:
            yield reject(entry.no)
        if entry.costly and level is None and paper.prescriber.get("qualification") is None and not (saved and holds):
            yield ask(entry.no)


@rule(2, "GEN-13a")
def gp_in_emergency(paper: Paper) -> Iterator[Says]:
    scan, holds = emergency_ct(paper)
    if paper.like_gp and scan is not None and scan.costly and holds is None:
        yield ask(scan.no)


@rule(2, "GEN-14")
def screening(paper: Paper) -> Iterator[Says]:
    answer = paper.fact("screening")
    for entry in paper.entries:
        if not entry.has("screening_covered"):
            yield from line_wanted(None if answer is None else not answer, entry)


@rule(2, "GEN-16")
def ordered(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        answer = entry.fact("ordered_by_physician")
        if answer is not None or paper.kind != "physiotherapy":
            yield from line_wanted(answer, entry)


def other_sex(paper: Paper, entry: Entry) -> Truth:
    """16c: whether the service is meant for the other sex, malignancies aside."""
    meant = entry.attributes.get("sex")
    spared = "malignancy" in paper.patient.get("conditions", []) and not entry.has("sex_strict")
    if meant is None or spared:
        return False
    sex = paper.patient.get("sex")
    return None if sex is None else sex != meant


def other_age(paper: Paper, entry: Entry) -> Truth:
    """16d: whether the service is meant for another age."""
    below, start = entry.attributes.get("age_below"), entry.attributes.get("age_from")
    if below is None and start is None:
        return False
    birth = paper.patient.get("birth_date")
    if birth is None:
        return None
    years = age(birth, paper.known_day)
    return (below is not None and years >= below) or (start is not None and years < start)


@rule(2, "GEN-16c")
def fits_sex(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        other = other_sex(paper, entry)
        yield from line_wanted(None if other is None else not other, entry)


@rule(2, "GEN-16d")
def fits_age(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        other = other_age(paper, entry)
        yield from line_wanted(None if other is None else not other, entry)


@rule(2, "GEN-16e")
def mismatch_told(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if True in (other_sex(paper, entry), other_age(paper, entry)):
            yield refer(entry.no)


@rule(2, "GEN-16f")
def in_the_prescribers_field(paper: Paper) -> Iterator[Says]:
    if paper.like_gp:
        return
    for entry in paper.entries:
        fields = entry.attributes.get("ordering_specialties")
        if entry.costly and fields is not None:
            own = paper.prescriber.get("specialty")
            yield from line_wanted(None if own is None else own in fields, entry)


@rule(2, "GEN-16g")
def patient_of_the_field(paper: Paper) -> Iterator[Says]:
    if paper.like_gp:
        return
    for entry in paper.entries:
        if entry.costly and odd_patient(paper) is not False:
            relevant = entry.fact("specialty_relevant")
            if not relevant:
                odd = odd_patient(paper)
                yield ask(entry.no) if None in {odd, relevant} else reject(entry.no)


def odd_patient(paper: Paper) -> Truth:
    """An adult sent by a paediatrician, or a man sent by a gynaecologist."""
    own, birth, sex = paper.prescriber.get("specialty"), paper.patient.get("birth_date"), paper.patient.get("sex")
    if own == "pediatrics":
        return None if birth is None else age(birth, paper.known_day) >= ADULT
    if own == "obstetrics_gynecology":
        return None if sex is None else sex == "male"
    return False


@rule(2, "GEN-18b")
def level_one_only(paper: Paper) -> Iterator[Says]:
    officer = paper.office_fact("gp_officer")
    if paper.provider["kind"] != "health_center" or officer is False:
        return
    for entry in paper.entries:
        level = entry.attributes.get("rural_level1")
        if entry.row is not None and not level:
            yield reject(entry.no) if level is False and officer else ask(entry.no)


@rule(2, "GEN-19")
def report(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.costly:
            yield from line_wanted(entry.fact("report_attached"), entry)


@rule(2, "GEN-27b")
def starred(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if "*" in (entry.row or {}).get("marks", []):
            met = entry.fact("cover_condition_met")
            yield from with_followers(paper, entry, met if entry.has("star_cover", "conditional") else False)


@rule(2, "GEN-27c")
def without_tariff(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.has("no_tariff"):
            yield reject(entry.no)


@rule(2, "GEN-28")
def in_the_contract(paper: Paper) -> Iterator[Says]:
    items = paper.office_fact("contract_items")
    for entry in paper.entries:
        if paper.contracted and entry.has("needs_contract"):
            yield from line_wanted(None if items is None else entry.code in items or entry.group in items, entry)


@rule(2, "GEN-29a")
def service_approved(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.has("needs_approval"):
            yield from line_wanted(paper.fact("insurer_approved"), entry)


@rule(2, "GEN-29e")
def tracking_code(paper: Paper) -> Iterator[Says]:
    code = paper.fact("tracking_code")
    for entry in paper.entries:
        if entry.has("tracking_code_required"):
            yield from line_wanted(None if code is None else code.strip(), entry)
