"""Items 2-3 and 3-3: imaging on the centre's own CT simulator."""

from fractions import Fraction

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Outcomes, Reduce, Reject, demand
from app.rules.pricing import Price, price_of_line, surcharge
from app.rules.registry import Phase, line_rule, on
from app.rules.tariffs import before_rule

EQUIPPED, RADIOLOGIST = "ct_simulator_equipped", "radiologist_officer"
WITH_MODALITY = on(attributes={"modality"})
NO_PARTS = "جزء فنی بهای این تصویربرداری در بسته‌های مرجع جدا نوشته نشده است"


def is_simulator_imaging(case: Case, line: CaseLine) -> bool:
    """Tell whether a line is the simulator's imaging by CT, MRI, sonography or PET in a radiotherapy claim."""
    if case.claim.kind is not ClaimKind.RADIOTHERAPY or line.section != "imaging":
        return False
    return line.attribute("modality") in case.figure("simulator_modalities")


def _factor(case: Case) -> Fraction:
    return 1 + Fraction(case.figure("simulator_imaging_addition"), 100)


@surcharge("RT-05c")
def simulator_addition(case: Case, line: CaseLine, price: Price) -> Price:
    """Raise the price of the simulator's imaging by its percent, all its parts."""
    if not is_simulator_imaging(case, line):
        return price
    exact, percent = price.exact * _factor(case), number(case.figure("simulator_imaging_addition"))
    step = Step("با CT-Simulator مرکز", f"{rials(price.rial)} × (۱ + {percent}٪)", round_half_up(exact))
    return price.raised(_factor(case), step)


@line_rule("RT-05c", Phase.EXCLUSION, WITH_MODALITY)
def imaging_without_simulator(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the simulator's imaging of a centre without a CT simulator; the imaging centre bills it itself."""
    if is_simulator_imaging(case, line):
        yield from demand(case.fact(EQUIPPED), EQUIPPED)


@line_rule("RT-05d", Phase.PRICE, WITH_MODALITY)
def imaging_without_radiologist(case: Case, line: CaseLine) -> Outcomes:
    """Take the professional part off the simulator's imaging of a centre without a radiologist in charge."""
    radiologist, whole = case.fact(RADIOLOGIST), price_of_line(case, line)
    if not is_simulator_imaging(case, line) or radiologist is True or whole is None:
        return
    technical = _technical_part(case, line)
    if radiologist is UNKNOWN:
        if technical is None or line.amount > technical.rial:
            yield Ask(line, (RADIOLOGIST,))
    elif technical is None:
        yield Ask(line, needs=NO_PARTS)
    elif technical.rial == 0:
        yield Reject(line, (RADIOLOGIST,))
    else:
        yield Reduce(line, (RADIOLOGIST,), to=technical.rial, steps=(*technical.steps, before_rule(line)))


def _technical_part(case: Case, line: CaseLine) -> Price | None:
    """Return the technical part with the simulator's percent; a value that is printed alone is professional."""
    value = line.service.relative_value if line.service and line.service.fee is None else None
    if value is None:
        return None
    if not value.technical:
        return Price(Fraction(0))
    k = case.coefficient("technical", line.code or "", line.day)
    if k is None:
        return None
    exact = Fraction(value.technical) * k.rial * line.quantity
    step = Step("جزء فنی × ضریب K", f"{number(value.technical)} × {rials(k.rial)}", round_half_up(exact))
    return simulator_addition(case, line, Price(exact, (step,)))
