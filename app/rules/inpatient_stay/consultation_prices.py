"""Article 9, items 2, 3 and 8: fees of consultations, those beyond the limits, and invited physicians of the house."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.consultation_terms import (
    CONSULT_KIND,
    CONSULTATIONS,
    INVITED,
    SPECIALTY_IN_HOSPITAL,
    WORKS_IN_CLINIC,
    fee_price,
    is_paid_as_invited,
)
from app.rules.inpatient_stay.terms import CONSULTATION
from app.rules.inpatient_stay.visits import NEXT_DAY, by_date, fee_of_kind, specialty
from app.rules.outcomes import Ask, Outcomes, Reduce
from app.rules.pricing import Price, price_of_line, written_quantity
from app.rules.registry import Phase, line_rule, rule
from app.rules.tariffs import before_rule

NO_FEE = "تعرفه ویزیت روز دوم به بعد، که بهای مشاوره بیش از شمار مجاز است، در بسته‌های مرجع نیست"


@dataclass(frozen=True, slots=True)
class Room:
    """How many units of a consultation line are paid in full, and the rule that takes the others."""

    full: Fraction
    taken_by: str


def rooms(case: Case) -> Iterator[tuple[CaseLine, Room]]:
    """Share out the full fees of the stay among its consultations, by date, undated ones last, then by number.

    Three of one specialty and six in all are paid in full; what the limit of its specialty takes does not use up one
    of the six. Fields with a code of their own and invited physicians have no part in it.
    """
    of_specialty, of_stay = case.figure("consultations_of_a_specialty"), case.figure("consultations_of_a_stay")
    in_all, used = Fraction(0), dict[str | None, Fraction]()
    for line in by_date(line for line in case.live_lines if _counts(case, line)):
        field = specialty(line)
        own = Fraction(of_specialty) - used.get(field, Fraction(0)) if field else Fraction(of_stay)
        full = max(Fraction(0), min(line.quantity, own, of_stay - in_all))
        in_all += full
        used[field] = used.get(field, Fraction(0)) + full
        yield line, Room(full, "CNS-03a" if own <= full else "CNS-03b")


def _counts(case: Case, line: CaseLine) -> bool:
    has_own_code = line.attribute("consult_specialty") is not None
    return line.section == CONSULTATION and not has_own_code and not is_paid_as_invited(case, line)


def _beyond_the_limit(case: Case, rule_id: str) -> Outcomes:
    """Pay the units that a limit takes at most like visits of a later day, the others as claimed."""
    fee = fee_of_kind(case, NEXT_DAY)
    for line, room in rooms(case):
        if room.full == line.quantity or room.taken_by != rule_id:
            continue
        if fee is None:
            yield Ask(line, needs=NO_FEE)
        else:
            yield _paid_in_parts(line, room, Fraction(line.amount) / line.quantity, fee)


def _coded_beyond_the_limit(case: Case, rule_id: str) -> Outcomes:
    """Keep the further units of a coded line below a later visit where the others stood above their row's price."""
    fee = fee_of_kind(case, NEXT_DAY)
    for line, room in rooms(case):
        price = price_of_line(case, line) if line.code is not None else None
        if fee is not None and price is not None and room.full < line.quantity and room.taken_by == rule_id:
            yield _paid_in_parts(line, room, price.exact / line.quantity, fee)


def _paid_in_parts(line: CaseLine, room: Room, one: Fraction, further_fee: int) -> Reduce:
    """Return what is paid of a line: units with room at the price of one, further ones like visits of a later day."""
    parts = (
        ("مشاوره‌های درون شمار مجاز", room.full, one),
        ("مشاوره‌های بیشتر، برابر ویزیت روز دوم به بعد", line.quantity - room.full, min(one, Fraction(further_fee))),
    )
    steps = tuple(
        Step(caption, f"{number(written_quantity(many))} × {rials(round_half_up(worth))}", round_half_up(worth * many))
        for caption, many, worth in parts
        if many
    )
    total = round_half_up(sum((worth * many for _caption, many, worth in parts), Fraction(0)))
    return Reduce(line, to=total, steps=(*steps, before_rule(line)))


@rule("CNS-03a", Phase.QUANTITY, CONSULTATIONS)
def three_of_a_specialty(case: Case) -> Outcomes:
    """Pay consultations beyond three of one specialty like visits of a later day, beside the daily visit."""
    yield from _beyond_the_limit(case, "CNS-03a")


@rule("CNS-03b", Phase.QUANTITY, CONSULTATIONS)
def six_of_a_stay(case: Case) -> Outcomes:
    """Pay consultations beyond six in all like visits of a later day."""
    yield from _beyond_the_limit(case, "CNS-03b")


@rule("CNS-03a", Phase.PRICE, CONSULTATIONS)
def price_beyond_three(case: Case) -> Outcomes:
    """Do the same for coded consultations that were claimed above the price of their row."""
    yield from _coded_beyond_the_limit(case, "CNS-03a")


@rule("CNS-03b", Phase.PRICE, CONSULTATIONS)
def price_beyond_six(case: Case) -> Outcomes:
    """Do the same for coded consultations beyond six."""
    yield from _coded_beyond_the_limit(case, "CNS-03b")


@line_rule("CNS-08a", Phase.QUANTITY, INVITED, ahead_of="CNS-03a")
def specialty_of_the_house(case: Case, line: CaseLine) -> Outcomes:
    """Pay an invited physician whose specialty the hospital has like any other consultant."""
    yield from _ordinary_if(case, line, SPECIALTY_IN_HOSPITAL, WORKS_IN_CLINIC)


@line_rule("CNS-08c", Phase.QUANTITY, INVITED, ahead_of="CNS-03a")
def physician_of_the_clinic(case: Case, line: CaseLine) -> Outcomes:
    """Pay an invited physician who works in the hospital's clinics like any other consultant."""
    yield from _ordinary_if(case, line, WORKS_IN_CLINIC, SPECIALTY_IN_HOSPITAL)


def _ordinary_if(case: Case, line: CaseLine, fact: str, other: str) -> Outcomes:
    """Pay the ordinary fee where a condition fails; ask about it unless the other one has failed already."""
    answer, ordinary = line.fact(fact), fee_price(case, line, invited=False)
    if ordinary is None:
        return
    if answer is True:
        steps = (*ordinary.steps, before_rule(line))
        yield Reduce(line, (CONSULT_KIND, fact), to=ordinary.rial, steps=steps)
    elif answer is UNKNOWN and line.fact(other) is not True and line.amount > ordinary.rial:
        yield Ask(line, (fact,))


@rule("CNS-02", Phase.PRICE, CONSULTATIONS)
def fee_of_consultations(case: Case) -> Outcomes:
    """Pay consultations without a code at most their fee, units beyond the limits at most that of a later visit.

    A coded consultation has the price of its row (GEN-15e).
    """
    further_fee, shared = fee_of_kind(case, NEXT_DAY), dict(rooms(case))
    for line in case.live_lines:
        price, room = _fee_of_line(case, line), shared.get(line)
        if price is None:
            continue
        if room is None or further_fee is None or room.full == line.quantity or case.is_waived(room.taken_by, line):
            yield Reduce(line, to=price.rial, steps=(*price.steps, before_rule(line)))
        else:
            yield _paid_in_parts(line, room, price.exact / line.quantity, further_fee)


def _fee_of_line(case: Case, line: CaseLine) -> Price | None:
    if line.section != CONSULTATION or line.code is not None:
        return None
    return fee_price(case, line, invited=is_paid_as_invited(case, line))
