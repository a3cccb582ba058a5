"""Items 5, 6 and 18: how many regions of a session are payable, and which count as one."""

from collections.abc import Iterable, Iterator

from app.domain.facts import UNKNOWN
from app.domain.persian import number
from app.rules.case import Case, CaseLine
from app.rules.lines import dearest_first
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.persons import unnamed
from app.rules.physiotherapy.terms import ADD_ONS, SESSION, is_related, region_of, sessions
from app.rules.registry import Phase, on, rule

REGION, REGISTERED, RADICULAR = "body_region", "condition_registered", "radicular"
SESSIONS = on(groups={SESSION})


def _session_lines(lines: Iterable[CaseLine]) -> list[CaseLine]:
    return [line for line in lines if line.group == SESSION]


def _regions(lines: Iterable[CaseLine]) -> list[str]:
    """Return the different regions of a session in the order of its lines."""
    named = (region_of(line) for line in _session_lines(lines))
    return list(dict.fromkeys(region for region in named if region is not None))


def _of_regions(lines: Iterable[CaseLine], regions: Iterable[str]) -> list[CaseLine]:
    """Return the session lines and add-ons of some regions."""
    wanted = set(regions)
    return [line for line in lines if line.group in ADD_ONS | {SESSION} and region_of(line) in wanted]


def _has_named_disease(case: Case) -> bool:
    return not set(case.figure("named_diseases")).isdisjoint(case.claim.patient.conditions)


def _may_have_four(case: Case) -> bool:
    """Tell whether the patient has one of the named diseases and a related specialist ordered (item 6)."""
    return _has_named_disease(case) and is_related(case) is True


def _rejected(lines: Iterable[CaseLine], regions: Iterable[str], *facts: str) -> Outcomes:
    yield from (Reject(line, facts) for line in _of_regions(lines, regions))


@rule("PT-05a", Phase.QUANTITY, SESSIONS)
def regions_of_a_session(case: Case) -> Outcomes:
    """Refuse the regions beyond two for a related specialist's request, beyond one for others'.

    While his field is unknown the regions that it decides are asked about. In the named diseases PT-06 sets the limit.
    """
    related, most = is_related(case), case.figure("regions_of_related")
    certain = most if related is True else case.figure("regions_of_others")
    if related is UNKNOWN and _has_named_disease(case) and case.fact(REGISTERED) is not False:
        most = case.figure("regions_in_named_diseases")
    for lines in sessions(case):
        yield from _unnamed_regions(_session_lines(lines))
        if _may_have_four(case):
            continue
        regions = _regions(lines)
        if related is UNKNOWN:
            missing = unnamed("prescriber", case.prescriber, "qualification", "specialty")
            yield from (Ask(line, missing) for line in _of_regions(lines, regions[certain:most]))
            yield from _rejected(lines, regions[most:])
        else:
            yield from _rejected(lines, regions[certain:])


def _unnamed_regions(lines: list[CaseLine]) -> Outcomes:
    """Ask on the later of two lines of a session of which one names no region: it may be the same or another one."""
    for place, line in enumerate(lines[1:], 1):
        nameless = [earlier for earlier in lines[:place] if region_of(earlier) is None]
        if region_of(line) is None:
            yield Ask(line, (REGION,))
        elif nameless:
            yield Ask(line, needs=f"ناحیه درمان‌شده در ردیف {number(nameless[0].no)} نوشته نشده است")


@rule("PT-06a", Phase.QUANTITY, SESSIONS)
def fifth_region(case: Case) -> Outcomes:
    """Refuse the regions beyond four in the named diseases; where the patient is not registered PT-06b bites."""
    if _may_have_four(case) and case.fact(REGISTERED) is not False:
        for lines in sessions(case):
            yield from _rejected(lines, _regions(lines)[case.figure("regions_in_named_diseases") :])


@rule("PT-06b", Phase.QUANTITY, SESSIONS)
def four_regions_of_registered(case: Case) -> Outcomes:
    """Refuse the third and further regions where the patient is not registered; ask only where there are so many."""
    registered = case.fact(REGISTERED)
    if not _may_have_four(case) or registered is True:
        return
    two, four = case.figure("regions_of_related"), case.figure("regions_in_named_diseases")
    for lines in sessions(case):
        regions = _regions(lines)
        if registered is False:
            yield from _rejected(lines, regions[two:], REGISTERED)
        else:
            yield from (Ask(line, (REGISTERED,)) for line in _of_regions(lines, regions[two:four]))


@rule("PT-18", Phase.EXCLUSION, SESSIONS)
def regions_of_radicular_pain(case: Case) -> Outcomes:
    """Pay one region where spine and limb are treated for one radicular pain; ask where both stand in a session."""
    radicular = case.fact(RADICULAR)
    if radicular is False:
        return
    for line in _further_regions(case):
        yield Reject(line, (RADICULAR,)) if radicular is True else Ask(line, (RADICULAR,))


def _further_regions(case: Case) -> Iterator[CaseLine]:
    """Yield, of each session and group of regions with its spine and a limb, the lines of the regions that go."""
    for lines in sessions(case):
        for spine, *limbs in case.figure("radicular_regions"):
            of_group = [line for line in _session_lines(lines) if region_of(line) in {spine, *limbs}]
            present = set(_regions(of_group))
            if spine in present and len(present) > 1:
                kept = dearest_first(case, of_group)[0]
                yield from _of_regions(lines, present - {region_of(kept)})
