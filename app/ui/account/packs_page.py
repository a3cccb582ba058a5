"""The reference packs of the office: official ones and trial figures; the administrator installs others."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QWidget,
)

from app.domain.dates import JalaliDate
from app.domain.office import InstalledPack, Role
from app.domain.persian import date_text
from app.services.installing import install_pack
from app.services.office import Office
from app.services.people import Session
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import action
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.page_over_bill import PageOverBill
from app.ui.reading_table import ReadingTable
from app.ui.tasks import Task, Worker, sentence_of
from app.ui.text import identifier, local_moment
from app.ui.theme import AMBER, GREEN


class PacksPage(PageOverBill):
    """Takes the place of the bill.

    Signals:
        installed: name of a pack that was installed now.
    """

    installed = Signal(str)

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._session: Session | None = None
        self.table, self.said = self._make_table(), CleanLabel("", self)
        self._make_actions()
        self._lay_out()

    def begin(self, session: Session) -> None:
        """Show the packs to a person; only an administrator may install others."""
        self._session = session
        self.install_action.setEnabled(session.holds(Role.ADMINISTRATOR))
        self._say("", "quiet")
        if not session.holds(Role.ADMINISTRATOR):
            self._say(self.tr("بسته تازه را مدیر دفتر نصب می‌کند."), "quiet")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    def install(self, path: Path) -> Task | None:
        """Install a pack from a file; nothing happens without an administrator."""
        session = self._session
        if session is None or not session.holds(Role.ADMINISTRATOR):
            return None
        self._say(self.tr("بسته خوانده و بررسی می‌شود…"), "quiet")
        return self.worker.start(
            lambda _report: install_pack(self.office, session, path),
            done=self._on_installed,
            failed=lambda error: self._say(sentence_of(error), "red"),
        )

    def _read(self) -> None:
        self.worker.start(
            lambda _report: self._packs(), done=self._show, failed=lambda error: self._say(sentence_of(error), "red")
        )

    def _packs(self) -> tuple[InstalledPack, ...]:
        with self.office.read() as view:
            return view.packs.documents()

    def _show(self, packs: tuple[InstalledPack, ...]) -> None:
        """Show the packs, the latest first: of equal rows its figures win."""
        latest_first = packs[::-1]
        self.table.show_rows(
            [self._texts(pack) for pack in latest_first],
            marked=1,
            colours=[GREEN if pack.official else AMBER for pack in latest_first],
        )

    def _texts(self, pack: InstalledPack) -> tuple[str, str, str, str]:
        standing = self.tr("رسمی") if pack.official else self.tr("آزمایشی")
        return pack.name, standing, date_text(JalaliDate.parse(pack.issued_on)), local_moment(pack.installed_at)

    def _on_installed(self, name: str) -> None:
        self._say(self.tr("بسته «{name}» نصب شد و از این پس در رسیدگی به کار می‌رود.").format(name=name), "green")
        self.installed.emit(name)
        self.office_changed.emit()
        self._read()

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("نصب بسته مرجع"), "", self.tr("بسته مرجع (*.json)"))
        if name:
            self.install(Path(name))

    def _say(self, sentence: str, tone: str) -> None:
        self.said.say(sentence, tone)

    def _make_table(self) -> ReadingTable:
        headings = [self.tr("بسته مرجع"), self.tr("وضعیت"), self.tr("صدور"), self.tr("نصب")]
        table = ReadingTable(headings, self)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

    def _make_actions(self) -> None:
        self.install_action = action(self, self.tr("نصب بسته از پرونده"), "Ctrl+I", "Ctrl+ه")
        self.close_action = action(self, self.tr("بازگشت به سند"), "Esc")
        self.install_action.triggered.connect(self._choose)
        self.close_action.triggered.connect(self.closed)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("بسته‌های مرجع"), self)
        heading.setFont(font(LARGE, MEDIUM))
        install = QPushButton(f"{self.install_action.text()}  {identifier('Ctrl+I')}", self)
        install.clicked.connect(self.install_action.trigger)
        self.install_action.changed.connect(lambda: install.setEnabled(self.install_action.isEnabled()))
        back = QPushButton(f"{self.close_action.text()}  {identifier('Esc')}", self)
        back.clicked.connect(self.close_action.trigger)
        buttons = QHBoxLayout()
        buttons.addWidget(install)
        buttons.addWidget(back)
        buttons.addStretch(1)
        card = PageCard(self)
        inside = card.parts
        inside.addWidget(heading)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.said)
        inside.addLayout(buttons)
        fill_page(self, card)
