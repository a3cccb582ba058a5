"""Article 10, د, item 6: how many peripheral angiographies of a physician carry their professional part (SUR-CVS-06b).

The month of the submission is the base: thirty percent of the physician's payable coronary angiographies, of stays and
of patients under observation together, rounded down, but one always. Lines that name no performer count as one
physician's.
"""

from fractions import Fraction

from app.domain.claim import STAY_KINDS
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.operation_prices import own_group
from app.rules.inpatient_services.terms import beside, of_group
from app.rules.modifiers.terms import performer_id, printed_technical, relative_value
from app.rules.outcomes import Outcomes, Reduce
from app.rules.pricing import written_quantity
from app.rules.registry import Phase, line_rule
from app.rules.tariffs import before_rule

CORONARY, PERIPHERAL = of_group("coronary_angiography"), of_group("peripheral_angiography")

Place = tuple[str, int]
"""A line of a submission: the claim's id and the line's number."""


def _beyond_share(cases: tuple[Case, ...]) -> frozenset[Place]:
    """Return the peripheral lines that stand beyond their physician's share, in order of day, file and number."""
    coronary: dict[str | None, int] = {}
    peripheral: dict[str | None, list[tuple[object, int, int, Place]]] = {}
    for place, case in enumerate(cases):
        for line in case.live_lines:
            if CORONARY(line):
                coronary[performer_id(line)] = coronary.get(performer_id(line), 0) + 1
            elif PERIPHERAL(line) and (main := beside(case, line, CORONARY)):
                row = (line.day, place, line.no, (case.claim.id, line.no))
                peripheral.setdefault(performer_id(main[0]), []).append(row)
    beyond: set[Place] = set()
    for performer, rows in peripheral.items():
        share = Fraction(cases[0].figure("peripheral_angiography_share")) / 100
        cap = max(1, int(share * coronary[performer]))
        beyond.update(row[-1] for row in sorted(rows)[cap:])
    return frozenset(beyond)


@line_rule("SUR-CVS-06b", Phase.PRICE, own_group("peripheral_angiography"), late=True)
def beyond_the_share(case: Case, line: CaseLine) -> Outcomes:
    """Keep half of the technical part alone of a peripheral angiography beyond the physician's share of the month."""
    if relative_value(line) is None:
        return
    if (case.claim.id, line.no) not in case.surroundings.peers(STAY_KINDS).once(_beyond_share):
        return
    k = case.coefficient("technical", line.code or "", case.price_day(line.day))
    if k is None:
        return
    weight = Fraction(case.figure("peripheral_angiography_percent")) / 100
    technical = printed_technical(line) or Fraction(0)
    left = round_half_up(technical * k.rial * weight * line.quantity)
    expression = f"{number(written_quantity(technical))} × {rials(k.rial)} × {number(int(weight * 100))}٪"
    yield Reduce(to=left, steps=(Step("نیمی از جزء فنی، بی جزء حرفه‌ای", expression, left), before_rule(line)))
