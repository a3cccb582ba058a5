"""Items 4-6, 6-1 and 11 چ note: prices by the method that was asked for, and by another code."""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.laboratory.exclusions import QUANTITATIVE, in_method
from app.rules.laboratory.terms import same_prescription
from app.rules.outcomes import Ask, Outcomes
from app.rules.pricing import price_of_code, price_of_line_as
from app.rules.registry import Phase, line_rule, on
from app.rules.tariffs import priced_as, worth_more

TOLERANCE_TEST, MARKER_GROUP = "800410", "ihc"
REQUESTED_METHOD, NOT_STATED = "requested_method", "not_stated"


@line_rule("LAB-04f", Phase.PRICE, on(attributes={"method_kind"}))
def method_asked_for(case: Case, line: CaseLine) -> Outcomes:
    """Pay a test by the method that was asked for, the cheapest where none was; never above its own price."""
    asked = line.fact(REQUESTED_METHOD)
    if asked == line.attribute("method_kind") or _counts_as_asked_for(case, line):
        return
    wanted = None if asked is UNKNOWN or asked == NOT_STATED else str(asked)
    code = _cheapest(case, line, wanted)
    if code is not None and asked is not UNKNOWN:
        yield from priced_as(case, line, code, REQUESTED_METHOD)
    elif code is not None and worth_more(case, line, price_of_line_as(case, line, code)):
        yield Ask(line, (REQUESTED_METHOD,))


def _cheapest(case: Case, line: CaseLine, method: str | None) -> str | None:
    """Return the cheapest code of the packs that measures the line's analyte, in a method where one is named."""
    analyte = line.attribute("analyte")
    rows = case.services_of_analyte(analyte, line.day) if analyte else ()
    codes = [row.code for row in rows if method in {None, row.attributes.get("method_kind")}]
    priced = [(price.exact, code) for code in codes if (price := price_of_code(case, line, code))]
    return min(priced)[1] if priced else None


def _counts_as_asked_for(case: Case, line: CaseLine) -> bool:
    """Tell whether a quantitative line stands in place of a qualitative one that LAB-04g refused."""
    if line.attribute("method_kind") != QUANTITATIVE:
        return False
    same_analyte = in_method(line, "qualitative")
    return any(
        same_analyte(other) and same_prescription(case, line, other) and case.rejected_by(other, "LAB-04g")
        for other in case.lines
    )


@line_rule("LAB-06a", Phase.PRICE, on(groups={"gtt"}))
def tolerance_test(case: Case, line: CaseLine) -> Outcomes:
    """Pay a glucose tolerance test by its own code, on whatever row it was billed."""
    if line.code != TOLERANCE_TEST:
        yield from priced_as(case, line, TOLERANCE_TEST)


@line_rule("LAB-11l", Phase.PRICE, on(groups={"immunophenotyping"}))
def marker_of_immunophenotyping(case: Case, line: CaseLine) -> Outcomes:
    """Pay each marker of immunophenotyping as one of immunohistochemistry."""
    codes = [row.code for row in case.services_of_group(MARKER_GROUP, line.day)]
    priced = [(price.exact, code) for code in codes if (price := price_of_code(case, line, code))]
    if priced:
        yield from priced_as(case, line, min(priced)[1])
    else:
        yield Ask(line, needs="بهای ایمونوهیستوشیمی در روز خدمت در بسته‌های مرجع نیست")
