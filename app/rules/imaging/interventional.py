"""Section الف, item 11: where interventional radiology is done, and by whom."""

from app.domain.facts import all_true, any_true
from app.rules.case import NOBODY, Case, CaseLine
from app.rules.outcomes import Outcomes, Reject, demand
from app.rules.persons import is_among, one_of, unnamed
from app.rules.registry import Phase, Place, line_rule, on, remark

INTERVENTIONAL = on(groups={"interventional"})


@line_rule("RAD-11a", Phase.COVER, INTERVENTIONAL)
def place_of_intervention(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse it outside hospitals and limited-surgery centres, whoever performs it."""
    if case.submission.provider.kind not in case.figure("interventional_provider_kinds"):
        yield Reject()


@line_rule("RAD-11b", Phase.COVER, INTERVENTIONAL)
def performer_of_intervention(case: Case, line: CaseLine) -> Outcomes:
    """Refuse it from anyone but a radiologist, or a subspecialist or fellow of whatever field (RAD-11c)."""
    performer = line.performer or NOBODY
    radiologist = is_among(
        performer, case.figure("performing_specialist_qualifications"), case.figure("radiologist_specialties")
    )
    subspecialist = one_of(performer.qualification, case.figure("subspecialist_qualifications"))
    allowed = any_true(radiologist, subspecialist)
    yield from demand(allowed, *unnamed("performer", performer, "qualification", "specialty"))


def _is_subspecialist_outside_radiology(case: Case, line: CaseLine) -> bool:
    performer = line.performer or NOBODY
    subspecialist = one_of(performer.qualification, case.figure("subspecialist_qualifications"))
    radiologist = one_of(performer.specialty, case.figure("radiologist_specialties"))
    return all_true(subspecialist, radiologist is False) is True


remark("RAD-11c", Place.LINE, INTERVENTIONAL, concerns=_is_subspecialist_outside_radiology)
