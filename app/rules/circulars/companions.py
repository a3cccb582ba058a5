"""Who may travel with a patient, and how many (TRV-08 to TRV-10)."""

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.circulars.sendings import ON_COMPANIONS, is_travel_line
from app.rules.circulars.terms import count_of, travel_line_rule
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, silent

TWO = 2
DISABILITY, NUMBER, REQUESTED = "disability_companion", "companion_no", "companions_requested"


@travel_line_rule("TRV-08", Phase.COVER)
def fare_or_lodging(case: Case, line: CaseLine) -> Outcomes:  # noqa: ARG001 (what every rule is given)
    """Ask what a line is that is neither a fare nor a night; it takes no part in what follows."""
    if not is_travel_line(line):
        yield Ask(None, needs="کد کرایه یا اقامت این ردیف", holding=True)


def _needs_companion_by_age(case: Case) -> Answer:
    """Tell whether the patient is below 18 or over 65 on the day of the journey; unknown without a birth date."""
    born = case.claim.patient.birth_date
    if born is None:
        return UNKNOWN
    below, over = case.figure("companion_below_age"), case.figure("companion_over_age")
    return case.day.years_since(born) < below or case.day > born.plus_years(over)


@travel_line_rule("TRV-09", Phase.COVER, ON_COMPANIONS)
def companion_is_needed(case: Case, line: CaseLine) -> Outcomes:  # noqa: ARG001
    """Refuse the companion of a patient whose age needs none, and of whom no disability is claimed."""
    by_age, disability = _needs_companion_by_age(case), case.fact(DISABILITY)
    if disability == "confirmed" or by_age is True:
        return
    if by_age is UNKNOWN:
        yield Ask(None, ("birth_date",))
    elif disability == "none":
        yield Reject(None, (DISABILITY,))


@travel_line_rule("TRV-09c", Phase.COVER, ON_COMPANIONS)
def disability_is_confirmed(case: Case, line: CaseLine) -> Outcomes:  # noqa: ARG001
    """Refuse the companion of an adult whose disability the treating physician alone attests."""
    disability = case.fact(DISABILITY)
    if _needs_companion_by_age(case) is False:
        if disability is UNKNOWN:
            yield Ask(None, (DISABILITY,))
        elif disability == "physician_only":
            yield Reject(None, (DISABILITY,))


def _number(case: Case, line: CaseLine) -> int | None:
    """Return which companion a line is for; the only line of its kind is the first one's, None where it is open.

    Lines that an earlier phase refused are no lines beside it.
    """
    told = count_of(line.fact(NUMBER))
    if told is not None:
        return told
    standing = (other for other in case.lines if other.zeroed_in is None or other.zeroed_in >= Phase.QUANTITY)
    alike = [other for other in standing if is_travel_line(other) and other.group == line.group]
    return 1 if alike == [line] else None


@travel_line_rule("TRV-10a", Phase.QUANTITY, ON_COMPANIONS)
def one_companion(case: Case, line: CaseLine) -> Outcomes:
    """Refuse more than one companion, or more than two of a child below 7 (TRV-10b)."""
    number, born = _number(case, line), case.claim.patient.birth_date
    if number is None:
        yield Ask(None, (NUMBER,))
    elif number > TWO or (number == TWO and born is not None and not _may_have_two(case, born)):
        yield Reject(None, (NUMBER,))
    elif number == TWO and born is None:
        yield Ask(None, ("birth_date",))


def _may_have_two(case: Case, born: JalaliDate) -> bool:
    below: int = case.figure("two_companions_below_age")
    return case.day.years_since(born) < below


@travel_line_rule("TRV-10c", Phase.QUANTITY, ON_COMPANIONS)
def companions_were_requested(case: Case, line: CaseLine) -> Outcomes:
    """Ask about a companion whom the treating physician's request does not name."""
    requested, number = count_of(case.fact(REQUESTED)), _number(case, line)
    if requested is None or (number is not None and number > requested):
        yield Ask(None, (REQUESTED,), holding=True)


silent("TRV-09 looks at the ages of the clause", "TRV-09a", "TRV-09b")
silent("TRV-10a lets a child below 7 have two", "TRV-10b")
