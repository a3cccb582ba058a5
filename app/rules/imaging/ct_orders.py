"""Section پ, items 1, 2, 4, 10 and 11: who orders a CT and with what papers."""

from app.domain.facts import UNKNOWN, Answer, all_true, any_true
from app.rules.case import NOBODY, Case, CaseLine, units
from app.rules.imaging.orders import counts_as_gp, is_subspecialist, rank_facts, specialist_ordered, unknown_facts
from app.rules.imaging.terms import is_ct, is_mri
from app.rules.lines import request_of, with_attribute
from app.rules.outcomes import Ask, Outcomes, Reject, demand, demand_all
from app.rules.persons import one_of, unnamed
from app.rules.registry import Phase, Place, line_rule, on, remark

CT = on(where=is_ct)
EMERGENCY_FACTS = ("emergency_or_trauma", "emergency_stamp")
ANESTHESIA_FACTS = ("anesthesia_reason_noted", "anesthesia_sheet_stamped", "anesthesia_ordered_by_radiologist")


def emergency_accepted(case: Case, line: CaseLine) -> Answer:
    """Tell whether a general practitioner's CT is accepted as the one CT of an emergency (CT-02c).

    That is a single CT unit of one region, without contrast and no angiography; bone-window films are not counted.
    """
    request = [other for other in request_of(case, line, Phase.COVER) if is_ct(other)]
    plain = line.group == "ct" and not line.attribute("contrast") and (line.attribute("regions") or 1) <= 1
    if not counts_as_gp(case) or not plain or units(request) != 1:
        return False
    return all_true(*(case.fact(name) for name in EMERGENCY_FACTS))


@line_rule("CT-02a", Phase.COVER, CT)
def specialist_orders_ct(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a CT that no specialist ordered, unless CT-02c accepts it from a general practitioner."""
    rank = specialist_ordered(case)
    accepted = False if rank is True else emergency_accepted(case, line)
    if rank is False and accepted is False:
        yield Reject(line, rank_facts(case))
    elif rank is UNKNOWN and accepted is not True:
        yield Ask(line, rank_facts(case))


@line_rule("CT-02b", Phase.COVER, CT)
def diagnosis_for_ct(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse a CT without a diagnosis, whatever the date, unless the insurer approved the prescription (6-1-29)."""
    if not (case.claim.diagnosis or "").strip():
        yield from demand(case.fact("insurer_approved"), "insurer_approved")


@line_rule("CT-02c", Phase.COVER, CT)
def emergency_ct_of_gp(case: Case, line: CaseLine) -> Outcomes:
    """Ask what the acceptance of a general practitioner's CT still hangs on."""
    if specialist_ordered(case) is False and emergency_accepted(case, line) is UNKNOWN:
        yield Ask(line, unknown_facts(case, *EMERGENCY_FACTS))


@line_rule("CT-04", Phase.COVER, on(where=with_attribute("hrct", value=True)))
def prescriber_of_hrct(case: Case, line: CaseLine) -> Outcomes:
    """Refuse HRCT from other fields than the named ones; chest physicians and surgeons must be subspecialists."""
    specialty = case.prescriber.specialty
    rank, field = specialist_ordered(case), one_of(specialty, case.figure("hrct_specialties"))
    subspecialty = one_of(specialty, case.figure("hrct_subspecialties"))
    allowed = any_true(all_true(rank, field), all_true(is_subspecialist(case), subspecialty))
    asked = rank_facts(case) if rank is UNKNOWN else ()
    yield from demand(allowed, *asked, *unnamed("prescriber", case.prescriber, "specialty"), line=line)


def _serves_scan(case: Case, line: CaseLine) -> bool:
    return any(is_ct(other) or is_mri(other) for other in request_of(case, line, Phase.COVER))


@line_rule("CT-10a", Phase.COVER, on(sections={"anesthesia"}))
def papers_of_anesthesia(case: Case, line: CaseLine) -> Outcomes:
    """Refuse anesthesia for CT or MRI without the officer's reason, the stamped sheet and the radiologist's order."""
    if _serves_scan(case, line):
        yield from demand_all({name: line.fact(name) for name in ANESTHESIA_FACTS})


@line_rule("CT-10b", Phase.COVER, on(sections={"anesthesia"}))
def physician_of_anesthesia(case: Case, line: CaseLine) -> Outcomes:
    """Refuse anesthesia for CT or MRI from anyone but an anesthesiologist."""
    if _serves_scan(case, line):
        performer = line.performer or NOBODY
        given = one_of(performer.specialty, case.figure("imaging_anesthesia_specialties"))
        yield from demand(given, *unnamed("performer", performer, "specialty"))


@line_rule("CT-11b", Phase.COVER, on(where=with_attribute("cap_as", "702875")))
def report_of_enterography(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse CT enterography without its report."""
    yield from demand(line.fact("report_attached"), "report_attached")


def _is_spiral_ct(_case: Case, line: CaseLine) -> bool:
    return is_ct(line) and line.attribute("spiral") is True


remark("CT-01a", Place.LINE, on(attributes={"spiral"}), concerns=_is_spiral_ct)
