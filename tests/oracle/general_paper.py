"""Phase 1 of the general part: stamps, signatures, defects, dates and sums of the prescription's paper."""

from collections.abc import Iterator
from typing import Any

from tests.oracle.days import last_day, month_after, month_of, one_month_after
from tests.oracle.paper import PARACLINIC, Paper, Truth
from tests.oracle.sayings import Says, ask, reject
from tests.oracle.table import rule

TEXT_DEFECTS = {"text_crossed_out", "correction_fluid", "two_handwritings", "punched_over_text"}
TREATMENT_CENTRES = {"hospital", "general_clinic", "specialty_clinic", "limited_surgery_center", "health_center"}
WORTHLESS_SHEETS = {"copy", "carbon", "third", "blank"}


def wanted(answer: Any) -> Iterator[Says]:
    """Something that must be so: false rejects, unknown asks."""
    if answer is None:
        yield ask()
    elif not answer:
        yield reject()


def unwanted(answer: Any) -> Iterator[Says]:
    """Something that must not be so: true rejects, unknown asks."""
    yield from wanted(None if answer is None else not answer)


def either(*answers: Truth) -> Truth:
    return True if True in answers else None if None in answers else False


@rule(1, "GEN-02a")
def stamp(paper: Paper) -> Iterator[Says]:
    if paper.on_paper:
        yield from wanted(paper.fact("prescriber_stamp"))


@rule(1, "GEN-02b")
def signature(paper: Paper) -> Iterator[Says]:
    if paper.on_paper:
        found = paper.fact("prescriber_signature")
        yield from wanted(None if found is None else found != "none")


@rule(1, "GEN-02c")
def text_defects(paper: Paper) -> Iterator[Says]:
    if paper.on_paper:
        defects = paper.fact("defects")
        if defects is None:
            yield ask()
        elif TEXT_DEFECTS & set(defects):
            yield from wanted(paper.fact("defect_endorsed"))


@rule(1, "GEN-02d")
def altered_date(paper: Paper) -> Iterator[Says]:
    if paper.on_paper and "date_altered" in (paper.fact("defects") or []):
        yield from wanted(either(paper.fact("defect_endorsed"), paper.fact("insurer_approved")))


@rule(1, "GEN-02g")
def stamped_signature(paper: Paper) -> Iterator[Says]:
    if paper.on_paper and paper.fact("prescriber_signature") == "stamped":
        yield reject()


@rule(1, "GEN-02h")
def altered_price(paper: Paper) -> Iterator[Says]:
    if paper.on_paper and "price_altered" in (paper.fact("defects") or []):
        yield from wanted(paper.fact("price_defect_endorsed"))


@rule(1, "GEN-03")
def legible(paper: Paper) -> Iterator[Says]:
    if paper.on_paper:
        yield from wanted(paper.fact("specialty_legible"))


@rule(1, "GEN-04")
def torn_header(paper: Paper) -> Iterator[Says]:
    if paper.on_paper and "torn_header" in (paper.fact("defects") or []):
        yield from wanted(paper.fact("header_repaired"))


@rule(1, "GEN-05")
def undated(paper: Paper) -> Iterator[Says]:
    written, approved = paper.fact("date_written"), paper.fact("insurer_approved")
    if paper.on_paper and not written and not approved:
        yield ask() if None in {written, approved} else reject()


@rule(1, "GEN-06")
def tampered(paper: Paper) -> Iterator[Says]:
    yield from unwanted(paper.fact("tampered_by_provider"))


@rule(1, "GEN-06a")
def tampering_told(paper: Paper) -> Iterator[Says]:
    if paper.fact("tampered_by_provider"):
        yield Says(0, "refer")


@rule(1, "GEN-07")
def past_validity(paper: Paper) -> Iterator[Says]:
    written, day = paper.claim.get("prescription_date"), paper.day
    if paper.pharmacy or not written or not day or day <= last_day(month_after(month_of(written))):
        return
    concerned: Truth = True if paper.kind in PARACLINIC else paper.referred
    approved = paper.fact("insurer_approved")
    if concerned is not False and not approved:
        yield ask() if None in {concerned, approved} else reject()


