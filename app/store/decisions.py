"""What people decided: written once, undone by a further row."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from app.domain.assessment import canonical_json
from app.domain.claim_document import fact_document, fact_value
from app.domain.dates import JalaliDate, Moment
from app.domain.facts import FactKind, FactValue
from app.domain.findings import Pen
from app.domain.money import Rial
from app.domain.office import Decision, DecisionKind, TrailAction
from app.errors import UseError
from app.store.columns import expect_short
from app.store.knowledge import known
from app.store.schema import claims, decisions, trail
from app.store.sealing import subject_of
from app.store.trail import TrailWriter

UNDO = "undo"
"""The kind of a row that undoes another; people see the other one as undone."""

_UNDOING = decisions.alias("undoing")


class DecisionReader:
    """Reads decisions."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_claim(self, claim_id: int, *, known_at: int | None = None) -> tuple[Decision, ...]:
        """Return the decisions on a claim as they were made; the undone ones say so.

        `known_at` is the place of the trail up to which anything was said or undone (None: now).
        """
        query = _decisions(known_at).where(decisions.c.claim_id == claim_id).order_by(decisions.c.id)
        return tuple(_decision(row) for row in self._connection.execute(query))

    def answers_in_submission(
        self, submission_id: int, facts: Collection[str], *, known_at: int | None = None
    ) -> tuple[tuple[int, Decision], ...]:
        """Return the answers to these facts on all claims of a submission, each with its claim, without undone ones."""
        query = (
            _decisions(known_at)
            .join(claims, claims.c.id == decisions.c.claim_id)
            .where(
                claims.c.submission_id == submission_id, decisions.c.fact.in_(sorted(facts)), _UNDOING.c.id.is_(None)
            )
            .order_by(decisions.c.id)
        )
        return tuple((row.claim_id, _decision(row)) for row in self._connection.execute(query))

    def latest_together(self, submission_id: int, author: int, kinds: Collection[DecisionKind]) -> str | None:
        """Return when a person last said several words at the same moment in a submission that still hold, or None."""
        query = (
            self._together(submission_id, author, kinds)
            .with_only_columns(decisions.c.at)
            .group_by(decisions.c.at)
            .having(func.count() > 1)
            .order_by(decisions.c.at.desc())
        )
        return self._connection.scalars(query.limit(1)).one_or_none()

    def said_together(
        self, submission_id: int, author: int, at: str, kinds: Collection[DecisionKind]
    ) -> Mapping[int, tuple[Decision, ...]]:
        """Return what a person said in a submission at one moment and that still holds, by claim."""
        found: dict[int, tuple[Decision, ...]] = {}
        query = self._together(submission_id, author, kinds).where(decisions.c.at == at).order_by(decisions.c.id)
        for row in self._connection.execute(query):
            found[row.claim_id] = (*found.get(row.claim_id, ()), _decision(row))
        return found

    @staticmethod
    def _together(submission_id: int, author: int, kinds: Collection[DecisionKind]) -> Select[Any]:
        return (
            _decisions(None)
            .join(claims, claims.c.id == decisions.c.claim_id)
            .where(claims.c.submission_id == submission_id, decisions.c.author == author)
            .where(decisions.c.kind.in_(sorted(kinds)), _UNDOING.c.id.is_(None))
        )

    def places_of_answers(self, submission_id: int, facts: Collection[str]) -> tuple[int, ...]:
        """Return the places of the trail at which these facts were answered in a submission, or an answer undone."""
        given = select(decisions.c.id).join(claims, claims.c.id == decisions.c.claim_id)
        of_facts = given.where(claims.c.submission_id == submission_id, decisions.c.fact.in_(sorted(facts)))
        answers = self._connection.scalars(of_facts).all()
        undone = self._connection.scalars(select(decisions.c.id).where(decisions.c.undoes.in_(answers))).all()
        subjects = [subject_of("decision", number) for number in (*answers, *undone)]
        places = select(trail.c.seq).where(trail.c.subject.in_(subjects)).order_by(trail.c.seq)
        return tuple(self._connection.scalars(places))


