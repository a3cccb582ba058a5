"""Items 2-5, 2-10, 3-4 and 3-5: what is paid by the session, and what brachytherapy codes hold or bring with them."""

from fractions import Fraction

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Outcomes, Reduce, Reject
from app.rules.pricing import unit_price
from app.rules.radiotherapy.regions import REGION, Region, region_of
from app.rules.radiotherapy.terms import (
    HDR,
    PORTAL_FILM,
    PROCEDURE,
    SESSION_MANAGEMENT,
    SESSIONS,
    count,
    dearest_first,
    has_teletherapy,
    lines_of,
    units_of,
)
from app.rules.registry import Phase, line_rule, on, rule, silent
from app.rules.tariffs import before_rule, kept_over_lines

IMAGES, DEVICE = "portal_images", "brachy_device"
EYE_SOURCE = "602365"


@rule("RT-07a", Phase.EXCLUSION, on(groups={SESSION_MANAGEMENT}))
def one_management_a_session(case: Case) -> Outcomes:
    """Keep as many session managements as there are sessions, the dearer ones first."""
    lines, sessions = lines_of(case, SESSION_MANAGEMENT), count(case.fact(SESSIONS))
    if sessions is not None:
        yield from kept_over_lines(case, dearest_first(case, lines), sessions, SESSIONS)
    elif len(lines) > 1:
        yield from (Ask(line, (SESSIONS,)) for line in lines)


@line_rule("RT-12a", Phase.QUANTITY, on(groups={PORTAL_FILM}))
def portal_films_shown(case: Case, line: CaseLine) -> Outcomes:
    """Keep as many portal films as images are shown."""
    images = count(line.fact(IMAGES))
    if images is None:
        yield Ask(line, (IMAGES,))
    else:
        yield from kept_over_lines(case, [line], images, IMAGES)


def _procedures_due(case: Case) -> Fraction:
    """Return the sessions of brachytherapy: the fact, without it or beside teletherapy the HDR treatments billed."""
    told = count(case.fact(SESSIONS))
    if told is not None and not has_teletherapy(case):
        return told
    lines = lines_of(case, HDR) or lines_of(case, PROCEDURE)
    return max((line.quantity for line in lines), default=Fraction(0))


@rule("RT-21a", Phase.EXCLUSION, on(groups={PROCEDURE}))
def one_procedure_a_session(case: Case) -> Outcomes:
    """Keep as many brachytherapy procedures of a region as there are sessions, the dearer ones first."""
    lines = dearest_first(case, lines_of(case, PROCEDURE))
    sessions = _procedures_due(case)
    if len(lines) == 1:
        yield from kept_over_lines(case, lines, sessions, SESSIONS)
        return
    regions: list[tuple[Region, list[CaseLine]]] = []
    for line in lines:
        region = region_of(line)
        if region is None:
            yield Ask(line, (REGION,))
            continue
        known = next((members for other, members in regions if other.meets(region)), None)
        if known is None:
            regions.append((region, [line]))
        else:
            known.append(line)
    for _region, members in regions:
        yield from kept_over_lines(case, members, sessions, REGION, SESSIONS)


@line_rule("RT-21b", Phase.EXCLUSION)
def parts_of_the_procedure(case: Case, line: CaseLine) -> Outcomes:
    """Refuse planning, physics and contouring beside a brachytherapy procedure; those of teletherapy stand."""
    parts = case.figure("parts_of_brachytherapy")
    if line.group in parts and lines_of(case, PROCEDURE) and not has_teletherapy(case):
        yield Reject()


@rule("RT-21c", Phase.QUANTITY, on(codes={EYE_SOURCE}))
def source_of_the_eye(case: Case) -> Outcomes:
    """Keep one placing of the source for each brachytherapy of an eye; of other claims but radiotherapy's, nothing."""
    eyes = [line for line in lines_of(case, PROCEDURE) if line.attribute("eye")]
    sources = sorted((line for line in case.live_lines if line.code == EYE_SOURCE), key=lambda line: line.no)
    if eyes or case.claim.kind is ClaimKind.RADIOTHERAPY:
        yield from kept_over_lines(case, sources, units_of(eyes))


@rule("RT-22a", Phase.QUANTITY, on(groups={HDR}))
def one_treatment_a_session(case: Case) -> Outcomes:
    """Keep as many HDR treatments as there are sessions; beside teletherapy the fact may count other sessions."""
    sessions = count(case.fact(SESSIONS))
    if sessions is not None and not has_teletherapy(case):
        yield from kept_over_lines(case, lines_of(case, HDR), sessions, SESSIONS)


@line_rule("RT-22b", Phase.PRICE, on(groups={HDR}))
def mdr_device(case: Case, line: CaseLine) -> Outcomes:
    """Pay the percent of an MDR device; ask for the device where more than that stands."""
    device, one = line.fact(DEVICE), unit_price(case, line, line.service)
    if one is None or device not in {UNKNOWN, "mdr"}:
        return
    percent, whole = case.figure("mdr_percent"), one.times(line.quantity)
    reduced = round_half_up(whole.exact * percent / 100)
    if device is UNKNOWN:
        if line.amount > reduced:
            yield Ask(line, (DEVICE,))
        return
    step = Step("دستگاه MDR", f"{rials(whole.rial)} × {number(percent)}٪", reduced)
    yield Reduce(line, (DEVICE,), to=reduced, steps=(*whole.steps, step, before_rule(line)))


silent("no rule refuses an insertion code beside a brachytherapy procedure; without one RT-02b shows it", "RT-21d")
