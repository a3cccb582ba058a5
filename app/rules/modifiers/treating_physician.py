"""Modifiers 44 to 46: anesthesia by the treating physician himself, and what an operative note without times costs."""

from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.money import percent_of
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.modifiers.sessions import same_performer, session_of
from app.rules.modifiers.terms import ANESTHESIA, LOCAL, PAIN, STANDBY, SURGERY, is_standby, reports
from app.rules.modifiers.units import METHOD
from app.rules.outcomes import Ask, Outcomes, Reduce, Reject
from app.rules.registry import Phase, Place, line_rule, on, remark

TIMES = "operation_times_confirmed"
LOCAL_METHOD = "local"
SURGEONS_LINES = on(sections={SURGERY}, where=lambda line: not is_standby(line))


def is_by_the_surgeon(case: Case, line: CaseLine) -> bool:
    """Tell whether who gave the anesthesia is known to have operated in the session."""
    return any(same_performer(line, surgery) is True for surgery in session_of(case, line).surgery)


REGIONAL_BY_THE_SURGEON, OTHERS_BY_THE_SURGEON = "MOD-45a", "MOD-46e"


def clause_of_the_surgeons_own(case: Case, line: CaseLine) -> str:
    """Return the clause that the treating physician's own anesthesia falls under; an unknown method is regional."""
    method = line.fact(METHOD)
    regional = method is UNKNOWN or method in case.figure("regional_methods")
    return REGIONAL_BY_THE_SURGEON if regional else OTHERS_BY_THE_SURGEON


@line_rule(REGIONAL_BY_THE_SURGEON, Phase.EXCLUSION, on(sections={ANESTHESIA}))
def regional_by_the_surgeon(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the regional anesthesia of the treating physician; so one of unknown method, which is never paid him."""
    if clause_of_the_surgeons_own(case, line) == REGIONAL_BY_THE_SURGEON and is_by_the_surgeon(case, line):
        yield Reject(facts=(METHOD,))


@line_rule(OTHERS_BY_THE_SURGEON, Phase.EXCLUSION, on(sections={ANESTHESIA}))
def general_by_the_surgeon(case: Case, line: CaseLine) -> Outcomes:
    """Refuse any other anesthesia of the treating physician: general, standby, sedation or local."""
    if clause_of_the_surgeons_own(case, line) == OTHERS_BY_THE_SURGEON and is_by_the_surgeon(case, line):
        yield Reject(facts=(METHOD,))


@line_rule("MOD-46d", Phase.EXCLUSION, on(sections={ANESTHESIA}, where=lambda line: not reports(line, PAIN, STANDBY)))
def fee_beside_local(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an anesthesia fee for a local beside the surgeon's own (46); ask for the method where nobody read it.

    Any other method is paid, and the surgeon's 46 goes (`local_refuted`).
    """
    if not _beside_local(case, line):
        return
    method = line.fact(METHOD)
    if method == LOCAL_METHOD:
        yield Reject(facts=(METHOD,))
    elif method is UNKNOWN:
        yield Ask(facts=(METHOD,))


def _beside_local(case: Case, line: CaseLine) -> bool:
    """Tell whether a surgeon of the session, who did not give this anesthesia, reports 46."""
    surgery = session_of(case, line).surgery
    return any(reports(other, LOCAL) and same_performer(line, other) is not True for other in surgery)


def is_local_refuted(case: Case, line: CaseLine) -> bool:
    """Tell whether the 46 of a surgery line falls because another gave an anesthesia that was not local (MOD-46d)."""
    return any(
        other.fact(METHOD) is not UNKNOWN
        and other.fact(METHOD) != LOCAL_METHOD
        and same_performer(other, line) is not True
        for other in session_of(case, line).anesthesias
    )


@line_rule("MOD-44c", Phase.PRICE, SURGEONS_LINES, late=True)
def note_without_times(case: Case, line: CaseLine) -> Outcomes:
    """Take a tenth of what all other rules left to the surgeon where the note has no confirmed times, for good."""
    confirmed = line.fact(TIMES)
    if confirmed is UNKNOWN:
        yield Ask(facts=(TIMES,))
    elif confirmed is False:
        percent = int(case.figure("missing_times_percent"))
        left = percent_of(100 - percent, line.amount)
        yield Reduce(
            facts=(TIMES,),
            to=left,
            steps=(Step("نبود زمان عمل", f"{rials(line.amount)} × {number(100 - percent)}٪", left),),
        )


remark("MOD-44d", Place.LINE, SURGEONS_LINES, concerns=lambda _case, line: line.fact(TIMES) is False)
