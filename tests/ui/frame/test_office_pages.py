"""The pages of the office: keys and menu from one table, to whom they are offered, and what is left of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from app.domain.office import Role
from app.domain.rights import refusal
from app.services.people import add_person
from app.ui.bill.key_cap import in_both_scripts
from app.ui.main_window import MainWindow
from app.ui.office_pages import PAGES
from app.ui.page_over_bill import PageOverBill
from tests.services.offices import NAME, PASSWORD

WAIT_MS = 20_000
NAMES = [entry.name for entry in PAGES]


@pytest.fixture
def window(signed_in, three_claims, themed, qtbot):
    main = MainWindow(signed_in[0])
    qtbot.addWidget(main)
    main.resize(1366, 768)
    main.show()
    yield main
    main.close()


def come_in(window, qtbot, *roles: Role):
    """Sign in the first administrator, or somebody new with these roles."""
    name = NAME
    if roles:
        name = "-".join(sorted(roles))
        add_person(window._office, None, name=name, full_name="کسی دیگر", roles=frozenset(roles), password=PASSWORD)
    with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
        window.sign_in_as(name, PASSWORD)
    return window.desk


def menu_of(window):
    """Return the texts of the menu in the head of the desk."""
    menu = window.desk.parentWidget().findChild(QMenu)
    return [entry.text() for entry in menu.actions() if not entry.isSeparator()]


def test_no_two_pages_have_one_name_title_or_key():
    for told in (NAMES, [entry.title for entry in PAGES], [entry.key for entry in PAGES]):
        assert len(set(told)) == len(told)


def test_the_keys_of_pages_are_known_in_both_scripts(window):
    for entry in PAGES:
        shortcuts = window.pages.action(entry.name).shortcuts()
        assert shortcuts == [QKeySequence(key) for key in in_both_scripts(entry.key)]
    assert in_both_scripts("Ctrl+Shift+B") == ("Ctrl+Shift+B", "Ctrl+Shift+ذ")
    assert in_both_scripts("F1") == ("F1",)
    assert in_both_scripts("Ctrl+Down") == ("Ctrl+Down",)


@pytest.mark.parametrize("role", Role)
def test_people_find_the_pages_that_serve_their_roles_each_with_its_key(window, qtbot, role):
    come_in(window, qtbot, role)
    offered = menu_of(window)
    for entry in PAGES:
        serves = not entry.rights or any(refusal(right, frozenset({role})) is None for right in entry.rights)
        found = [text for text in offered if text.split("\t")[0] == entry.title]
        assert len(found) == serves, entry.name
        assert window.pages.action(entry.name).isEnabled() == serves
        assert all(text.split("\t")[1] for text in found)


def keys_in(page):
    """Whether the keys are on a page, and not on the queue or the findings beside it."""
    focused = QApplication.focusWidget()
    return focused is page or page.isAncestorOf(focused)


@pytest.mark.parametrize("name", NAMES)
def test_every_page_lies_over_the_bill_and_goes_away_again(window, qtbot, name):
    desk = come_in(window, qtbot, *Role)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.queue.list.setFocus()
    window.pages.action(name).trigger()
    page = window.pages.page(name)
    assert isinstance(page, PageOverBill)
    assert page.isVisible()
    assert keys_in(page)
    qtbot.waitUntil(lambda: not window.worker._tasks, timeout=WAIT_MS)
    assert keys_in(page)
    page.closed.emit()
    assert not page.isVisible()
    assert desk.claim.isVisible()


@pytest.mark.parametrize(("role", "shown"), [(Role.ACCOUNTANT, False), (Role.SUPERVISOR, True)])
def test_a_page_that_a_person_may_not_see_has_no_key(window, qtbot, role, shown):
    come_in(window, qtbot, role)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_T, held)
    assert ("thresholds" in window.pages._made) == shown


def test_what_one_person_looked_for_is_gone_before_the_next_comes_in(window, qtbot):
    come_in(window, qtbot)
    window.pages.action("find").trigger()
    first = window.pages.page("find")
    first.field.setText("بیمار")
    desk = window.desk
    window.sign_out()
    qtbot.waitUntil(lambda: not isValid(first) and not isValid(desk), timeout=WAIT_MS)
    come_in(window, qtbot)
    window.pages.action("find").trigger()
    assert window.pages.page("find").field.text() == ""


def test_a_page_is_told_which_claim_lies_on_the_desk(window, qtbot, three_claims):
    desk = come_in(window, qtbot)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.open_claim(three_claims[0])
    window.pages.action("rule_book").trigger()
    assert window.pages.page("rule_book").here.isEnabled()  # made after the claim was opened
    window.sign_out()
    come_in(window, qtbot)
    window.pages.action("rule_book").trigger()
    assert not window.pages.page("rule_book").here.isEnabled()
