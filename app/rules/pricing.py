"""The public-sector price of a service: a fixed fee, or relative value parts × K (GEN-00k, GEN-25a, GEN-27a).

A price is exact until it is complete, then rounded half up, once. Areas that price whole sections in their own way
(operations, anesthesia, bed days) register a pricer; it is asked before the plain price of the pack row. What raises
the price of a line above that of its service (a CT simulator) is registered as a surcharge.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from app.domain.findings import Step
from app.domain.money import Rial, round_half_up
from app.domain.persian import number, rials
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.registry import LinePick

DENTAL_SECTION = "dental"
COMPONENT_CAPTIONS = {
    "professional": "جزء حرفه‌ای × ضریب K",
    "technical": "جزء فنی × ضریب K",
    "dental": "ارزش نسبی دندان‌پزشکی × ضریب K",
}


@dataclass(frozen=True, slots=True)
class Price:
    """A price in exact rials with the steps that led to it; `insurer_only` is outside the patient's percent.

    `professional` is its professional part, None where the price is one sum, as a fixed fee is. `under` names the rule
    that is cited for what is claimed above the price; None means GEN-15e.
    """

    exact: Fraction
    steps: tuple[Step, ...] = ()
    insurer_only: Fraction = Fraction(0)
    under: str | None = None
    professional: Fraction | None = None

    @property
    def rial(self) -> Rial:
        """The price in whole rials, rounded half up once."""
        return round_half_up(self.exact)

    @property
    def insurer_only_rial(self) -> Rial:
        """What the insurer alone bears of the price in whole rials: the rest over the rounded price of the patient."""
        return self.rial - round_half_up(self.exact - self.insurer_only)

    def raised(self, factor: Fraction, step: Step) -> "Price":
        """Return the price with all its parts multiplied, as a step explains it."""
        professional = None if self.professional is None else self.professional * factor
        return replace(
            self,
            exact=self.exact * factor,
            steps=(*self.steps, step),
            insurer_only=self.insurer_only * factor,
            professional=professional,
        )

    def times(self, quantity: Fraction) -> "Price":
        """Return the price of so many units."""
        if quantity == 1:
            return self
        total = self.exact * quantity
        expression = f"{rials(self.rial)} × {number(written_quantity(quantity))}"
        step = Step("برای همه تعداد", expression, round_half_up(total))
        return self.raised(quantity, step)


Surcharge = Callable[[Case, CaseLine, Price], Price]
_SURCHARGES: dict[str, Surcharge] = {}


def surcharge(rule_id: str) -> Callable[[Surcharge], Surcharge]:
    """Register a function that raises the price of a line under a rule; raises ValueError where the rule has one."""

    def register(function: Surcharge) -> Surcharge:
        if rule_id in _SURCHARGES:
            raise ValueError(f"{rule_id} raises prices twice")
        _SURCHARGES[rule_id] = function
        return function

    return register


def _surcharged(case: Case, line: CaseLine, price: Price | None, *, leave_out: str | None = None) -> Price | None:
    for rule_id, raised in _SURCHARGES.items():
        if price is not None and rule_id != leave_out and case.is_under(rule_id):
            price = raised(case, line, price)
    return price


Pricer = Callable[[Case, CaseLine], Price | None]
_PRICERS: dict[str, Pricer] = {}


def pricer(*, sections: Collection[str], lasting: bool = False) -> Callable[[Pricer], Pricer]:
    """Register a function that prices the lines of whole sections; raises ValueError where one already does.

    A `lasting` price hangs on nothing that rules change but the units that they leave, so it is worked out once for
    these.
    """

    def register(function: Pricer) -> Pricer:
        for section in sections:
            if section in _PRICERS:
                raise ValueError(f"section {section} is priced twice")
            _PRICERS[section] = _lasting(function) if lasting else function
        return function

    return register


def _known_prices(_case: Case) -> dict[int, Price | None]:
    return {}


def _lasting(function: Pricer) -> Pricer:
    def known(case: Case, line: CaseLine) -> Price | None:
        prices = case.while_unchanged(_known_prices)
        if line.no not in prices:
            prices[line.no] = function(case, line)
        return prices[line.no]

    return known


_PRICED_BY_RULES: dict[str, tuple[str, LinePick | None]] = {}


def leave_to_rules(rule_id: str, section: str, where: LinePick | None = None) -> None:
    """Leave the lines of a section, those that `where` picks, to the price rules of a clause: a rule of it is named.

    Where that rule concerns the claim, GEN-15e and GEN-25 pass the lines by.
    """
    _PRICED_BY_RULES[section] = (rule_id, where)


def is_left_to_rules(case: Case, line: CaseLine) -> bool:
    """Tell whether a line is priced by rules of its own: a bed by its kind and grade, nursing as a percent of beds."""
    rule_id, where = _PRICED_BY_RULES.get(line.section, (None, None))
    return rule_id is not None and case.is_under(rule_id) and (where is None or where(line))


def unit_price(case: Case, line: CaseLine, service: Service | None) -> Price | None:
    """Return the price of one unit of a service on the line's day, or None where the packs give none."""
    if service is None:
        return None
    if service.fee is not None:
        return Price(Fraction(service.fee), (Step("تعرفه یک واحد", service.title, service.fee),))
    return _relative_value_price(case, line, service)


