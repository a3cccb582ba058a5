"""Modifier 51: several operations of one anesthesia, codes for one or both sides, and complications of an operation."""

from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.domain.money import round_half_up
from app.rules.case import Case, CaseLine
from app.rules.modifiers.falling import price_without, taking_out
from app.rules.modifiers.regions import INCISION, SIDE, is_on_foot, is_paid_once, unread
from app.rules.modifiers.sessions import Session, session_of, sessions
from app.rules.modifiers.surgery_prices import BY_RANK, OF_HEADS
from app.rules.modifiers.terms import ASSISTANT, OPERATING_ROOM, SURGERY, by_relative_value, is_operation, is_standby
from app.rules.modifiers.verdicts import Verdict, judge, settled
from app.rules.modifiers.weights import Weights, has_later, has_lesser_head, ranking_of, together, weights_of
from app.rules.outcomes import Ask, Keep, Outcomes, Reject
from app.rules.pricing import price_of_line
from app.rules.registry import Phase, in_sequence, line_rule, on, rule, silent

COMPLICATION = "complication_of_operation"
AHEAD_OF_ALL = 0
OPERATIONS = on(sections={SURGERY}, where=is_operation)
FEET = on(sections={SURGERY}, where=lambda line: is_operation(line) and is_on_foot(line))
ELSEWHERE = on(sections={SURGERY}, where=lambda line: is_operation(line) and not is_on_foot(line))


@judge(AHEAD_OF_ALL)
def weights(case: Case, line: CaseLine) -> list[Verdict]:
    """Judge the rank of an operation first, then whether it heads a region or foot that is not paid in full.

    51 acts ahead of what does not hold, 46 too: the line falls by its weight as the centre reported it (conventions).
    """
    if not is_operation(line):
        return []
    found: Weights = weights_of(case, line)
    rules = ("MOD-51e", "MOD-51f") if is_on_foot(line) else ("MOD-51a", "MOD-51b")
    fact = SIDE if is_on_foot(line) else INCISION
    bite = (has_later(found), has_lesser_head(found))
    return [
        Verdict(rule_id, frozenset({mark}), holds=False, facts=(fact,))
        for rule_id, mark, bites in zip(rules, (BY_RANK, OF_HEADS), bite, strict=True)
        if bites and not case.is_waived(rule_id, line)
    ]


taking_out("MOD-51a", ELSEWHERE)
taking_out("MOD-51b", ELSEWHERE)
taking_out("MOD-51e", FEET)
taking_out("MOD-51f", FEET)


@line_rule("MOD-51d", Phase.PRICE, on(sections={SURGERY}, where=lambda line: is_operation(line) and is_paid_once(line)))
def one_or_both_sides(case: Case, line: CaseLine) -> Outcomes:
    """Pay a code whose text covers one or both sides once in a session: one line of it, and one unit of that."""
    alike = [other for other in session_of(case, line).operations if other.code == line.code]
    if alike[0] is not line:
        yield Reject(facts=(SIDE,))
    else:
        yield Keep(units=min(line.quantity, Fraction(1)))


@line_rule("MOD-51j", Phase.PRICE, OPERATIONS)
def ask_for_the_region(case: Case, line: CaseLine) -> Outcomes:
    """Ask for the incision, on the foot for its side, of each operation that is ranked with others.

    Feet and the rest are ranked apart. Where all were billed so low that no rank could lower them, nothing is asked.
    """
    fact, ranking = unread(line), ranking_of(case, line)
    if fact is not None and ranking is not None and any(_may_fall(case, other) for other in ranking.alike):
        yield Ask(facts=(fact,))


def _may_fall(case: Case, line: CaseLine) -> bool:
    """Tell whether the lowest rank that open questions allow would lower an operation, its room or its assistant."""
    ranking = ranking_of(case, line)
    if ranking is None or ranking.lowest is None:
        return False
    weight, lowest = together(ranking.weights), ranking.lowest
    following = session_of(case, line).of_code(line.code, OPERATING_ROOM, ASSISTANT)
    prices = [(line, price_without(case, line, settled(case, line)))]
    prices += [(other, price_of_line(case, other)) for other in following]
    return lowest < weight and any(
        price is not None and other.amount > round_half_up(price.exact * lowest / weight) for other, price in prices
    )


def _is_surgery(line: CaseLine) -> bool:
    return line.section == SURGERY and by_relative_value(line) and not is_standby(line)


@rule("MOD-51h", Phase.COVER, on(sections={SURGERY}, where=_is_surgery), late=True)
def complication(case: Case) -> Outcomes:
    """Refuse an operation of a later day of the stay that is a complication of an earlier one, and what follows it.

    Its assistant, anesthesia and operating room fall where no other operation is left in their session. It stands in
    the second phase, after all others of it, because article 10 says the same there and both are cited.
    """
    surgery = [line for line in case.lines_in_play(Phase.COVER) if _is_surgery(line)]
    first = min((line.day for line in surgery if is_operation(line) and line.zeroed_in is None), default=None)
    fallen = set()
    for line in surgery:
        if first is None or line.day <= first:
            continue
        answer = line.fact(COMPLICATION)
        if answer is UNKNOWN:
            yield Ask(line, (COMPLICATION,))
        elif answer is True:
            fallen.add(line.no)
            yield Reject(line, (COMPLICATION,))
    for session in sessions(case):
        if _is_left_to_complications(session, fallen):
            yield from (Reject(line, (COMPLICATION,)) for line in session.lines if line.section != SURGERY)


def _is_left_to_complications(session: Session, fallen: set[int]) -> bool:
    """Tell whether operations of the session fell as complications and no other one is left in it."""
    return any(line.no in fallen for line in session.lines) and all(line.no in fallen for line in session.operations)


in_sequence(
    Phase.PRICE,
    "MOD-51d",
    "MOD-51a",
    "MOD-51b",
    "MOD-51e",
    "MOD-51f",
    "MOD-51j",
    "MOD-46a",
    "MOD-46b",
    "MOD-46d",
)
silent("set by the weights: different regions, each surgeon's first operation in full", "MOD-51c")
silent("set by the sessions: each day and each anesthesia is ranked apart", "MOD-51g")
silent("set by the weights: each region is ranked apart; cited as MOD-51a and MOD-51b", "MOD-51i")
silent("set by the weights: an add-on counts in full and is not ranked", "MOD-01b")
silent("set by surgery_prices: the order in which modifiers act on one operation", "MOD-07")
