"""Items 8 and 15 to 17: what is payable beside a session at all."""

from app.domain.facts import UNKNOWN, all_true
from app.rules.case import Case, CaseLine
from app.rules.general.terms import negated
from app.rules.lines import keep_units
from app.rules.outcomes import Outcomes, Reject, demand, demand_all
from app.rules.physiotherapy.terms import DEEP_HEAT, HYDROTHERAPY, LYMPH, MODALITY, PLAN
from app.rules.registry import Phase, line_rule, on, rule

HEAT_METHOD = "heat_method"
PLAN_FACTS = ("plan_by_physician", "plan_by_centre")
HYDRO_FACTS = ("hydro_standards_issued", "hydro_equipment_approved")


@rule("PT-08", Phase.COVER, on(groups={PLAN}))
def treatment_plan(case: Case) -> Outcomes:
    """Pay the plan, once a claim, where the physician wrote none and the centre made it."""
    answers = dict(zip(PLAN_FACTS, (negated(case.fact(PLAN_FACTS[0])), case.fact(PLAN_FACTS[1])), strict=True))
    plans = [line for line in case.lines_in_play(Phase.COVER) if line.group == PLAN]
    for line in plans:
        yield from demand_all(answers, line)
    if all_true(*answers.values()) is not False:
        yield from keep_units((line for line in plans if line.zeroed_in is None), 1)


@line_rule("PT-15a", Phase.COVER, on(groups={MODALITY}))
def method_of_a_session(_case: Case, _line: CaseLine) -> Outcomes:
    """Refuse a single method: all that a session does is in its own fee."""
    yield Reject()


@line_rule("PT-15c", Phase.COVER, on(groups={DEEP_HEAT}))
def heat_that_is_deep(case: Case, line: CaseLine) -> Outcomes:
    """Refuse diathermy where the heat was superficial or none; the method is a fact."""
    method = line.fact(HEAT_METHOD)
    yield from demand(UNKNOWN if method is UNKNOWN else method in case.figure("deep_heat_methods"), HEAT_METHOD)


@line_rule("PT-16", Phase.COVER, on(groups={HYDROTHERAPY}))
def hydrotherapy(case: Case, line: CaseLine) -> Outcomes:
    """Refuse hydrotherapy before the standards are issued, and with equipment that nobody approved."""
    yield from demand_all({name: case.fact(name) for name in HYDRO_FACTS}, line)


@line_rule("PT-17", Phase.COVER, on(groups={LYMPH}))
def lymph_drainage(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse massage that is no lymph drainage of a patient with a disease of the lymph system."""
    yield from demand(line.fact("lymphatic_drainage"), "lymphatic_drainage")
