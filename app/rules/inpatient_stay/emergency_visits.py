"""Article 8, items 6 and 12: limited visits and critical care of the emergency ward, by triage and by who came.

Triage five and visitors of other fields are paid like visits of outpatients; where the triage is unknown and decides,
the highest of the prices holds until it is answered.
"""

from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.outpatient_visits import (
    FORENSIC_MEDICINE,
    RANK_FEE_KEYS,
    SPECIALIST,
    outpatient_prices,
    paid_as_outpatient,
    visiting_physician,
)
from app.rules.inpatient_stay.stay import is_observed
from app.rules.inpatient_stay.visit_prices import WHATEVER_THE_STAY, price_by_kind
from app.rules.inpatient_stay.visits import CRITICAL_CARE, LIMITED, VISITS, specialty, visit_kind
from app.rules.outcomes import Ask, Outcomes, Reduce
from app.rules.pricing import Price, price_of_line
from app.rules.registry import Phase, in_sequence, line_rule
from app.rules.tariffs import before_rule

TRIAGE = "triage_level"


@line_rule("VIS-12f", Phase.PRICE, VISITS)
def limited_visits_by_triage(case: Case, line: CaseLine) -> Outcomes:
    """Pay a limited visit of the ward's own physicians at its price; ask for the triage where that may be less."""
    if visit_kind(case, line) != LIMITED or _is_of_another_field(case, line) or _is_like_outpatient(case):
        return
    own = _own_price(case, line)
    if case.fact(TRIAGE) is UNKNOWN:
        yield from _ask_triage(line, own, *outpatient_prices(case, line))
    elif own is not None:
        yield from _pay(line, own)


@line_rule("VIS-12g", Phase.PRICE, VISITS)
def triage_five(case: Case, line: CaseLine) -> Outcomes:
    """Pay the emergency visit of a patient of triage five like one of outpatients."""
    kind = visit_kind(case, line)
    emergency = kind == CRITICAL_CARE or (kind == LIMITED and not _is_of_another_field(case, line))
    if emergency and _is_like_outpatient(case):
        yield from paid_as_outpatient(case, line, TRIAGE)


@line_rule("VIS-12h", Phase.PRICE, VISITS)
def visits_of_other_fields(case: Case, line: CaseLine) -> Outcomes:
    """Pay a limited visit by another field than the emergency ward's own like one of outpatients, at any triage."""
    if visit_kind(case, line) == LIMITED and _is_of_another_field(case, line):
        yield from paid_as_outpatient(case, line)


@line_rule("VIS-12i", Phase.PRICE, VISITS)
def critical_care_by_triage(case: Case, line: CaseLine) -> Outcomes:
    """Pay critical care at its price for triage one and two, as a limited visit for three and four."""
    if visit_kind(case, line) != CRITICAL_CARE or _is_like_outpatient(case):
        return
    triage, own, limited = case.fact(TRIAGE), _own_price(case, line), price_by_kind(case, line, LIMITED)
    if triage is UNKNOWN:
        yield from _ask_triage(line, own, limited, *outpatient_prices(case, line))
    elif triage in case.figure("triage_of_critical_care"):
        yield from _pay(line, own) if own else ()
    else:
        price = limited or own
        yield from _pay(line, price, TRIAGE) if price else ()


@line_rule("VIS-06", Phase.PRICE, VISITS)
def forensic_medicine(case: Case, line: CaseLine) -> Outcomes:
    """Pay a subspecialist of forensic medicine like a specialist, where the price goes by the physician's rank."""
    physician = visiting_physician(case, line)
    ranks = case.figure("ranks_of_forensic_subspecialists")
    if physician.specialty != FORENSIC_MEDICINE or physician.qualification not in ranks:
        return
    fee = case.fee(RANK_FEE_KEYS[SPECIALIST], case.day)
    if fee is not None and _goes_by_rank(case, line):
        yield from _pay(
            line, Price(Fraction(fee.rial), (Step("تعرفه ویزیت متخصص", "", fee.rial),)).times(line.quantity)
        )


def _goes_by_rank(case: Case, line: CaseLine) -> bool:
    """Tell whether a visit is paid like one of outpatients: under observation, or by VIS-12g and VIS-12h."""
    kind = visit_kind(case, line)
    if kind not in WHATEVER_THE_STAY:
        return is_observed(case)
    if kind == LIMITED and _is_of_another_field(case, line):
        return True
    return kind in {LIMITED, CRITICAL_CARE} and _is_like_outpatient(case)


def _is_of_another_field(case: Case, line: CaseLine) -> bool:
    """Tell whether the visitor is known to be of another field; one who is not named counts as the ward's own."""
    field = specialty(line)
    return field is not None and field not in case.figure("emergency_physicians")


def _is_like_outpatient(case: Case) -> bool:
    return case.fact(TRIAGE) in case.figure("triage_of_outpatients")


def _own_price(case: Case, line: CaseLine) -> Price | None:
    """Return the price of the visit as what it was claimed: of its row, else the fee of its kind."""
    return price_of_line(case, line) if line.code is not None else price_by_kind(case, line, visit_kind(case, line))


def _pay(line: CaseLine, price: Price, *facts: str) -> Outcomes:
    yield Reduce(line, facts, to=price.rial, steps=(*price.steps, before_rule(line)))


def _ask_triage(line: CaseLine, own: Price | None, *others: Price | None) -> Outcomes:
    """Ask for the triage where an answer would cost, and pay the highest of the prices meanwhile."""
    prices = sorted((price for price in (own, *others) if price), key=lambda price: price.rial)
    if prices and line.amount > prices[0].rial:
        yield Ask(line, (TRIAGE,))
    if own is not None:
        yield from _pay(line, prices[-1])


in_sequence(Phase.PRICE, "NUR-01c", "VIS-12g", "VIS-12h", "VIS-06")
