"""People at their desks, and the administrator at another one: who comes in, by which password, and whose key signs."""

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.domain.office import ClaimState, Role
from app.domain.persian import latin_digits
from app.services.office import Office
from app.services.people import TRIES_BEFORE_WAITING, add_person, sign_in
from app.store.office import OfficeStore
from app.ui.passes.sheet_pass import SheetPass
from app.ui.people.people_page import PeoplePage
from tests.services.offices import FULL_NAME, NAME, PASSWORD, add_claims, claim, line, make_office, ticking_clock
from tests.stories.conftest import WAIT_MS, fill, press, type_text, window_over

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("administrator.py")
OWN = "a password of my own"
NINE = datetime(2016, 7, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """The folder of an office with its administrator, a reviewer called Sara, and two claims."""
    folder = tmp_path_factory.mktemp("people") / "office"
    office, mina = make_office(folder)
    add_claims(office, mina, *(claim(f"C-{n}", line(1, "T-CHEST", 60_000)) for n in (1, 2)))
    roles = frozenset({Role.REVIEWER})
    add_person(office, mina.user.id, name="sara", full_name="سارا یگانه", roles=roles, password=OWN)
    sign_in(office, "sara", OWN)
    office.close()
    return folder


@pytest.fixture
def office(template, tmp_path):
    """An office of the test's own."""
    made = Office(OfficeStore.open(shutil.copytree(template, tmp_path / "office")), ticking_clock(NINE))
    yield made
    made.close()


@pytest.fixture
def window(qtbot, qapp, office):
    """The window of that office, in which nobody has signed in yet."""
    with window_over(qtbot, office) as main:
        yield main


@pytest.fixture
def elsewhere(office):
    """Return what lets the administrator do something in a program of its own; it returns what was said there."""

    def do(*words):
        command = [sys.executable, str(SCRIPT), str(office.store.folder), *words]
        done = subprocess.run(
            command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return do


@pytest.fixture
def sara(window, qtbot):
    """Sara at her desk, with the first claim on it."""
    open_first(qtbot, sign_in_at(window, qtbot, "sara", OWN))
    return window.session.user


def give(page, password, name=None):
    """Give name and password on the page of signing in, or the password alone on the locked desk."""
    if name is not None:
        fill(page.name, name)
    fill(page.password, password)
    press(page.password, Qt.Key.Key_Return)


def choose(form, password):
    fill(form.new, password)
    fill(form.repeated, password)
    press(form.repeated, Qt.Key.Key_Return)


def sign_in_at(window, qtbot, name, password):
    with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
        give(window.sign_in_page, password, name=name)
    return window.desk


def open_first(qtbot, desk):
    qtbot.waitUntil(lambda: desk.queue.rows.rowCount() > 0, timeout=WAIT_MS)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.queue.go(1)


def sign(qtbot, desk):
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        QTest.keyClick(desk.window(), Qt.Key.Key_F9)


def refused(qtbot, desk):
    """Press F9 in vain and return what the desk says."""
    with qtbot.waitSignal(desk.work.failed, timeout=WAIT_MS):
        QTest.keyClick(desk.window(), Qt.Key.Key_F9)
    return desk.notices.text


def people_page(window, qtbot) -> PeoplePage:
    window.pages.action("people").trigger()
    page = window.pages.page("people")
    qtbot.waitUntil(lambda: bool(page.people.members), timeout=WAIT_MS)
    return page


def chosen(page, name):
    member = next(member for member in page.people.members if member.user.name == name)
    page.people.choose(member.user.id)
    return member


def test_a_person_is_added_by_keyboard_and_comes_in(window, qtbot, office):
    sign_in_at(window, qtbot, NAME, PASSWORD)
    page = people_page(window, qtbot)
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.person.full_name.hasFocus()
    type_text(page.person.full_name, "ندا رستمی")
    press(page.person.full_name, Qt.Key.Key_Return)
    type_text(page.person.name, "neda")
    press(page.person.name, Qt.Key.Key_Return)
    type_text(page.person.roles, "۱3")
    assert page.person.roles.roles() == {Role.SUPERVISOR}
    press(page.person.roles, Qt.Key.Key_Return)
    qtbot.waitUntil(page.handed.isVisible, timeout=WAIT_MS)
    one_time = "".join(sign for sign in latin_digits(page.handed.password.text()) if sign.isdecimal())
    qtbot.waitUntil(lambda: len(page.people.members) == 3, timeout=WAIT_MS)
    assert chosen(page, "neda").user.must_change_password
    page.close_action.trigger()
    assert page.handed.password.text() == ""
    assert page.isVisible()

    window.sign_out_action.trigger()
    give(window.sign_in_page, one_time, name="neda")
    own = window.sign_in_page.own
    qtbot.waitUntil(own.isVisible, timeout=WAIT_MS)
    assert window.session is None
    choose(own, one_time)
    qtbot.waitUntil(lambda: "مدیر دفتر دیده" in own.fault.text(), timeout=WAIT_MS)
    with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
        choose(own, OWN)
    assert window.session.user.roles == {Role.SUPERVISOR}
    assert own.new.text() == own.repeated.text() == ""
    assert office.store.check() == []


def test_a_reset_elsewhere_takes_the_key_and_gives_a_new_one(window, qtbot, office, elsewhere, sara):
    one_time = elsewhere("reset", "sara")
    assert "کلید امضای شما باطل شده" in refused(qtbot, window.desk)
    window.lock_action.trigger()
    page = window.lock_page
    give(page, OWN)
    qtbot.waitUntil(lambda: "گذرواژه درست نیست" in page.form.fault.text(), timeout=WAIT_MS)
    give(page, one_time)
    qtbot.waitUntil(page.own.isVisible, timeout=WAIT_MS)
    with qtbot.waitSignal(page.unlocked, timeout=WAIT_MS):
        choose(page.own, "yet another password")
    qtbot.waitUntil(window.desk.isVisible, timeout=WAIT_MS)
    assert window.desk.claim.open_claim.claim.id == "C-1"
    sign(qtbot, window.desk)
    assert window.desk.claim.open_claim.state is ClaimState.TECHNICALLY_DONE
    with office.read() as view:
        certificates = {view.users.get(sara.id).certificate, sara.certificate}
        (revoked,) = view.revocations.all()
    assert len(certificates) == 2
    assert revoked.user_id == sara.id
    assert office.store.check() == []


def test_a_key_revoked_elsewhere_signs_no_more_and_what_it_signed_before_holds(window, qtbot, office, elsewhere, sara):
    desk = window.desk
    sign(qtbot, desk)
    elsewhere("revoke", "sara", "کلید گم شده است")
    QTest.keyClick(window, Qt.Key.Key_F10)
    lines = desk.pass_of(SheetPass).preview.signatures
    qtbot.waitUntil(lines.isVisible, timeout=WAIT_MS)
    told = lines.sentences.text()
    assert "«کلید گم شده است»" in told
    assert "پیش از ابطال کلید، و برقرار است" in told
    assert lines.sentences.property("tone") == "green"

    desk.show_bill()
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.queue.go(1)
    assert "باطل شده" in refused(qtbot, desk)
    assert desk.claim.open_claim.state is ClaimState.RECEIVED


def test_a_role_taken_away_elsewhere_ends_its_work_at_once(window, qtbot, office, elsewhere, sara):
    elsewhere("roles", "sara", "administrator")
    assert "امضای برگ رسیدگی کار کارشناس رسیدگی است" in refused(qtbot, window.desk)
    before = window.desk
    window.lock_action.trigger()
    with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
        give(window.lock_page, OWN)
    assert window.desk is not before
    assert window.session.user.roles == {Role.ADMINISTRATOR}
    assert window.desk.claim.open_claim is None


def test_who_is_shut_out_elsewhere_does_not_come_back_to_the_locked_desk(window, qtbot, elsewhere, sara):
    elsewhere("shut_out", "sara")
    assert "غیرفعال" in refused(qtbot, window.desk)
    window.lock_action.trigger()
    give(window.lock_page, OWN)
    qtbot.waitUntil(lambda: bool(window.lock_page.form.fault.text()), timeout=WAIT_MS)
    assert not window.desk.isVisible()


@pytest.mark.parametrize("deed", [("shut_out",), ("reset",), ("roles", "accountant")], ids="-".join)
def test_an_open_desk_locks_itself_when_its_person_may_no_longer_sit_there(window, qtbot, elsewhere, sara, deed):
    window.standing._timer.setInterval(50)
    qtbot.wait(300)
    assert not window.lock_page.isVisible()
    elsewhere(deed[0], "sara", *deed[1:])
    qtbot.waitUntil(window.lock_page.isVisible, timeout=WAIT_MS)
    assert not window.standing._timer.isActive()


def test_a_changed_password_leaves_the_desk_open(window, qtbot, sara):
    window.standing._timer.setInterval(50)
    window.pages.action("password").trigger()
    page = window.pages.page("password")
    for field, text in ((page.current, OWN), (page.new, "another password"), (page.repeated, "another password")):
        fill(field, text)
    with qtbot.waitSignal(page.session_changed, timeout=WAIT_MS):
        press(page.repeated, Qt.Key.Key_Return)
    qtbot.wait(300)
    assert window.desk.isVisible()
    assert window.standing._timer.isActive()


def test_an_administrator_alone_sees_no_patient(window, qtbot, office):
    with office.read() as view:
        numbers = [row.id for row in view.claims.of_submission(1, office.dictionary)]
    only = frozenset({Role.ADMINISTRATOR})
    add_person(office, 1, name="neda", full_name="ندا رستمی", roles=only, password=OWN)
    desk = sign_in_at(window, qtbot, "neda", OWN)
    assert "کارشناس رسیدگی، حسابداری و ناظر" in desk.claim.state.sentence.text()
    assert desk.claim.state.isVisible()
    assert not desk.queue.isVisible()
    assert not desk.why.isVisible()
    seen = {name for name in ("find", "people", "packs", "password") if window.pages.action(name).isVisible()}
    assert seen == {"people", "packs", "password"}
    with qtbot.waitSignal(desk.work.failed, timeout=WAIT_MS) as failed:
        desk.open_claim(numbers[0])
    assert "دیدن سندها" in str(failed.args[0])
    assert desk.claim.open_claim is None
    qtbot.wait(50)
    assert desk.queue.rows.rowCount() == 0


def test_the_administrator_who_steps_down_is_at_the_desk_of_the_roles_that_remain(window, qtbot, office):
    both = frozenset({Role.ADMINISTRATOR})
    add_person(office, 1, name="neda", full_name="ندا رستمی", roles=both, password=OWN)
    sign_in_at(window, qtbot, NAME, PASSWORD)
    page = people_page(window, qtbot)
    chosen(page, NAME)
    QTest.keyClick(page, Qt.Key.Key_F2)
    type_text(page.person.roles, "4")
    with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
        press(page.person.roles, Qt.Key.Key_Return)
    assert window.session.user.roles == {Role.REVIEWER}
    assert not window.pages.action("people").isVisible()
    qtbot.waitUntil(lambda: window.desk.queue.rows.rowCount() == 2, timeout=WAIT_MS)


def test_the_last_administrator_stays_one(window, qtbot, office):
    sign_in_at(window, qtbot, NAME, PASSWORD)
    page = people_page(window, qtbot)
    assert not page.active_action.isEnabled()
    assert not page.reset_action.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_F2)
    type_text(page.person.roles, "4")
    press(page.person.roles, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "بی‌مدیر" in page.said.text(), timeout=WAIT_MS)
    assert page.person.isVisible()
    with office.read() as view:
        assert Role.ADMINISTRATOR in view.users.get(1).roles


def test_five_wrong_passwords_at_the_locked_desk_make_every_desk_wait(window, qtbot, office, sara):
    window.lock_action.trigger()
    page = window.lock_page
    for _ in range(TRIES_BEFORE_WAITING):
        page.form.fault.clear()
        give(page, "not hers")
        qtbot.waitUntil(lambda: bool(page.form.fault.text()), timeout=WAIT_MS)
    give(page, OWN)
    qtbot.waitUntil(lambda: "۱ دقیقه دیگر" in page.form.fault.text(), timeout=WAIT_MS)
    page.leave.click()
    give(window.sign_in_page, OWN, name="sara")
    qtbot.waitUntil(lambda: "دقیقه دیگر" in window.sign_in_page.form.fault.text(), timeout=WAIT_MS)

    sign_in_at(window, qtbot, NAME, PASSWORD)
    people = people_page(window, qtbot)
    assert chosen(people, "sara").waits_until is not None
    assert "نادرست" in people.people.sign_ins.text()


def test_a_desk_that_nobody_touches_locks_itself_and_keeps_what_was_under_way(window, qtbot, office, sara):
    desk = window.desk
    desk.claim.select_line(1)
    desk.claim.edit_action.trigger()
    fill(desk.claim.editor.field, "50000")
    window.idle_lock.watch(400)
    handle = window.windowHandle()
    for _touch in range(6):
        qtbot.wait(120)
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert not window.lock_page.isVisible()
    for _touch in range(6):
        qtbot.wait(120)
        QTest.mouseMove(handle)
        QTest.mouseClick(handle, Qt.MouseButton.RightButton, pos=window.rect().bottomLeft())
    assert not window.lock_page.isVisible()
    with qtbot.waitSignal(window.idle_lock.idle, timeout=WAIT_MS):
        pass
    assert window.lock_page.isVisible()
    assert not window.idle_lock.watching
    assert not desk.isVisible()
    with qtbot.waitSignal(window.lock_page.unlocked, timeout=WAIT_MS):
        give(window.lock_page, OWN)
    qtbot.waitUntil(desk.claim.editor.field.isVisible, timeout=WAIT_MS)
    assert desk.claim.editor.field.text() == "۵۰٬۰۰۰"
    assert desk.claim.editor.field.hasFocus()
    assert window.idle_lock.watching


def test_wrong_passwords_in_another_program_make_this_one_wait(window, qtbot, office, elsewhere, sara):
    window.lock_action.trigger()
    elsewhere("try_wrongly", "sara", str(TRIES_BEFORE_WAITING))
    give(window.lock_page, OWN)
    qtbot.waitUntil(lambda: "دقیقه دیگر" in window.lock_page.form.fault.text(), timeout=WAIT_MS)
    assert window.lock_page.isVisible()


def test_a_locked_desk_takes_no_files(window, qtbot, write_file, sara):
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(write_file(claim("C-9", line(1, "T-CHEST", 60_000)))))])
    drop = QDropEvent(
        window.rect().center().toPointF(),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.lock_action.trigger()
    window.dropEvent(drop)
    assert window.desk.importing.task is None
    with qtbot.waitSignal(window.lock_page.unlocked, timeout=WAIT_MS):
        give(window.lock_page, OWN)
    with qtbot.waitSignal(window.desk.importing.imported, timeout=WAIT_MS):
        window.dropEvent(drop)


def test_the_idle_lock_takes_dialogs_off_the_desk(window, qtbot, office, sara):
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)
    window.idle_lock.watch(50)
    qtbot.waitUntil(window.lock_page.isVisible, timeout=WAIT_MS)
    assert not dialog.isVisible()
    dialog.deleteLater()


def test_the_administrator_says_after_how_long_desks_lock(window, qtbot, office):
    sign_in_at(window, qtbot, NAME, PASSWORD)
    assert window.idle_lock._timer.interval() == 10 * 60_000
    page = people_page(window, qtbot)
    page.idle.choice.setCurrentIndex(page.idle.choice.findData(2))
    page.idle.choice.activated.emit(page.idle.choice.currentIndex())
    qtbot.waitUntil(lambda: "۲ دقیقه" in page.said.text(), timeout=WAIT_MS)
    window.sign_out_action.trigger()
    assert not window.idle_lock.watching
    sign_in_at(window, qtbot, NAME, PASSWORD)
    assert window.idle_lock._timer.interval() == 2 * 60_000
    assert window.session.user.full_name == FULL_NAME
