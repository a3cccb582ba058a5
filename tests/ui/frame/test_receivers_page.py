"""The page of receivers: a certificate is looked at, compared, added under a name, seen at its end, taken away."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.services.receivers import Receivers, known_receivers
from app.ui.receivers.fingerprint import fingerprint_text
from app.ui.receivers.receivers_page import ReceiversPage
from app.ui.theme import GREEN, RED
from tests.services.receiver_keys import key_pair
from tests.ui.frame.conftest import shown

ENDING = datetime(2016, 7, 2, tzinfo=UTC)


@pytest.fixture
def page(signed_in, worker, qtbot):
    office, session = signed_in
    made = shown(qtbot, ReceiversPage(office, worker), (1100, 700))
    made.begin(session)
    qtbot.waitUntil(lambda: "ثبت نشده" in made.state.heading.text())
    return made


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def look(page, qtbot, path):
    page.look(path)
    qtbot.waitUntil(page.card.isVisible)


def add(page, qtbot, path):
    look(page, qtbot, path)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "ثبت شد" in page.said.text())


def texts(page, row):
    return [page.table.item(row, column).text() for column in range(page.table.columnCount())]


def test_an_office_without_receivers_says_what_they_are_for(page):
    assert page.state.isVisible()
    assert "رمز شوند" in page.state.sentence.text()
    assert not page.remove_action.isEnabled()


def test_a_receiver_is_added_once_their_fingerprint_was_seen(page, signed_in, tmp_path, qtbot, monkeypatch):
    path = key_pair().write(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.card.isVisible)

    assert page.card.fingerprint.text() == fingerprint_text(key_pair().as_office_knows_it)
    assert "بسنجید" in page.card.sentence.text()
    assert "۱۴۱۳/۱۰/۱۱" in page.card.until.text()
    assert page.card.name.text() == "خزانه آزمایشی"
    assert page.card.name.hasFocus()
    assert known_receivers(signed_in[0]) == ()

    page.card.name.setText("خزانه بیمه آزمایشی")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "ثبت شد" in page.said.text())
    assert page.card.isHidden()
    name, owner, standing = texts(page, 0)
    assert (name, owner) == ("خزانه بیمه آزمایشی", "خزانه آزمایشی")
    assert "تا ۱۴۱۳/۱۰/۱۱ معتبر" in standing
    assert fingerprint_text(key_pair().as_office_knows_it) in page.fingerprint.text()
    assert page.table.item(0, 2).foreground().color() == GREEN
    assert [receiver.name for receiver in known_receivers(signed_in[0])] == ["خزانه بیمه آزمایشی"]


def test_who_thinks_better_of_it_adds_nobody(page, signed_in, tmp_path, qtbot):
    look(page, qtbot, key_pair().write(tmp_path))
    press(Qt.Key.Key_Escape)
    assert page.card.isHidden()
    assert known_receivers(signed_in[0]) == ()
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (lambda folder: key_pair(bits=1024).write(folder), "۱۰۲۴ بیت"),
        (lambda folder: key_pair(usage=frozenset({"digital_signature"})).write(folder), "keyEncipherment"),
        (lambda folder: key_pair(end=datetime(2016, 6, 1, tzinfo=UTC)).write(folder), "پایان یافته"),
        (lambda folder: key_pair(start=datetime(2016, 8, 1, tzinfo=UTC)).write(folder), "معتبر می‌شود"),
        (lambda folder: folder / "nowhere.cer", "خوانده نشد"),
    ],
)
def test_a_certificate_that_does_not_do_is_refused_on_the_page(page, tmp_path, qtbot, write, words):
    page.look(write(tmp_path))
    qtbot.waitUntil(lambda: words in page.said.text())

    assert page.card.isHidden()
    assert page.said.property("tone") == "red"


def test_a_name_that_is_taken_is_told_and_can_be_mended(page, tmp_path, qtbot):
    add(page, qtbot, key_pair().write(tmp_path))
    assert page.fingerprint.isVisible()
    look(page, qtbot, key_pair("خزانه آزمایشی", 1).write(tmp_path))
    assert not page.fingerprint.isVisible()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "نام دیگری بنویسید" in page.said.text())

    assert page.card.isVisible()
    page.card.name.setText("خزانه دوم")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)


def test_a_receiver_is_taken_away_after_a_second_word(page, signed_in, tmp_path, qtbot):
    add(page, qtbot, key_pair().write(tmp_path))
    page.remove_action.trigger()
    assert page.card.isVisible()
    assert "«خزانه آزمایشی»" in page.card.sentence.text()
    assert not page.card.fingerprint.isVisible()
    assert len(known_receivers(signed_in[0])) == 1

    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "برداشته شد" in page.said.text())
    assert known_receivers(signed_in[0]) == ()
    assert page.state.isVisible()


def test_whose_certificate_came_to_its_end_is_seen_in_red(signed_in, worker, qtbot):
    office, session = signed_in
    Receivers(office, session).add("خزانه آزمایشی", key_pair(end=ENDING).as_office_knows_it)
    office.clock = lambda: datetime(2016, 7, 3, tzinfo=UTC)
    page = shown(qtbot, ReceiversPage(office, worker), (1100, 700))
    page.begin(session)
    qtbot.waitUntil(page.table.isVisible)

    assert "پایان یافته" in texts(page, 0)[2]
    assert page.table.item(0, 2).foreground().color() == RED
