"""A payment list on its way to the treasury: its certificate compared and kept, the list saved for it alone, opened."""

import tempfile
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.services.receivers import known_receivers
from app.services.verification import verify_in_office
from app.ui.main_window import MainWindow
from tests.services.closed_claims import ACCOUNTANT
from tests.services.offices import NAME, PASSWORD
from tests.services.receiver_keys import key_pair
from tests.services.refunds import bring_refund, refund_house
from tests.stories.conftest import WAIT_MS

IBAN_SHOWN = "IR05 0170 0000 0012 3456 7890 12"


@pytest.fixture
def house(tmp_path):
    house = refund_house(tmp_path / "office")
    house.close(bring_refund(house))
    yield house
    house.office.close()


@pytest.fixture
def window(qtbot, house):
    main = MainWindow(house.office)
    qtbot.addWidget(main)
    main.resize(1366, 768)
    main.show()
    main.begin()
    yield main
    main.close()


@pytest.fixture
def outside(tmp_path, monkeypatch):
    """The folder to which the accountant saves; what the program writes in passing lies beside it."""
    folder, passing = tmp_path / "outside", tmp_path / "passing"
    folder.mkdir()
    passing.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _parent, _title, name, _kinds: (str(folder / name), ""))
    return folder


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def come_in(window, qtbot, name):
    with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
        window.sign_in_as(name, PASSWORD)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def page_of(window, name):
    window.pages.action(name).trigger()
    page = window.pages.page(name)
    assert page.isVisible()
    return page


def keep_the_treasury(window, qtbot, folder):
    """The administrator looks at the certificate that the treasury handed out, and keeps it."""
    page = page_of(window, "receivers")
    page.look(key_pair().write(folder))
    qtbot.waitUntil(page.card.isVisible, timeout=WAIT_MS)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "ثبت شد" in page.said.text(), timeout=WAIT_MS)


def choose_treasury(window, save_for, qtbot):
    """Open the choice by its key and take the first receiver."""
    qtbot.waitUntil(save_for.choice.isVisible, timeout=WAIT_MS)
    press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(save_for.choice.view().isVisible, timeout=WAIT_MS)
    QTest.keyClick(save_for.choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(save_for.choice.view(), Qt.Key.Key_Return)
    assert save_for.chosen.name == "خزانه آزمایشی"
    window.activateWindow()  # the list that opened was a window of its own
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)


def test_the_treasury_alone_opens_the_list_that_was_saved_for_it(house, window, outside, tmp_path, qtbot):
    come_in(window, qtbot, NAME)
    keep_the_treasury(window, qtbot, tmp_path)
    window.sign_out()

    come_in(window, qtbot, ACCOUNTANT[0])
    page = page_of(window, "payments")
    qtbot.waitUntil(lambda: page.shown is not None, timeout=WAIT_MS)
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: "امضا شد" in page.said.text(), timeout=WAIT_MS)

    choose_treasury(window, page.save_for, qtbot)
    press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: "برای «خزانه آزمایشی» رمز شد" in page.said.text(), timeout=WAIT_MS)
    book = load_workbook(BytesIO(key_pair().open((outside / "payments-1.xlsx.p7m").read_bytes())))
    assert any(IBAN_SHOWN in row for row in book["پرداخت‌ها"].iter_rows(values_only=True))

    press(Qt.Key.Key_F8)
    qtbot.waitUntil(page.preview.isVisible, timeout=WAIT_MS)
    choose_treasury(window, page.preview.save_for, qtbot)
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "برای «خزانه آزمایشی» رمز شد" in page.preview.said.text(), timeout=WAIT_MS)
    (sheet,) = outside.glob("*.pdf.p7m")
    assert verify_in_office(house.office, key_pair().open(sheet.read_bytes())).holds

    assert len(list(outside.iterdir())) == 2
    assert [path.suffix for path in outside.iterdir()] == [".p7m", ".p7m"]
    assert list((tmp_path / "passing").iterdir()) == []
    assert len(known_receivers(house.office)) == 1
    assert house.office.store.check() == []
