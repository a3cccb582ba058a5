"""What people said where rules spoke: each deduction of a rule beside the latest word on it, and who said it."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal, select
from sqlalchemy.sql.selectable import CTE

from app.domain.deduction_parts import Taker
from app.domain.office import SETTLED_STATES, DecisionKind
from app.domain.statistics import StatisticsFilter, Tally, Word, WordsOn
from app.store.counted import counted, reviewers
from app.store.schema import claims, decisions, result_parts

_ANSWERED_BY = {
    Taker.ENGINE: DecisionKind.UPHOLD,
    Taker.WAIVED: DecisionKind.WAIVE,
    Taker.PERSON: DecisionKind.ADD_DEDUCTION,
}
_NO_LINE = 0
"""Stands for the whole claim where lines are compared; lines count from 1."""


class _Said(NamedTuple):
    """One deduction of a rule, or one look that found nothing, with whoever spoke; `key` is a claim or a number."""

    rule: str
    key: int
    taker: str | None
    word_by: int | None
    amount_by: int | None
    reviewer: int | None
    settled: int
    times: int
    rials: int

    @property
    def word(self) -> tuple[Word, int | None] | None:
        """What was said and by whom; None while nobody has judged it."""
        if self.taker is None:
            return Word.IN_ORDER, self.word_by
        if self.taker == Taker.PERSON.value:
            return Word.ADDED, self.word_by or self.reviewer
        if self.taker == Taker.ENGINE.value:
            judged = self.word_by or (self.reviewer if self.settled else None)
            return None if judged is None else (Word.AGREED, judged)
        if self.word_by is None and self.amount_by is not None:
            return Word.AMENDED, self.amount_by
        return Word.WAIVED, self.word_by or self.reviewer


def words_said(connection: Connection, wanted: StatisticsFilter) -> dict[tuple[str, int | None, Word], Tally]:
    """Return how often each person said each word of each rule, and the rials that it was said of."""
    found: dict[tuple[str, int | None, Word], Tally] = defaultdict(Tally)
    for said in _said(connection, wanted, literal(_NO_LINE)):
        if said.word is not None:
            word, person = said.word
            found[said.rule, person, word] += Tally(said.times, said.rials)
    return dict(found)


def claims_with_words(connection: Connection, behind: WordsOn, wanted: StatisticsFilter) -> list[tuple[int, int, int]]:
    """Return the claims on which words were said of a rule, each with the rials and how often."""
    found: dict[int, Tally] = defaultdict(Tally)
    for said in _said(connection, wanted, claims.c.id, behind.rule):
        if said.word is not None:
            word, person = said.word
            if word in behind.words and behind.reviewer in {None, person}:
                found[said.key] += Tally(said.times, said.rials)
    return [(number, tally.rials, tally.times) for number, tally in found.items()]


def _said(
    connection: Connection, wanted: StatisticsFilter, key: ColumnElement[int], rule: str | None = None
) -> Iterator[_Said]:
    for query in (_on_parts(wanted, key, rule), _in_order(wanted, key, rule)):
        for row in connection.execute(query):
            yield _Said(*row)


def _on_parts(wanted: StatisticsFilter, key: ColumnElement[int], rule: str | None) -> Select[Any]:
    """Return the deductions by rules, summed by what was said of them and by whom."""
    words, amounts, reviewed = _latest_words(rule), _latest_amounts(), reviewers()
    line = func.coalesce(result_parts.c.line, _NO_LINE)
    answer = case({taker.value: kind.value for taker, kind in _ANSWERED_BY.items()}, value=result_parts.c.taker)
    by = (result_parts.c.rule, key, result_parts.c.taker, words.c.author, amounts.c.author, reviewed.c.reviewer)
    settled = claims.c.state.in_(sorted(SETTLED_STATES))
    of_claim = result_parts.c.claim_id
    found = (
        select(*by, settled, func.count(), func.sum(result_parts.c.amount))
        .select_from(result_parts)
        .join(claims, claims.c.id == of_claim)
        .outerjoin(
            words,
            and_(
                words.c.claim_id == of_claim,
                words.c.line == line,
                words.c.rule == result_parts.c.rule,
                words.c.kind == answer,
            ),
        )
        .outerjoin(
            amounts,
            and_(
                amounts.c.claim_id == of_claim,
                amounts.c.line == line,
                result_parts.c.taker == Taker.WAIVED.value,
            ),
        )
        .outerjoin(reviewed, reviewed.c.claim_id == of_claim)
        .where(result_parts.c.rule.is_not(None) if rule is None else result_parts.c.rule == rule)
    )
    return counted(found, wanted).group_by(*by, settled)


def _in_order(wanted: StatisticsFilter, key: ColumnElement[int], rule: str | None) -> Select[Any]:
    """Return where people looked by a rule and found nothing to deduct, summed by the person."""
    words = _latest_words(rule)
    took = (
        select(literal(1))
        .where(result_parts.c.claim_id == words.c.claim_id, result_parts.c.rule == words.c.rule)
        .where(func.coalesce(result_parts.c.line, _NO_LINE) == words.c.line)
        .correlate(words)
        .exists()
    )
    nobody = literal(None)
    found = (
        select(words.c.rule, key, nobody, words.c.author, nobody, nobody, literal(1), func.count(), literal(0))
        .select_from(words)
        .join(claims, claims.c.id == words.c.claim_id)
        .where(words.c.kind == DecisionKind.UPHOLD.value, ~took)
    )
    return counted(found, wanted).group_by(words.c.rule, key, words.c.author)


def _latest_words(rule: str | None) -> CTE:
    """Return the latest word of each kind on each rule and line that nobody has undone."""
    kinds = [kind.value for kind in _ANSWERED_BY.values()]
    line = func.coalesce(decisions.c.line, _NO_LINE)
    place = (decisions.c.claim_id, line, decisions.c.rule, decisions.c.kind)
    latest = select(func.max(decisions.c.id)).where(_STANDS, decisions.c.kind.in_(kinds)).group_by(*place)
    of_rule = latest if rule is None else latest.where(decisions.c.rule == rule)
    columns = (decisions.c.claim_id, line.label("line"), decisions.c.rule, decisions.c.kind, decisions.c.author)
    return select(*columns).where(decisions.c.id.in_(of_rule)).cte("words")


def _latest_amounts() -> CTE:
    """Return the latest amount that somebody set on each line and that nobody has undone."""
    set_amounts = decisions.c.kind == DecisionKind.SET_AMOUNT.value
    latest = select(func.max(decisions.c.id)).where(_STANDS, set_amounts)
    of_line = latest.group_by(decisions.c.claim_id, decisions.c.line)
    columns = (decisions.c.claim_id, decisions.c.line, decisions.c.author)
    return select(*columns).where(decisions.c.id.in_(of_line)).cte("amounts")


_UNDONE = decisions.alias("undone")
_STANDS = decisions.c.id.not_in(select(_UNDONE.c.undoes).where(_UNDONE.c.undoes.is_not(None)))
