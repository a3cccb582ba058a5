"""The marks of the book's code column: + for add-ons, # for a private rise, * for services outside cover (item 1).

A starred service is judged on its own line; the lines of assistant, anesthesia and operating room with its code follow
it, and are judged by themselves only where there is no such line.
"""

from collections.abc import Collection

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.lines import own_lines
from app.rules.modifiers.sessions import session_of, shares_session
from app.rules.modifiers.terms import (
    ADD_ON,
    ANESTHESIA,
    ASSISTANT,
    GLOBAL,
    IMAGING,
    OPERATING_ROOM,
    PRIVATE_RISE,
    RADIOTHERAPY,
    SERVICE,
    STAR,
    SURGERY,
    by_relative_value,
    is_standby,
    marked,
)
from app.rules.outcomes import Ask, Note, Outcomes, Reject
from app.rules.pricing import price_of_line
from app.rules.registry import Phase, Place, line_rule, on, remark, rule, silent

CONDITION, COSMETIC = "cover_condition_met", "cosmetic"
MAIN_OF_OPERATIONS = frozenset({SURGERY, SERVICE, GLOBAL})
MAIN_OF_SERVICES = MAIN_OF_OPERATIONS | {IMAGING, "nuclear", "recording", RADIOTHERAPY}


def _is_add_on(line: CaseLine) -> bool:
    return line.section in {SURGERY, SERVICE} and by_relative_value(line) and marked(line, ADD_ON)


@rule("MOD-01a", Phase.COVER, on(sections={SURGERY, SERVICE}, where=_is_add_on), late=True)
def add_on_alone(case: Case) -> Outcomes:
    """Refuse an add-on without the main operation it belongs to, and its room and assistant.

    It comes after the others of its phase, which may take the main operation away.
    """
    for line in case.lines_in_play(Phase.COVER):
        if _is_add_on(line) and not _has_main(case, line):
            yield Reject(line)
            if line.section == SURGERY:
                followers = (other for other in session_of(case, line).lines if other.code == line.code)
                yield from (Reject(other) for other in followers if other.section in {OPERATING_ROOM, ASSISTANT})


def _has_main(case: Case, line: CaseLine) -> bool:
    parents: Collection[str] | None = line.attribute("parents")
    sections = MAIN_OF_OPERATIONS if line.section == SURGERY else MAIN_OF_SERVICES
    return any(
        other.section in sections
        and not marked(other, ADD_ON)
        and not is_standby(other)
        and (parents is None or other.code in parents)
        and shares_session(line, other)
        for other in case.live_lines
    )


@line_rule("MOD-01c", Phase.COVER, on(sections={ANESTHESIA}, where=lambda line: marked(line, ADD_ON)), late=True)
def anesthesia_of_add_on(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an anesthesia fee for an add-on where the session has a main operation, under whose anesthesia it is."""
    if any(not marked(other, ADD_ON) for other in session_of(case, line).surgery):
        yield Reject()


@line_rule("MOD-01d", Phase.PRICE, on(where=lambda line: marked(line, PRIVATE_RISE)), ahead_of="GEN-15e")
def private_rise(case: Case, line: CaseLine) -> Outcomes:
    """Explain to a private centre that the rise of a # code is not the insurer's, where its price is cut."""
    if case.submission.provider.sector not in case.figure("private_rise_sectors"):
        return
    price = price_of_line(case, line)
    if price is not None and price.under is None and line.amount > price.rial:
        yield Note()


def _is_starred(line: CaseLine) -> bool:
    return marked(line, STAR) and line.attribute("star_cover") is None


def _is_conditional(line: CaseLine) -> bool:
    return marked(line, STAR) and line.attribute("star_cover") is not None


@line_rule("MOD-01f", Phase.COVER, on(where=_is_starred))
def starred(_case: Case, _line: CaseLine) -> Outcomes:
    """Refuse a starred service outside cover, with its assistant, anesthesia and operating room: all bear the mark."""
    yield Reject()


@line_rule("MOD-01g", Phase.COVER, on(where=_is_conditional))
def conditional_cover(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a starred service whose condition of cover is not met, and what follows it; ask on its own line."""
    own = own_lines(case, line)
    answers = [other.fact(CONDITION) for other in own or [line]]
    if all(answer is False for answer in answers):
        yield Reject(facts=(CONDITION,))
    elif not own and answers[0] is UNKNOWN:
        yield Ask(facts=(CONDITION,))


@line_rule("MOD-01h", Phase.COVER, on(attributes={"cosmetic_star"}))
def cosmetic(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a service that counts as starred for beauty's sake, and what follows it; ask on its own line."""
    answer: Answer = case.fact(COSMETIC)
    if not line.attribute("cosmetic_star"):
        return
    if answer is True:
        yield Reject(facts=(COSMETIC,))
    elif answer is UNKNOWN and not own_lines(case, line):
        yield Ask(facts=(COSMETIC,))


remark("MOD-01e", Place.LINE, on(where=lambda line: marked(line, PRIVATE_RISE)))
remark("MOD-01i", Place.LINE, on(where=lambda line: marked(line, STAR)))
remark(
    "MOD-01j",
    Place.LINE,
    on(where=lambda line: marked(line, STAR) or bool(line.attribute("cosmetic_star"))),
    concerns=lambda case, line: case.rejected_by(line, "MOD-01f", "MOD-01h"),
)
silent("carried out by GEN-25, which asks about a code that no installed pack holds", "MOD-02")
remark("MOD-03", Place.LINE, on(sections={SURGERY}))
