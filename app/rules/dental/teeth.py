"""Items 10 and 11: sealants and restorations of tooth 6."""

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.persian import date_text, latin_digits
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.dental.given import limited
from app.rules.dental.terms import tooth_of
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, line_rule, on, rule

SEALANT, RESTORATION = "dental_sealant", "dental_restoration"
OF_TOOTH_SIX = on(groups={SEALANT, RESTORATION})
ERUPTED, TOOTH = "tooth_erupted_on", "tooth"


@line_rule("DEN-10a", Phase.COVER, on(groups={SEALANT}))
def sealant_after_eruption(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a sealant later than the anniversary of the eruption that ends its span; that day itself still counts."""
    erupted = line.fact(ERUPTED)
    if not isinstance(erupted, JalaliDate):
        yield Ask(line, (ERUPTED,))
        return
    last = erupted.plus_years(case.figure("sealant_years_after_eruption"))
    if line.day > last:
        yield Reject(line, (ERUPTED,), steps=(Step("آخرین روز پرداخت", date_text(last)),))


@rule("DEN-10b", Phase.QUANTITY, on(groups={SEALANT}))
def sealant_once(case: Case) -> Outcomes:
    """Keep one sealant of a tooth in a lifetime."""
    yield from limited(case, SEALANT, _of_same_tooth, case.figure("sealants_of_tooth"))


def _of_same_tooth(one: Service, other: Service) -> bool:
    if one.code == other.code:
        return True
    return tooth_of(one) is not None and tooth_of(one) == tooth_of(other)


@line_rule("DEN-11a", Phase.COVER, OF_TOOTH_SIX)
def row_of_another_tooth(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the row of another tooth than 6, or of a milk tooth."""
    if line.attribute("tooth") != case.figure("covered_tooth") or line.attribute("deciduous"):
        yield Reject()


@line_rule("DEN-11b", Phase.COVER, OF_TOOTH_SIX)
def sheet_of_another_tooth(case: Case, line: CaseLine) -> Outcomes:
    """Refuse what the sheet gives another tooth; where nobody read one, the row stands and nothing is asked."""
    tooth = line.fact(TOOTH)
    written = "" if tooth is UNKNOWN else latin_digits(str(tooth)).strip()
    if written and written[-1] != case.figure("covered_tooth"):
        yield Reject(line, (TOOTH,))
