"""The latest result of each claim, for lists and statistics: a cache that the engine can always make again."""

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, delete, insert, select

from app.domain.assessment import Totals
from app.domain.deduction_parts import DeductionPart, Taker
from app.domain.findings import Verdict
from app.domain.office import ResultSummary
from app.store.schema import result_lines, result_parts, results


class ResultReader:
    """Reads the latest results."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_claim(self, claim_id: int) -> ResultSummary | None:
        """Return a claim's latest result, or None where the engine has not looked at it."""
        row = self._connection.execute(select(results).where(results.c.claim_id == claim_id)).one_or_none()
        if row is None:
            return None
        lines = self._connection.execute(select(result_lines).where(result_lines.c.claim_id == claim_id)).all()
        parts = select(result_parts).where(result_parts.c.claim_id == claim_id).order_by(result_parts.c.seq)
        return ResultSummary(
            digest=row.digest,
            verdict=Verdict(row.verdict),
            totals=Totals(row.claimed, row.approved, row.deducted, row.patient_share, row.insurer_share),
            queries=row.queries,
            trial_figures=bool(row.trial_figures),
            rulebook=row.rulebook,
            approved_lines={line.no: line.approved for line in lines},
            engine_lines={line.no: line.engine_approved for line in lines if line.engine_approved is not None},
            parts=tuple(
                DeductionPart(part.line, part.rule, part.amount, Taker(part.taker))
                for part in self._connection.execute(parts)
            ),
        )


class ResultWriter(ResultReader):
    """Replaces the latest results; they are no part of the trail."""

    def put(self, claim_id: int, summary: ResultSummary) -> None:
        """Keep a claim's latest result in place of the one before."""
        self.put_all({claim_id: summary})

    def put_all(self, summaries: Mapping[int, ResultSummary]) -> None:
        """Keep the latest results of many claims, by claim id."""
        if not summaries:
            return
        replaced = delete(results).where(results.c.claim_id == bindparam("replaced"))
        self._connection.execute(replaced, [{"replaced": claim_id} for claim_id in summaries])
        self._connection.execute(insert(results), [_row(claim_id, summary) for claim_id, summary in summaries.items()])
        line_rows = [
            {"claim_id": claim_id, "no": no, "approved": approved, "engine_approved": summary.engine_lines.get(no)}
            for claim_id, summary in summaries.items()
            for no, approved in summary.approved_lines.items()
        ]
        if line_rows:
            self._connection.execute(insert(result_lines), line_rows)
        part_rows = [
            {"claim_id": claim_id, "seq": seq, "line": part.line, "rule": part.rule}
            | {"amount": part.amount, "taker": part.taker.value}
            for claim_id, summary in summaries.items()
            for seq, part in enumerate(summary.parts, start=1)
        ]
        if part_rows:
            self._connection.execute(insert(result_parts), part_rows)


def _row(claim_id: int, summary: ResultSummary) -> dict[str, object]:
    totals = summary.totals
    return {
        "claim_id": claim_id,
        "digest": summary.digest,
        "verdict": summary.verdict.value,
        "claimed": totals.claimed,
        "approved": totals.approved,
        "deducted": totals.deducted,
        "patient_share": totals.patient_share,
        "insurer_share": totals.insurer_share,
        "queries": summary.queries,
        "trial_figures": int(summary.trial_figures),
        "rulebook": summary.rulebook,
    }
