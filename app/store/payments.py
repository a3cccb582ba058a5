"""The signed payment lists of reimbursements; a claim stands on one list only."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select

from app.domain.claim import Insurer
from app.domain.office import TrailAction
from app.domain.payments import Payment, PaymentList
from app.store.schema import payment_list_claims, payment_lists
from app.store.sealing import rows_digest
from app.store.trail import TrailWriter


class PaymentReader:
    """Reads payment lists."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self) -> tuple[PaymentList, ...]:
        """Return every list, the latest first."""
        query = select(payment_lists).order_by(payment_lists.c.id.desc())
        return tuple(_list(row) for row in self._connection.execute(query).mappings())

    def payments_of(self, list_id: int) -> tuple[Payment, ...]:
        """Return the payments of a list in their order."""
        query = select(payment_list_claims).where(payment_list_claims.c.list_id == list_id)
        rows = self._connection.execute(query.order_by(payment_list_claims.c.position))
        return tuple(Payment(row.claim_id, row.iban, row.amount) for row in rows)

    def listed(self) -> Mapping[int, int]:
        """Return the list of each claim that stands on one, by their ids."""
        query = select(payment_list_claims.c.claim_id, payment_list_claims.c.list_id)
        return {row.claim_id: row.list_id for row in self._connection.execute(query)}


def _list(row: RowMapping) -> PaymentList:
    return PaymentList(**{**row, "insurer": Insurer(row["insurer"])})


class PaymentWriter(PaymentReader):
    """Keeps payment lists that were signed by the person of the transaction."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def add(self, insurer: Insurer, payments: Sequence[Payment], *, sha256: str, file_name: str) -> PaymentList:
        """Keep a signed list with its payments in their order."""
        added = insert(payment_lists).values(
            insurer=insurer.value,
            sha256=sha256,
            file_name=file_name,
            made_by=self._trail.actor,
            made_at=self._trail.at,
        )
        row = self._connection.execute(added.returning(*payment_lists.c)).mappings().one()
        rows: list[dict[str, Any]] = [
            {"list_id": row["id"], "claim_id": one.claim_id, "position": place, "iban": one.iban, "amount": one.amount}
            for place, one in enumerate(payments, start=1)
        ]
        if rows:
            self._connection.execute(insert(payment_list_claims), rows)
        told = sorted(rows, key=lambda one: int(one["claim_id"]))
        self._trail.record_row(
            TrailAction.PAYMENTS_LISTED, "payments", row["id"], lines=told, lines_digest=rows_digest(told)
        )
        return _list(row)
