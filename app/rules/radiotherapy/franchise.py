"""The important reminder: outpatient radiotherapy and its consumables have no franchise, other lines keep theirs."""

from app.domain.claim import ClaimKind
from app.domain.reference import Share
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Outcomes, Reduce
from app.rules.registry import Phase, rule, silent
from app.rules.shares import share_chooser


def without_franchise(case: Case, line: CaseLine) -> bool:
    """Tell whether a line is of the services and consumables that the reminder names."""
    code = line.code or ""
    of_treatment = any(first <= code <= last for first, last in case.figure("codes_without_franchise"))
    return of_treatment or line.group in case.figure("consumables_without_franchise")


def _has_other_lines(case: Case) -> bool:
    return any(not without_franchise(case, line) for line in case.live_lines)


@rule("RT-23a", Phase.SHARES)
def radiotherapy_is_the_insurers(case: Case) -> Outcomes:
    """Keep radiotherapy out of the patient's percent where other lines of the claim have one."""
    if _has_other_lines(case):
        for line in case.live_lines:
            if without_franchise(case, line):
                yield Reduce(line, to=line.amount, insurer_only=line.amount)


@share_chooser(kinds={ClaimKind.RADIOTHERAPY})
def share_of_claim(case: Case) -> Share | None:
    """Return the outpatient share for the lines that keep it, else that of radiotherapy."""
    mixed = case.is_under("RT-23b") and _has_other_lines(case)
    return case.share("outpatient" if mixed else "radiotherapy")


silent("carried out by the shares of a claim: franchise.share_of_claim and RT-23a", "RT-23b", "RT-23c", "RT-23d")
silent("carried out by the inpatient share of GEN-27: RT-23a is about outpatient claims", "RT-23e")
