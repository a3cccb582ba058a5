"""The samples that supervisors draw of what was not overridden, and what they found in them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, exists, func, insert, select

from app.domain.assessment import canonical_json
from app.domain.office import TrailAction
from app.domain.office_records import Sample, SampledClaim, SampleMethod
from app.domain.sample_results import SampleProgress
from app.store.columns import expect_short
from app.store.schema import sample_claims, sample_verdicts, samples
from app.store.sealing import rows_digest
from app.store.trail import TrailWriter


class SampleReader:
    """Reads samples."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self) -> tuple[Sample, ...]:
        """Return every sample, the latest first."""
        query = select(samples).order_by(samples.c.id.desc())
        return tuple(_sample(row) for row in self._connection.execute(query).mappings())

    def claims_of(self, sample_id: int) -> tuple[SampledClaim, ...]:
        """Return the claims of a sample in the order in which they were drawn, each with the latest word on it."""
        latest = (
            select(sample_verdicts.c.claim_id, func.max(sample_verdicts.c.id).label("id"))
            .where(sample_verdicts.c.sample_id == sample_id)
            .group_by(sample_verdicts.c.claim_id)
            .subquery()
        )
        said = and_(sample_verdicts.c.id == latest.c.id, latest.c.claim_id == sample_claims.c.claim_id)
        query = (
            select(sample_claims.c.claim_id, sample_claims.c.why, *_VERDICT)
            .outerjoin(latest, latest.c.claim_id == sample_claims.c.claim_id)
            .outerjoin(sample_verdicts, said)
            .where(sample_claims.c.sample_id == sample_id)
            .order_by(sample_claims.c.position)
        )
        return tuple(_sampled(row) for row in self._connection.execute(query).mappings())

    def progress(self) -> dict[int, SampleProgress]:
        """Return how far each sample has come, by its number."""
        latest = select(func.max(sample_verdicts.c.id)).group_by(
            sample_verdicts.c.sample_id, sample_verdicts.c.claim_id
        )
        said = and_(
            sample_verdicts.c.id.in_(latest),
            sample_verdicts.c.sample_id == sample_claims.c.sample_id,
            sample_verdicts.c.claim_id == sample_claims.c.claim_id,
        )
        counts = (func.count(), func.count(sample_verdicts.c.id), func.coalesce(func.sum(sample_verdicts.c.agreed), 0))
        query = select(sample_claims.c.sample_id, *counts).outerjoin_from(sample_claims, sample_verdicts, said)
        found = self._connection.execute(query.group_by(sample_claims.c.sample_id))
        return {number: SampleProgress(drawn, looked_at, agreed) for number, drawn, looked_at, agreed in found}

    def waiting_on(self, claim_id: int) -> tuple[Sample, ...]:
        """Return the samples in which nobody has judged a claim yet, the latest first."""
        same = and_(
            sample_verdicts.c.sample_id == sample_claims.c.sample_id,
            sample_verdicts.c.claim_id == sample_claims.c.claim_id,
        )
        drawn = select(sample_claims.c.sample_id).where(sample_claims.c.claim_id == claim_id)
        waiting = drawn.where(~exists(select(sample_verdicts.c.id).where(same)))
        query = select(samples).where(samples.c.id.in_(waiting)).order_by(samples.c.id.desc())
        return tuple(_sample(row) for row in self._connection.execute(query).mappings())


_VERDICT = (
    sample_verdicts.c.agreed,
    sample_verdicts.c.note,
    sample_verdicts.c.judged_by,
    sample_verdicts.c.judged_at,
)


def _sample(row: RowMapping) -> Sample:
    return Sample(**{**row, "method": SampleMethod(row["method"]), "criteria": json.loads(row["criteria"])})


def _sampled(row: RowMapping) -> SampledClaim:
    return SampledClaim(**{**row, "agreed": None if row["agreed"] is None else bool(row["agreed"])})


class SampleWriter(SampleReader):
    """Keeps samples and what was found in them, by the person of the transaction."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def draw(
        self, method: SampleMethod, seed: int, criteria: Mapping[str, Any], claims: Sequence[tuple[int, str]]
    ) -> Sample:
        """Keep a sample of claims, each with why it was drawn, in their order."""
        added = insert(samples).values(
            method=method.value,
            seed=seed,
            criteria=canonical_json(dict(criteria)),
            drawn_by=self._trail.actor,
            drawn_at=self._trail.at,
        )
        row = self._connection.execute(added.returning(*samples.c)).mappings().one()
        drawn = [
            {"sample_id": row["id"], "claim_id": claim_id, "position": place, "why": why}
            for place, (claim_id, why) in enumerate(claims, start=1)
        ]
        if drawn:
            self._connection.execute(insert(sample_claims), drawn)
        told = sorted(drawn, key=lambda one: one["claim_id"])
        self._trail.record_row(
            TrailAction.SAMPLE_DRAWN, "sample", row["id"], lines=told, lines_digest=rows_digest(told)
        )
        return _sample(row)

    def judge(self, sample_id: int, claim_id: int, *, agreed: bool, note: str | None = None) -> None:
        """Keep what a supervisor found at a claim of a sample; a later word stands in place of an earlier one."""
        expect_short(note)
        added = insert(sample_verdicts).values(
            sample_id=sample_id,
            claim_id=claim_id,
            agreed=int(agreed),
            note=note,
            judged_by=self._trail.actor,
            judged_at=self._trail.at,
        )
        key = self._connection.execute(added.returning(sample_verdicts.c.id)).scalar_one()
        self._trail.record_row(TrailAction.SAMPLE_JUDGED, "verdict", key, claim_id=claim_id)
