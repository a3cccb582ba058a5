"""Which modifiers of an anesthesia line hold: 31 to 40, each by the facts that its clause names.

A verdict says what goes out of the price and whether it does; verdicts stand in the order in which the clauses act.
Where one clause takes all modifiers out (base 3, sedation), the single ones are not looked at and ask nothing.
"""

from collections.abc import Callable, Iterator

from app.domain.facts import UNKNOWN, Answer, any_true
from app.rules.case import Case, CaseLine
from app.rules.modifiers.terms import ANESTHESIA, PAIN, STANDBY, is_listed, reports, times_reported
from app.rules.modifiers.units import (
    ADDED,
    EMERGENCY,
    HYPOTENSION,
    HYPOTHERMIA,
    METHOD,
    OLD_AGE,
    POSITION,
    PUMP,
    RECOVERY,
    REPEATED_RISK,
    RISK,
    WITH_RECOVERY,
    base_of,
    has_printed_total,
    is_base_and_time_only,
    recovery_counts,
    reported,
)
from app.rules.modifiers.verdicts import Verdict

BY_ONE_FACT = {
    HYPOTHERMIA: ("MOD-33", "hypothermia"),
    PUMP: ("MOD-34", "extracorporeal_pump"),
    HYPOTENSION: ("MOD-38", "controlled_hypotension"),
}
REASONED = tuple(modifier for modifier in ADDED if modifier != OLD_AGE)


def is_ordinary(line: CaseLine) -> bool:
    """Pick the anesthesia lines that are priced by units: no pain management, standby or printed total."""
    return line.section == ANESTHESIA and not reports(line, PAIN, STANDBY) and not has_printed_total(line)


def verdicts(case: Case, line: CaseLine) -> list[Verdict]:
    """Return what the clauses that concern the claim say of a line's modifiers, in the order in which they act."""
    return [verdict for verdict in _verdicts(case, line) if case.is_under(verdict.rule)]


def _verdicts(case: Case, line: CaseLine) -> Iterator[Verdict]:
    there = reported(line)
    if not there or not is_ordinary(line):
        return
    if base_of(case, line).is_substitute:
        yield Verdict("MOD-31b", frozenset(WITH_RECOVERY) | {REPEATED_RISK}, False)
        return
    if is_base_and_time_only(case, line):
        yield Verdict("MOD-41c", frozenset(WITH_RECOVERY) | {REPEATED_RISK}, False, (METHOD,))
        return
    if line.fact(METHOD) is UNKNOWN and set(there) - {RECOVERY}:
        yield Verdict("MOD-41c", frozenset(there), UNKNOWN, (METHOD,))
    without_reason = _reasons(line, there)
    yield from without_reason
    gone = frozenset().union(*(verdict.out for verdict in without_reason if verdict.holds is False))
    for modifier in there:
        if modifier not in gone:
            yield from JUDGES[modifier](case, line)


def _reasons(line: CaseLine, there: list[str]) -> list[Verdict]:
    """Judge 40: two or more of 32 to 38 need their reasons written; the age needs none, the birth date is its own."""
    if len(set(there) - {RECOVERY}) <= 1:
        return []
    fact = "modifier_reasons_stated"
    return [Verdict("MOD-40b", frozenset({*REASONED, REPEATED_RISK}), line.fact(fact), (fact,))]


def _position(case: Case, line: CaseLine) -> Iterator[Verdict]:
    position, far = line.fact("patient_position"), line.fact("remote_from_field")
    difficult = UNKNOWN if position is UNKNOWN else position in case.figure("difficult_positions")
    facts = ("patient_position", "remote_from_field")
    unknown = tuple(fact for fact, answer in zip(facts, (position, far), strict=True) if answer is UNKNOWN)
    holds = any_true(difficult, far)
    yield Verdict("MOD-32", frozenset({POSITION}), holds, unknown if holds is UNKNOWN else facts)


def _by_one_fact(modifier: str) -> Callable[[Case, CaseLine], Iterator[Verdict]]:
    rule, fact = BY_ONE_FACT[modifier]

    def judge(_case: Case, line: CaseLine) -> Iterator[Verdict]:
        yield Verdict(rule, frozenset({modifier}), line.fact(fact), (fact,))

    return judge


