"""The head of the desk: which office, who is here, what was just done, and what the whole desk can do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from app.domain.office import Role
from app.services.people import Session
from app.ui.bill.names import name_of
from app.ui.fonts import MEDIUM, SMALL, font
from app.ui.key_bar import key_text
from app.ui.notices import NoticeLine
from app.ui.role_names import ROLES


class HeaderBar(QFrame):
    """Office at the beginning of the line, notices in the middle, person at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office, self.person, self.trial = QLabel(self), QLabel(self), QLabel(self.tr("ارقام آزمایشی"), self)
        self.office.setFont(font(12.0, MEDIUM))
        self.person.setProperty("tone", "quiet")
        self.trial.setProperty("role", "badge")
        self.trial.setProperty("tone", "amber")
        self.trial.setFont(font(SMALL))
        self.trial.setToolTip(self.tr("بسته‌های مرجع این دفتر رقم‌های رسمی نیستند؛ نتیجه‌ها برای آزمایش‌اند."))
        self.notices = NoticeLine(self)
        self.menu_button = QPushButton(self.tr("کارها"), self)
        self.menu_button.setFont(font(SMALL))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 4)
        box.setSpacing(12)
        box.addWidget(self.office)
        box.addWidget(self.trial, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.notices, 1)
        box.addLayout(self._buttons)
        box.addWidget(self.person)
        box.addWidget(self.menu_button)

    def show_actions(self, groups: Sequence[Sequence[QAction]]) -> None:
        """Show what may be done, each with its key: the actions of the first group as buttons, all of them in the menu.

        Groups are parted by a line; what the person may not do is not shown.
        """
        menu = QMenu(self)
        for group in groups:
            menu.addSeparator()
            for action in group:
                if action.isVisible():
                    entry = menu.addAction(f"{action.text()}\t{key_text(action)}")
                    entry.triggered.connect(action.trigger)
        self.menu_button.setMenu(menu)
        for action in groups[0]:
            if action.isVisible():
                button = QPushButton(f"{action.text()}  {key_text(action)}", self)
                button.setFont(font(SMALL))
                button.clicked.connect(action.trigger)
                self._buttons.addWidget(button)

    def show_person(self, office: str, session: Session, *, trial: bool) -> None:
        """Show whose desk this is."""
        self.office.setText(office)
        roles = "، ".join(name_of(ROLES, role) for role in Role if role in session.user.roles)
        one = len(session.user.roles) == 1
        self.person.setText(f"{session.user.full_name} — {roles}" if one else session.user.full_name)
        self.person.setToolTip(roles)
        self.trial.setVisible(trial)