@rule(1, "GEN-07a")
def drugs_past_validity(paper: Paper) -> Iterator[Says]:
    written, day = paper.claim.get("prescription_date"), paper.day
    if paper.pharmacy and written and day and day > one_month_after(written):
        yield from wanted(paper.fact("insurer_approved"))


def sheets_asked(paper: Paper) -> bool:
    """Whether the sheets of a booklet count here; an unknown form is asked for by the rule that would bite."""
    return paper.on_paper and paper.contracted and paper.fact("prescription_form") != "letterhead"


def booklet(paper: Paper, say: Says) -> Iterator[Says]:
    yield say if paper.fact("prescription_form") == "booklet" else ask()


def visits_only(paper: Paper) -> bool:
    return paper.kind == "visit" or all(entry.section == "visit" for entry in paper.entries)


def required_sheets(paper: Paper, *, referred: bool) -> set[str]:
    if paper.pharmacy or paper.kind in PARACLINIC:
        return {"first"}
    if visits_only(paper):
        return {"second"}
    return {"first"} if referred else {"first", "second"}


def worthless(value: str) -> Any:
    """08h, 08i, 08k, 08l: a required sheet is missing and another kind of sheet lies in its place."""

    def found(paper: Paper) -> Iterator[Says]:
        sheets = paper.fact("sheets")
        if not sheets_asked(paper) or sheets is None or value not in sheets:
            return
        if required_sheets(paper, referred=paper.referred is True) - set(sheets):
            yield from booklet(paper, reject())

    return found


for _id, _value in (("GEN-08h", "copy"), ("GEN-08i", "carbon"), ("GEN-08k", "third"), ("GEN-08l", "blank")):
    rule(1, _id)(worthless(_value))


@rule(1, "GEN-08m")
def paraclinic_sheet(paper: Paper) -> Iterator[Says]:
    if sheets_asked(paper) and (paper.pharmacy or paper.kind in PARACLINIC):
        yield from single_sheet(paper, "first")


@rule(1, "GEN-08n")
def visit_sheet(paper: Paper) -> Iterator[Says]:
    if sheets_asked(paper) and not paper.pharmacy and visits_only(paper):
        yield from single_sheet(paper, "second")


def single_sheet(paper: Paper, needed: str) -> Iterator[Says]:
    sheets = paper.fact("sheets")
    if sheets is None:
        yield ask()
    elif needed not in sheets and not WORTHLESS_SHEETS & set(sheets):
        yield from booklet(paper, reject())


@rule(1, "GEN-08o")
def service_sheets(paper: Paper) -> Iterator[Says]:
    if not sheets_asked(paper) or paper.pharmacy or visits_only(paper):
        return
    sheets = paper.fact("sheets")
    if sheets is None:
        yield ask()
    elif not WORTHLESS_SHEETS & set(sheets) and not {"first", "second"} <= set(sheets):
        enough = paper.referred if "first" in sheets else False
        if enough is not True:
            yield from booklet(paper, ask() if enough is None else reject())


@rule(1, "GEN-15c")
def sums_written(paper: Paper) -> Iterator[Says]:
    if paper.on_paper and paper.contracted:
        given = len(paper.claim.get("written") or {}) == 3
        written = paper.fact("sums_written")
        yield from wanted(True if written is None and given else written)


@rule(1, "GEN-17a")
def provider_stamp(paper: Paper) -> Iterator[Says]:
    if paper.on_paper and paper.contracted and paper.provider["kind"] not in {"office", "dental_office"}:
        yield from wanted(paper.fact("provider_stamp"))


@rule(1, "GEN-17b")
def officer_stamp(paper: Paper) -> Iterator[Says]:
    if paper.on_paper and paper.contracted and paper.provider["kind"] not in {"office", "dental_office"}:
        yield from wanted(paper.fact("officer_stamp"))


@rule(1, "GEN-18")
def centre_stamp(paper: Paper) -> Iterator[Says]:
    if paper.on_paper and paper.contracted and paper.provider["kind"] in TREATMENT_CENTRES:
        yield from wanted(either(paper.fact("facility_stamp"), paper.fact("centre_name_in_stamp")))
