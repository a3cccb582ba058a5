"""How a modifier that does not hold leaves the price: the finding, the question, and what hangs on the answer."""

from collections.abc import Collection
from functools import partial

from app.domain.facts import UNKNOWN
from app.domain.money import Rial
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.modifiers.anesthesia_prices import anesthesia_price
from app.rules.modifiers.anesthesia_verdicts import verdicts as unit_verdicts
from app.rules.modifiers.factors import NOTHING, Fallen
from app.rules.modifiers.following_prices import assistant_price, price_beside
from app.rules.modifiers.service_prices import service_price, takes_modifiers
from app.rules.modifiers.sessions import session_of
from app.rules.modifiers.surgery_prices import BY_RANK, OF_HEADS, surgery_price
from app.rules.modifiers.terms import (
    ANESTHESIA,
    ASSISTANT,
    OPERATING_ROOM,
    SESSION_SECTIONS,
    SURGERY,
    by_relative_value,
    is_standby,
    reports,
)
from app.rules.modifiers.verdicts import Verdict, doubtful, fallen, settled, verdicts
from app.rules.outcomes import Ask, Outcomes, Reduce
from app.rules.pricing import Price, other_pricer, price_of_line
from app.rules.registry import Phase, Wakes, line_rule, on
from app.rules.tariffs import before_rule


def price_without(case: Case, line: CaseLine, out: Fallen) -> Price | None:
    """Return the price of a line without what has fallen."""
    if line.section == SURGERY:
        return surgery_price(case, line, out)
    if line.section == ASSISTANT:
        return assistant_price(case, line, out)
    if line.section == ANESTHESIA:
        return anesthesia_price(case, line, out)
    return service_price(case, line, out)


def settled_price(case: Case, line: CaseLine, *, ranked: bool = True) -> Price | None:
    """Return the price of an operation or service once its modifiers are judged, open questions taken as good.

    Not `ranked` it is the price whatever the place among the operations of the session (51).
    """
    if line.section == ANESTHESIA or not takes_part(line):
        return price_of_line(case, line)
    out = settled(case, line)
    return price_without(case, line, out if ranked else out - {BY_RANK, OF_HEADS})


@other_pricer(section=SURGERY)
def surgery_price_as(case: Case, line: CaseLine, service: Service) -> Price | None:
    """Return the price of an operation that is paid as another one: the professional part, with its own modifiers."""
    other = line.under(service)
    return surgery_price(case, other, settled(case, line)) if by_relative_value(other) else None


def takes_part(line: CaseLine) -> bool:
    """Pick the lines on which 46, 51, 53, 63, 85, 86, 90 and 95 may count: priced by relative value, standby aside."""
    if line.section in SESSION_SECTIONS:
        return line.section != OPERATING_ROOM and by_relative_value(line) and not is_standby(line)
    return takes_modifiers(line)


def reporting_line(*modifiers: str) -> Wakes:
    """Say that a rule looks at lines that report one of the modifiers, where these may count."""
    return on(where=lambda line: reports(line, *modifiers) and takes_part(line))


def all_verdicts(case: Case, line: CaseLine) -> tuple[Verdict, ...]:
    """Return what all clauses say of a line, in the order in which they act: the units of anesthesia come first."""
    if line.section != ANESTHESIA:
        return verdicts(case, line)
    of_units = (each for each in unit_verdicts(case, line) if not case.is_waived(each.rule, line))
    return (*of_units, *verdicts(case, line))


def take_out(rule_id: str, case: Case, line: CaseLine) -> Outcomes:
    """Take out of a line's price what a clause says does not hold; ask where that is open and an amount hangs on it."""
    said = all_verdicts(case, line)
    for place, verdict in enumerate(said):
        if verdict.rule != rule_id:
            continue
        if verdict.holds is UNKNOWN:
            if _matters(case, line, verdict, said):
                yield Ask(line, verdict.facts)
        elif verdict.holds is False:
            price = price_without(case, line, fallen(said[: place + 1]))
            if price is not None:
                steps = (*price.steps, before_rule(line))
                yield Reduce(
                    line,
                    verdict.facts,
                    to=price.rial,
                    insurer_only=price.insurer_only_rial,
                    restates=True,
                    steps=steps,
                )


def taking_out(rule_id: str, wakes: Wakes) -> None:
    """Register a clause that takes what it judges out of the price."""
    line_rule(rule_id, Phase.PRICE, wakes)(partial(take_out, rule_id))


def _matters(case: Case, line: CaseLine, verdict: Verdict, said: Collection[Verdict]) -> bool:
    """Tell whether the answer could change an amount: of the line, or of the room and assistant that follow it.

    That is tried where every other open question turns out badly, for then this one weighs most. An anesthesia of
    unknown times has no price yet, so that every question on it may count.
    """
    if line.section == ANESTHESIA and price_without(case, line, NOTHING) is None:
        return True
    gone, doubts = fallen(said), doubtful(said)
    return _worth(case, line, gone | (doubts - verdict.out)) != _worth(case, line, gone | doubts)


def _worth(case: Case, line: CaseLine, out: Fallen) -> tuple[Rial, ...]:
    own = price_without(case, line, out)
    amounts = [line.amount if own is None else min(line.amount, own.rial)]
    if line.section == SURGERY:
        for other in session_of(case, line).of_code(line.code, OPERATING_ROOM, ASSISTANT):
            price = price_beside(case, other, line, out)
            amounts.append(other.amount if price is None else min(other.amount, price))
    return tuple(amounts)
