"""An illness that no rule asks for, on real widgets: told by keys below the bill, it changes the shares at once."""

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.services.offices import PACKS, claim, line
from tests.stories.conftest import WAIT_MS, import_and_open, press, type_text


def told(qtbot, desk, letters):
    """Take an illness in or off on the card, from Ctrl+6 to the record."""
    qtbot.keyClick(desk.claim.bill, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert desk.claim.patient.isVisible()
    type_text(QApplication.focusWidget(), letters)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not desk.claim.patient.isVisible()


def share(desk):
    return desk.claim.open_claim.settlement.totals.patient_share


def test_the_share_of_a_special_patient_is_his_as_soon_as_the_illness_is_told(window, desk, qtbot, write_file):
    window._office.install_pack(PACKS / "inpatient_stay.pack.json", actor=None)
    path = write_file(claim("C-1", line(1, "T-CHEST", 60_000)))
    import_and_open(qtbot, desk, path)
    before = share(desk)
    assert before > 0

    told(qtbot, desk, "هموف")
    assert share(desk) == 0
    assert "هموفیلی (پاسخ کارشناس)" in [label.text() for label in desk.claim.header.findChildren(QLabel)]
    assert any("هموفیلی" in text for text in desk.claim.strip.chips.texts)
    assert json.loads(path.read_text(encoding="utf-8"))["claims"][0]["patient"].get("conditions") is None

    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        desk.claim.undo_action.trigger()
    assert share(desk) == before
    assert window._office.store.check() == []


def test_a_key_pressed_twice_records_once(desk, qtbot, write_file):
    import_and_open(qtbot, desk, write_file(claim("C-1", line(1, "T-CHEST", 60_000))))
    desk.claim.patient_action.trigger()
    field = QApplication.focusWidget()
    type_text(field, "دیال")
    press(field, Qt.Key.Key_Return)
    with qtbot.waitSignals([desk.work.changed, desk.work.changed], timeout=WAIT_MS):
        press(field, Qt.Key.Key_Return)
        press(field, Qt.Key.Key_Return)
    assert [word.value for word in desk.claim.open_claim.decisions] == [("dialysis",)]
    assert desk.notices.text == ""
    assert not desk.claim.patient.isVisible()
