"""Modifiers 31 to 42 as clauses: what each takes out of the price of an anesthesia line, and the times it needs."""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.modifiers.anesthesia_prices import has_coefficient, has_fixed_fee
from app.rules.modifiers.anesthesia_time import END, START
from app.rules.modifiers.anesthesia_verdicts import is_ordinary
from app.rules.modifiers.falling import taking_out
from app.rules.modifiers.sessions import sessions
from app.rules.modifiers.terms import ANESTHESIA, anesthesia_base, reports
from app.rules.modifiers.units import WITH_RECOVERY, base_of, times_of
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, in_sequence, line_rule, on, rule, silent

WITH_MODIFIERS = on(sections={ANESTHESIA}, where=lambda line: is_ordinary(line) and reports(line, *WITH_RECOVERY))
RULES_OF_MODIFIERS = (
    "MOD-31b",
    "MOD-41c",
    "MOD-40b",
    "MOD-32",
    "MOD-33",
    "MOD-34",
    "MOD-35a",
    "MOD-35b",
    "MOD-35c",
    "MOD-36b",
    "MOD-36a",
    "MOD-37",
    "MOD-38",
    "MOD-39c",
    "MOD-39d",
    "MOD-39e",
    "MOD-39f",
    "MOD-39g",
    "MOD-39h",
)


for _rule_id in RULES_OF_MODIFIERS:
    taking_out(_rule_id, WITH_MODIFIERS)
in_sequence(Phase.PRICE, *RULES_OF_MODIFIERS)


@line_rule("MOD-41a", Phase.PRICE, on(sections={ANESTHESIA}))
def times_of_surgery(case: Case, line: CaseLine) -> Outcomes:
    """Ask for the times of surgery that the units are counted from; meanwhile what was claimed stands.

    So it does where the packs give no K of anesthesia on the day.
    """
    if has_fixed_fee(line):
        return
    if not has_coefficient(case, line):
        yield Ask(needs="ضریب K بیهوشی در روز خدمت در هیچ بسته مرجعی نیست")
    else:
        yield from _unread_times(case, line)


@line_rule("MOD-31a", Phase.PRICE, on(sections={ANESTHESIA}))
def times_beside_base_three(case: Case, line: CaseLine) -> Outcomes:
    """Ask for the times in the kinds of claim that MOD-41a does not concern, such as a scan under anesthesia.

    What is claimed above the price is cited by the price itself.
    """
    concerned = not case.is_under("MOD-41a") and not has_fixed_fee(line) and has_coefficient(case, line)
    if concerned and base_of(case, line).is_substitute:
        yield from _unread_times(case, line)


def _unread_times(case: Case, line: CaseLine) -> Outcomes:
    if is_ordinary(line) and times_of(case, line) is None:
        unread = tuple(fact for fact in (START, END) if line.fact(fact) is UNKNOWN)
        yield Ask(facts=unread or (START, END))


@rule("MOD-41e", Phase.EXCLUSION, on(sections={ANESTHESIA}))
def one_anesthesia_once(case: Case) -> Outcomes:
    """Keep the anesthesia of a session with the highest base, of equal ones the first; pain and standby stand apart.

    So does one with a fixed fee, such as the painless labour before a caesarean.
    """
    for session in sessions(case):
        by_units = (line for line in session.anesthesias if not has_fixed_fee(line))
        lines = sorted(by_units, key=lambda line: (-anesthesia_base(line), line.no))
        yield from (Reject(line) for line in lines[1:])


silent("cited for what is claimed above the price where several operations have a base", "MOD-41b")
silent("cited for what is claimed above the printed total", "MOD-41d")
silent("cited for what is claimed above the ten units of pain management", "MOD-43a")
silent("set by the units of recovery in anesthesia_time", "MOD-39a", "MOD-39b")
silent("carried out by the sum of the modifiers' units, of which none is a percentage", "MOD-40a")
silent("set by the units of time in anesthesia_time", "MOD-42a", "MOD-42b", "MOD-42c", "MOD-42d")
silent("carried out by MOD-39d", "MOD-42e")
