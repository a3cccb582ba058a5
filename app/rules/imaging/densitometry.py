"""Section الف, item 12: bone densitometry, in an institution and in a physician's office."""

from app.domain.facts import UNKNOWN, Answer, any_true
from app.rules.case import NOBODY, Case, CaseLine
from app.rules.imaging.orders import own_prescription_only
from app.rules.outcomes import Ask, Outcomes, Reject, demand
from app.rules.persons import is_among, unnamed
from app.rules.registry import Phase, Place, line_rule, on, remark

DENSITOMETRY = on(groups={"bone_density"})
OFFICE = "office"
BOOKLET = "booklet"


def _in_office(case: Case) -> bool:
    return case.submission.provider.kind == OFFICE


@line_rule("RAD-12a", Phase.COVER, DENSITOMETRY)
def method_of_densitometry(case: Case, line: CaseLine) -> Outcomes:
    """Refuse every method but DEXA under its two codes."""
    if line.code not in case.figure("dexa_codes"):
        yield Reject()


@line_rule("RAD-12b", Phase.COVER, DENSITOMETRY)
def place_of_densitometry(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse it from other kinds of centre, and through the contract from a centre without one."""
    provider = case.submission.provider
    without_contract = case.is_contracted and not provider.contracted
    if provider.kind not in case.figure("densitometry_provider_kinds") or without_contract:
        yield Reject()


@line_rule("RAD-12c", Phase.COVER, DENSITOMETRY)
def physician_of_office_densitometry(case: Case, line: CaseLine) -> Outcomes:
    """Refuse it in the office of a physician of another field than the named ones."""
    if not _in_office(case):
        return
    performer = line.performer or NOBODY
    allowed = any_true(
        is_among(
            performer,
            case.figure("performing_specialist_qualifications"),
            case.figure("densitometry_office_specialties"),
        ),
        is_among(
            performer, case.figure("subspecialist_qualifications"), case.figure("densitometry_office_subspecialties")
        ),
    )
    yield from demand(allowed, *unnamed("performer", performer, "qualification", "specialty"))


@line_rule("RAD-12d", Phase.COVER, DENSITOMETRY)
def own_patients_of_office(case: Case, line: CaseLine) -> Outcomes:
    """Refuse it in the office on another physician's prescription."""
    if _in_office(case):
        yield from own_prescription_only(case, line)


@line_rule("RAD-12e", Phase.COVER, DENSITOMETRY)
def licence_of_office(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse it in an office without the legal licence."""
    if _in_office(case):
        yield from demand(case.fact("densitometry_licence"), "densitometry_licence")


@line_rule("RAD-12f", Phase.COVER, DENSITOMETRY)
def sheets_of_office(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse an office's booklet prescription without both the paraclinic's and the physician's sheet.

    Electronic prescriptions and letterheads have no such sheets. Where GEN-08o rejects the claim, this is not reached.
    """
    form, sheets = case.fact("prescription_form"), case.fact("sheets")
    if not _in_office(case) or (form is not UNKNOWN and form != BOOKLET):
        return
    needed = set(case.figure("densitometry_office_sheets"))
    complete: Answer = needed <= set(sheets) if isinstance(sheets, tuple) else UNKNOWN
    if form is UNKNOWN and complete is not True:
        yield Ask(None, ("prescription_form",) if complete is False else ("prescription_form", "sheets"))
    else:
        yield from demand(complete, "sheets")


@line_rule("RAD-12g", Phase.EXCLUSION, on(sections={"visit"}))
def visit_beside_office_densitometry(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse every visit of a claim in which an office's densitometry stands."""
    if _in_office(case) and any(line.group == "bone_density" for line in case.live_lines):
        yield Reject()


@line_rule("RAD-12h", Phase.COVER, DENSITOMETRY)
def referred_patients_of_institution(case: Case, line: CaseLine) -> Outcomes:
    """Refuse it outside offices where the performer prescribed it; an unnamed performer is not asked for."""
    performer = line.performer or NOBODY
    if not _in_office(case) and performer.id is not None and performer.id == case.prescriber.id:
        yield Reject()


@line_rule("RAD-12i", Phase.COVER, DENSITOMETRY)
def report_of_densitometry(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse it without a copy of its report, in an office and in an institution alike."""
    yield from demand(line.fact("report_attached"), "report_attached")


remark("RAD-12j", Place.RULE_BOOK)
