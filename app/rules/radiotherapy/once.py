"""Items 2-3, 2-7, 2-8, 2-9 and 3-3: simulators, shields and contouring, each once in a course."""

from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Outcomes, demand
from app.rules.radiotherapy.terms import (
    ORGANS_AT_RISK,
    SHIELD,
    SIMULATOR,
    TUMOUR,
    dearest_first,
    has_teletherapy,
    is_brachytherapy,
    kept_in_course,
    lines_of,
)
from app.rules.registry import Phase, line_rule, on, rule, silent

KIND, IMAGE, SUPERVISOR, DVH = "shield_kind", "shield_image", "supervisor_confirmed", "dvh_attached"
SHIELDS = on(groups={SHIELD})


def _once(case: Case, group: str, times: int = 1) -> Outcomes:
    """Keep the dearest of a group once (or so many times) in the course."""
    allowed = Fraction(case.figure("once_in_course") * times)
    yield from kept_in_course(case, dearest_first(case, lines_of(case, group)), allowed, group)


@rule("RT-05a", Phase.EXCLUSION, on(groups={SIMULATOR}))
def simulator_of_teletherapy(case: Case) -> Outcomes:
    """Keep one kind of simulator, once in a course."""
    if not is_brachytherapy(case):
        yield from _once(case, SIMULATOR)


@rule("RT-20", Phase.EXCLUSION, on(groups={SIMULATOR}))
def simulator_of_brachytherapy(case: Case) -> Outcomes:
    """Keep one kind of simulator, once in a course of brachytherapy, and one more for teletherapy in the claim."""
    if is_brachytherapy(case):
        yield from _once(case, SIMULATOR, times=2 if has_teletherapy(case) else 1)


@rule("RT-09a", Phase.EXCLUSION, SHIELDS)
def shield_once(case: Case) -> Outcomes:
    """Keep one kind of shield, once in a course."""
    yield from _once(case, SHIELD)


@line_rule("RT-09b", Phase.COVER, SHIELDS)
def shield_proved(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a shield that the supervisor of a public centre did not confirm, or a private one did not show."""
    fact = SUPERVISOR if case.submission.provider.sector in case.figure("supervised_sectors") else IMAGE
    yield from demand(line.fact(fact), fact)


@line_rule("RT-09d", Phase.COVER, SHIELDS)
def ready_made_shield(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse the design and making of shields where only ready-made ones were used."""
    yield from demand(line.fact(KIND) if line.fact(KIND) is UNKNOWN else line.fact(KIND) == "custom", KIND)


@rule("RT-10", Phase.EXCLUSION, on(groups={TUMOUR}))
def tumour_contouring(case: Case) -> Outcomes:
    """Keep one contouring of the tumour in a course."""
    yield from _once(case, TUMOUR)


@rule("RT-11a", Phase.EXCLUSION, on(groups={ORGANS_AT_RISK}))
def organs_contouring(case: Case) -> Outcomes:
    """Keep one contouring of organs at risk in a course, however many organs; beside that of the tumour."""
    yield from _once(case, ORGANS_AT_RISK)


@line_rule("RT-11b", Phase.COVER, on(groups={TUMOUR, ORGANS_AT_RISK}))
def dvh_curve(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse contouring without the DVH curve."""
    yield from demand(case.fact(DVH), DVH)


silent("no rule of this area cuts plain films, which have their own price", "RT-05b")
