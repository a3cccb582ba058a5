"""A reviewer reads a stay: what does not fit, what a paper costs, why a claim left the global sum. Test figures."""

from time import thread_time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.stay.times import SpanKind, Trouble
from app.ui.bill.claim_desk import ClaimDesk
from app.ui.passes.technical_pass import TechnicalPass
from tests.services.stays import example, stay_file
from tests.ui.open_claims import every_mark
from tests.ui.stay.conftest import WAIT_MS, press

SURGERY = {"surgery_start": "1395-03-06T09:00", "surgery_end": "1395-03-06T10:00", "anesthesia_method": "general"}
SECOND = {"surgery_start": "1395-03-06T10:20", "surgery_end": "1395-03-06T11:30", "anesthesia_method": "general"}
KNOWN = {"operation_times_confirmed": True}


def row(section, code=None, amount=100_000, **over):
    return {"section": section, "amount": amount, **({"code": code} if code else {}), **over}


def surgical(**claim):
    """Return a stay with two wards on a day, a day without a bed, and two anesthesias at a time."""
    return stay_file(
        row("hotel", qty=2, amount=2_000_000, date="1395-03-05", facts={"bed_kind": "normal"}),
        row("hotel", qty=1, amount=3_000_000, date="1395-03-06", facts={"bed_kind": "icu"}),
        row("surgery", "109040", 250_000, date="1395-03-06", facts=KNOWN | {"anesthesia_session": "a"}),
        row("anesthesia", "109040", 90_000, date="1395-03-06", facts=SURGERY | {"anesthesia_session": "a"}),
        row("surgery", "109030", 400_000, date="1395-03-06", facts=KNOWN | {"anesthesia_session": "b"}),
        row("anesthesia", "109030", 90_000, date="1395-03-06", facts=SECOND | {"anesthesia_session": "b"}),
        row("drug", "DR01", 50_000, facts={"ward": "normal"}),
        **claim,
    )


def unread(**claim):
    return surgical(facts={"documents": None, "document_faults": None}, **claim)


def item_of(view, wanted):
    return next(item for item in view.items if wanted in {getattr(item, "trouble", None), getattr(item, "kind", None)})


def walk_to(view, item):
    view.setFocus()
    press(view, Qt.Key.Key_Home)
    for _ in range(len(view.items)):
        if view.current is item:
            return
        press(view, Qt.Key.Key_Left)
    raise AssertionError("the keys never came there")


def test_one_key_brings_the_stay_and_takes_it_away(stay_over):
    desk = stay_over(surgical())
    sheet = desk.claim.sheet

    assert sheet.shows_stay
    assert sheet.to_bill.isVisible()
    assert not desk.claim.strip.isVisible()
    assert sheet.stay.isAncestorOf(QApplication.focusWidget())
    sheet.turn_action.trigger()
    assert not sheet.shows_stay
    assert desk.claim.strip.isVisible()
    assert desk.claim.bill.hasFocus()


def test_an_outpatient_claim_has_no_stay(themed, qtbot):
    desk = ClaimDesk()
    qtbot.addWidget(desk)
    desk.show()
    desk.show_claim(every_mark())

    assert not desk.sheet.turn_action.isEnabled()
    assert not desk.sheet.to_stay.isVisible()


def test_overlaps_and_gaps_are_said_in_words_and_marked_on_the_axis(stay_over):
    times = stay_over(surgical()).claim.sheet.stay.times

    assert [label.text() for label in times.troubles] == [
        "دو تخت در یک روز: ۱۳۹۵/۰۳/۰۶ (ردیف‌های ۱، ۲)",
        "روز بدون تخت: ۱۳۹۵/۰۳/۰۷",
        "دو بیهوشی در یک زمان: ۱۳۹۵/۰۳/۰۶، ۱۰:۰۵ تا ۱۰:۱۵ (ردیف‌های ۴، ۶)",
    ]
    stay, operation = times.bands
    beds = [stay.room_of(item) for item in stay.items if getattr(item, "kind", None) is SpanKind.BED]
    two = stay.room_of(item_of(stay, Trouble.TWO_BEDS))
    assert all(two.intersects(room) for room in beds)
    assert two.width() == pytest.approx(min(room.width() for room in beds), abs=1)
    assert operation.room_of(item_of(operation, Trouble.ANESTHESIAS_OVERLAP)).width() > 4


def test_time_runs_from_the_right(stay_over):
    stay = stay_over(surgical()).claim.sheet.stay.times.bands[0]

    first, second = (span for span in stay.items if getattr(span, "kind", None) is SpanKind.BED)
    assert stay.room_of(first).right() > stay.room_of(second).right()


