"""Item 15, notes 1 and 2, and item 16: heat and add-ons beside the session that they belong to."""

from app.domain.dates import JalaliDate
from app.rules.case import Case, CaseLine, units
from app.rules.lines import at_most, keep_units
from app.rules.outcomes import Outcomes, Reject
from app.rules.physiotherapy.terms import ADD_ONS, DEEP_HEAT, SESSION, chains, counted, is_dated, region_of
from app.rules.registry import Phase, line_rule, on, rule


def sessions_of(case: Case, line: CaseLine) -> list[CaseLine]:
    """Return the live session lines that an add-on may belong to: same day, same region where both name one."""
    return [
        other
        for other in case.live_lines
        if other.group == SESSION
        and other.line.day == line.line.day
        and (region_of(other) == region_of(line) or None in (region_of(other), region_of(line)))
    ]


@rule("PT-15b", Phase.EXCLUSION, on(groups={DEEP_HEAT}))
def one_heat_for_a_region(case: Case) -> Outcomes:
    """Keep one heat treatment for a region and session; undated, as many units as the region has sessions.

    Where no session stands beside the heat, PT-15d refuses it.
    """
    heats = [line for line in counted(case.live_lines) if line.group == DEEP_HEAT]
    seen: set[tuple[JalaliDate | None, str]] = set()
    for line in filter(is_dated, heats):
        region = region_of(line)
        if region is not None and (line.line.day, region) in seen:
            yield Reject(line, ("body_region",))
            continue
        seen |= {(line.line.day, region)} if region is not None else set()
        yield from at_most(line, 1)
    for chain in chains(line for line in heats if not is_dated(line)):
        beside = sessions_of(case, chain[0])
        if beside:
            yield from keep_units(chain, units(beside))


@line_rule("PT-15d", Phase.EXCLUSION, on(groups=ADD_ONS))
def add_on_without_session(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an add-on (+) without its session."""
    if not sessions_of(case, line):
        yield Reject()
