"""Modifier 60: a heart surgeon and an anesthetist who stand by a therapeutic cardiovascular intervention.

The half of the professional value that the clause gives is shared between the two; the private sector's is halved.
Whoever operates is paid apart, and no ordinary anesthesia stands beside the anesthetist's standby.
"""

from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.modifiers.terms import ANESTHESIA, PAIN, STANDBY, SURGERY, is_standby, printed_professional, reports
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.persons import one_of
from app.rules.pricing import Price, written_quantity
from app.rules.registry import Phase, line_rule, on

PROFESSIONAL = "professional"
THERAPEUTIC = "therapeutic"
STANDBY_LINES = on(sections={SURGERY, ANESTHESIA}, where=is_standby)


def standby_price(case: Case, line: CaseLine) -> Price | None:
    """Return the price of a standby line: the sector's percent of the printed professional value at the public K."""
    coefficient = case.coefficient(PROFESSIONAL, line.code or "", line.day)
    percent = case.figure("standby_percent").get(case.submission.provider.sector)
    if coefficient is None or percent is None:
        return None
    share, value = Fraction(str(percent)) / 100, printed_professional(line)
    exact = value * share * coefficient.rial
    expression = f"{number(written_quantity(value))} × {number(percent)}٪ × {rials(coefficient.rial)}"
    return Price(exact, (Step("استندبای: جزء حرفه‌ای × سهم × K", expression, round_half_up(exact)),), under="MOD-60a")


@line_rule("MOD-60a", Phase.PRICE, STANDBY_LINES)
def standby_by_its_specialist(case: Case, line: CaseLine) -> Outcomes:
    """Pay one standby line of each kind for a code and day, to the heart surgeon or the anesthetist alone.

    Its price is that of `standby_price`; a further line, or one by another specialty, is refused.
    """
    wanted = case.figure("standby_specialties")[line.section]
    known = one_of(line.performer.specialty if line.performer else None, (wanted,))
    if known is False or _has_earlier(case, line, wanted):
        yield Reject()
    elif known is UNKNOWN:
        yield Ask(facts=("performer.specialty",))


def _has_earlier(case: Case, line: CaseLine, wanted: str) -> bool:
    """Tell whether an earlier line of the code, day and kind is the one that is paid; an unread specialty is good."""
    return any(
        other.no < line.no
        and other.section == line.section
        and (other.code, other.day) == (line.code, line.day)
        and is_standby(other)
        and one_of(other.performer.specialty if other.performer else None, (wanted,)) is not False
        for other in case.live_lines
    )


@line_rule("MOD-60b", Phase.PRICE, on(sections={ANESTHESIA}, where=lambda line: not reports(line, STANDBY, PAIN)))
def anesthesia_beside_standby(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the ordinary anesthesia of a code on the day of the anesthetist's standby for it."""
    standby = (other for other in case.live_lines if other.section == ANESTHESIA and is_standby(other))
    if any((other.code, other.day) == (line.code, line.day) for other in standby):
        yield Reject()


@line_rule("MOD-60c", Phase.COVER, STANDBY_LINES)
def standby_of_a_diagnosis(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a standby for what the book does not call a therapeutic cardiovascular intervention."""
    if line.attribute("interventional") != THERAPEUTIC:
        yield Reject()
