"""The Persian names of the roles."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.domain.office import Role

ROLES = {
    Role.REVIEWER: QT_TRANSLATE_NOOP("names", "کارشناس رسیدگی فنی"),
    Role.ACCOUNTANT: QT_TRANSLATE_NOOP("names", "کارشناس حسابداری"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("names", "ناظر"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("names", "مدیر دفتر"),
}