def _risk(case: Case, line: CaseLine) -> Iterator[Verdict]:
    """Judge 35: for a named risk, one time, on the first line of the stay that reports it, beside no emergency.

    The first clause that fails takes it out; where one does, the risk is not asked for.
    """
    whole, urgent = frozenset({RISK, REPEATED_RISK}), _is_emergency(line)
    named = Verdict("MOD-35a", whole, True if urgent else is_listed(line, "anesthesia_risks"), ("anesthesia_risks",))
    if named.holds is not False and times_reported(line, RISK) > 1:
        yield Verdict("MOD-35b", frozenset({REPEATED_RISK}), False)
    judged = [
        named,
        Verdict("MOD-35c", whole, _is_first_risk(case, line)),
        Verdict("MOD-36b", whole, not urgent, ("emergency_reason_stated",)),
    ]
    failed = [verdict for verdict in judged if verdict.holds is False]
    yield from failed[:1] or judged


def _is_emergency(line: CaseLine) -> bool:
    """Tell whether 36 stands on the line and holds, or waits for its fact."""
    return reports(line, EMERGENCY) and line.fact("emergency_reason_stated") is not False


def _is_first_risk(case: Case, line: CaseLine) -> bool:
    risks = [other for other in case.live_lines if other.section == ANESTHESIA and reports(other, RISK)]
    return min(risks, key=lambda other: (other.day, other.no), default=line) is line


def _emergency(_case: Case, line: CaseLine) -> Iterator[Verdict]:
    fact = "emergency_reason_stated"
    yield Verdict("MOD-36a", frozenset({EMERGENCY}), line.fact(fact), (fact,))


def _old_age(case: Case, line: CaseLine) -> Iterator[Verdict]:
    born = case.claim.patient.birth_date
    age = None if born is None else line.day.years_since(born)
    holds = UNKNOWN if age is None else age >= int(case.figure("anesthesia_old_age"))
    yield Verdict("MOD-37", frozenset({OLD_AGE}), holds, ("birth_date",))


def _recovery(case: Case, line: CaseLine) -> Iterator[Verdict]:
    """Judge 39: half an hour there, a method that needs it, the ward after it, the room, its times, and the surgery.

    Where one of them fails, the others are not asked for.
    """
    judged = [
        Verdict(rule, frozenset({RECOVERY}), holds, facts) for rule, holds, facts in _recovery_conditions(case, line)
    ]
    failed = [verdict for verdict in judged if verdict.holds is False]
    yield from failed[:1] or judged


def _recovery_conditions(case: Case, line: CaseLine) -> Iterator[tuple[str, Answer, tuple[str, ...]]]:
    minutes, method = line.fact("recovery_minutes"), line.fact(METHOD)
    enough = int(case.figure("recovery_stay_minutes"))
    yield (
        "MOD-39c",
        isinstance(minutes, int) and minutes >= enough if minutes is not UNKNOWN else UNKNOWN,
        ("recovery_minutes",),
    )
    if method is not UNKNOWN:
        yield "MOD-39d", method in case.figure("recovery_methods"), (METHOD,)
    elif reported(line) == [RECOVERY]:
        yield "MOD-39d", UNKNOWN, (METHOD,)
    moved = line.fact("moved_to_special_care")
    yield "MOD-39e", UNKNOWN if moved is UNKNOWN else not moved, ("moved_to_special_care",)
    yield "MOD-39f", case.fact("recovery_equipped"), ("recovery_equipped",)
    yield "MOD-39g", line.fact("recovery_times_recorded"), ("recovery_times_recorded",)
    if not recovery_counts(case, line):
        yield "MOD-39h", False, ("surgery_start", "surgery_end")


JUDGES: dict[str, Callable[[Case, CaseLine], Iterator[Verdict]]] = {
    POSITION: _position,
    **{modifier: _by_one_fact(modifier) for modifier in BY_ONE_FACT},
    RISK: _risk,
    EMERGENCY: _emergency,
    OLD_AGE: _old_age,
    RECOVERY: _recovery,
}
