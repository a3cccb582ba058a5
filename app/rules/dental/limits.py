"""Items 6, 14 and 15: education once in a life, fluoride therapy and varnish of an arch in a year."""

from app.domain.reference import Service
from app.rules.case import Case
from app.rules.dental.given import limited
from app.rules.outcomes import Outcomes
from app.rules.registry import Phase, Place, on, remark, rule

EDUCATION, FLUORIDE, VARNISH = "dental_education", "dental_fluoride", "dental_varnish"


def of_same_arch(one: Service, other: Service) -> bool:
    """Tell whether two rows name the same arch."""
    return one.attributes.get("arch") == other.attributes.get("arch")


@rule("DEN-06a", Phase.QUANTITY, on(groups={EDUCATION}))
def hygiene_education(case: Case) -> Outcomes:
    """Keep one hygiene education for each person, whoever gave it and whenever."""
    yield from limited(case, EDUCATION, lambda _one, _other: True, case.figure("hygiene_educations_of_person"))


@rule("DEN-14", Phase.QUANTITY, on(groups={FLUORIDE}))
def fluoride_therapy(case: Case) -> Outcomes:
    """Keep one prophylaxis and fluoride therapy of an arch in a year."""
    limit, years = case.figure("fluoride_therapies_of_arch"), case.figure("dental_limit_years")
    yield from limited(case, FLUORIDE, of_same_arch, limit, years)


@rule("DEN-15", Phase.QUANTITY, on(groups={VARNISH}))
def fluoride_varnish(case: Case) -> Outcomes:
    """Keep two varnishes of an arch in a year."""
    limit, years = case.figure("varnishes_of_arch"), case.figure("dental_limit_years")
    yield from limited(case, VARNISH, of_same_arch, limit, years)


remark("DEN-06b", Place.LINE, on(groups={EDUCATION}))
