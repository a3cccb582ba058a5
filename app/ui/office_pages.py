"""The pages that lie over the bill: one table of them, from which the window makes its keys and its menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.office import User
from app.domain.rights import Action, refusal
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.ui.account.packs_page import PacksPage
from app.ui.account.password_page import PasswordPage
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.eligibility.inquiries_page import InquiriesPage
from app.ui.find.find_pane import FindPane
from app.ui.objections.objections_page import ObjectionsPage
from app.ui.page_over_bill import PageOverBill
from app.ui.papers.papers_page import PapersPage
from app.ui.people.people_page import PeoplePage
from app.ui.receivers.receivers_page import ReceiversPage
from app.ui.reimbursement.payments_page import PaymentsPage
from app.ui.reimbursement.requests_page import RequestsPage
from app.ui.rule_book.rule_book_page import RuleBookPage
from app.ui.sampling.sampling_page import SamplingPage
from app.ui.statistics.statistics_page import StatisticsPage
from app.ui.submission_sheets.submission_sheets_page import SubmissionSheetsPage
from app.ui.supervision.thresholds_page import ThresholdsPage
from app.ui.tasks import Worker
from app.ui.travel.fares_page import FaresPage
from app.ui.travel.request_form_page import RequestFormPage
from app.ui.travel.travel_page import TravelPage
from app.ui.workload.work_in_hand_page import WorkInHandPage


@dataclass(frozen=True, slots=True)
class OfficePage:
    """A page of the office.

    `name` is what the program calls it, `title` what people do, `rights` what it serves: whoever may do any of these
    sees the page, and everybody does where there are none. `on_header` pages have a button in the head of the desk.
    """

    name: str
    title: Any
    key: str
    make: Callable[[Office, Worker, QWidget], PageOverBill]
    rights: frozenset[Action] = frozenset()
    on_header: bool = False


PAGES: tuple[OfficePage, ...] = (
    OfficePage(
        "find",
        QT_TRANSLATE_NOOP("pages", "یافتن"),
        "Ctrl+K",
        FindPane,
        frozenset({Action.SEE_CLAIMS}),
        on_header=True,
    ),
    OfficePage("rule_book", QT_TRANSLATE_NOOP("pages", "دفتر ضوابط"), "F1", RuleBookPage, on_header=True),
    OfficePage(
        "work_in_hand",
        QT_TRANSLATE_NOOP("pages", "کارهای در دست"),
        "Ctrl+Shift+K",
        WorkInHandPage,
        frozenset({Action.SEE_CLAIMS}),
    ),
    OfficePage(
        "inquiries",
        QT_TRANSLATE_NOOP("pages", "استعلام استحقاق"),
        "Ctrl+Shift+H",
        InquiriesPage,
        frozenset({Action.REVIEW}),
    ),
    OfficePage(
        "travel",
        QT_TRANSLATE_NOOP("pages", "سند سفر از روی کاغذ"),
        "Ctrl+Shift+V",
        TravelPage,
        frozenset({Action.REVIEW}),
    ),
    OfficePage(
        "request_form",
        QT_TRANSLATE_NOOP("pages", "فرم اعزام و انتقال"),
        "Ctrl+Shift+E",
        RequestFormPage,
        frozenset({Action.PRINT_SHEETS}),
    ),
    OfficePage(
        "travel_fares",
        QT_TRANSLATE_NOOP("pages", "نرخ‌های سفر"),
        "Ctrl+Shift+F",
        FaresPage,
        frozenset({Action.SET_FARES}),
    ),
    OfficePage(
        "papers",
        QT_TRANSLATE_NOOP("pages", "برگ‌های ماه مرکز"),
        "Ctrl+Shift+L",
        PapersPage,
        frozenset({Action.REVIEW}),
    ),
    OfficePage(
        "submission_sheets",
        QT_TRANSLATE_NOOP("pages", "برگ‌های درخواست"),
        "Ctrl+Shift+G",
        SubmissionSheetsPage,
        frozenset({Action.PRINT_SHEETS, Action.HAND_OVER_REPORT}),
    ),
    OfficePage(
        "statistics",
        QT_TRANSLATE_NOOP("pages", "آمار"),
        "Ctrl+Shift+S",
        StatisticsPage,
        frozenset({Action.SEE_STATISTICS}),
    ),
    OfficePage(
        "sampling",
        QT_TRANSLATE_NOOP("pages", "نمونه‌گیری"),
        "Ctrl+Shift+N",
        SamplingPage,
        frozenset({Action.DRAW_SAMPLE, Action.JUDGE_SAMPLE}),
    ),
    OfficePage(
        "thresholds",
        QT_TRANSLATE_NOOP("pages", "آستانه‌های نظارت"),
        "Ctrl+Shift+T",
        ThresholdsPage,
        frozenset({Action.SET_THRESHOLDS}),
    ),
    OfficePage(
        "people",
        QT_TRANSLATE_NOOP("pages", "افراد دفتر"),
        "Ctrl+Shift+M",
        PeoplePage,
        frozenset({Action.MANAGE_PEOPLE}),
    ),
    OfficePage(
        "receivers",
        QT_TRANSLATE_NOOP("pages", "گیرندگان"),
        "Ctrl+Shift+R",
        ReceiversPage,
        frozenset({Action.SET_RECEIVERS}),
    ),
    OfficePage(
        "objections",
        QT_TRANSLATE_NOOP("pages", "اعتراض‌ها"),
        "Ctrl+Shift+J",
        ObjectionsPage,
        frozenset({Action.RECORD_OBJECTION, Action.REVIEW_OBJECTION}),
    ),
    OfficePage(
        "requests",
        QT_TRANSLATE_NOOP("pages", "درخواست‌های خسارت متفرقه"),
        "Ctrl+Shift+Y",
        RequestsPage,
        frozenset({Action.SEE_CLAIMS}),
    ),
    OfficePage(
        "payments",
        QT_TRANSLATE_NOOP("pages", "پرداخت خسارت متفرقه"),
        "Ctrl+Shift+D",
        PaymentsPage,
        frozenset({Action.SEE_PAYMENTS}),
    ),
    OfficePage("packs", QT_TRANSLATE_NOOP("pages", "بسته‌های مرجع"), "Ctrl+Shift+B", PacksPage),
    OfficePage("password", QT_TRANSLATE_NOOP("pages", "گذرواژه تازه"), "Ctrl+Shift+P", PasswordPage),
)


class OfficePages(QObject):
    """The pages of one window.

    Signals:
        wanted: name of the page that a person wants to see.
        made: the page that was made now; whoever holds the window connects its signals.
    """

    wanted = Signal(str)
    made = Signal(object)

    def __init__(self, office: Office, worker: Worker, window: QWidget) -> None:
        super().__init__(window)
        self._office, self._worker, self._window = office, worker, window
        self._made: dict[str, PageOverBill] = {}
        self._claim: OpenClaim | None = None
        self._actions = {entry.name: self._action(entry) for entry in PAGES}

    def actions(self, *, on_header: bool | None = None) -> Sequence[QAction]:
        """Return the actions that lead to the pages, in their order: all, or those on the header or off it."""
        return [self._actions[entry.name] for entry in PAGES if on_header in {None, entry.on_header}]

    def action(self, name: str) -> QAction:
        """Return the action that leads to a page."""
        return self._actions[name]

    def page(self, name: str) -> PageOverBill:
        """Return a page; it is made where nobody has wanted it before."""
        if name not in self._made:
            page = next(entry for entry in PAGES if entry.name == name).make(self._office, self._worker, self._window)
            page.hide()
            page.show_claim(self._claim)
            self._made[name] = page
            self.made.emit(page)
        return self._made[name]

    def show_to(self, user: User) -> None:
        """Offer the pages that serve what a person may do."""
        for entry in PAGES:
            serves = not entry.rights or any(refusal(right, user.roles) is None for right in entry.rights)
            self._actions[entry.name].setVisible(serves)

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """Tell all pages which claim lies on the desk."""
        self._claim = open_claim
        for page in self._made.values():
            page.show_claim(open_claim)

    def put_away(self) -> list[PageOverBill]:
        """Give away the pages as the person who saw them leaves; the next person gets new ones."""
        pages = list(self._made.values())
        self._made, self._claim = {}, None
        return pages

    def _action(self, entry: OfficePage) -> QAction:
        made = action(self._window, QCoreApplication.translate("pages", entry.title), *in_both_scripts(entry.key))
        made.triggered.connect(lambda _checked, name=entry.name: self.wanted.emit(name))
        return made