def price_of_code(case: Case, line: CaseLine, code: str) -> Price | None:
    """Return the price of one unit of another code on the line's day ("price by another code")."""
    return unit_price(case, line, case.service(code, case.price_day(line.day)))


def price_of_line(case: Case, line: CaseLine) -> Price | None:
    """Return the price of what is left of a line's quantity, or None where nothing prices it."""
    return _surcharged(case, line, _price_without_surcharges(case, line))


def price_of_line_without(case: Case, line: CaseLine, rule_id: str) -> Price | None:
    """Return the price of a line before the surcharge of a rule, which must be the last one that is registered."""
    return _surcharged(case, line, _price_without_surcharges(case, line), leave_out=rule_id)


OtherPricer = Callable[[Case, CaseLine, Service], Price | None]
_OTHER_PRICERS: dict[str, OtherPricer] = {}


def other_pricer(*, section: str) -> Callable[[OtherPricer], OtherPricer]:
    """Register what a line of a section is paid as another service, where its section is priced in a way of its own."""

    def register(function: OtherPricer) -> OtherPricer:
        if section in _OTHER_PRICERS:
            raise ValueError(f"section {section} is priced as another service twice")
        _OTHER_PRICERS[section] = function
        return function

    return register


def price_of_line_as(case: Case, line: CaseLine, code: str) -> Price | None:
    """Return what is left of a line's quantity at the price of another code, with the surcharges of the line."""
    own, service = _OTHER_PRICERS.get(line.section), case.service(code, case.price_day(line.day))
    if own is not None and service is not None and service.fee is None:
        return own(case, line, service)
    one = unit_price(case, line, service)
    return _surcharged(case, line, one.times(line.quantity) if one else None)


def _price_without_surcharges(case: Case, line: CaseLine) -> Price | None:
    own = _PRICERS.get(line.section)
    return own(case, line) if own else plain_price(case, line)


def plain_price(case: Case, line: CaseLine) -> Price | None:
    """Return the price that a line has where its section is not priced in a way of its own."""
    if line.code is None:
        return _visit_price(case, line)
    one = unit_price(case, line, line.service)
    return one.times(line.quantity) if one else None


def _relative_value_price(case: Case, line: CaseLine, service: Service) -> Price | None:
    value = service.relative_value
    if value is None or value.professional is None:
        return None
    parts = {"professional": value.professional, "technical": value.technical}
    if service.section == DENTAL_SECTION:
        parts = {"dental": value.professional}
    total, professional, steps = Fraction(0), Fraction(0), []
    for component, part in parts.items():
        if not part:
            continue
        coefficient = case.coefficient(component, service.code, line.day)
        if coefficient is None:
            return None
        amount = Fraction(part) * coefficient.rial
        total += amount
        if component == "professional":
            professional = amount
        expression = f"{number(part)} × {rials(coefficient.rial)}"
        steps.append(Step(COMPONENT_CAPTIONS[component], expression, round_half_up(amount)))
    if len(steps) > 1:
        steps.append(Step("تعرفه یک واحد", "", round_half_up(total)))
    return Price(total, tuple(steps), professional=professional) if steps else None


VISIT_FEE_KEYS = {
    "specialist": "visit/outpatient/specialist",
    "subspecialist": "visit/outpatient/subspecialist",
    "fellowship": "visit/outpatient/subspecialist",
    "dental_specialist": "visit/outpatient/specialist",
}
GENERAL_VISIT_FEE_KEY = "visit/outpatient/gp"


def visit_fee_key(case: Case, line: CaseLine) -> str | None:
    """Return the fee key of an uncoded outpatient visit by the visiting physician, None where that is unknown."""
    physician = line.performer or case.prescriber
    if physician.qualification is None:
        return None
    return VISIT_FEE_KEYS.get(physician.qualification, GENERAL_VISIT_FEE_KEY)


def _visit_price(case: Case, line: CaseLine) -> Price | None:
    if line.section != "visit" or case.is_stay:
        return None
    key = visit_fee_key(case, line)
    fee = case.fee(key, line.day) if key else None
    if fee is None:
        return None
    return Price(Fraction(fee.rial), (Step("تعرفه ویزیت", "", fee.rial),)).times(line.quantity)


def written_quantity(quantity: Fraction) -> Decimal | int:
    """Return a quantity as it is written: whole, or a decimal."""
    if quantity.denominator == 1:
        return quantity.numerator
    return Decimal(quantity.numerator) / Decimal(quantity.denominator)