def test_the_keys_go_over_the_items_say_each_and_lead_to_its_line(stay_over):
    desk = stay_over(surgical())
    view = desk.claim.sheet.stay.times.bands[1]
    walk_to(view, item_of(view, Trouble.ANESTHESIAS_OVERLAP))

    assert "دو بیهوشی در یک زمان" in desk.claim.sheet.stay.times.said.text()
    assert view.accessibleDescription() == desk.claim.sheet.stay.times.said.text()
    assert desk.claim.bill.selected_line() == 4
    assert desk.why.line_no == 4
    press(view, Qt.Key.Key_Return)
    assert not desk.claim.sheet.shows_stay
    assert desk.claim.bill.hasFocus()
    assert desk.claim.bill.selected_line() == 4


def test_a_click_on_a_ward_leads_to_its_line(stay_over):
    desk = stay_over(surgical())
    view = desk.claim.sheet.stay.times.bands[0]
    icu = next(item for item in view.items if getattr(item, "name", "") == "icu")
    room = view.room_of(icu)

    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(int(room.center().x()), int(room.bottom()) - 2))

    assert desk.claim.bill.selected_line() in {1, 2}
    assert not desk.claim.sheet.shows_stay


def test_up_and_down_go_through_bands_and_papers_and_escape_goes_back_to_the_bill(stay_over):
    desk = stay_over(surgical())
    stay = desk.claim.sheet.stay
    seen = []
    for _ in range(3):
        seen.append(QApplication.focusWidget())
        press(seen[-1], Qt.Key.Key_Down)
    assert seen == [*stay.times.bands, stay.papers.list]
    press(stay.papers.list, Qt.Key.Key_Home)
    press(stay.papers.list, Qt.Key.Key_Up)
    assert stay.times.bands[1].hasFocus()
    press(stay.times.bands[1], Qt.Key.Key_Escape)
    assert desk.claim.bill.hasFocus()


def go_to(papers, document, fault=None):
    place = next(n for n, row in enumerate(papers.rows) if (row.document, row.fault) == (document, fault))
    papers.setFocus()
    press(papers, Qt.Key.Key_Home)
    for _ in range(place):
        press(papers, Qt.Key.Key_Down)


def test_one_key_marks_a_paper_as_missing_takes_its_money_and_is_undone_by_one(stay_over, qtbot):
    desk = stay_over(unread())
    card, claim = desk.claim.sheet.stay.papers, desk.claim
    before = claim.open_claim.settlement.totals.approved
    go_to(card.list, "drug_list")
    assert card.list.current.cost.rial == 50_000
    assert "ماده ۴" in card.said.text()

    press(card.list, Qt.Key.Key_Space, " ")
    qtbot.waitUntil(lambda: claim.open_claim.settlement.totals.approved == before - 50_000, timeout=WAIT_MS)

    assert "drug_list" not in claim.open_claim.claim.facts["documents"]
    assert "lab_list" in claim.open_claim.claim.facts["documents"]
    qtbot.waitUntil(lambda: card.list.current.lacking, timeout=WAIT_MS)
    assert card.list.hasFocus()
    assert claim.sheet.shows_stay
    claim.undo_action.trigger()
    qtbot.waitUntil(lambda: claim.open_claim.settlement.totals.approved == before, timeout=WAIT_MS)
    assert "documents" not in claim.open_claim.claim.facts


def test_one_letter_says_that_all_is_there_and_one_undo_takes_it_back(stay_over, qtbot):
    desk = stay_over(unread())
    papers = desk.claim.sheet.stay.papers.list
    asked = [question.name for question in desk.claim.open_claim.questions]
    assert {"documents", "document_faults"} <= set(asked)

    papers.setFocus()
    press(papers, text="ه")
    qtbot.waitUntil(lambda: "document_faults" in desk.claim.open_claim.claim.facts, timeout=WAIT_MS)

    assert {"documents", "document_faults"}.isdisjoint(q.name for q in desk.claim.open_claim.questions)
    desk.claim.undo_action.trigger()
    qtbot.waitUntil(lambda: "documents" not in desk.claim.open_claim.claim.facts, timeout=WAIT_MS)
    assert "document_faults" not in desk.claim.open_claim.claim.facts


def test_a_fault_is_opened_told_and_marked_below_its_paper(stay_over, qtbot):
    desk = stay_over(surgical())
    papers = desk.claim.sheet.stay.papers.list
    before = desk.claim.open_claim.settlement.totals.approved
    go_to(papers, "operation_report")
    press(papers, Qt.Key.Key_Left)
    press(papers, Qt.Key.Key_Down)

    assert papers.current.fault == "operation_report_unsigned"
    cost = papers.current.cost.rial
    assert cost == 650_000
    press(papers, Qt.Key.Key_Space, " ")
    qtbot.waitUntil(lambda: desk.claim.open_claim.settlement.totals.approved == before - cost, timeout=WAIT_MS)
    assert desk.claim.open_claim.claim.facts["document_faults"] == ("operation_report_unsigned",)


