"""Item 13: whole scaling and polishing of an arch, and its parts, once a year; rows by age."""

from collections.abc import Iterable
from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Step
from app.domain.persian import code_text, date_text
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.dental.given import Given, given_before, keep_or_reject, lines_by_day, units_of
from app.rules.dental.terms import arches, fits_age, row_for_age, sessions
from app.rules.outcomes import Ask, Note, Outcomes, Refer, Reject
from app.rules.registry import Phase, Place, line_rule, on, remark, rule

SCALING, WHOLE, ARCH = "dental_scaling", "scaling_full", "arch"
SCALINGS = on(groups={SCALING})
WITH_TARGET_GROUPS = on(groups={"dental_sealant", "dental_fluoride", "dental_varnish"})


def is_whole(service: Service | None) -> bool:
    """Tell whether a row is the whole scaling of an arch."""
    return service is not None and service.attributes.get("action") == WHOLE


@rule("DEN-13a", Phase.QUANTITY, SCALINGS)
def whole_once_a_year(case: Case) -> Outcomes:
    """Keep one whole scaling of each arch in a year; the rows name no arch, the fact does.

    The first of a year is payable whatever its arch, a third never; between them the arches are compared.
    """
    given = [past for past in given_before(case, SCALING) if is_whole(past.service)]
    for line in lines_by_day(case, SCALING):
        if is_whole(line.service) and line.service is not None:
            years = case.figure("dental_limit_years")
            near = [past for past in given if past.units and past.within(years, line)]
            kept, asked = _payable_arches(case, line, near)
            yield from asked
            yield from keep_or_reject(line, kept, near, ARCH)
            given.append(Given(line.day, line.service, kept, arches(line.fact(ARCH)), line))


def _payable_arches(case: Case, line: CaseLine, near: list[Given]) -> tuple[Fraction, list[Ask]]:
    """Return how many arches of a line are payable, and what must be asked first; that is paid meanwhile."""
    all_arches = case.figure("arches_of_mouth")
    named = arches(line.fact(ARCH))
    used = sum((len(past.arches) if past.arches else past.units for past in near), Fraction(0))
    if used >= all_arches:
        return Fraction(0), []
    if not near:
        most = Fraction(all_arches if named is None else len(named))
        return min(line.quantity, most), [Ask(line, (ARCH,))] if named is None and line.quantity > 1 else []
    unknown = [past for past in near if past.arches is None]
    if named is None:
        return line.quantity, [Ask(line, (ARCH,)), *_ask_of_lines(line, unknown)]
    if unknown:
        return line.quantity, [Ask(line, needs=_arch_of(unknown[0])), *_ask_of_lines(line, unknown)]
    done = frozenset[str]().union(*(past.arches for past in near if past.arches))
    return min(line.quantity, Fraction(len(named - done))), []


def _ask_of_lines(waiting: CaseLine, wholes: Iterable[Given]) -> list[Ask]:
    """Return the questions for the arch of other lines of the claim, for the money of a line that waits for it."""
    lines = (past.line for past in wholes if past.line is not None and past.arches is None)
    return [Ask(line, (ARCH,), marks_lines=False) for line in lines if waiting.amount]


def _arch_of(past: Given) -> str:
    return f"فک جرم‌گیری کامل {past.text} روشن نیست"


def covered(wholes: Iterable[Given], arch: str, all_arches: int) -> Answer:
    """Tell whether whole scalings cover an arch: as many as there are arches do, whatever is known of them."""
    wholes = list(wholes)
    known = frozenset[str]().union(*(past.arches for past in wholes if past.arches))
    unknown = units_of(past for past in wholes if past.arches is None)
    if arch in known or (unknown and len(known) + unknown >= all_arches):
        return True
    return UNKNOWN if unknown else False


def _refused_if_covered(case: Case, line: CaseLine, wholes: list[Given]) -> Outcomes:
    answer = covered(wholes, line.attribute(ARCH), case.figure("arches_of_mouth"))
    if answer is True:
        yield Reject(line)
    elif answer is UNKNOWN:
        yield Ask(line, needs=_arch_of(next(past for past in wholes if past.arches is None)))


