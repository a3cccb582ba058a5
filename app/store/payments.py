"""The signed payment lists of reimbursements; a claim stands on a list once in each of its versions."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, Select, func, insert, select

from app.domain.claim import Insurer
from app.domain.office import Role, TrailAction
from app.domain.payments import PaidBefore, Payment, PaymentList
from app.store.schema import payment_list_claims, payment_lists, sheets
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
        query = _PAYMENTS.where(payment_list_claims.c.list_id == list_id)
        return tuple(_payment(row) for row in self._connection.execute(query.order_by(payment_list_claims.c.position)))

    def of_claim(self, claim_id: int) -> tuple[PaidBefore, ...]:
        """Return the payments of a claim with their lists, the first one first."""
        query = _PAYMENTS.where(payment_list_claims.c.claim_id == claim_id).order_by(payment_list_claims.c.list_id)
        return tuple(PaidBefore(row.list_id, _payment(row)) for row in self._connection.execute(query))

    def latest(self) -> Mapping[int, PaidBefore]:
        """Return the latest payment of each claim that stands on a list, by the claims' ids."""
        rows = self._connection.execute(_PAYMENTS.order_by(payment_list_claims.c.list_id))
        return {row.claim_id: PaidBefore(row.list_id, _payment(row)) for row in rows}


_CLOSED_THEN = (
    select(func.max(sheets.c.version))
    .where(sheets.c.claim_id == payment_list_claims.c.claim_id, sheets.c.role == Role.ACCOUNTANT.value)
    .where(sheets.c.signed_at <= payment_lists.c.made_at)
    .scalar_subquery()
)
"""The version that was closed when a list was made, of which a release before differences were paid kept no word."""
_PAYMENTS: Select[Any] = select(
    payment_list_claims.c.list_id,
    payment_list_claims.c.claim_id,
    payment_list_claims.c.iban,
    func.coalesce(payment_list_claims.c.due, payment_list_claims.c.amount).label("due"),
    func.coalesce(payment_list_claims.c.version, _CLOSED_THEN, 1).label("version"),
    func.coalesce(payment_list_claims.c.paid, 0).label("paid"),
).join(payment_lists, payment_lists.c.id == payment_list_claims.c.list_id)


def _payment(row: Row[Any]) -> Payment:
    return Payment(row.claim_id, row.iban, row.due, row.version, row.paid)


def _list(row: RowMapping) -> PaymentList:
    return PaymentList(**{**row, "insurer": Insurer(row["insurer"])})


class PaymentWriter(PaymentReader):
    """Keeps payment lists that were signed by the person of the transaction."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def add(self, insurer: Insurer, payments: Sequence[Payment], *, sha256: str, file_name: str) -> PaymentList:
        """Keep a signed list with its payments in their order.

        The store refuses a version that stands on a list already, and what was paid before told otherwise than it was.
        """
        added = insert(payment_lists).values(
            insurer=insurer.value,
            sha256=sha256,
            file_name=file_name,
            made_by=self._trail.actor,
            made_at=self._trail.at,
        )
        row = self._connection.execute(added.returning(*payment_lists.c)).mappings().one()
        rows: list[dict[str, Any]] = [
            {
                "list_id": row["id"],
                "claim_id": one.claim_id,
                "position": place,
                "iban": one.iban,
                "amount": one.amount,
                "version": one.version,
                "due": one.due,
                "paid": one.paid,
            }
            for place, one in enumerate(payments, start=1)
        ]
        if rows:
            self._connection.execute(insert(payment_list_claims), rows)
        told = sorted(rows, key=lambda one: int(one["claim_id"]))
        self._trail.record_row(
            TrailAction.PAYMENTS_LISTED, "payments", row["id"], lines=told, lines_digest=rows_digest(told)
        )
        return _list(row)
