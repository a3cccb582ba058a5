"""The figures of an office in SQL: sums, deductions by their grounds, and the documents behind them.

All comes from the latest results, as the queue shows them, so that every figure agrees with it to the rial.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, SelectBase, and_, case, func, literal, select

from app.domain.circulars import OTHER_GROUNDS, Circular
from app.domain.claim import ClaimKind
from app.domain.dates import JalaliMonth
from app.domain.deduction_parts import Taker
from app.domain.office import ClaimState
from app.domain.statistics import (
    UNTOLD,
    Behind,
    Choices,
    CountedClaim,
    Deduction,
    DeductionsUnder,
    Grouping,
    Named,
    RuleRecord,
    StatisticsFilter,
    Sums,
    WordsOn,
    rule_records,
)
from app.store.counted import counted, reviewer_of
from app.store.rule_words import claims_with_words, words_said
from app.store.schema import claims, lines, result_lines, result_parts, results, submissions, users

Share = tuple[int, int, int]
"""A claim's id, what it adds to a bar in rials, and how often."""

_TAKEN_OF_LINE = lines.c.claimed - func.coalesce(result_lines.c.approved, lines.c.claimed)
_PREFIX = func.substr(result_parts.c.rule, 1, func.instr(result_parts.c.rule, "-") - 1)
_CIRCULAR: ColumnElement[str] = case(
    (_PREFIX.in_([circular.value for circular in Circular]), _PREFIX), else_=OTHER_GROUNDS
)
_UNTOLD = and_(
    results.c.deducted != 0,
    ~select(literal(1)).where(result_parts.c.claim_id == results.c.claim_id).correlate(results).exists(),
)


