"""Lanes of a time line: spans of a kind under one name, those that overlap in rows below one another."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.services.stay.times import Band, Span, SpanKind

ORDER = tuple(SpanKind)


@dataclass(frozen=True, slots=True)
class Lane:
    """Spans of a kind in rows; in a row none overlaps another."""

    kind: SpanKind
    rows: tuple[tuple[Span, ...], ...]


def lanes_of(band: Band) -> tuple[Lane, ...]:
    """Return the lanes of a band in their fixed order; a kind without spans has none."""
    found = ((kind, [span for span in band.spans if span.kind is kind]) for kind in ORDER)
    return tuple(Lane(kind, _rows(spans)) for kind, spans in found if spans)


def _rows(spans: Iterable[Span]) -> tuple[tuple[Span, ...], ...]:
    rows: list[list[Span]] = []
    for span in sorted(spans, key=lambda span: (span.start, span.lines)):
        row = next((row for row in rows if row[-1].end <= span.start), None)
        if row is None:
            rows.append([span])
        else:
            row.append(span)
    return tuple(tuple(row) for row in rows)