class DecisionWriter(DecisionReader):
    """Writes decisions by the person and at the time of the transaction."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def add(
        self,
        claim_id: int,
        kind: DecisionKind,
        *,
        result_digest: str,
        line: int | None = None,
        rule: str | None = None,
        fact: str | None = None,
        value: FactValue | None = None,
        amount: Rial | None = None,
        reason: str | None = None,
        pen: Pen = Pen.GREEN,
    ) -> Decision:
        """Write what a person says of a claim, a line or a finding, made on the result with this digest.

        Raises UseError for a reason that finds no room on a sheet.
        """
        expect_short(reason)
        row = {
            "claim_id": claim_id,
            "kind": kind.value,
            "result_digest": result_digest,
            "line": line,
            "rule": rule,
            "fact": fact,
            "amount": amount,
            "reason": reason,
            "pen": pen.value,
        }
        if value is not None:
            row |= {"value": canonical_json(fact_document(value)), "value_kind": _kind_of(value).value}
        action = TrailAction.FACT_ENTERED if kind is DecisionKind.ENTER_FACT else TrailAction.DECIDED
        return self._get(self._write(row, action))

    def undo(self, decision_id: int) -> None:
        """Undo a decision by a further row; raises UseError where it is undone already."""
        undone = self._get(decision_id)
        if undone.undone:
            raise UseError("این نظر پیش‌تر برگردانده شده است؛ برای برقراری دوباره، آن را از نو ثبت کنید.")
        row = {
            "claim_id": select(decisions.c.claim_id).where(decisions.c.id == decision_id).scalar_subquery(),
            "kind": UNDO,
            "result_digest": undone.result_digest,
            "line": undone.line,
            "undoes": decision_id,
        }
        self._write(row, TrailAction.UNDONE)

    def _get(self, decision_id: int) -> Decision:
        return _decision(self._connection.execute(_decisions(None).where(decisions.c.id == decision_id)).one())

    def _write(self, row: dict[str, Any], action: TrailAction) -> int:
        signed = row | {"author": self._trail.actor, "at": self._trail.at}
        added = insert(decisions).values(signed).returning(decisions.c.id, decisions.c.claim_id)
        decision_id, claim_id = self._connection.execute(added).one()
        self._trail.record_row(action, "decision", decision_id, claim_id=claim_id)
        return int(decision_id)


def _decisions(known_at: int | None) -> Select[Any]:
    undone = (_UNDOING.c.undoes == decisions.c.id) & known("decision", _UNDOING.c.id, known_at)
    return (
        select(decisions, _UNDOING.c.id.is_not(None).label("undone"))
        .outerjoin_from(decisions, _UNDOING, undone)
        .where(decisions.c.kind != UNDO, known("decision", decisions.c.id, known_at))
    )


def _kind_of(value: FactValue) -> FactKind:
    """Return the kind under which a value comes back from its document with the same type."""
    match value:
        case bool():
            return FactKind.BOOL
        case int():
            return FactKind.INTEGER
        case str():
            return FactKind.TEXT
        case JalaliDate():
            return FactKind.DATE
        case Moment():
            return FactKind.DATETIME
        case tuple():
            return FactKind.LIST
    return FactKind.DECIMAL


def _decision(row: Row[Any]) -> Decision:
    value = None if row.value is None else fact_value(FactKind(row.value_kind), json.loads(row.value))
    return Decision(
        id=row.id,
        kind=DecisionKind(row.kind),
        author=row.author,
        at=row.at,
        result_digest=row.result_digest,
        line=row.line,
        rule=row.rule,
        fact=row.fact,
        value=value,
        amount=row.amount,
        reason=row.reason,
        undone=bool(row.undone),
        pen=Pen(row.pen or Pen.GREEN),
    )
