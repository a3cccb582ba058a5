"""From a finding to its rule in the rule book and back, by one key or one click, on the real desk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.passes.technical_pass import TechnicalPass
from app.ui.rule_book.example_card import ExampleCard
from tests.services.offices import claim, line
from tests.stories.conftest import WAIT_MS, asking_claim, fill, import_and_open, type_text


@pytest.fixture
def book(window, desk, qtbot, write_file):
    """The rule book of a desk on which a claim lies that was cut and asks; nobody has opened the book yet."""
    import_and_open(qtbot, desk, write_file(asking_claim()))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.claim.select_line(1)
    return window.pages.page("rule_book")


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keys are."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def wait_for(qtbot, book, rule):
    qtbot.waitUntil(lambda: book.rules.current is not None and book.rules.current.entry.id == rule, timeout=WAIT_MS)


def texts(widget):
    return "\n".join(label.text() for label in widget.findChildren(CleanLabel))


def test_one_key_leads_to_the_rule_and_escape_back_to_the_very_finding(window, desk, book, qtbot):
    findings = desk.why.findings
    card, was = findings.cards[0], QApplication.focusWidget()
    assert findings.current_rule == "GEN-15e"

    press(Qt.Key.Key_F11)
    wait_for(qtbot, book, "GEN-15e")
    entry = window._office.rulebook["GEN-15e"]
    assert book.isVisible()
    assert book.rules.visualRect(book.rules.currentIndex()).intersects(book.rules.viewport().rect())
    assert entry.wording in texts(book.details)
    assert len(book.details.findChildren(ExampleCard)) == 2

    press(Qt.Key.Key_Escape)
    assert desk.claim.isVisible()
    assert findings.cards[0] is card
    assert card.property("focused") == "true"
    assert QApplication.focusWidget() is was


def test_no_word_and_no_filter_hides_the_rule_that_is_asked_for(window, book, qtbot):
    window.pages.action("rule_book").trigger()
    qtbot.waitUntil(lambda: book.rules.count > 0, timeout=WAIT_MS)
    fill(book.field, "PT-04")
    book.here.setChecked(True)
    book.area.choose("dental")
    press(Qt.Key.Key_Escape)

    press(Qt.Key.Key_F11)
    wait_for(qtbot, book, "GEN-15e")
    assert book.rules.count == len(window._office.rulebook)


def test_the_rule_can_be_tried_at_once_on_the_open_claim(desk, book, qtbot):
    desk.claim.select_line(2)
    assert desk.why.findings.current_rule == "GEN-19"
    press(Qt.Key.Key_F11)
    wait_for(qtbot, book, "GEN-19")
    press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert book.trial.isVisible()
    assert "GEN-19" in book.trial.title.text()

    for _step in ("from the trial to the rule", "from the rule to the finding"):
        press(Qt.Key.Key_Escape)
    assert desk.claim.isVisible()
    assert desk.why.findings.current_rule == "GEN-19"
    assert desk.claim.bill.selected_line() == 2


def test_the_rule_of_a_finding_is_one_click_away(desk, book, qtbot):
    card = desk.why.findings.cards[0]
    (hint,) = (hint for hint in card.findChildren(KeyHint) if hint.accessibleName() == "ضابطه")
    qtbot.mouseClick(hint, Qt.MouseButton.LeftButton)
    wait_for(qtbot, book, "GEN-15e")
    press(Qt.Key.Key_Escape)
    assert desk.claim.bill.hasFocus()


def test_while_a_question_is_answered_the_key_leads_to_the_rule_that_asks(desk, book, qtbot):
    press(Qt.Key.Key_F4)
    asks = desk.claim.strip.question.findings[0].rule
    assert asks != desk.why.findings.current_rule
    press(Qt.Key.Key_F11)
    wait_for(qtbot, book, asks)
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is desk.claim.strip
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        type_text(QApplication.focusWidget(), "ب")


def test_a_rule_that_was_found_by_words_opens_and_escape_goes_back_to_the_find(window, desk, book, qtbot):
    window.pages.action("find").trigger()
    fill(window.pages.page("find").field, "GEN-15e")
    qtbot.waitUntil(lambda: window.pages.page("find").found.current is not None, timeout=WAIT_MS)
    press(Qt.Key.Key_Return)
    wait_for(qtbot, book, "GEN-15e")

    press(Qt.Key.Key_Escape)
    assert window.pages.page("find").isVisible()
    assert window.pages.page("find").field.hasFocus()
    press(Qt.Key.Key_Escape)
    assert desk.claim.bill.hasFocus()


def test_the_key_bar_shows_the_keys_of_what_stands_in_the_middle(window, desk, book, qtbot):
    def shown():
        return [hint.accessibleName() for hint in desk.keys.findChildren(KeyHint) if hint.isVisible()]

    assert desk.pass_of(TechnicalPass).sign_action.text() in shown()
    window.pages.action("rule_book").trigger()
    qtbot.waitUntil(lambda: shown() == [act.text() for act in book.actions()], timeout=WAIT_MS)


def test_what_the_key_bar_shows_can_be_clicked(desk, qtbot, write_file):
    claims = [claim(f"C-{number}", line(1, "T-CHEST", 60_000)) for number in (1, 2)]
    import_and_open(qtbot, desk, write_file(*claims))
    (hint,) = (hint for hint in desk.keys.findChildren(KeyHint) if hint.accessibleName() == "سند بعد")
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda opened: opened.claim.id == "C-2"):
        qtbot.mouseClick(hint, Qt.MouseButton.LeftButton)
