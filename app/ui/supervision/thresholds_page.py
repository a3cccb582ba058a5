"""From where on departures from the rules wait for a supervisor even where they cost nothing more."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.departures import Thresholds
from app.domain.persian import persian_digits, rials
from app.errors import DataError
from app.services.office import Office
from app.services.people import Session
from app.services.supervision import set_thresholds, thresholds_of
from app.ui.answers.parsing import read_integer
from app.ui.bill.key_cap import action
from app.ui.page_over_bill import PageOverBill
from app.ui.sign_in.form import Form
from app.ui.tasks import Worker, sentence_of


class ThresholdsPage(PageOverBill):
    """Two thresholds on one form; an empty field is no threshold."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._session: Session | None = None
        self.form = Form(
            self.tr("آستانه‌های نظارت"),
            self.tr(
                "پرداخت بیش از نتیجه ضوابط همیشه نزد ناظر می‌رود. اختلافی هم که از یکی از این آستانه‌ها بگذرد،"
                " به هر سو که باشد، پس از امضا در انتظار ناظر می‌ماند. خانه خالی یعنی بی‌آستانه."
            ),
            self.tr("ثبت آستانه‌ها"),
            self,
        )
        self.rial = self.form.add_field(self.tr("جمع اختلاف‌های سند، بیش از این مبلغ (ریال)"))
        self.percent = self.form.add_field(self.tr("جمع اختلاف‌ها، بیش از این درصد از مبلغ درخواستی"))
        self.form.finish()
        self.form.submitted.connect(self._on_submitted)
        self.close_action = action(self, self.tr("بازگشت به سند"), "Esc")
        self.close_action.triggered.connect(self.closed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.form)

    def begin(self, session: Session) -> None:
        """Show the thresholds of the office to a person who may set them."""
        self._session = session
        self.form.begin()
        self.form.set_busy(True)
        self.worker.start(lambda _report: self._read(), done=self._show, failed=self._say)

    def _read(self) -> Thresholds:
        with self.office.read() as view:
            return thresholds_of(view)

    def _show(self, found: Thresholds) -> None:
        self.form.set_busy(False)
        self.rial.setText("" if found.rial is None else rials(found.rial))
        self.percent.setText("" if found.percent is None else persian_digits(found.percent))
        self.form.take_focus()

    def _on_submitted(self) -> None:
        session = self._session
        if session is None:
            return
        typed: list[int | None] = []
        for field in (self.rial, self.percent):
            try:
                typed.append(_number(field))
            except DataError as error:
                self.form.say(sentence_of(error), field)
                return
        self.form.set_busy(True)
        self.worker.start(
            lambda _report: set_thresholds(self.office, session, *typed), done=self._on_set, failed=self._say
        )

    def _on_set(self, set_: Thresholds) -> None:
        self._show(set_)
        self.told.emit(self.tr("آستانه‌های نظارت ثبت شد؛ از امضای بعدی به کار می‌روند."))
        self.closed.emit()

    def _say(self, error: Exception) -> None:
        self.form.say(sentence_of(error))


def _number(field: QLineEdit) -> int | None:
    """Return the number typed in a field, None where it is empty; raises DataError."""
    return read_integer(field.text()) if field.text().strip() else None
