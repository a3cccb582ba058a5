"""Which headings of a bill are folded, and which amounts are unfolded to their factors."""

from collections.abc import Iterator, Sequence

from app.ui.bill.bill_rows import LONG_BILL, BillRow, FactorsRow, HeadingRow, LineRow


class Folds:
    """The folds of one bill, by section and by the number of the line."""

    def __init__(self) -> None:
        self.sections: set[str] = set()
        self.amounts: set[int] = set()

    def begin(self, rows: Sequence[BillRow]) -> None:
        """Fold a bill that is new on the desk: of a long one the headings of which nothing is to be seen."""
        self.amounts.clear()
        headings = [row for row in rows if isinstance(row, HeadingRow)]
        long = sum(heading.lines for heading in headings) > LONG_BILL
        self.sections = {heading.section for heading in headings if long and heading.quiet}

    def fold(self, section: str, *, folded: bool) -> None:
        """Fold or open a heading."""
        (self.sections.add if folded else self.sections.discard)(section)

    def turn_all(self, rows: Sequence[BillRow], kept: str | None) -> None:
        """Fold all headings but the one kept; where none of these is open, open all."""
        sections = {row.section for row in rows if isinstance(row, HeadingRow)}
        foldable = sections - {kept}
        self.sections = foldable if foldable - self.sections else set()

    def turn_amount(self, no: int) -> None:
        """Unfold an amount, or fold it again."""
        self.amounts ^= {no}

    def with_factors(self, rows: Sequence[BillRow]) -> tuple[BillRow, ...]:
        """Return the rows with the factors of each unfolded amount below its line."""

        def laid() -> Iterator[BillRow]:
            for row in rows:
                yield row
                if isinstance(row, LineRow) and row.line.no in self.amounts:
                    yield FactorsRow(row.line.no, row.factors)

        return tuple(laid())


def section_around(rows: Sequence[BillRow], place: int) -> str | None:
    """Return the section of the heading above a row, None on a bill without headings."""
    above = (row for row in reversed(rows[: place + 1]) if isinstance(row, HeadingRow))
    return next((heading.section for heading in above), None)
