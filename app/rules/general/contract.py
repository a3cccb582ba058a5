"""Items 8 and 22: periods in which the centre has no valid contract, licence, address or officer, all by service day.

These rules judge what came through the contract. The dates stand in the office's register of centres: while they are
absent nothing of the kind is known and nothing is asked. Every such period goes to the supervision office (GEN-22).
"""

from app.domain.dates import JalaliDate
from app.domain.findings import Step
from app.rules.case import Case
from app.rules.general.terms import day_of, day_step
from app.rules.outcomes import Outcomes, Refer, Reject
from app.rules.registry import Phase, Place, remark, rule

REFERRED_GROUNDS = ("GEN-08a", "GEN-08c", "GEN-22a", "GEN-22b", "GEN-22c", "GEN-22d", "GEN-22e", "GEN-22f")


def judged_day(case: Case) -> JalaliDate | None:
    """Return the service day of a claim that came through the contract, None where there is nothing to judge."""
    return case.service_day if case.is_contracted else None


def outside(case: Case, caption: str, limit: JalaliDate | None, *, before: bool) -> Outcomes:
    """Refuse a service before the first, or after the last, valid day; that day itself is in order."""
    day = judged_day(case)
    if day is None or limit is None:
        return
    if (day < limit) if before else (day > limit):
        yield Reject(steps=(day_step(caption, limit), day_step("روز خدمت", day)))


def within(case: Case, name: str, *, last_day_counts: bool) -> Outcomes:
    """Refuse a service within the period of the facts name_from and name_to; without its end it is still open."""
    names = (f"{name}_from", f"{name}_to")
    start, end = (day_of(case.fact(each)) for each in names)
    day = judged_day(case)
    if day is None or start is None or day < start:
        return
    if end is None or day < end or (last_day_counts and day == end):
        yield Reject(facts=names if end else names[:1], steps=_period(start, end, day))


def _period(start: JalaliDate, end: JalaliDate | None, day: JalaliDate) -> tuple[Step, ...]:
    ends = (day_step("پایان دوره", end),) if end else ()
    return (day_step("آغاز دوره", start), *ends, day_step("روز خدمت", day))


@rule("GEN-08a", Phase.ADMISSIBILITY)
def before_the_contract(case: Case) -> Outcomes:
    """Refuse a service before the first contract day."""
    yield from outside(case, "آغاز قرارداد", case.submission.provider.contract_from, before=True)


@rule("GEN-08b", Phase.ADMISSIBILITY)
def without_contract(case: Case) -> Outcomes:
    """Refuse what a centre without any contract sends through the contract; an insured person may ask for it."""
    if case.is_contracted and not case.submission.provider.contracted:
        yield Reject()


@rule("GEN-08c", Phase.ADMISSIBILITY)
def suspended(case: Case) -> Outcomes:
    """Refuse a service while the contract was suspended, its last day included."""
    yield from within(case, "suspended", last_day_counts=True)


@rule("GEN-22a", Phase.ADMISSIBILITY)
def closed(case: Case) -> Outcomes:
    """Refuse a service while the institution was closed, its last day included."""
    yield from within(case, "closed", last_day_counts=True)


@rule("GEN-22b", Phase.ADMISSIBILITY)
def unreported_address(case: Case) -> Outcomes:
    """Refuse a service at a new address before the day of its report."""
    yield from within(case, "address_unreported", last_day_counts=False)


@rule("GEN-22c", Phase.ADMISSIBILITY)
def unreported_officer(case: Case) -> Outcomes:
    """Refuse a service under a new technical officer before the day of the report."""
    yield from within(case, "officer_unreported", last_day_counts=False)


@rule("GEN-22e", Phase.ADMISSIBILITY)
def expired_licence(case: Case) -> Outcomes:
    """Refuse a service after the last day of the officer's or the establishment's licence, the earlier of the two."""
    ends = [day_of(case.fact(name)) for name in ("officer_licence_to", "establishment_licence_to")]
    earlier = min((end for end in ends if end), default=None)
    yield from outside(case, "پایان اعتبار پروانه", earlier, before=False)


@rule("GEN-22f", Phase.ADMISSIBILITY)
def after_the_contract(case: Case) -> Outcomes:
    """Refuse a service after the last contract day: end, termination or cancellation."""
    yield from outside(case, "پایان قرارداد", case.submission.provider.contract_to, before=False)


@rule("GEN-22", Phase.ADMISSIBILITY, late=True)
def inadmissible_period(case: Case) -> Outcomes:
    """Refer every inadmissible period to the supervision office, beside the ground that rejects it."""
    if case.rejected_by(None, *REFERRED_GROUNDS):
        yield Refer()


remark("GEN-22g", Place.RULE_BOOK)
