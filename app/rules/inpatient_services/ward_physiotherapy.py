"""Article 16: physiotherapy on the wards: which code for which ward, and how long a session lasts (HPT)."""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.terms import PHYSIOTHERAPY
from app.rules.outcomes import Outcomes, refuse
from app.rules.registry import Phase, line_rule, on

CHEST_PHYSIOTHERAPY = "901640"
WARD, MINUTES, SHORTEST = "ward", "minutes", "min_minutes"


def _is_physiotherapy(line: CaseLine) -> bool:
    return line.section == PHYSIOTHERAPY


@line_rule("HPT-01", Phase.COVER, on(codes={CHEST_PHYSIOTHERAPY}))
def chest_physiotherapy_in_special_ward(case: Case, line: CaseLine) -> Outcomes:
    """Refuse 901640 in the wards of special care and the lung and thoracic wards, which have other codes."""
    ward = line.fact(WARD)
    closed = case.figure("chest_physiotherapy_closed_wards")
    yield from refuse(UNKNOWN if ward is UNKNOWN else ward in closed, WARD)


@line_rule("HPT-02", Phase.COVER, on(attributes={SHORTEST}, where=_is_physiotherapy))
def short_session(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a session that was shorter than its code says."""
    minutes = line.fact(MINUTES)
    shortest = line.attribute(SHORTEST)
    yield from refuse(minutes < shortest if isinstance(minutes, int) else UNKNOWN, MINUTES)
