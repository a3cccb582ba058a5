"""Section ب, item 16: transcranial Doppler (TCD, TCCS, TCCD): who does it, on whose order, with what report."""

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import NOBODY, Case, CaseLine
from app.rules.imaging.orders import own_prescription_only, rank_facts, specialist_ordered
from app.rules.lines import keep_units, with_code
from app.rules.outcomes import Ask, Outcomes, Reject, demand
from app.rules.persons import is_among, one_of, unnamed
from app.rules.registry import Phase, Place, line_rule, on, remark, rule

TCD, TCCS, NECK_DOPPLER = "701865", "701870", "701740"
is_tcd = with_code(TCD)


def is_tccs(line: CaseLine) -> bool:
    """Pick TCCS, and TCCD or whatever else is priced as it."""
    return line.code == TCCS or line.attribute("priced_as") == TCCS


def is_transcranial(line: CaseLine) -> bool:
    """Pick TCD and TCCS."""
    return is_tcd(line) or is_tccs(line)


TRANSCRANIAL = on(where=is_transcranial)


def _is_radiologist(case: Case, line: CaseLine) -> bool:
    return one_of((line.performer or NOBODY).specialty, case.figure("radiologist_specialties")) is True


def _is_neurologist(case: Case, line: CaseLine) -> bool:
    return one_of((line.performer or NOBODY).specialty, case.figure("transcranial_own_patient_specialties")) is True


@line_rule("SON-16a", Phase.COVER, TRANSCRANIAL)
def performer_of_transcranial(case: Case, line: CaseLine) -> Outcomes:
    """Refuse it from anyone but a radiologist or neurologist."""
    performer = line.performer or NOBODY
    specialties = case.figure("radiologist_specialties") + case.figure("transcranial_own_patient_specialties")
    allowed = is_among(performer, case.figure("performing_specialist_qualifications"), specialties)
    yield from demand(allowed, *unnamed("performer", performer, "qualification", "specialty"))


@line_rule("SON-16b", Phase.COVER, TRANSCRANIAL)
def own_patients_of_neurologist(case: Case, line: CaseLine) -> Outcomes:
    """Refuse what a neurologist did on another physician's prescription."""
    if _is_neurologist(case, line):
        yield from own_prescription_only(case, line)


@line_rule("SON-16c", Phase.COVER, TRANSCRANIAL)
def referral_to_radiologist(case: Case, line: CaseLine) -> Outcomes:
    """Refuse what a radiologist did without the referral of a specialist of a related field.

    Neurology and neurosurgery are related without asking; of any other field a person judges.
    """
    if not _is_radiologist(case, line):
        return
    performer, rank, related = line.performer or NOBODY, specialist_ordered(case), _is_related(case, line)
    own_order = performer.id is not None and performer.id == case.prescriber.id
    if rank is False or own_order:
        yield Reject(line, rank_facts(case))
    elif related is False:
        yield Reject(line, ("specialty_relevant",))
    elif UNKNOWN in (rank, related):
        asked = rank_facts(case) if rank is UNKNOWN else ()
        yield Ask(line, asked + (("specialty_relevant",) if related is UNKNOWN else ()))


def _is_related(case: Case, line: CaseLine) -> Answer:
    if one_of(case.prescriber.specialty, case.figure("transcranial_referring_specialties")) is True:
        return True
    return line.fact("specialty_relevant")


@line_rule("SON-16d", Phase.COVER, TRANSCRANIAL)
def conditions_of_neurologist(case: Case, line: CaseLine) -> Outcomes:
    """Refuse it from a neurologist who does not meet the conditions for it."""
    if _is_neurologist(case, line):
        yield from demand(line.fact("performer_qualified"), "performer_qualified")


@line_rule("SON-16f", Phase.COVER, TRANSCRANIAL)
def diagnosis_for_transcranial(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse it without a diagnosis, whatever the date, unless the insurer approved the prescription (6-1-29)."""
    if not (case.claim.diagnosis or "").strip():
        yield from demand(case.fact("insurer_approved"), "insurer_approved")


@line_rule("SON-16g", Phase.COVER, on(where=is_tcd))
def report_of_tcd(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse TCD without a copy of its report."""
    yield from demand(line.fact("report_attached"), "report_attached")


@rule("SON-16i", Phase.QUANTITY, on(where=is_tcd))
def tcd_once(case: Case) -> Outcomes:
    """Keep one unit of TCD in a request, since it covers all vessels of skull and neck."""
    for request in case.requests():
        yield from keep_units(filter(is_tcd, request), 1)


@line_rule("SON-16j", Phase.COVER, TRANSCRANIAL)
def equipment_for_transcranial(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse it where the centre's device does not reach the vessels both inside and outside the skull."""
    yield from demand(case.fact("tcd_equipment"), "tcd_equipment")


@line_rule("SON-16l", Phase.COVER, on(where=is_tccs))
def report_of_tccs(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse TCCS without its report."""
    yield from demand(line.fact("report_attached"), "report_attached")


remark("SON-16e", Place.LINE, TRANSCRANIAL)
remark("SON-16h", Place.LINE, on(where=is_tcd))
