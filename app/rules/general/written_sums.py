"""Item 15: what the centre writes on the prescription: prices, the three sums, and rows without a price."""

from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.money import Rial
from app.domain.persian import rials
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Note, Outcomes, Reject, demand
from app.rules.pricing import Price, price_of_line, price_of_line_as
from app.rules.registry import Phase, Place, line_rule, remark, rule, silent

UNPRICED = "بهای یکی از ردیف‌ها در بسته‌های مرجع نیست و جمع تعرفه را نمی‌توان با جمع کل نوشته‌شده سنجید"


@rule("GEN-15c", Phase.ADMISSIBILITY)
def three_sums(case: Case) -> Outcomes:
    """Demand total, patient's and insurer's share on the paper of a contracted centre.

    Where nobody looked, three sums in the claim file are as good; a centre without a contract knows no insurer's share.
    """
    if not (case.is_paper and case.is_contracted):
        return
    written = case.claim.written
    in_file = written is not None and None not in {written.total, written.patient_share, written.insurer_share}
    answer = case.fact("sums_written")
    yield from demand(True if answer is UNKNOWN and in_file else answer, "sums_written")


@rule("GEN-15d", Phase.SHARES)
def sums_disagree(case: Case) -> Outcomes:
    """Tell the accountant where the written sums do not fit the lines or one another; the lines alone give amounts."""
    written = case.claim.written
    if written is None or written.total is None:
        return
    steps = []
    if written.total != case.claim.claimed:
        steps.append(_comparison("جمع کل نوشته‌شده در برابر جمع ردیف‌ها", written.total, case.claim.claimed))
    if written.patient_share is not None and written.insurer_share is not None:
        shares = written.patient_share + written.insurer_share
        if shares != written.total:
            steps.append(_comparison("جمع کل نوشته‌شده در برابر جمع دو سهم", written.total, shares))
    if steps:
        yield Note(steps=tuple(steps), by_accountant=True)


@line_rule("GEN-15f", Phase.PRICE)
def row_without_price(case: Case, line: CaseLine) -> Outcomes:
    """Pay a row whose price nobody wrote only where the written total is the tariff of all rows (note 3).

    The fact is recorded when seen; a missing total is asked for. All rows count with what the centre did of them, for
    the total was written before anything was deducted.
    """
    if line.fact("price_written") is not False:
        return
    total = case.claim.written.total if case.claim.written else None
    tariff = tariff_of_all_rows(case)
    if tariff is None:
        yield Ask(needs=UNPRICED)
    elif total is None:
        yield Ask(facts=("written.total",))
    elif total != tariff:
        steps = (_comparison("جمع کل نوشته‌شده در برابر جمع تعرفه ردیف‌ها", total, tariff),)
        yield Reject(facts=("price_written",), steps=steps)


def tariff_of_all_rows(case: Case) -> Rial | None:
    """Return the tariff of all rows as they were claimed, None where a payable row has no price."""
    total = 0
    for line in case.lines:
        price = _tariff(case, CaseLine(line.line, line.day, line.service))
        if price is None and line.zeroed_in is None:
            return None
        total += price.rial if price else 0
    return total


def _tariff(case: Case, line: CaseLine) -> Price | None:
    another = line.attribute("priced_as") or line.attribute("cap_as")
    return price_of_line_as(case, line, another) if another else price_of_line(case, line)


def _comparison(caption: str, one: Rial, other: Rial) -> Step:
    return Step(caption, f"{rials(one)} ≠ {rials(other)}")


remark("GEN-15", Place.RULE_BOOK)
remark("GEN-15b", Place.RULE_BOOK)
silent("a missing stamp is judged by GEN-17a, a printed price is allowed", "GEN-15a")
