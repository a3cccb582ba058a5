"""For whom a file is saved: chosen beside what saves it, told after it was saved, the same wherever one saves."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.services.receivers import Receivers, known_receivers
from app.ui.receivers.receiver_choice import ReceiverChoice, told_of
from app.ui.sheet_preview.sheet_preview import SheetPreview
from tests.services.receiver_keys import key_pair
from tests.ui.frame.conftest import shown

PDF = b"%PDF-1.7 test figures"
KINDS = (("کارپوشه اکسل", ".xlsx"), ("جدول متنی", ".csv"))


@pytest.fixture
def office(signed_in):
    """Return an office with two receivers, the certificate of one of them at its end."""
    office, session = signed_in
    receivers = Receivers(office, session)
    receivers.add("خزانه آزمایشی", key_pair().as_office_knows_it)
    ending = key_pair("مرکز آزمایشی", 1, end=datetime(2016, 7, 1, 9, 30, tzinfo=UTC))
    receivers.add("مرکز آزمایشی", ending.as_office_knows_it)
    return office


@pytest.fixture
def choice(office, worker, qtbot):
    office.clock = lambda: datetime(2016, 7, 2, tzinfo=UTC)
    made = shown(qtbot, ReceiverChoice(office, worker))
    qtbot.waitUntil(lambda: made.choice.count() == 3)
    return made


def choose_treasury(choice, qtbot):
    choice.choose(key_pair().as_office_knows_it.fingerprint)
    assert choice.chosen.name == "خزانه آزمایشی"


def test_at_first_a_file_is_saved_as_it_is(choice):
    assert choice.chosen is None
    assert choice.choice.currentText() == "خودم، بی‌رمز"


def test_who_can_not_be_sealed_for_is_seen_and_not_chosen(choice, qtbot):
    assert choice.choice.itemText(1) == "خزانه آزمایشی"
    assert choice.choice.itemText(2) == "مرکز آزمایشی (بی گواهی معتبر)"
    assert "پایان یافته" in choice.choice.itemData(2, Qt.ItemDataRole.ToolTipRole)
    for _press in range(4):
        qtbot.keyClick(choice.choice, Qt.Key.Key_Down)
    assert choice.chosen.name == "خزانه آزمایشی"


def test_its_key_opens_the_choice(choice, qtbot):
    qtbot.keyClick(choice, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(choice.choice.view().isVisible)
    choice.choice.hidePopup()


def test_who_has_chosen_by_keys_goes_on_where_the_keys_were(office, worker, themed, qtbot):
    outside = shown(qtbot, QWidget())
    field, made = QLineEdit(outside), ReceiverChoice(office, worker, outside)
    for widget in (field, made):
        widget.show()
    qtbot.waitUntil(lambda: made.choice.count() == 3)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(made.choice.view().isVisible)
    qtbot.keyClick(made.choice.view(), Qt.Key.Key_Down)
    qtbot.keyClick(made.choice.view(), Qt.Key.Key_Return)
    outside.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    assert made.chosen is not None


def test_in_an_office_without_receivers_nothing_of_it_is_seen(signed_in, worker, qtbot):
    office, session = signed_in
    outside = shown(qtbot, QWidget())
    made = ReceiverChoice(office, worker, outside)
    made.show()
    qtbot.wait(50)
    assert not made.choice.isVisible()
    assert not made.choose_action.isEnabled()
    assert made.sizeHint().isEmpty()

    Receivers(office, session).add("خزانه آزمایشی", key_pair().as_office_knows_it)
    made.hide()
    made.show()
    qtbot.waitUntil(made.choice.isVisible)
    assert made.choose_action.isEnabled()


def test_a_long_name_makes_no_page_wider_and_is_read_whole_in_the_list(choice, office, signed_in, qtbot):
    before = choice.minimumSizeHint().width()
    name = "معاونت نظارت و رسیدگی به اسناد هزینه‌های درمانی استان نمونه"
    Receivers(office, signed_in[1]).add(name, key_pair("اداره کل", 2).as_office_knows_it)
    choice.show_receivers(known_receivers(office))
    choice.choose(key_pair("اداره کل", 2).as_office_knows_it.fingerprint)

    assert choice.chosen.name == name
    assert choice.minimumSizeHint().width() <= max(before, choice.choice.maximumWidth() + 150)
    assert choice.choice.width() <= choice.choice.maximumWidth() < choice.choice.fontMetrics().horizontalAdvance(name)
    assert choice.choice.view().minimumWidth() > choice.choice.fontMetrics().horizontalAdvance(name)


def test_who_was_chosen_stays_chosen_while_they_are_on_the_list(choice, office, qtbot):
    choose_treasury(choice, qtbot)
    choice.show_receivers(known_receivers(office))
    assert choice.chosen.name == "خزانه آزمایشی"

    choice.show_receivers(known_receivers(office)[1:])
    assert choice.chosen is None


def answering(monkeypatch, *answers):
    """Let a person answer the dialogs one after another; returns what each was asked with."""
    asked, given = [], iter(answers)

    def answer(_parent, title, name, kinds):
        asked.append((title, name, kinds))
        return str(next(given)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def test_a_plain_file_is_asked_for_by_its_own_name(choice, monkeypatch, tmp_path):
    asked = answering(monkeypatch, tmp_path / "a.csv", "")

    assert choice.ask_place("ذخیره", "requests", KINDS) == tmp_path / "a.csv"
    assert asked == [("ذخیره", "requests.xlsx", "کارپوشه اکسل (*.xlsx);;جدول متنی (*.csv)")]
    assert choice.ask_place("ذخیره", "requests", KINDS) is None


def test_a_plain_file_is_never_called_a_sealed_one(choice, monkeypatch, tmp_path):
    (tmp_path / "a.csv").touch()
    asked = answering(monkeypatch, tmp_path / "b.csv.p7m", tmp_path / "a.csv.p7m", "")

    assert choice.ask_place("ذخیره", "requests", KINDS) == tmp_path / "b.csv"
    assert choice.ask_place("ذخیره", "requests", KINDS) is None
    assert asked[2][1] == str(tmp_path / "a.csv")


def test_a_sealed_file_says_so_by_its_name(choice, monkeypatch, tmp_path, qtbot):
    choose_treasury(choice, qtbot)
    asked = answering(monkeypatch, tmp_path / "a.csv.p7m", tmp_path / "b.csv")

    assert choice.ask_place("ذخیره", "requests", KINDS) == tmp_path / "a.csv.p7m"
    assert asked == [("ذخیره", "requests.xlsx.p7m", "کارپوشه اکسل (*.xlsx.p7m);;جدول متنی (*.csv.p7m)")]
    assert choice.ask_place("ذخیره", "requests", KINDS) == tmp_path / "b.csv.p7m"


def test_no_sealed_file_is_replaced_unless_the_person_was_asked(choice, monkeypatch, tmp_path, qtbot):
    choose_treasury(choice, qtbot)
    (tmp_path / "a.csv.p7m").touch()
    asked = answering(monkeypatch, tmp_path / "a.csv", tmp_path / "a.csv.p7m")

    assert choice.ask_place("ذخیره", "requests", KINDS) == tmp_path / "a.csv.p7m"
    assert asked[1][1] == str(tmp_path / "a.csv.p7m")


def test_what_is_told_names_the_receiver(choice, qtbot):
    assert told_of("نوشته شد.", None) == "نوشته شد."
    choose_treasury(choice, qtbot)
    assert told_of("نوشته شد.", choice.chosen) == "نوشته شد. برای «خزانه آزمایشی» رمز شد و تنها با کلید او باز می‌شود."


def test_the_copy_of_a_sheet_is_sealed_and_no_plain_one_lies_beside_it(office, tmp_path, themed, qtbot):
    preview = shown(qtbot, SheetPreview(office))
    qtbot.waitUntil(preview.save_for.choice.isVisible)
    preview._pdf = PDF
    choose_treasury(preview.save_for, qtbot)
    folder = tmp_path / "out"
    folder.mkdir()
    with qtbot.waitSignal(preview.save_copy(folder / "sheet.pdf").done):
        pass

    (path,) = folder.iterdir()
    assert path == Path(folder / "sheet.pdf.p7m")
    assert key_pair().open(path.read_bytes()) == PDF
    assert "sheet.pdf.p7m" in preview.said.text()
    assert "برای «خزانه آزمایشی» رمز شد" in preview.said.text()
    preview.finish()


def test_a_receiver_who_was_removed_meanwhile_is_told_and_nothing_is_written(
    office, signed_in, tmp_path, themed, qtbot
):
    preview = shown(qtbot, SheetPreview(office))
    qtbot.waitUntil(preview.save_for.choice.isVisible)
    choose_treasury(preview.save_for, qtbot)
    Receivers(office, signed_in[1]).remove(key_pair().as_office_knows_it.fingerprint)
    folder = tmp_path / "out"
    folder.mkdir()
    with qtbot.waitSignal(preview.save_copy(folder / "sheet.pdf").failed):
        pass

    assert list(folder.iterdir()) == []
    assert "دیگر از گیرندگان این دفتر نیست" in preview.said.text()
    preview.finish()
