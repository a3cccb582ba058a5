"""The "why" pane follows the line and tells clause, arithmetic, reading, remarks and people's words."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.findings import Effect
from app.domain.office import ClaimState, DecisionKind
from app.domain.persian import LEFT_TO_RIGHT_ISOLATE
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.text import without_bidi_marks
from app.ui.why.history_page import HistoryModel
from app.ui.why.waterfall import bars_of_claim, bars_of_line
from tests.ui.bill.conftest import press, type_text
from tests.ui.open_claims import decided, every_mark, line, open_claim


def texts(widget):
    """Return everything that a widget says, clean."""
    return "\n".join(
        without_bidi_marks(label.text()) for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)
    )


def test_a_reduced_line_shows_clause_rule_arithmetic_and_both_amounts(why):
    why.show_claim(every_mark(), 1)
    said = texts(why)

    assert "ردیف ۱: سی‌تی اسکن مغز با تزریق" in said
    assert "از ۱٬۸۴۰٬۰۰۰ به ۷۰۰٬۰۰۰" in said
    assert "ضابطه GEN-15e" in said
    assert every_mark().rulebook["GEN-15e"].clause in said
    assert "تعرفه یک واحد" in said


@pytest.mark.parametrize("no", range(1, 11))
def test_the_waterfall_of_every_line_ends_at_the_amount_that_stands(themed, no):
    claim = every_mark()
    settled = claim.settlement.line(no)
    bars = bars_of_line(claim, no)
    deducted = -sum(bar.shown for bar in bars if bar.shown < 0)

    assert bars[0].shown == settled.claimed
    assert settled.claimed - deducted == settled.engine.approved
    assert bars[-1].shown == settled.approved


def test_the_claim_as_a_whole_shows_its_sums_and_shares(why):
    claim = every_mark()
    why.show_claim(claim, None)
    totals = claim.settlement.totals
    shown = [bar.shown for bar in bars_of_claim(claim)]

    assert shown == [totals.claimed, -totals.deducted, totals.approved, totals.patient_share, totals.insurer_share]
    assert "کل سند" in texts(why)
    assert "حساب سهم‌ها" in texts(why)


def test_an_ambiguous_source_is_marked_with_the_reading_taken(why):
    claim = every_mark()
    unclear = next(finding for finding in claim.result.findings if finding.reading and finding.line)
    why.show_claim(claim, unclear.line)

    assert "منبع مبهم است" in texts(why)
    assert unclear.reading in texts(why)


def test_what_only_a_person_can_judge_is_listed(why):
    claim = every_mark()
    remark = next(remark for remark in claim.result.remarks if remark.line == 6)
    why.show_claim(claim, 6)

    assert "برای نظر کارشناس" in texts(why)
    assert remark.wording in texts(why)


def test_f5_upholds_and_f7_waives_the_finding_under_the_keys(why, qtbot):
    why.show_claim(every_mark(), 1)
    with qtbot.waitSignal(why.finding_upheld) as upheld:
        qtbot.keyClick(why, Qt.Key.Key_F5)
    assert upheld.args == ["GEN-15e", 1]

    qtbot.keyClick(why, Qt.Key.Key_F7)
    field = why.findings.cards[0].reasons.field
    assert field.hasFocus()
    type_text(field, "کمیسیون")
    with qtbot.waitSignal(why.finding_waived) as waived:
        press(field, key=Qt.Key.Key_Return)
    assert waived.args == ["GEN-15e", 1, "رأی کمیسیون یا پزشک معتمد"]


def test_a_finding_is_not_waived_without_a_reason_and_escape_thinks_again(why, qtbot):
    why.show_claim(every_mark(), 1)
    qtbot.keyClick(why, Qt.Key.Key_F7)
    reasons = why.findings.cards[0].reasons
    with qtbot.assertNotEmitted(why.finding_waived):
        press(reasons.field, key=Qt.Key.Key_Return)
        press(reasons.field, key=Qt.Key.Key_Escape)

    assert not reasons.isVisible()
    assert why.findings.hasFocus()


def test_f3_walks_through_the_findings(why, qtbot):
    claim = every_mark()
    no = next(no for no in range(1, 11) if len(claim.result.findings_of(no)) > 1)
    why.show_claim(claim, no)
    first = why.findings.current
    qtbot.keyClick(why, Qt.Key.Key_F3)
    second = why.findings.current
    qtbot.keyClick(why, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)

    assert first != second
    assert why.findings.current == first


def test_nothing_is_waived_on_a_signed_claim(why, qtbot):
    why.show_claim(open_claim([line(1, "T-CTBRAIN-C", 1_840_000)], state=ClaimState.CLOSED), 1)

    assert not why.uphold_action.isEnabled()
    assert not why.waive_action.isEnabled()
    with qtbot.assertNotEmitted(why.finding_upheld):
        qtbot.keyClick(why, Qt.Key.Key_F5)


def test_a_waived_finding_says_who_and_why(why):
    word = decided(1, DecisionKind.WAIVE, 1, rule="GEN-15e", reason="توافق با مرکز پس از بررسی پرونده")
    why.show_claim(open_claim([line(1, "T-CTBRAIN-C", 1_840_000)], decisions=(word,)), 1)

    assert "سارا محمدی از آن چشم پوشید: توافق با مرکز پس از بررسی پرونده" in texts(why)


def test_the_words_of_people_stand_with_time_and_the_undone_struck_through(why, qtbot):
    words = (
        decided(1, DecisionKind.SET_AMOUNT, 1, amount=650_000, reason="علت آزمایشی", undone=True),
        decided(2, DecisionKind.ENTER_FACT, 1, fact="report_attached", value=True),
    )
    why.show_claim(open_claim([line(1, "T-CTBRAIN-C", 1_840_000)], decisions=words), 1)
    qtbot.keyClick(why, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert why.tabs.currentWidget() is why.decisions
    said = texts(why.decisions)

    assert "ردیف ۱: مبلغ ۶۵۰٬۰۰۰ ریال" in said
    assert "برگردانده شد" in said
    assert "پیوست بودن گزارش — بله" in said
    assert "۱۳۹۵/۰۳/۱۲" in said
    struck = [label.text() for label in why.decisions.findChildren(QLabel) if label.font().strikeOut()]
    assert struck == ["ردیف ۱: مبلغ ۶۵۰٬۰۰۰ ریال"]


def test_earlier_services_are_listed_the_latest_first(why, qtbot, qtmodeltester):
    why.show_claim(every_mark(), 1)
    qtbot.keyClick(why, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    model = why.history.model
    qtmodeltester.check(model)
    column = [model.index(row, 0).data() for row in range(model.rowCount())]

    assert column == ["۱۳۹۴/۱۱/۰۲", "۱۳۹۴/۰۸/۱۹", "۱۳۹۳/۰۲/۲۸"]
    assert model.index(0, 1).data() == "T-CTBRAIN"
    assert HistoryModel().rowCount() == 0


def test_the_rule_of_the_finding_is_one_key_away(why, qtbot):
    claim = every_mark()
    why.show_claim(claim, 1)
    qtbot.keyClick(why, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert claim.rulebook["GEN-15e"].wording in texts(why.rule)
    qtbot.keyClick(why, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert why.tabs.currentWidget() is why.findings


def test_copied_text_has_no_invisible_marks(why, qtbot):
    why.show_claim(every_mark(), 1)
    label = next(label for label in why.findChildren(CleanLabel) if LEFT_TO_RIGHT_ISOLATE in label.text())
    label.setSelection(0, len(label.text()))
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    copied = QGuiApplication.clipboard().text()
    assert "GEN-15e" in copied
    assert copied == without_bidi_marks(copied)


def test_with_no_claim_the_pane_is_calm_and_takes_no_key(why, qtbot):
    why.show_claim(None, None)

    assert "چرا؟" in texts(why)
    assert not any(act.isEnabled() for act in (why.uphold_action, why.waive_action, why.next_action))
    with qtbot.assertNotEmitted(why.finding_upheld):
        qtbot.keyClick(why, Qt.Key.Key_F5)


def test_following_the_line_takes_no_time(why):
    claim = every_mark()
    seconds = []
    for no in (1, 5, 4, 5, 7):
        begin = time.process_time()  # the machine's other work is no slowness of the pane
        why.show_claim(claim, no)
        seconds.append(time.process_time() - begin)

    assert sorted(seconds)[2] < 0.05


def test_queries_name_what_they_wait_for(why):
    claim = every_mark()
    assert any(finding.effect is Effect.QUERY for finding in claim.result.findings_of(4))
    why.show_claim(claim, 4)

    assert "در انتظار: پیوست بودن گزارش" in texts(why)


@pytest.mark.parametrize("width", [260, 300, 420])
def test_no_amount_is_cut_in_a_narrow_pane(why, width):
    why.resize(width, 700)
    dear = open_claim([line(1, "T-CTBRAIN-C", 12_345_678_900)])
    why.show_claim(dear, 1)
    QApplication.processEvents()
    content = why.findings.widget()

    assert content.width() <= why.findings.viewport().width()
    for label in content.findChildren(CleanLabel):
        if "۱۲٬۳۴۵٬۶۷۸٬۹۰۰" in label.text():
            words = [label.fontMetrics().horizontalAdvance(word) for word in label.text().split()]
            assert max(words) <= label.width()
            assert label.height() >= label.heightForWidth(label.width())


def test_an_accepted_question_says_who_accepted_the_amount(why):
    word = decided(1, DecisionKind.UPHOLD, 1, rule="GEN-19")
    claim = open_claim([line(1, "T-CTCHEST", 600_000, report_attached=None)], decisions=(word,))
    why.show_claim(claim, 1)

    assert "سارا محمدی مبلغ را پذیرفت." in texts(why)
    assert claim.questions == ()


def test_a_key_may_bring_the_next_content_while_it_is_still_being_handled(why, qtbot):
    claim = every_mark()
    why.finding_waived.connect(lambda _rule, _line, _reason: why.show_claim(claim, 3))
    for _ in range(20):
        why.show_claim(claim, 1)
        why.waive_action.trigger()
        field = why.findings.cards[0].reasons.field
        type_text(field, "توافق")
        press(field, key=Qt.Key.Key_Return)
        QApplication.processEvents()

    assert "ردیف ۳" in why.title.text()


def test_f11_asks_for_the_rule_under_the_keys_finding_or_remark(why, qtbot):
    why.show_claim(every_mark(), 1)
    asked = []
    why.rule_wanted.connect(asked.append)
    for _stop in why.findings.stops:
        qtbot.keyClick(why, Qt.Key.Key_F11)
        qtbot.keyClick(why, Qt.Key.Key_F3)
    remarks = [remark.rule for remark in every_mark().result.remarks if remark.line == 1]

    assert asked == ["GEN-15e", *remarks]
    assert remarks


def test_the_keys_of_a_finding_can_be_clicked(why, qtbot):
    why.show_claim(every_mark(), 1)
    hints = {hint.accessibleName(): hint for hint in why.findings.cards[0].findChildren(KeyHint)}
    with qtbot.waitSignal(why.rule_wanted) as wanted:
        qtbot.mouseClick(hints["ضابطه"], Qt.MouseButton.LeftButton)
    assert wanted.args == ["GEN-15e"]
    with qtbot.waitSignal(why.finding_upheld) as upheld:
        qtbot.mouseClick(hints["وارد است"], Qt.MouseButton.LeftButton)
    assert upheld.args == ["GEN-15e", 1]


def test_the_same_line_shown_anew_keeps_the_finding_under_the_keys(why, qtbot):
    claim = every_mark()
    no = next(no for no in range(1, 11) if len(claim.result.findings_of(no)) > 1)
    why.show_claim(claim, no)
    qtbot.keyClick(why, Qt.Key.Key_F3)
    second = why.findings.current
    why.show_claim(claim, no)
    assert why.findings.current == second

    why.show_claim(claim, 1)
    assert why.findings.current == claim.result.findings_of(1)[0]


def test_the_rule_of_a_signed_claims_finding_can_be_read(why, qtbot):
    why.show_claim(open_claim([line(1, "T-CTBRAIN-C", 1_840_000)], state=ClaimState.CLOSED), 1)
    with qtbot.waitSignal(why.rule_wanted) as wanted:
        qtbot.keyClick(why, Qt.Key.Key_F11)

    assert wanted.args == ["GEN-15e"]


@pytest.fixture
def rejected():
    """Return a claim of two lines that one rule rejects as a whole."""
    lines = [line(1, "T-CTBRAIN-C", 1_840_000), line(2, "T-CHEST", 60_000)]
    claim = open_claim(lines, paper={"prescriber_stamp": False})
    assert [finding.rule for finding in claim.result.findings_of(None)] == ["GEN-02a"]
    return claim


@pytest.mark.parametrize("no", [1, 2])
def test_a_line_shows_the_rule_that_rejects_the_whole_claim(why, rejected, no):
    why.show_claim(rejected, no)
    whole = rejected.result.findings_of(None)[0]
    bars = bars_of_line(rejected, no)

    assert "درباره کل سند" in texts(why)
    assert whole.message in texts(why)
    assert "ایرادی نگرفته" not in texts(why)
    assert bars[-1].shown == rejected.settlement.line(no).approved == sum(bar.shown for bar in bars[:-1]) == 0


def test_a_finding_on_the_whole_claim_is_waived_from_any_line(why, rejected, qtbot):
    why.show_claim(rejected, 2)
    while why.findings.current_rule != "GEN-02a":
        qtbot.keyClick(why, Qt.Key.Key_F3)
    qtbot.keyClick(why, Qt.Key.Key_F7)
    field = next(card.reasons.field for card in why.findings.cards if card.reasons is not None)
    type_text(field, "کمیسیون")
    with qtbot.waitSignal(why.finding_waived) as waived:
        press(field, key=Qt.Key.Key_Return)

    assert waived.args[:2] == ["GEN-02a", None]
