"""The choice of a password of one's own, at sign-in and at the locked desk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.office import Role
from app.services.people import choose_password, sign_in
from app.services.staff import Staff
from app.ui.account.lock_page import LockPage
from app.ui.sign_in.sign_in_page import SignInPage
from tests.ui.frame.conftest import press, shown, type_text

OWN = "a password of my own"
WAIT_MS = 10_000


@pytest.fixture
def one_time(signed_in):
    """Return the one-time password of Sara, who has not chosen another one."""
    return Staff(*signed_in).add(name="sara", full_name="سارا یگانه", roles=frozenset({Role.REVIEWER})).password


@pytest.fixture
def asked(signed_in, one_time, worker, qtbot):
    """Return the page of signing in as it asks Sara for a password of her own."""
    page = shown(qtbot, SignInPage(signed_in[0], worker))
    page.begin()
    type_text(page.name, "sara")
    type_text(page.password, one_time)
    press(page.password, key=Qt.Key.Key_Return)
    qtbot.waitUntil(page.own.isVisible, timeout=WAIT_MS)
    return page


def choose(form, first, second):
    for field, text in ((form.new, first), (form.repeated, second)):
        field.clear()
        type_text(field, text)
    form.button.click()


def test_what_was_typed_is_gone_when_the_question_comes(asked):
    assert asked.password.text() == ""
    assert asked.own.new.hasFocus()


def test_nobody_comes_in_before_the_choice(asked, qtbot):
    with qtbot.assertNotEmitted(asked.signed_in):
        choose(asked.own, OWN, "another one")
        qtbot.waitUntil(lambda: "یکی نیست" in asked.own.fault.text())
        choose(asked.own, "short", "short")
        qtbot.waitUntil(lambda: "هشت" in asked.own.fault.text(), timeout=WAIT_MS)
    with qtbot.waitSignal(asked.signed_in, timeout=WAIT_MS) as came:
        choose(asked.own, OWN, OWN)
    assert came.args[0].user.name == "sara"
    assert asked.own.new.text() == asked.own.repeated.text() == ""


def test_escape_leaves_the_one_time_password_as_it_is(asked, signed_in, one_time, qtbot):
    type_text(asked.own.new, OWN)
    QTest.keyClick(asked.own, Qt.Key.Key_Escape)
    qtbot.waitUntil(asked.form.isVisible)
    assert asked.own.new.text() == ""
    choose_password(signed_in[0], "sara", one_time, OWN)


def test_the_locked_desk_opens_by_the_choice_too(signed_in, one_time, worker, qtbot):
    office, _session = signed_in
    session = choose_password(office, "sara", one_time, OWN)
    page = shown(qtbot, LockPage(office, worker))
    page.begin(session)
    again = Staff(*signed_in).reset_password(session.user.id).password
    type_text(page.password, again)
    press(page.password, key=Qt.Key.Key_Return)
    qtbot.waitUntil(page.own.isVisible, timeout=WAIT_MS)
    QTest.keyClick(page.own, Qt.Key.Key_Escape)
    assert page.form.isVisible()
    assert page.password.hasFocus()
    type_text(page.password, again)
    press(page.password, key=Qt.Key.Key_Return)
    qtbot.waitUntil(page.own.isVisible, timeout=WAIT_MS)
    with qtbot.waitSignal(page.unlocked, timeout=WAIT_MS):
        choose(page.own, "yet another password", "yet another password")
    assert sign_in(office, "sara", "yet another password").user.name == "sara"