class StatisticsReader:
    """Counts the claims of an office."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def choices(self) -> Choices:
        """Return what statistics can be narrowed to."""
        months = self._connection.scalars(select(submissions.c.month).distinct().order_by(submissions.c.month))
        centres = select(submissions.c.centre_id, func.max(submissions.c.centre_name)).group_by(submissions.c.centre_id)
        funds = select(claims.c.fund).where(claims.c.fund.is_not(None)).distinct().order_by(claims.c.fund)
        kinds = set(self._connection.scalars(select(claims.c.kind).distinct()))
        reviewers = select(reviewer_of(claims, claims.c.id)).select_from(claims)
        people = select(users.c.id, users.c.full_name).where(users.c.id.in_(reviewers)).order_by(users.c.id)
        return Choices(
            months=tuple(JalaliMonth.parse(month) for month in months),
            centres=tuple(Named(key, name) for key, name in self._connection.execute(centres)),
            funds=tuple(self._connection.scalars(funds)),
            kinds=tuple(kind for kind in ClaimKind if kind.value in kinds),
            reviewers=tuple(Named(str(key), name) for key, name in self._connection.execute(people)),
        )

    def sums(self, wanted: StatisticsFilter) -> Sums:
        """Return the sums of the counted claims."""
        assessed = select(
            func.count(),
            func.coalesce(func.sum(claims.c.claimed), 0),
            func.coalesce(func.sum(results.c.approved), 0),
            func.coalesce(func.sum(results.c.deducted), 0),
            func.count() - func.count(results.c.claim_id),
            func.coalesce(func.sum(results.c.trial_figures), 0),
        )
        found = assessed.select_from(claims).outerjoin(results, results.c.claim_id == claims.c.id)
        number, claimed, approved, deducted, unassessed, trial = self._connection.execute(counted(found, wanted)).one()
        more, less = self._departures(wanted)
        return Sums(number, claimed, approved, deducted, unassessed, more, less, trial)

    def _departures(self, wanted: StatisticsFilter) -> tuple[int, int]:
        """Return what lines pay more, and what they pay less, than the engine says."""
        more = result_lines.c.approved - result_lines.c.engine_approved
        sums = (func.coalesce(func.sum(func.max(sign * more, 0)), 0) for sign in (1, -1))
        departed = select(*sums).select_from(result_lines).join(claims, claims.c.id == result_lines.c.claim_id)
        found = self._connection.execute(counted(departed.where(more != 0), wanted)).one()
        return found[0], found[1]

    def deductions(self, grouping: Grouping, wanted: StatisticsFilter) -> tuple[Deduction, ...]:
        """Return what is deducted under each value, the largest sum first, months in their order.

        Together they are the whole deduction of the counted claims. A rule's key is `UNTOLD` where an older release did
        not keep on which grounds a claim was deducted.
        """
        if grouping is Grouping.CENTRE:
            return self._of_submissions(submissions.c.centre_id, wanted, func.max(submissions.c.centre_name))
        if grouping is Grouping.MONTH:
            found = self._of_submissions(submissions.c.month, wanted)
            return tuple(sorted(found, key=lambda month: month.key or ""))
        if grouping is Grouping.SECTION:
            return self._of_sections(wanted)
        if grouping is Grouping.CIRCULAR:
            return self._of_circulars(wanted)
        return tuple(sorted((*self._of_rules(wanted), *self._untold(wanted)), key=lambda found: -found.deducted))

    def _of_submissions(
        self, key: ColumnElement[str], wanted: StatisticsFilter, title: ColumnElement[str] | None = None
    ) -> tuple[Deduction, ...]:
        name = literal(None) if title is None else title
        sums = (func.sum(claims.c.claimed), func.coalesce(func.sum(results.c.deducted), 0))
        columns = (key, name, *sums, func.count(func.nullif(results.c.deducted, 0)))
        found = select(*columns).select_from(claims).outerjoin(results, results.c.claim_id == claims.c.id)
        ranked = counted(found, wanted).group_by(key).order_by(sums[1].desc(), key)
        return tuple(
            Deduction(key, deducted, number, title=title, claimed=claimed)
            for key, title, claimed, deducted, number in self._connection.execute(ranked)
        )

    def _of_rules(self, wanted: StatisticsFilter) -> tuple[Deduction, ...]:
        return self._of_parts(result_parts.c.rule, wanted)

    def _of_circulars(self, wanted: StatisticsFilter) -> tuple[Deduction, ...]:
        """Sum parts by their circular; what was not told apart is among what no circular took."""
        bars = {bar.key: bar for bar in self._of_parts(_CIRCULAR, wanted)}
        for untold in self._untold(wanted):
            other = bars.get(OTHER_GROUNDS, Deduction(OTHER_GROUNDS, 0, 0))
            deducted, number = other.deducted + untold.deducted, other.claims + untold.claims
            bars[OTHER_GROUNDS] = Deduction(OTHER_GROUNDS, deducted, number)
        return tuple(sorted(bars.values(), key=lambda bar: (-bar.deducted, bar.key)))

    def _of_parts(self, key: ColumnElement[Any], wanted: StatisticsFilter) -> tuple[Deduction, ...]:
        """Sum parts by a key; laid ready first, for by the index of rules they would be read in leaps."""
        columns = (key.label("key"), result_parts.c.claim_id, result_parts.c.amount)
        taken = _parts(select(*columns), wanted).cte("taken").prefix_with("MATERIALIZED").c
        sums = (func.sum(taken.amount), func.count(taken.claim_id.distinct()))
        found = self._connection.execute(select(taken.key, *sums).group_by(taken.key))
        return tuple(Deduction(under, deducted, number) for under, deducted, number in found)

    def _of_sections(self, wanted: StatisticsFilter) -> tuple[Deduction, ...]:
        """Sum what lines lost by their section, what a finding on their whole claim took of them too."""
        cut = case((_TAKEN_OF_LINE != 0, lines.c.claim_id))
        sums = (func.sum(lines.c.claimed), func.sum(_TAKEN_OF_LINE), func.count(cut.distinct()))
        found = _lines(select(lines.c.section, *sums), wanted).group_by(lines.c.section)
        bars = (
            Deduction(section, deducted, number, claimed=claimed)
            for section, claimed, deducted, number in self._connection.execute(found)
        )
        return tuple(sorted(bars, key=lambda bar: (-bar.deducted, bar.key)))

    def _untold(self, wanted: StatisticsFilter) -> tuple[Deduction, ...]:
        sums = select(func.count(), func.coalesce(func.sum(results.c.deducted), 0)).select_from(claims)
        found = counted(sums.join(results, results.c.claim_id == claims.c.id).where(_UNTOLD), wanted)
        number, deducted = self._connection.execute(found).one()
        return (Deduction(UNTOLD, deducted, number),) if number else ()

    def records(self, wanted: StatisticsFilter) -> tuple[RuleRecord, ...]:
        """Return what people said of each rule, the rule judged most often first."""
        return rule_records(words_said(self._connection, wanted))

    def documents(
        self, behind: Behind, wanted: StatisticsFilter, *, skip: int = 0, limit: int = 200
    ) -> tuple[CountedClaim, ...]:
        """Return documents behind a bar, the one that adds most first; together they add up to the bar."""
        shares = self._behind(behind, wanted)
        ranked = sorted(shares, key=lambda share: (-share[1], -share[2], share[0]))[skip : skip + limit]
        return self._claims(ranked)

    def _behind(self, behind: Behind, wanted: StatisticsFilter) -> Sequence[Share]:
        if isinstance(behind, WordsOn):
            return claims_with_words(self._connection, behind, wanted)
        query: SelectBase
        if behind.grouping is Grouping.SECTION:
            cut = (lines.c.claim_id, func.sum(_TAKEN_OF_LINE), func.count())
            of_section = _lines(select(*cut), wanted).where(lines.c.section == behind.key, _TAKEN_OF_LINE != 0)
            query = of_section.group_by(lines.c.claim_id)
        elif behind.grouping is Grouping.CIRCULAR:
            query = _behind_parts(_CIRCULAR.is_not_distinct_from(behind.key), wanted)
            if behind.key == OTHER_GROUNDS:
                query = query.union_all(_behind_claims(_UNTOLD, wanted))
        elif behind.grouping is Grouping.RULE and behind.key != UNTOLD:
            query = _behind_parts(result_parts.c.rule.is_not_distinct_from(behind.key), wanted)
        else:
            query = _behind_claims(_under(behind), wanted)
        return [(number, rials, times) for number, rials, times in self._connection.execute(query)]

    def _claims(self, shares: Sequence[Share]) -> tuple[CountedClaim, ...]:
        columns = (submissions.c.centre_id, submissions.c.centre_name, submissions.c.month)
        found = select(claims, *columns).join(submissions, submissions.c.id == claims.c.submission_id)
        rows = self._connection.execute(found.where(claims.c.id.in_([number for number, _rials, _times in shares])))
        by_id = {row.id: row for row in rows}
        return tuple(_counted_claim(by_id[number], rials, times) for number, rials, times in shares)


def _parts(selected: Select[Any], wanted: StatisticsFilter) -> Select[Any]:
    """Return a query over the parts of the counted claims' deductions."""
    found = selected.select_from(result_parts).join(claims, claims.c.id == result_parts.c.claim_id)
    return counted(found.where(result_parts.c.taker != Taker.WAIVED.value), wanted)