@rule("DEN-13b", Phase.EXCLUSION, SCALINGS)
def part_beside_whole(case: Case) -> Outcomes:
    """Refuse a part of the scaling of an arch in the session of its whole scaling, in whatever order."""
    for session in sessions(case):
        wholes = [
            Given(line.day, line.service, line.quantity, arches(line.fact(ARCH)), line if each.case is case else None)
            for each in session
            for line in (each.line,)
            if is_whole(line.service) and line.service is not None
        ]
        for each in session:
            if wholes and each.case is case and each.line.group == SCALING and not is_whole(each.line.service):
                yield from _refused_if_covered(case, each.line, wholes)


@rule("DEN-13b", Phase.QUANTITY, SCALINGS)
def part_once_a_year(case: Case) -> Outcomes:
    """Refuse a part of the scaling of an arch within a year of the whole or of the same part; keep one unit of a line.

    Wholes of the same session alone were looked at before; beside one of another day they may cover both arches.
    """
    given, years = list(given_before(case, SCALING)), case.figure("dental_limit_years")
    for line in lines_by_day(case, SCALING):
        if line.service is None:
            continue
        kept = line.quantity
        if not is_whole(line.service):
            near = [past for past in given if past.within(years, line)]
            same = [past for past in near if _same_part(past.service, line.service)]
            kept = min(kept, max(Fraction(0), case.figure("scalings_of_arch") - units_of(same)))
            yield from keep_or_reject(line, kept, same)
            yield from _after_wholes(case, line, [past for past in near if is_whole(past.service)]) if kept else ()
        given.append(Given(line.day, line.service, kept, arches(line.fact(ARCH)), line))


def _after_wholes(case: Case, line: CaseLine, wholes: list[Given]) -> Outcomes:
    """Refuse a part that wholes cover; where it waits for their arch, that is asked for on their lines too."""
    other_days = any(past.line is None or past.day < line.day for past in wholes)
    outcomes = list(_refused_if_covered(case, line, wholes)) if other_days else []
    yield from outcomes
    waits = "DEN-13b" in case.questions(line) or any(isinstance(outcome, Ask) for outcome in outcomes)
    if waits and not any(isinstance(outcome, Reject) for outcome in outcomes):
        own, years = _given_now(case), case.figure("dental_limit_years")
        yield from _ask_of_lines(line, (each for each in own if is_whole(each.service) and each.within(years, line)))


def _given_now(case: Case) -> list[Given]:
    """Return what the live lines of the claim give."""
    lines = lines_by_day(case, SCALING)
    return [Given(o.day, o.service, o.quantity, arches(o.fact(ARCH)), o) for o in lines if o.service]


def _same_part(one: Service, other: Service) -> bool:
    return all(one.attributes.get(name) == other.attributes.get(name) for name in ("action", ARCH))


@line_rule("DEN-13c", Phase.QUANTITY, SCALINGS)
def whole_after_part(case: Case, line: CaseLine) -> Outcomes:
    """Show the reviewer a whole scaling in the year of a paid part of its arch, or of either if that is unknown."""
    if not is_whole(line.service):
        return
    named, years = arches(line.fact(ARCH)), case.figure("dental_limit_years")
    parts = [
        past
        for past in (*given_before(case, SCALING), *_given_now(case))
        if past.day < line.day and past.within(years, line) and not is_whole(past.service)
        if named is None or past.service.attributes.get(ARCH) in named
    ]
    if parts:
        yield Refer(line, steps=tuple(Step(past.service.title, date_text(past.day)) for past in parts))


@line_rule("DEN-13d", Phase.COVER, on(attributes={"age_from", "age_below"}))
def row_of_another_age(case: Case, line: CaseLine) -> Outcomes:
    """Read a row of another age as the row of the patient's age, and refuse it where there is none.

    The note changes no amount: prices and specialties of the right row are looked up by the pricing.
    """
    born = case.claim.patient.birth_date
    if line.service is None:
        return
    if born is None:
        yield Ask(line, ("birth_date",))
    elif not fits_age(line.service, born, line.day):
        row = row_for_age(case, line)
        if row is None:
            yield Reject(line)
        else:
            yield Note(line, steps=(Step("ردیف گروه سنی بیمار", f"کد {code_text(row.code)}"),))


def _beyond_target_group(case: Case, line: CaseLine) -> bool:
    born, limits = case.claim.patient.birth_date, {"age_from", "age_below"} & set(line.attributes)
    return born is not None and not limits and line.day.years_since(born) >= case.figure("age_beyond_target_groups")


remark("DEN-13e", Place.LINE, WITH_TARGET_GROUPS, concerns=_beyond_target_group)
