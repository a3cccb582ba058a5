"""A signed payment list as tables of a workbook: what is paid, and in a second one what is reclaimed."""

from collections.abc import Iterator, Sequence

from app.domain.identity import iban_groups
from app.domain.payments import KeptList, ListedRequest
from app.domain.statistics_report import ColumnKind, ReportColumn, ReportTable

_ROW = (
    ReportColumn("درخواست"),
    ReportColumn("بیمه‌شده"),
    ReportColumn("شماره بیمه‌شده"),
    ReportColumn("شماره شبا"),
)
_SUMS = (
    ReportColumn("سهم بیمه‌گر", ColumnKind.RIAL),
    ReportColumn("در فهرست‌های پیش", ColumnKind.RIAL),
    ReportColumn("یادداشت"),
)


def tables_of(kept: KeptList) -> Iterator[ReportTable]:
    """Yield the tables of a list; the second one only where something is reclaimed."""
    paid = ReportColumn("پرداخت این فهرست", ColumnKind.RIAL)
    yield _table("پرداخت‌ها", "پرداخت‌ها به حساب بیمه‌شدگان", paid, kept.paid)
    if kept.reclaimed:
        back = ReportColumn("بازپس‌گرفتنی", ColumnKind.RIAL)
        yield _table("بازپس‌گیری‌ها", "آنچه از بیمه‌شدگان بازپس گرفته می‌شود", back, kept.reclaimed)


def _table(name: str, title: str, amount: ReportColumn, requests: Sequence[ListedRequest]) -> ReportTable:
    rows = tuple(
        (
            request.claim.id,
            request.claim.patient.name or "—",
            request.claim.patient.id,
            iban_groups(request.payment.iban),
            request.payment.amount,
            request.payment.due,
            request.payment.paid,
            " ".join(part for part in (request.difference, request.since) if part),
        )
        for request in requests
    )
    total = sum(request.payment.amount for request in requests)
    sums = ("جمع", None, None, None, total, None, None, None)
    return ReportTable(name, title, (*_ROW, amount, *_SUMS), rows, sums)
