"""The head of a signed claim says so where the present rules would leave something else than was signed."""

from dataclasses import replace

from app.domain.office import ClaimState
from app.domain.persian import rials
from app.domain.signed_settlement import as_signed
from app.ui.why.waterfall import bars_of_line
from tests.ui.open_claims import every_mark


def closed(**changes):
    return replace(every_mark(), state=ClaimState.CLOSED, **changes)


def test_a_claim_that_present_rules_leave_as_it_was_signed_says_nothing_of_them(desk) -> None:
    desk.show_claim(closed())
    assert not desk.header.rules_band.isVisible()


def test_the_sums_of_signature_and_of_today_stand_beside_each_other(desk) -> None:
    today = closed().settlement
    paid = {line.no: 0 for line in today.lines}
    desk.show_claim(closed(settlement=as_signed(today, paid), by_todays_rules=today))
    assert desk.header.rules_band.isVisible()
    text = desk.header.rules_band.label.text()
    assert rials(today.totals.approved) in text
    assert f"{rials(0)} ریال" in text


def test_the_bars_tell_what_was_signed_from_what_the_rules_say_today() -> None:
    today = closed().settlement
    line = next(line for line in today.lines if line.approved and line.decision is None)
    claim = closed(settlement=as_signed(today, {line.no: line.approved - 1}), by_todays_rules=today)
    *_others, rules, signed = bars_of_line(claim, line.no)
    assert (rules.name, rules.shown) == ("ضوابط امروز", line.approved)
    assert (signed.name, signed.shown) == ("امضاشده", line.approved - 1)


def test_the_same_amounts_with_other_findings_are_told_apart(desk) -> None:
    today = closed().settlement
    desk.show_claim(closed(by_todays_rules=today))
    assert "همین مبلغ‌ها" in desk.header.rules_band.label.text()
