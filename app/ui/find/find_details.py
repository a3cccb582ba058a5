"""What stands behind a find: the clause and wording of a rule, the values of a service, the head of a claim."""

from PySide6.QtWidgets import QFormLayout, QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.domain.persian import date_text, number
from app.domain.queue import QueueRow
from app.domain.reference import RelativeValue, Service
from app.domain.rulebook import RuleEntry
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.names import KINDS, SECTIONS, STATES, name_of
from app.ui.find.found_list import Find
from app.ui.fonts import LARGE, MEDIUM
from app.ui.text import amount_in_rials, identifier
from app.ui.why.rule_page import RulePage


class FindDetails(QStackedWidget):
    """Follows the find under the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule, self.sheet = RulePage(self), QFrame(self)
        self.addWidget(self.rule)
        self.addWidget(self.sheet)

    def show_find(self, find: Find) -> None:
        """Show a find."""
        if isinstance(find, RuleEntry):
            self.rule.show_rule(find)
            self.setCurrentWidget(self.rule)
        elif isinstance(find, Service):
            self._show_rows(find.title, self._rows_of_service(find))
        else:
            self._show_rows(find.patient_name or identifier(find.patient_id), self._rows_of_claim(find))

    def _show_rows(self, title: str, rows: list[tuple[str, str]]) -> None:
        """Show names and values in two columns."""
        self.removeWidget(self.sheet)
        self.sheet.deleteLater()
        self.sheet = QFrame(self)
        box = QVBoxLayout(self.sheet)
        box.setContentsMargins(2, 4, 2, 4)
        box.addWidget(CleanLabel(title, self.sheet, points=LARGE - 1, weight=MEDIUM))
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        for name, value in rows:
            form.addRow(CleanLabel(name, self.sheet, tone="quiet"), CleanLabel(value, self.sheet))
        box.addLayout(form)
        box.addStretch(1)
        self.addWidget(self.sheet)
        self.setCurrentWidget(self.sheet)

    def _rows_of_service(self, service: Service) -> list[tuple[str, str]]:
        rows = [
            (self.tr("کد"), identifier(service.code)),
            (self.tr("بخش"), name_of(SECTIONS, service.section)),
            *self._relative_values(service.relative_value),
        ]
        if service.fee is not None:
            rows.append((self.tr("تعرفه دولتی"), amount_in_rials(service.fee)))
        rows.append((self.tr("از تاریخ"), date_text(service.start)))
        if service.end is not None:
            rows.append((self.tr("تا تاریخ"), date_text(service.end)))
        rows += [(self.tr("منبع"), service.source), (self.tr("بسته مرجع"), service.pack)]
        return [(name, value) for name, value in rows if value]

    def _relative_values(self, value: RelativeValue | None) -> list[tuple[str, str]]:
        if value is None:
            return []
        parts = (
            (self.tr("جزء حرفه‌ای (K)"), value.professional),
            (self.tr("جزء فنی (K)"), value.technical),
            (self.tr("ارزش پایه بیهوشی (K)"), value.anesthesia_base),
            (self.tr("ارزش نسبی کل (K)"), value.total),
        )
        return [(name, number(part)) for name, part in parts if part is not None]

    def _rows_of_claim(self, row: QueueRow) -> list[tuple[str, str]]:
        rows = [
            (self.tr("شماره سند"), identifier(row.external_id)),
            (self.tr("شناسه بیمار"), identifier(row.patient_id)),
            (self.tr("مرکز"), row.centre_name or identifier(row.centre_id)),
            (self.tr("نوع سند"), name_of(KINDS, row.kind)),
            (self.tr("تاریخ خدمت"), date_text(row.service_day) if row.service_day else ""),
            (self.tr("مبلغ درخواستی"), amount_in_rials(row.claimed)),
            (self.tr("وضعیت"), name_of(STATES, row.state)),
        ]
        return [(name, value) for name, value in rows if value]
