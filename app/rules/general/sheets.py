"""Items 7 and 8: which sheets of the booklet go with which claim, and what may not stand in their place.

Paraclinic and pharmacy claims and referred services go with the first sheet, visits with the second, a physician's own
service with both. Letterheads and electronic prescriptions have no sheets; further sheets beside the right ones do no
harm. Where nobody wrote the form down, it is asked for before anything is refused.
"""

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case
from app.rules.general.terms import is_paraclinic, is_pharmacy, items, negated, only_visits, referred
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, rule, silent

FORM, SHEETS, REFERRED = "prescription_form", "sheets", "referred_by_other"
SUBSTITUTES = frozenset({"copy", "carbon", "third", "blank"})


def goes_by_sheets(case: Case) -> bool:
    """Tell whether the claim came through the contract on a booklet's sheets, or on a form that nobody wrote down."""
    return case.is_contracted and case.fact(FORM) in {"booklet", UNKNOWN}


def goes_with_first(case: Case) -> bool:
    """Tell whether the first sheet alone is the right one, whoever did the service."""
    return is_pharmacy(case) or is_paraclinic(case)


def goes_with_second(case: Case) -> bool:
    """Tell whether the second sheet alone is the right one: a claim of visits."""
    return not goes_with_first(case) and (case.claim.kind is ClaimKind.VISIT or only_visits(case))


def lacks_a_sheet(case: Case) -> Answer:
    """Tell whether a sheet is missing that the claim needs; unknown where that hangs on an unknown referral."""
    sheets = items(case.fact(SHEETS))
    if goes_with_second(case):
        return "second" not in sheets
    if "first" not in sheets:
        return True
    return False if goes_with_first(case) or "second" in sheets else negated(referred(case))


def refuse_sheets(case: Case, lacking: Answer) -> Outcomes:
    """Reject where a needed sheet is lacking; ask where that hangs on the form or on the referral."""
    if lacking is False or not goes_by_sheets(case):
        return
    if case.fact(FORM) is UNKNOWN:
        yield Ask(facts=(FORM,))
    elif lacking is UNKNOWN:
        yield Ask(facts=(REFERRED,))
    else:
        yield Reject(facts=(SHEETS,))


def wrong_sheet(case: Case) -> Outcomes:
    """Judge a claim whose right sheet is missing without a substitute for it; ask which sheets were sent."""
    sheets = case.fact(SHEETS)
    if sheets is UNKNOWN and goes_by_sheets(case):
        yield Ask(facts=(SHEETS,) if case.fact(FORM) == "booklet" else (FORM, SHEETS))
    elif sheets is not UNKNOWN and items(sheets).isdisjoint(SUBSTITUTES):
        yield from refuse_sheets(case, lacks_a_sheet(case))


def substitute(case: Case, sheet: str) -> Outcomes:
    """Judge a claim with a substitute for a missing sheet; a substitute beside all right sheets does no harm.

    Only a service that is known to be referred may do without the second sheet here: who sends something else in its
    place claims his own service.
    """
    if sheet in items(case.fact(SHEETS)):
        yield from refuse_sheets(case, lacks_a_sheet(case) is not False)


@rule("GEN-08h", Phase.ADMISSIBILITY)
def copy(case: Case) -> Outcomes:
    """Refuse a copy in place of a sheet."""
    yield from substitute(case, "copy")


@rule("GEN-08i", Phase.ADMISSIBILITY)
def carbon(case: Case) -> Outcomes:
    """Refuse a carbon sheet in place of a sheet."""
    yield from substitute(case, "carbon")


@rule("GEN-08k", Phase.ADMISSIBILITY)
def patients_own(case: Case) -> Outcomes:
    """Refuse the patient's own, third sheet in place of a sheet."""
    yield from substitute(case, "third")


@rule("GEN-08l", Phase.ADMISSIBILITY)
def blank(case: Case) -> Outcomes:
    """Refuse a blank prescription in place of a sheet."""
    yield from substitute(case, "blank")


@rule("GEN-08m", Phase.ADMISSIBILITY)
def paraclinic_on_second(case: Case) -> Outcomes:
    """Demand the first sheet of paraclinic and pharmacy claims."""
    if goes_with_first(case):
        yield from wrong_sheet(case)


@rule("GEN-08n", Phase.ADMISSIBILITY)
def visit_on_first(case: Case) -> Outcomes:
    """Demand the second sheet of claims of visits."""
    if goes_with_second(case):
        yield from wrong_sheet(case)


@rule("GEN-08o", Phase.ADMISSIBILITY)
def single_sheet(case: Case) -> Outcomes:
    """Demand both sheets of a physician's own service, the first of a referred one."""
    if not goes_with_first(case) and not goes_with_second(case):
        yield from wrong_sheet(case)


silent("the sheets that a claim needs, judged by GEN-08h to GEN-08o", "GEN-07c")
