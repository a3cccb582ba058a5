"""A card on which a person of the office is entered: name, user name, roles; or the roles alone of one who is there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.office import Role, User
from app.domain.persian import persian_digits
from app.ui.bill.key_cap import KeyHint, typed
from app.ui.bill.names import name_of
from app.ui.fonts import MEDIUM, font
from app.ui.role_names import ROLES
from app.ui.text import leading

FIELD_WIDTH = 280
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RoleChoice(QWidget):
    """The four roles; a digit takes or leaves one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(18)
        self.boxes = {role: QCheckBox(f"{persian_digits(n)}  {name_of(ROLES, role)}", self) for n, role in _numbered()}
        for made in self.boxes.values():
            box.addWidget(made)
        box.addStretch(1)
        self.setFocusProxy(self.boxes[Role.REVIEWER])

    def roles(self) -> frozenset[Role]:
        """Return the roles that are taken."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())

    def show_roles(self, roles: frozenset[Role]) -> None:
        """Show the roles of a person."""
        for role, box in self.boxes.items():
            box.setChecked(role in roles)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take or leave a role by its digit."""
        by_digit = {str(n): self.boxes[role] for n, role in _numbered()}
        box = by_digit.get(typed(event))
        if box is None:
            super().keyPressEvent(event)
        else:
            box.toggle()


class PersonCard(QFrame):
    """Takes a new person, or other roles for one.

    Signals:
        committed: Enter was pressed, with everything as it stands in the fields.
        cancelled: Esc was pressed.
    """

    committed = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        self.user: User | None = None
        self.heading = QLabel(self)
        self.heading.setFont(font(weight=MEDIUM))
        self.full_name, self.name = QLineEdit(self), QLineEdit(self)
        self.roles = RoleChoice(self)
        self._names = QWidget(self)
        names = QHBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        for field, label in ((self.full_name, self.tr("نام و نام خانوادگی")), (self.name, self.tr("نام کاربری"))):
            field.setAccessibleName(label)
            field.setAlignment(leading())
            field.setMaximumWidth(FIELD_WIDTH)
            names.addWidget(QLabel(label, self))
            names.addWidget(field, 1)
        names.addStretch(1)
        keys = QHBoxLayout()
        keys.setSpacing(14)
        keys.addWidget(KeyHint("Enter", self.tr("ثبت"), self, self.committed.emit))
        keys.addWidget(KeyHint("Esc", self.tr("انصراف"), self, self.cancelled.emit))
        keys.addWidget(KeyHint("۱ … ۴", self.tr("سمت‌ها"), self))
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(10)
        box.addWidget(self.heading)
        box.addWidget(self._names)
        box.addWidget(self.roles)
        box.addLayout(keys)

    def ask_new(self) -> None:
        """Ask for a new person."""
        self.user = None
        self.heading.setText(self.tr("فرد تازه"))
        self._names.setVisible(True)
        self.full_name.clear()
        self.name.clear()
        self.roles.show_roles(frozenset({Role.REVIEWER}))
        self.full_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_roles(self, user: User) -> None:
        """Ask for other roles of a person."""
        self.user = user
        self.heading.setText(self.tr("سمت‌های {name}").format(name=user.full_name))
        self._names.setVisible(False)
        self.roles.show_roles(user.roles)
        self.roles.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field by Enter, and commit from the last one; what else is typed is the fields' own."""
        if event.key() in ENTER:
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        if self.full_name.hasFocus():
            self.name.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.name.hasFocus():
            self.roles.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.committed.emit()


def _numbered() -> list[tuple[int, Role]]:
    return list(enumerate(Role, start=1))
