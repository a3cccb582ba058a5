"""Lock, another password, reference packs: what people do for themselves and for their office."""

import json

import pytest
from PySide6.QtCore import Qt

from app.domain.office import Role
from app.services.people import Session, add_person, sign_in
from app.ui.account.lock_page import LockPage
from app.ui.account.packs_page import PacksPage
from app.ui.account.password_page import PasswordPage
from app.ui.theme import AMBER
from tests.services.offices import NAME, PASSWORD
from tests.ui.frame.conftest import press, shown, type_text


@pytest.fixture
def lock(signed_in, worker, qtbot):
    office, session = signed_in
    page = shown(qtbot, LockPage(office, worker))
    page.begin(session)
    return page


@pytest.fixture
def password_page(signed_in, worker, qtbot):
    office, session = signed_in
    page = shown(qtbot, PasswordPage(office, worker))
    page.begin(session)
    return page


@pytest.fixture
def packs(signed_in, worker, qtbot):
    office, session = signed_in
    page = shown(qtbot, PacksPage(office, worker))
    page.begin(session)
    qtbot.waitUntil(lambda: page.table.rowCount() == 3)
    return page


def pack_file(folder, **changes):
    path = folder / "more.pack.json"
    pack = {
        "format": "rasidegi/reference",
        "version": 1,
        "name": "رقم‌های آزمایشی دیگر",
        "issued_on": "1395-06-01",
        "official": False,
        "fees": [{"key": "visit/outpatient/specialist", "rial": 150_000, "from": "1395-06-01", "source": "آزمایشی"}],
    }
    path.write_text(json.dumps(pack | changes, ensure_ascii=False), encoding="utf-8")
    return path


def test_the_same_person_unlocks_by_password_alone(lock, qtbot):
    assert lock.password.hasFocus()
    type_text(lock.password, PASSWORD)
    with qtbot.waitSignal(lock.unlocked, timeout=10_000) as unlocked:
        press(lock.password, key=Qt.Key.Key_Return)

    assert unlocked.args[0].user.name == NAME
    assert lock.password.text() == ""


def test_a_wrong_password_leaves_the_desk_locked(lock, qtbot):
    type_text(lock.password, "not the password")
    with qtbot.assertNotEmitted(lock.unlocked):
        press(lock.password, key=Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(lock.form.fault.text()), timeout=10_000)

    assert lock.password.hasFocus()


def test_somebody_else_may_ask_to_sign_in(lock, qtbot):
    with qtbot.waitSignal(lock.sign_out_wanted):
        lock.leave.click()


def fill(page, current, new, repeated):
    for field, text in ((page.current, current), (page.new, new), (page.repeated, repeated)):
        type_text(field, text)
    page.form.button.click()


def test_the_new_password_signs_in_and_the_old_one_no_longer_does(password_page, signed_in, qtbot):
    office, _session = signed_in
    with qtbot.waitSignals([password_page.session_changed, password_page.closed], timeout=10_000):
        fill(password_page, PASSWORD, "another password", "another password")

    assert sign_in(office, NAME, "another password").user.name == NAME
    with pytest.raises(Exception, match="گذرواژه درست نیست"):
        sign_in(office, NAME, PASSWORD)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("not mine", "another password", "another password"), "گذرواژه کنونی درست نیست؛ دوباره بنویسید."),
        ((PASSWORD, "another password", "a different one"), "دو گذرواژه یکی نیست؛ دوباره بنویسید."),
        ((PASSWORD, "short", "short"), "گذرواژه دست‌کم هشت نویسه باشد."),
    ],
)
def test_a_password_is_changed_only_by_who_knows_both(password_page, signed_in, qtbot, typed, sentence):
    fill(password_page, *typed)
    qtbot.waitUntil(lambda: password_page.form.fault.text() == sentence, timeout=10_000)

    assert sign_in(signed_in[0], NAME, PASSWORD).user.name == NAME


def test_leaving_the_page_forgets_what_was_typed(password_page, qtbot):
    type_text(password_page.current, PASSWORD)
    with qtbot.waitSignal(password_page.closed):
        qtbot.keyClick(password_page.current, Qt.Key.Key_Escape)

    assert password_page.current.text() == ""


def test_an_administrator_installs_a_pack_and_it_stands_first_as_what_it_is(packs, signed_in, tmp_path, qtbot):
    with qtbot.waitSignal(packs.installed, timeout=10_000) as installed:
        packs.install(pack_file(tmp_path))
    qtbot.waitUntil(lambda: packs.table.rowCount() == 4)

    assert installed.args == ["رقم‌های آزمایشی دیگر"]
    assert packs.table.item(0, 0).text() == "رقم‌های آزمایشی دیگر"
    assert packs.table.item(0, 1).text() == "آزمایشی"
    assert packs.table.item(0, 1).foreground().color() == AMBER
    assert packs.table.item(0, 2).text() == "۱۳۹۵/۰۶/۰۱"
    assert "رقم‌های آزمایشی دیگر" in signed_in[0].auditor.reference.unofficial


def test_a_pack_is_not_installed_twice(packs, tmp_path, qtbot):
    path = pack_file(tmp_path)
    with qtbot.waitSignal(packs.installed, timeout=10_000):
        packs.install(path)
    with qtbot.waitSignal(packs.install(path).failed, timeout=10_000):
        pass

    assert "نیازی به نصب دوباره نیست" in packs.said.text()


def test_a_faulty_pack_says_what_is_wrong_with_it(packs, tmp_path, qtbot):
    with qtbot.waitSignal(packs.install(pack_file(tmp_path, fees=[{"rial": "many"}])).failed, timeout=10_000):
        pass

    assert "more.pack.json" in packs.said.text()
    assert packs.table.rowCount() == 3


def test_only_an_administrator_installs(signed_in, worker, tmp_path, qtbot):
    office, session = signed_in
    roles = frozenset({Role.REVIEWER})
    reviewer = add_person(office, session.user.id, name="sara", full_name="سارا", roles=roles, password=PASSWORD)
    page = shown(qtbot, PacksPage(office, worker))
    page.begin(Session(reviewer, PASSWORD))

    assert not page.install_action.isEnabled()
    assert page.install(pack_file(tmp_path)) is None
    assert "مدیر دفتر" in page.said.text()
