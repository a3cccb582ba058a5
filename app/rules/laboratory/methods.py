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
    analyte, asked = line.attribute("analyte"), line.fact(REQUESTED_METHOD)
    if analyte is None or _counts_as_asked_for(case, line):
        return
    siblings = case.services_of_analyte(analyte, line.day)
    prices = {row.code: price_of_code(case, line, row.code) for row in siblings}
    cheapest_first = sorted((price.exact, code) for code, price in prices.items() if price)
    if asked is UNKNOWN or asked == NOT_STATED:
        if not cheapest_first:
            return
        cheapest = cheapest_first[0][1]
        if asked == NOT_STATED:
            yield from priced_as(case, line, cheapest, REQUESTED_METHOD)
        elif worth_more(case, line, price_of_line_as(case, line, cheapest)):
            yield Ask(line, (REQUESTED_METHOD,))
        return
    of_method = [row.code for row in siblings if row.attributes.get("method_kind") == asked]
    priced = [code for _price, code in cheapest_first if code in of_method]
    if priced:
        yield from priced_as(case, line, priced[0], REQUESTED_METHOD)


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
    prices = {row.code: price_of_code(case, line, row.code) for row in case.services_of_group(MARKER_GROUP, line.day)}
    known = sorted((price.exact, code) for code, price in prices.items() if price)
    if known:
        yield from priced_as(case, line, known[0][1])
    else:
        yield Ask(line, needs="بهای ایمونوهیستوشیمی در روز خدمت در بسته‌های مرجع نیست")
