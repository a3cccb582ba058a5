"""The page of people: what it says of each, and what its keys do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.office import Role
from app.errors import UseError
from app.services.people import Session, add_person, choose_password, sign_in
from app.services.staff import Staff
from app.ui.people.handed_card import grouped
from app.ui.people.people_page import PeoplePage
from app.ui.theme import AMBER, FAINT, GREEN
from tests.services.offices import NAME, PASSWORD
from tests.ui.frame.conftest import press, shown, type_text

OWN = "a password of my own"
WAIT_MS = 10_000


@pytest.fixture
def staff(signed_in):
    return Staff(*signed_in)


@pytest.fixture
def page(signed_in, staff, worker, qtbot):
    """The page in an office of three: the administrator, a reviewer with a key, an accountant who never came."""
    office, session = signed_in
    sara = staff.add(name="sara", full_name="سارا یگانه", roles=frozenset({Role.REVIEWER}))
    staff.add(name="ali", full_name="علی کاظمی", roles=frozenset({Role.ACCOUNTANT, Role.SUPERVISOR}))
    choose_password(office, "sara", sara.password, OWN)
    made = shown(qtbot, PeoplePage(office, worker))
    made.begin(session)
    qtbot.waitUntil(lambda: len(made.people.members) == 3, timeout=WAIT_MS)
    return made


def row(page, name):
    """Return what the row of a person says, and the colour of the state."""
    place = next(place for place, member in enumerate(page.people.members) if member.user.name == name)
    items = [page.people.table.item(place, column) for column in range(page.people.table.columnCount())]
    return [item.text() for item in items], items[2].foreground().color()


def choose(page, name):
    page.people.choose(next(member.user.id for member in page.people.members if member.user.name == name))


def said(page, qtbot, words):
    qtbot.waitUntil(lambda: words in page.said.text(), timeout=WAIT_MS)


def test_each_row_says_who_it_is_and_how_it_is_with_them(page):
    texts, colour = row(page, NAME)
    assert texts[0].startswith("مینا رستگار\n")
    assert texts[1] == "کارشناس رسیدگی فنی، مدیر دفتر"
    assert (texts[2], colour) == ("فعال", GREEN)
    assert texts[3].startswith("۱۳۹۵/۰۴/۱۱ ")
    assert texts[4] == "تا ۱۳۹۷/۰۴/۱۰"
    texts, colour = row(page, "ali")
    assert (texts[2:], colour) == (["گذرواژه یک‌بارمصرف", "—", "هنوز ساخته نشده"], AMBER)


def test_the_sign_ins_of_the_chosen_person_stand_below(page, signed_in, qtbot):
    office, session = signed_in
    for password in ("wrong password", OWN, "wrong password"):
        try:
            sign_in(office, "sara", password)
        except UseError:
            continue
    page.begin(session)
    qtbot.waitUntil(lambda: "۱ بار" in row(page, "sara")[0][3], timeout=WAIT_MS)
    choose(page, "sara")
    words = [word for word in page.people.sign_ins.text().replace("،", "").split() if "درست" in word]
    assert words == ["نادرست", "درست", "نادرست", "درست", "درست"]
    choose(page, "ali")
    assert page.people.sign_ins.text() == "علی کاظمی هنوز وارد نشده است."


def test_f4_shuts_out_and_lets_in_again(page, signed_in, qtbot):
    office, _session = signed_in
    choose(page, "sara")
    assert page.active_action.text() == "غیرفعال کردن"
    QTest.keyClick(page, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: row(page, "sara")[0][2] == "غیرفعال", timeout=WAIT_MS)
    assert row(page, "sara")[1] == FAINT
    assert page.people.chosen.user.name == "sara"
    with pytest.raises(UseError):
        sign_in(office, "sara", OWN)
    assert page.active_action.text() == "فعال کردن"
    QTest.keyClick(page, Qt.Key.Key_F4)
    said(page, qtbot, "سارا یگانه دوباره")
    assert sign_in(office, "sara", OWN).user.active


def test_nobody_shuts_out_or_resets_themselves(page):
    choose(page, NAME)
    assert not page.active_action.isEnabled()
    assert not page.reset_action.isEnabled()
    choose(page, "sara")
    assert page.active_action.isEnabled()
    assert page.reset_action.isEnabled()


def test_a_reset_asks_once_more_and_shows_the_password_once(page, signed_in, qtbot):
    office, _session = signed_in
    choose(page, "sara")
    QTest.keyClick(page, Qt.Key.Key_F6)
    assert "سارا یگانه" in page.reset_card.sentence.text()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.reset_card.isVisible()
    assert sign_in(office, "sara", OWN).user.name == "sara"

    QTest.keyClick(page, Qt.Key.Key_F6)
    choose(page, "ali")
    press(page.reset_card, key=Qt.Key.Key_Return)
    qtbot.waitUntil(page.handed.isVisible, timeout=WAIT_MS)
    assert "سارا یگانه" in page.handed.sentence.text()
    assert len(page.handed.password.text()) > 12
    qtbot.waitUntil(lambda: "باطل شده" in row(page, "sara")[0][4], timeout=WAIT_MS)
    assert row(page, "sara")[0][2] == "گذرواژه یک‌بارمصرف"
    with qtbot.assertNotEmitted(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.handed.password.text() == ""
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_a_key_is_revoked_with_a_reason_of_the_list(page, qtbot):
    choose(page, "sara")
    QTest.keyClick(page, Qt.Key.Key_F8)
    type_text(page.revoke_card.reasons.field, "گم")
    press(page.revoke_card.reasons.field, key=Qt.Key.Key_Return)
    said(page, qtbot, "کلید امضای سارا یگانه باطل شد")
    qtbot.waitUntil(lambda: row(page, "sara")[0][4].endswith("کلید گم شده است"), timeout=WAIT_MS)
    assert not page.revoke_action.isEnabled()


def test_a_key_is_not_revoked_without_a_reason(page, qtbot):
    choose(page, "sara")
    QTest.keyClick(page, Qt.Key.Key_F8)
    press(page.revoke_card.reasons.field, key=Qt.Key.Key_Return)
    said(page, qtbot, "علت ابطال")
    assert page.revoke_card.isVisible()
    assert page.people.chosen.has_key


def test_other_roles_are_taken_by_digits(page, qtbot):
    choose(page, "ali")
    QTest.keyClick(page, Qt.Key.Key_F2)
    assert not page.person.name.isVisible()
    assert page.person.roles.roles() == {Role.ACCOUNTANT, Role.SUPERVISOR}
    type_text(page.person.roles, "۲1")
    press(page.person.roles, key=Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row(page, "ali")[0][1] == "کارشناس رسیدگی فنی، ناظر", timeout=WAIT_MS)


def test_a_taken_name_keeps_the_card_with_what_was_typed(page, qtbot):
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    for field, text in ((page.person.full_name, "سارا دوم"), (page.person.name, "SARA")):
        type_text(field, text)
        press(field, key=Qt.Key.Key_Return)
    press(page.person.roles, key=Qt.Key.Key_Return)
    said(page, qtbot, "پیش‌تر به کسی داده شده")
    assert page.person.isVisible()
    assert page.person.full_name.text() == "سارا دوم"


def test_who_is_no_administrator_is_shown_nobody(signed_in, worker, qtbot):
    office, session = signed_in
    roles = frozenset({Role.REVIEWER, Role.ACCOUNTANT, Role.SUPERVISOR})
    other = add_person(office, session.user.id, name="sara", full_name="سارا", roles=roles, password=PASSWORD)
    made = shown(qtbot, PeoplePage(office, worker))
    made.begin(Session(other, PASSWORD))
    said(made, qtbot, "مدیر دفتر")
    assert made.people.table.rowCount() == 0


def test_a_one_time_password_is_grouped_as_people_dictate_it():
    assert grouped("012345678901") == "۰۱۲۳\u2002۴۵۶۷\u2002۸۹۰۱"
