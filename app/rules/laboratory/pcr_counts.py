"""Section 7 الف: how often a quantitative PCR is payable, by virus and disease, with the patient's history.

The members of a test follow its main code, which alone is counted.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction

from app.domain.claim import PastService
from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.persian import number
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.laboratory.genetic_tests import code_sets, tests_of_lines
from app.rules.laboratory.pcr import is_quantitative
from app.rules.lines import at_most
from app.rules.outcomes import Ask, Outcomes
from app.rules.pricing import written_quantity
from app.rules.registry import Phase, on, rule

START, COMMITTEE = "followup_start_on", "committee_approved"
TRANSPLANT, PURPOSE, DIAGNOSIS, FOLLOW_UP = "transplant_on", "pcr_purpose", "diagnosis", "follow_up"
HCV, HBV, CMV = "hcv", "hbv", "cmv"
QUANTITATIVE_PCR = on(where=is_quantitative)

ServicePick = Callable[[Service], bool]


def _by_date(case: Case, pick: ServicePick) -> list[CaseLine]:
    """Return the live quantitative PCRs that a pick holds of, by date and line."""
    lines = (line for line in case.live_lines if line.service and is_quantitative(line) and pick(line.service))
    return sorted(lines, key=lambda line: (line.day, line.no))


def _past(case: Case, pick: ServicePick) -> Iterator[PastService]:
    """Yield the quantitative PCRs of the patient's history that a pick holds of."""
    for past in case.history:
        row = case.service(past.code, past.day)
        if row is not None and row.attributes.get("pcr") == "quantitative" and pick(row):
            yield past


def _used(case: Case, pick: ServicePick, since: JalaliDate, until: JalaliDate) -> Fraction:
    """Return the units of the history from a day to a day, both counted."""
    return sum((Fraction(past.quantity) for past in _past(case, pick) if since <= past.day <= until), Fraction(0))


def _units_of_test(case: Case, line: CaseLine) -> Fraction:
    """Return the units of a line that its requested test has at most: one of a main code, whatever else is asked."""
    test = tests_of_lines(case).get(line.no)
    codes = code_sets(case).get(test) if test else None
    return min(line.quantity, Fraction(1)) if codes and codes.has_main(line) else Fraction(line.quantity)


def _count_step(used: Fraction, allowed: int) -> Step:
    return Step("نوبت‌های پیشین در این دوره", f"{number(written_quantity(used))} از {number(allowed)}")


def _of(pathogen: str) -> ServicePick:
    return lambda row: row.attributes.get("pathogen") == pathogen


def _hepatitis(pathogen: str) -> Callable[[Case], Outcomes]:
    def counted(case: Case) -> Outcomes:
        """Pay so many in each year of the illness, further ones with the scientific committee's approval.

        The years run from the start of the follow-up, where that is unknown from the first such PCR.
        """
        lines = _by_date(case, _of(pathogen))
        start = _start(case, pathogen, lines)
        used_by_year: dict[int, Fraction] = {}
        for line in lines:
            year = max(line.day.years_since(start), 0)
            first = start.plus_years(year) if year else min(start, line.day)
            before = _used(case, _of(pathogen), first, line.day) + used_by_year.get(year, Fraction(0))
            used_by_year[year] = used_by_year.get(year, Fraction(0)) + line.quantity
            yield from _unless_committee(case, line, before, _allowed(case, pathogen, year))

    return counted


def _start(case: Case, pathogen: str, lines: list[CaseLine]) -> JalaliDate:
    known = case.fact(START)
    if isinstance(known, JalaliDate):
        return known
    days = [past.day for past in _past(case, _of(pathogen))] + [line.day for line in lines]
    return min(days, default=case.day)


def _allowed(case: Case, pathogen: str, year: int) -> int:
    by_year: tuple[int, ...] = case.figure(f"{pathogen}_pcr_by_year")
    return by_year[year] if year < len(by_year) else 0


def _unless_committee(case: Case, line: CaseLine, used: Fraction, allowed: int) -> Outcomes:
    left = max(allowed - used, Fraction(0))
    if left >= line.quantity or case.fact(COMMITTEE) is True:
        return
    if case.fact(COMMITTEE) is UNKNOWN:
        if left < _units_of_test(case, line):
            yield Ask(line, (COMMITTEE,), steps=(_count_step(used, allowed),))
    else:
        yield from at_most(line, left, COMMITTEE, steps=(_count_step(used, allowed),))


rule("LAB-07f", Phase.QUANTITY, QUANTITATIVE_PCR)(_hepatitis(HCV))
rule("LAB-07g", Phase.QUANTITY, QUANTITATIVE_PCR)(_hepatitis(HBV))


def _has_one_of(case: Case, figure: str) -> bool:
    return not set(case.figure(figure)).isdisjoint(case.claim.patient.conditions)


@rule("LAB-07i", Phase.QUANTITY, QUANTITATIVE_PCR)
def cmv_after_transplant(case: Case) -> Outcomes:
    """Pay five follow-ups of CMV in the first year after a transplant; the test that finds the infection counts not.

    Without the day of the transplant the last twelve months are looked at, and it is asked for where these are used up.
    """
    if not _has_one_of(case, "transplant_conditions"):
        return
    transplant, allowed, units = case.fact(TRANSPLANT), case.figure("cmv_follow_ups"), Fraction(0)
    for line in _by_date(case, _of(CMV)):
        purpose = line.fact(PURPOSE)
        if isinstance(transplant, JalaliDate):
            first, last = transplant, transplant.plus_years(1).plus_days(-1)
        else:
            first, last = line.day.plus_years(-1).plus_days(1), line.day
        if purpose == DIAGNOSIS or not first <= line.day <= last:
            continue
        used = _follow_ups(case, first, line.day) + units
        units += line.quantity
        if used + line.quantity <= allowed:
            continue
        missing = tuple(name for name, answer in ((TRANSPLANT, transplant), (PURPOSE, purpose)) if answer is UNKNOWN)
        if missing:
            if allowed - used < _units_of_test(case, line):
                yield Ask(line, missing, steps=(_count_step(used, allowed),))
        else:
            yield from at_most(line, allowed - used, TRANSPLANT, PURPOSE, steps=(_count_step(used, allowed),))


def _follow_ups(case: Case, since: JalaliDate, until: JalaliDate) -> Fraction:
    past = (p for p in _past(case, _of(CMV)) if since <= p.day <= until and p.facts.get(PURPOSE) != DIAGNOSIS)
    return sum((Fraction(service.quantity) for service in past), Fraction(0))


@rule("LAB-07j", Phase.QUANTITY, QUANTITATIVE_PCR)
def pcr_in_weak_immunity(case: Case) -> Outcomes:
    """Pay two a year in malignancy or weak immunity; hepatitis, and CMV after a transplant, have their own limits."""
    if not _has_one_of(case, "immunity_conditions"):
        return
    elsewhere = {HCV, HBV} | ({CMV} if _has_one_of(case, "transplant_conditions") else set())

    def counts(row: Service) -> bool:
        return row.attributes.get("pathogen") not in elsewhere

    allowed, earlier = case.figure("pcr_in_weak_immunity"), list[CaseLine]()
    for line in _by_date(case, counts):
        since = line.day.plus_years(-1).plus_days(1)
        in_claim = sum((other.quantity for other in earlier if other.day >= since), Fraction(0))
        used = _used(case, counts, since, line.day) + in_claim
        earlier.append(line)
        yield from at_most(line, max(allowed - used, Fraction(0)), steps=(_count_step(used, allowed),))