def _behind_parts(condition: ColumnElement[bool], wanted: StatisticsFilter) -> Select[Any]:
    """Return a query for the claims of which parts were taken, each with their rials and how many they are."""
    taken = (result_parts.c.claim_id, func.sum(result_parts.c.amount), func.count())
    return _parts(select(*taken), wanted).where(condition).group_by(result_parts.c.claim_id)


def _behind_claims(condition: ColumnElement[bool], wanted: StatisticsFilter) -> Select[Any]:
    """Return a query for whole claims of which something was deducted."""
    found = select(claims.c.id, results.c.deducted, literal(1)).select_from(claims)
    joined = found.join(results, results.c.claim_id == claims.c.id)
    return counted(joined.where(results.c.deducted != 0, condition), wanted)


def _lines(selected: Select[Any], wanted: StatisticsFilter) -> Select[Any]:
    """Return a query over the lines of the counted claims beside what their results let stand."""
    of_line = and_(result_lines.c.claim_id == lines.c.claim_id, result_lines.c.no == lines.c.no)
    found = selected.select_from(lines).outerjoin(result_lines, of_line)
    return counted(found.join(claims, claims.c.id == lines.c.claim_id), wanted)


def _under(behind: DeductionsUnder) -> ColumnElement[bool]:
    """Return the condition of a bar that concerns whole claims."""
    if behind.grouping is Grouping.RULE:
        return _UNTOLD
    column = submissions.c.centre_id if behind.grouping is Grouping.CENTRE else submissions.c.month
    return column == behind.key


def _counted_claim(row: Row[Any], rials: int, times: int) -> CountedClaim:
    return CountedClaim(
        id=row.id,
        external_id=row.external_id,
        patient_id=row.patient_id,
        patient_name=row.patient_name,
        centre_id=row.centre_id,
        centre_name=row.centre_name,
        month=JalaliMonth.parse(row.month),
        kind=ClaimKind(row.kind),
        state=ClaimState(row.state),
        rials=rials,
        times=times,
    )
