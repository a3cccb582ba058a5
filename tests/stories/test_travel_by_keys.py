"""Three travel forms typed one after another without a mouse: a child with a companion, a course, a refused journey."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.findings import Mark
from tests.services.offices import PACKS
from tests.stories.conftest import WAIT_MS

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MOST_FIELDS = 60
CHILD = {
    "شماره فرم": "17",
    "شماره بیمار": "۰۰۱۲۳۴۵۶۷۹",
    "نام بیمار": "کودک آزمایشی",
    "تاریخ تولد": "1393/6/1",
    "تشخیص": "نارسایی قلب",
    "روز سفر": "۱۳۹۹/۱۰/۱۰",
    "شهر مبدأ": "QAZVIN",
    "شهر مقصد": "TEHRAN",
    "استحقاق درمان": "دارا",
    "گروه بیمه‌شده اصلی": "بیمه",
    "اعزام از راه سیستم اعزام": "ب",
    "تأییدیه مرکز مقصد": "ب",
    "وجود خدمت یا تخصص در شهرستان بیمار": "خ",
    "خطر جانی تأخیر در درمان": "ب",
    "در تعهد بودن خدمت مورد نیاز": "ب",
    "اعزام به استان دیگر": "ب",
    "بودن خدمت در فهرست خدمات استان": "خ",
    "شمار همراه در درخواست پزشک معالج": "۱",
    "اعزام مجدد": "خ",
}
COURSE = CHILD | {
    "شماره فرم": "18",
    "اعزام مجدد": "ب",
    "درمان پیاپی با پروتکل": "دیا",
    "تأیید پروتکل درمان در شورای پزشکی": "ب",
    "شمار جلسه‌های پروتکل": "2",
}
REFUSED = CHILD | {"شماره فرم": "19", "تأییدیه مرکز مقصد": "خ"}


@pytest.fixture
def by_keys(window, desk, qtbot):
    """Return the window over an office with test fares, ready for keys."""
    window._office.install_pack(PACKS / "circulars.pack.json", actor=None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    return window


def focused():
    return QApplication.focusWidget()


def key(code, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focused(), code, modifiers)
    QApplication.processEvents()


def write(text):
    """Type a text where the keys are; a choice is found by its first letters."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))


def write_form(page, said):
    """Go through all fields by Enter and write what the paper says, as far as the first line of costs."""
    for _field in range(MOST_FIELDS):
        if focused() is page.fields.rows[0].group:
            return
        name = focused().accessibleName()
        write(said.get(name, "درمانگاه آزمایشی" if name == "واحد اعزام‌کننده" and not focused().text() else ""))
        key(Qt.Key.Key_Return)
    raise AssertionError("the keys never came to the lines")


def write_line(*texts):
    """Write one line of costs, field after field; the last Enter begins the next one."""
    for text in texts:
        if text and hasattr(focused(), "selectAll"):
            focused().selectAll()
        write(text)
        key(Qt.Key.Key_Return)


def save(window, desk, qtbot):
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        key(Qt.Key.Key_S, CTRL)
    return desk.claim.open_claim


def test_three_forms_one_after_another(by_keys, desk, qtbot):
    page = by_keys.show_page("travel")
    qtbot.waitUntil(lambda: focused() is page.fields.number, timeout=WAIT_MS)
    write_form(page, CHILD)
    write_line("", "اتو", "2", "600000", "")
    write_line("کرایه ه", "۱", "", "", "700000", "")
    child = save(by_keys, desk, qtbot)
    assert [line.mark for line in child.result.lines] == [Mark.TICK, Mark.CIRCLE]
    assert child.settlement.totals.approved == 1_200_000

    key(Qt.Key.Key_V, CTRL | SHIFT)
    qtbot.waitUntil(lambda: focused() is page.fields.number, timeout=WAIT_MS)
    assert page.fields.unit.value == "درمانگاه آزمایشی"
    write_form(page, COURSE)
    for day in ("", "1399/10/17", "1399/10/24"):
        write_line("", "اتو", "2", "600000", day)
    course = save(by_keys, desk, qtbot)
    assert [line.mark for line in course.result.lines] == [Mark.TICK, Mark.TICK, Mark.ZERO]

    key(Qt.Key.Key_V, CTRL | SHIFT)
    qtbot.waitUntil(lambda: focused() is page.fields.number, timeout=WAIT_MS)
    write_form(page, REFUSED)
    write_line("", "اتو", "2", "600000", "")
    refused = save(by_keys, desk, qtbot)
    assert [line.mark for line in refused.result.lines] == [Mark.ZERO]
    assert {finding.rule for finding in refused.result.findings} == {"TRV-13a"}