def test_a_step_ends_the_trials_under_way_and_the_costs_are_worked_out_anew(stay_over, qtbot):
    desk = stay_over(surgical())
    card = desk.claim.sheet.stay.papers
    whole = card.list.rows[0].cost.rial
    go_to(card.list, "drug_list")
    press(card.list, Qt.Key.Key_Space, " ")

    qtbot.waitUntil(lambda: card.list.rows[0].cost.rial == whole - 50_000, timeout=WAIT_MS)


def test_a_global_claim_shows_what_its_sum_holds_and_why_another_left(stay_over):
    desk = stay_over(example("inpatient_services", "GLO-06a-a"))
    card = desk.claim.sheet.stay.global_card
    wanted = []
    desk.claim.rule_wanted.connect(wanted.append)

    said = [label.text() for label in card.findChildren(type(desk.claim.sheet.stay.papers.said))]
    assert any("با دو عمل گلوبال در یک بستری" in text and "ماده ۲۲، بند ۶" in text for text in said)
    card.links[0].click()
    assert wanted == ["GLO-06a"]
    card.links[1].click()
    assert desk.claim.bill.selected_line() == 1
    assert not desk.claim.sheet.shows_stay


def test_a_bill_by_items_under_the_tariff_is_recognised(stay_over):
    card = stay_over(example("inpatient_services", "GLO-08-a")).claim.sheet.stay.global_card

    assert [link.no for link in card.links] == [1, 2, 2]
    assert card.take_focus()


def test_questions_lead_back_to_the_bill(stay_over):
    desk = stay_over(unread())

    desk.claim.answer_action.trigger()

    assert not desk.claim.sheet.shows_stay
    assert desk.claim.strip.isAncestorOf(QApplication.focusWidget())


def test_a_closed_claim_takes_no_word_on_its_papers(stay_over):
    card = stay_over(surgical()).claim.sheet.stay.papers
    told = []
    card.paper_turned.connect(told.append)

    card.list.editable = False
    press(card.list, Qt.Key.Key_Space, " ")
    press(card.list, text="ه")

    assert told == []


def test_what_a_fault_brings_is_answered_in_the_same_list(stay_over, qtbot):
    item = row("prosthesis", "PR01", 1_000_000, facts={"supplier_approved": None})
    desk = stay_over(stay_file(item, facts={"document_faults": ["equipment_supplier_unapproved"]}))
    papers, claim = desk.claim.sheet.stay.papers.list, desk.claim
    papers.setFocus()
    press(papers, Qt.Key.Key_End)
    assert papers.current.document == "supplier_approved"
    assert papers.current.name.endswith("ردیف ۱")

    press(papers, Qt.Key.Key_Space, " ")
    qtbot.waitUntil(lambda: claim.open_claim.line(1).facts.get("supplier_approved") is True, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: papers.current.state.value == "given", timeout=WAIT_MS)
    press(papers, Qt.Key.Key_Space, " ")
    qtbot.waitUntil(lambda: claim.open_claim.line(1).facts.get("supplier_approved") is False, timeout=WAIT_MS)
    assert claim.open_claim.settlement.line(1).approved == 0


def test_from_a_paper_one_key_leads_to_its_rule(stay_over):
    desk = stay_over(surgical())
    wanted = []
    desk.rule_wanted.connect(wanted.append)
    go_to(desk.claim.sheet.stay.papers.list, "anesthesia_sheet")

    QTest.keyClick(desk.claim.sheet.stay.papers.list, Qt.Key.Key_F11)

    assert wanted == ["DOC-05a"]


def test_a_claim_is_not_signed_over_the_stay_but_after_a_look_at_the_bill(stay_over):
    desk = stay_over(surgical())

    desk.pass_of(TechnicalPass).sign_action.trigger()

    assert not desk.claim.sheet.shows_stay
    assert "صورت سند" in desk.notices.text


def test_the_stay_of_a_long_bill_takes_the_screen_no_time(stay_over, qtbot):
    drugs = [row("drug", "DR01", 50_000, facts={"ward": "normal"}) for _ in range(190)]
    desk = stay_over(stay_file(*drugs, row("hotel", qty=3, amount=3_000_000, facts={"bed_kind": "normal"})))
    sheet, claim = desk.claim.sheet, desk.claim.open_claim
    seen = []
    desk.stay_work.seen.connect(lambda *found: seen.append(found))
    sheet.turn()

    begun = thread_time()
    sheet.turn()
    turned = thread_time() - begun
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT_MS)
    sheet.stay.begin(0)
    sheet.stay.begin(claim.id)
    begun = thread_time()
    sheet.stay.show_stay(*seen[-1])
    shown = thread_time() - begun

    assert sheet.shows_stay
    assert max(turned, shown) < 0.05
