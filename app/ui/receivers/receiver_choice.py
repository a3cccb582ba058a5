"""For whom a file is saved: as it is, or sealed for a receiver of the office; the same choice wherever one saves."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent, QStandardItemModel
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QHBoxLayout, QLabel, QWidget
from shiboken6 import isValid

from app.domain.receivers import Receiver
from app.services.exports import export_path
from app.services.office import Office
from app.services.receivers import known_receivers
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.fonts import SMALL, font
from app.ui.key_bar import key_text
from app.ui.quiet_choice import QuietChoice
from app.ui.tasks import Worker
from app.ui.text import identifier

WIDEST, AROUND_TEXT = 220, 40


class ReceiverChoice(QWidget):
    """Stands beside what saves a file; in an office without receivers nothing of it is seen.

    Whatever is chosen is shown here and told again after saving, so that nobody takes a sealed file for a plain one.
    """

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._worker = office, worker
        self._receivers: tuple[Receiver, ...] = ()
        self.choice = QuietChoice(self)
        self.choose_action = action(self, self.tr("ذخیره برای"), *in_both_scripts("Ctrl+B"))
        self.choose_action.triggered.connect(lambda _checked: self._open())
        self.choice.activated.connect(lambda _place: self._give_keys_back())
        self._keys_before: QWidget | None = None
        self._lay_out()
        self.show_receivers(())

    @property
    def chosen(self) -> Receiver | None:
        """The receiver for whom the next file is sealed, None where it is saved as it is."""
        receiver: Receiver | None = self.choice.currentData()
        return receiver

    def choose(self, fingerprint: str) -> None:
        """Choose a receiver by the fingerprint of their certificate."""
        for place, receiver in enumerate(self._receivers, start=1):
            if receiver.certificate.fingerprint == fingerprint:
                self.choice.setCurrentIndex(place)

    def show_receivers(self, receivers: Sequence[Receiver]) -> None:
        """Offer these receivers; who was chosen stays chosen while they are on the list and fit."""
        before = self.chosen
        self._receivers = tuple(receivers)
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItem(self.tr("خودم، بی‌رمز"), None)
            for place, receiver in enumerate(self._receivers, start=1):
                self._offer(place, receiver)
        texts = [self.choice.itemText(place) for place in range(self.choice.count())]
        widest = max(self.choice.fontMetrics().horizontalAdvance(text) for text in texts)
        self.choice.view().setMinimumWidth(widest + AROUND_TEXT)
        if before is not None:
            self.choose(before.certificate.fingerprint)
        if self.chosen is not None and self.chosen.fault:
            self.choice.setCurrentIndex(0)
        for widget in (self._label, self.choice):
            widget.setVisible(bool(self._receivers))
        self.choose_action.setEnabled(bool(self._receivers))

    def ask_place(self, title: str, name: str, kinds: Sequence[tuple[str, str]]) -> Path | None:
        """Ask where a file is to be saved; None where the person thinks better of it.

        Args:
            title: of the dialog.
            name: what is offered, without an ending.
            kinds: what may be saved, each with its ending, such as ("کارپوشه اکسل", ".xlsx").
        """
        receiver = self.chosen
        endings = [
            (text, export_path(Path(f"file{ending}"), receiver).name.removeprefix("file")) for text, ending in kinds
        ]
        offered = Path(f"{name}{endings[0][1]}")
        filters = ";;".join(f"{text} (*{ending})" for text, ending in endings)
        while True:
            answer, _kind = QFileDialog.getSaveFileName(self, title, str(offered), filters)
            if not answer:
                return None
            wanted = Path(answer)
            place = export_path(wanted, receiver)
            if place == wanted or not place.exists():
                return place
            offered = place  # the dialog asks whether this one, too, may be replaced

    def showEvent(self, event: QShowEvent) -> None:
        """Read the receivers anew; the administrator may have changed them at another desk."""
        super().showEvent(event)
        self._worker.start(lambda _report: known_receivers(self._office), done=self.show_receivers)

    def _offer(self, place: int, receiver: Receiver) -> None:
        """Put a receiver on the list; one whose certificate is at its end is seen, and can't be chosen."""
        self.choice.addItem(receiver.name, receiver)
        model = self.choice.model()
        if receiver.fault and isinstance(model, QStandardItemModel):
            self.choice.setItemText(place, self.tr("{name} (بی گواهی معتبر)").format(name=receiver.name))
            self.choice.setItemData(place, receiver.fault, Qt.ItemDataRole.ToolTipRole)
            model.item(place).setEnabled(False)

    def _open(self) -> None:
        """Open the choice; who chooses goes on where the keys were."""
        self._keys_before = QApplication.focusWidget()
        self.choice.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.choice.showPopup()

    def _give_keys_back(self) -> None:
        before, self._keys_before = self._keys_before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._label = QLabel(f"{self.choose_action.text()}  {identifier(key_text(self.choose_action))}", self)
        self._label.setFont(font(SMALL))
        self._label.setProperty("tone", "quiet")
        self._label.setBuddy(self.choice)
        self.choice.setFont(font(SMALL))
        self.choice.setAccessibleName(self.tr("گیرنده پرونده"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.setMaximumWidth(WIDEST)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._label)
        box.addWidget(self.choice)


def told_of(sentence: str, receiver: Receiver | None) -> str:
    """Return what is said of a saved file, and for whom alone it was sealed."""
    if receiver is None:
        return sentence
    sealed = QCoreApplication.translate("receivers", "برای «{name}» رمز شد و تنها با کلید او باز می‌شود.")
    return f"{sentence} {sealed.format(name=receiver.name)}"
