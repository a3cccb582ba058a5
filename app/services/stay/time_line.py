"""The time line of a stay: admission, wards, leave, operations, discharge, and what of it does not fit."""

from app.domain.dates import JalaliDate, Moment
from app.rules.case import Case
from app.rules.general.terms import day_of
from app.rules.inpatient_stay.stay import ORDERED_ON, Days, days_of_stay
from app.services.stay.operations import operation_bands, untimed_lines
from app.services.stay.times import Band, Span, SpanKind, TimeLine, midnight
from app.services.stay.wards import leave_spans, ward_spans, ward_troubles


def time_line(case: Case) -> TimeLine:
    """Return the time line of a claim on which no rule has run yet: what it claims, not what is left of it."""
    days, operations = days_of_stay(case), operation_bands(case)
    return TimeLine(
        admitted=case.claim.admitted_at,
        discharged=case.claim.discharged_at,
        ordered_on=day_of(case.fact(ORDERED_ON)),
        days=days,
        stay=_stay(case, days, operations),
        operations=operations,
        untimed=untimed_lines(case),
    )


def _stay(case: Case, days: Days | None, operations: tuple[Band, ...]) -> Band | None:
    """Return the band of whole days that holds everything; None where nothing of the claim has a time."""
    admitted, discharged = case.claim.admitted_at, case.claim.discharged_at
    if case.service_day is None:
        return None
    wards = ward_spans(case)
    spans = [*wards, *leave_spans(case, wards, days), *_surgeries(operations)]
    if admitted is not None and discharged is not None and admitted < discharged:
        spans.insert(0, Span(SpanKind.STAY, admitted, discharged))
    times = [moment for span in spans for moment in (span.start, span.end)]
    times += [moment for moment in (admitted, discharged) if moment is not None]
    first, last = min(times, default=midnight(case.day)), max(times, default=midnight(case.day))
    return Band(midnight(first.day), _end_of_day(last), tuple(spans), tuple(ward_troubles(case, wards, days)))


def _surgeries(operations: tuple[Band, ...]) -> list[Span]:
    return [span for band in operations for span in band.spans if span.kind is SpanKind.SURGERY]


def _end_of_day(moment: Moment) -> Moment:
    whole = moment == midnight(moment.day)
    following: JalaliDate = moment.day if whole else moment.day.plus_days(1)
    return midnight(following)
