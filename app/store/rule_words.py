"""What people said where rules spoke: each deduction of a rule beside the latest word on it, and who said it."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, case, func, literal, select

from app.domain.deduction_parts import Taker
from app.domain.office import SETTLED_STATES, DecisionKind
from app.domain.statistics import StatisticsFilter, Tally, Word, WordsOn
from app.store.counted import counted, reviewer_of
from app.store.schema import claims, decisions, result_parts

_ANSWERS = {
    Taker.ENGINE.value: DecisionKind.UPHOLD.value,
    Taker.WAIVED.value: DecisionKind.WAIVE.value,
    Taker.PERSON.value: DecisionKind.ADD_DEDUCTION.value,
}
_WORDS = {Taker.ENGINE.value: Word.AGREED.value, Taker.PERSON.value: Word.ADDED.value}


class _Said(NamedTuple):
    """A word on a rule as often as one person said it; `key` parts it further, such as by claim."""

    rule: str
    key: int
    word: str
    person: int | None
    times: int
    rials: int


def words_said(connection: Connection, wanted: StatisticsFilter) -> dict[tuple[str, int | None, Word], Tally]:
    """Return how often each person said each word of each rule, and the rials that it was said of."""
    return {
        (said.rule, said.person, Word(said.word)): Tally(said.times, said.rials)
        for said in _said(connection, wanted, literal(0))
    }


def claims_with_words(connection: Connection, behind: WordsOn, wanted: StatisticsFilter) -> list[tuple[int, int, int]]:
    """Return the claims on which words were said of a rule, each with the rials and how often."""
    found: dict[int, Tally] = defaultdict(Tally)
    for said in _said(connection, wanted, claims.c.id, behind.rule):
        if Word(said.word) in behind.words and behind.reviewer in {None, said.person}:
            found[said.key] += Tally(said.times, said.rials)
    return [(number, tally.rials, tally.times) for number, tally in found.items()]


def _said(
    connection: Connection, wanted: StatisticsFilter, key: ColumnElement[int], rule: str | None = None
) -> Iterator[_Said]:
    for query in (_on_deductions(wanted, key, rule), _in_order(wanted, key, rule)):
        for row in connection.execute(query):
            yield _Said(*row)


def _on_deductions(wanted: StatisticsFilter, key: ColumnElement[int], rule: str | None) -> Select[Any]:
    """Return what was said of each rule's deductions.

    Without a word of anybody, a deduction of the engine stands by the signature on the claim; before that nobody has
    judged it. What is let go without a waiver gave way to an amount that a person set.
    """
    part = result_parts.c
    answer = case(_ANSWERS, value=part.taker)
    amount = and_(decisions.c.kind == DecisionKind.SET_AMOUNT.value, part.taker == Taker.WAIVED.value)
    deducted = (
        select(
            part.rule,
            key.label("key"),
            part.taker,
            part.amount,
            claims.c.state.in_(sorted(SETTLED_STATES)).label("settled"),
            _latest_author(and_(decisions.c.kind == answer, decisions.c.rule == part.rule)).label("answered_by"),
            _latest_author(amount).label("amended_by"),
            reviewer_of(result_parts, part.claim_id).label("reviewer"),
        )
        .select_from(result_parts)
        .join(claims, claims.c.id == part.claim_id)
        .where(part.claim_id > 0)  # read in the order of claims: by the index of rules it would be read in leaps
    )
    of_rule = deducted if rule is None else deducted.where(part.rule == rule)
    spoken = counted(of_rule, wanted).cte("spoken").prefix_with("MATERIALIZED")
    of = spoken.c
    amended = and_(of.answered_by.is_(None), of.amended_by.is_not(None))
    word = case(_WORDS, value=of.taker, else_=case((amended, Word.AMENDED.value), else_=Word.WAIVED.value))
    person = func.coalesce(of.answered_by, of.amended_by, of.reviewer)
    said = (of.rule, of.key, word, person)
    judged = (of.taker != Taker.ENGINE.value) | of.settled | of.answered_by.is_not(None)
    by_rules = select(*said, func.count(), func.sum(of.amount)).where(of.rule.is_not(None), judged)
    return by_rules.group_by(*said)


def _in_order(wanted: StatisticsFilter, key: ColumnElement[int], rule: str | None) -> Select[Any]:
    """Return where people looked by a rule, found nothing to deduct, and said no later word of it."""
    later = decisions.alias("later")
    of_kind = later.c.kind.in_([*_ANSWERS.values()])
    took = (
        select(literal(1))
        .where(result_parts.c.claim_id == decisions.c.claim_id, result_parts.c.rule == decisions.c.rule)
        .where(result_parts.c.line.is_not_distinct_from(decisions.c.line))
    )
    overtaken = (
        select(literal(1))
        .where(later.c.claim_id == decisions.c.claim_id, later.c.rule == decisions.c.rule, of_kind)
        .where(later.c.line.is_not_distinct_from(decisions.c.line), later.c.id > decisions.c.id, _stands(later))
    )
    said = (decisions.c.rule, key, literal(Word.IN_ORDER.value), decisions.c.author)
    found = (
        select(*said, func.count(), literal(0))
        .select_from(decisions)
        .join(claims, claims.c.id == decisions.c.claim_id)
        .where(decisions.c.kind == DecisionKind.UPHOLD.value, _stands(decisions))
        .where(~took.correlate(decisions).exists(), ~overtaken.correlate(decisions).exists())
    )
    of_rule = found if rule is None else found.where(decisions.c.rule == rule)
    return counted(of_rule, wanted).group_by(*said)


def _latest_author(condition: ColumnElement[bool]) -> ColumnElement[int | None]:
    """Return who said the latest word of a kind on the place of a part that nobody has undone."""
    of_place = and_(
        decisions.c.claim_id == result_parts.c.claim_id,
        decisions.c.line.is_not_distinct_from(result_parts.c.line),
        _stands(decisions),
    )
    latest = select(decisions.c.author).where(of_place, condition).order_by(decisions.c.id.desc()).limit(1)
    return latest.correlate(result_parts).scalar_subquery()


def _stands(said: FromClause) -> ColumnElement[bool]:
    """Tell whether nobody has undone a decision."""
    undoing = decisions.alias("undoing")
    return ~select(literal(1)).where(undoing.c.undoes == said.c.id).correlate(said).exists()
