"""Signing in: the first administrator of a new office, a wrong password, the right one."""

import pytest
from PySide6.QtCore import Qt

from app.domain.office import Role
from app.services.office import Office
from app.services.people import has_people
from app.store.office import OfficeStore
from app.ui.sign_in.sign_in_page import SignInPage
from tests.services.offices import NAME, PASSWORD
from tests.ui.frame.conftest import press, shown, type_text


@pytest.fixture
def page(signed_in, worker, qtbot):
    office, _session = signed_in
    made = shown(qtbot, SignInPage(office, worker))
    made.begin()
    return made


@pytest.fixture
def first_page(tmp_path, worker, qtbot):
    office = Office(OfficeStore.create(tmp_path / "new"))
    made = shown(qtbot, SignInPage(office, worker))
    made.begin()
    yield office, made
    worker.finish()
    office.close()


def test_name_enter_password_enter_signs_in(page, qtbot):
    assert page.name.hasFocus()
    type_text(page.name, NAME)
    press(page.name, key=Qt.Key.Key_Return)
    assert page.password.hasFocus()
    type_text(page.password, PASSWORD)
    with qtbot.waitSignal(page.signed_in) as signed_in:
        press(page.password, key=Qt.Key.Key_Return)

    assert signed_in.args[0].user.name == NAME
    assert page.password.text() == ""


def test_a_wrong_password_says_so_beside_the_fields_and_waits_for_another(page, qtbot):
    type_text(page.name, NAME)
    type_text(page.password, "not the password")
    with qtbot.assertNotEmitted(page.signed_in):
        press(page.password, key=Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(page.form.fault.text()))

    assert "گذرواژه درست نیست" in page.form.fault.text()
    assert page.password.hasFocus()
    assert page.password.selectedText()
    assert page.password.property("faulty")
    assert not page.name.property("faulty")


def test_no_name_is_asked_for_at_once(page):
    page.form.button.click()

    assert page.form.fault.text() == "نام کاربری را بنویسید."
    assert page.name.hasFocus()


def test_the_form_takes_no_second_enter_while_the_first_is_checked(page, qtbot):
    type_text(page.name, NAME)
    type_text(page.password, PASSWORD)
    page.form.button.click()
    assert not page.form.button.isEnabled()
    assert not page.password.isEnabled()

    qtbot.waitUntil(page.form.button.isEnabled)


def test_a_new_office_is_given_its_first_administrator(first_page, qtbot):
    office, page = first_page
    for field, text in (
        (page.full_name, "مینا رستگار"),
        (page.first_name, "مینا"),
        (page.first_password, "a long password"),
        (page.repeated, "a long password"),
    ):
        assert field.hasFocus()
        type_text(field, text)
        if field is not page.repeated:
            press(field, key=Qt.Key.Key_Return)
    with qtbot.waitSignal(page.signed_in, timeout=10_000) as signed_in:
        press(page.repeated, key=Qt.Key.Key_Return)

    session = signed_in.args[0]
    assert session.user.full_name == "مینا رستگار"
    assert session.holds(Role.ADMINISTRATOR)
    assert has_people(office)


@pytest.mark.parametrize(
    ("password", "repeated", "sentence"),
    [
        ("a long password", "another one", "دو گذرواژه یکی نیست؛ دوباره بنویسید."),
        ("short", "short", "گذرواژه دست‌کم هشت نویسه باشد."),
    ],
)
def test_a_weak_or_mistyped_password_makes_nobody(first_page, qtbot, password, repeated, sentence):
    office, page = first_page
    for field, text in (
        (page.full_name, "مینا رستگار"),
        (page.first_name, "mina"),
        (page.first_password, password),
        (page.repeated, repeated),
    ):
        type_text(field, text)
    page.first.button.click()

    qtbot.waitUntil(lambda: page.first.fault.text() == sentence)
    assert not has_people(office)
