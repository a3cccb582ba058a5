"""What people said of the claim: who, when, what and why; what was undone stays, struck through.

An inquiry about the patient's cover that gives some of its facts stands below, with who typed it in.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.findings import Pen
from app.domain.inquiries import Inquired
from app.domain.line_words import LINE_KINDS, answers_an_objection, in_force, judges_a_remark
from app.domain.office import Decision, DecisionKind
from app.domain.persian import persian_digits, rials
from app.domain.rulebook import Rulebook
from app.services.open_claim import OpenClaim
from app.ui.answers.value_names import answer_text, fact_label
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.names import name_of
from app.ui.eligibility.words import given_text
from app.ui.fonts import SMALL
from app.ui.text import identifier, local_moment
from app.ui.why.scrolled_page import ScrolledPage


class DecisionsPage(ScrolledPage):
    """The decisions of a claim, the latest first."""

    def show_decisions(self, open_claim: OpenClaim) -> None:
        """Show the decisions of a claim."""
        content, box = self.begin()
        if not open_claim.decisions and open_claim.inquired is None:
            box.addWidget(CleanLabel(self.tr("هنوز کسی درباره این سند نظری نداده است."), content, tone="quiet"))
        for decision in reversed(open_claim.decisions):
            box.addWidget(DecisionBox(open_claim, decision, content))
        if open_claim.inquired is not None:
            box.addWidget(InquiryBox(open_claim, open_claim.inquired, content))
        box.addStretch(1)
        self.fill(content)


class DecisionBox(QFrame):
    """One word of a person."""

    def __init__(self, open_claim: OpenClaim, decision: Decision, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 6, 10, 6)
        box.setSpacing(2)
        said = CleanLabel(said_text(decision, open_claim.rulebook), self)
        box.addWidget(said)
        if decision.reason:
            reason = self.tr("علت: {reason}").format(reason=decision.reason)
            box.addWidget(CleanLabel(reason, self, points=SMALL + 0.5))
        author = open_claim.authors.get(decision.author)
        who = self.tr("{author}، {at}").format(author=author.full_name if author else "", at=local_moment(decision.at))
        if decision.undone:
            face = said.font()
            face.setStrikeOut(True)
            said.setFont(face)
            who = self.tr("{who} — برگردانده شد").format(who=who)
        box.addWidget(CleanLabel(who, self, tone="quiet", points=SMALL))
        if decision.kind in LINE_KINDS and not decision.undone and not in_force(decision, open_claim.result):
            stale = self.tr("نتیجه سامانه پس از آن تغییر کرده است؛ دوباره نظر دهید.")
            box.addWidget(CleanLabel(stale, self, tone="amber", points=SMALL))


class InquiryBox(QFrame):
    """An inquiry that serves the claim: what it gives, who typed it in and when."""

    def __init__(self, open_claim: OpenClaim, inquired: Inquired, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 6, 10, 6)
        box.setSpacing(2)
        inquiry = inquired.inquiry
        box.addWidget(CleanLabel(given_text(inquiry), self))
        given = "، ".join(fact_label(name) for name in inquired.facts)
        box.addWidget(CleanLabel(given, self, points=SMALL + 0.5))
        author = open_claim.authors.get(inquiry.recorded_by)
        who = self.tr("{author}، {at}").format(
            author=author.full_name if author else "", at=local_moment(inquiry.recorded_at)
        )
        box.addWidget(CleanLabel(who, self, tone="quiet", points=SMALL))


_ON_ITS_WAY = {
    DecisionKind.RETURN: QT_TRANSLATE_NOOP("names", "برگشت به مرکز"),
    DecisionKind.REFER: QT_TRANSLATE_NOOP("names", "ارجاع به اداره نظارت"),
    DecisionKind.ENDORSE: QT_TRANSLATE_NOOP("names", "تأیید اختلاف با ضابطه"),
    DecisionKind.SEND_BACK: QT_TRANSLATE_NOOP("names", "بازگرداندن به رسیدگی"),
}
"""What is said of a whole claim."""


def said_text(decision: Decision, rulebook: Rulebook) -> str:
    """Return in one sentence what a person decided."""
    translate = QCoreApplication.translate
    place = translate("decisions", "کل سند")
    if decision.line is not None:
        place = translate("decisions", "ردیف {no}").format(no=persian_digits(decision.line))
    text = translate("decisions", "{place}: {what}")
    if decision.pen is Pen.RED and decision.kind is DecisionKind.SET_AMOUNT:
        text = translate("decisions", "{place}، تصحیح حسابداری: {what}")
    return text.format(place=place, what=_what(decision, rulebook))


def _upheld(decision: Decision, rulebook: Rulebook) -> str:
    """Return what was agreed with; an answer to an objection leaves the amount as it stood."""
    if answers_an_objection(decision):
        return QCoreApplication.translate("decisions", "پاسخ به اعتراض مرکز")
    if judges_a_remark(decision, rulebook):
        return QCoreApplication.translate("decisions", "ضابطه {rule} دیده شد؛ ایرادی ندارد")
    return QCoreApplication.translate("decisions", "تأیید ضابطه {rule}")


def _what(decision: Decision, rulebook: Rulebook) -> str:
    translate, rule = QCoreApplication.translate, identifier(decision.rule or "")
    match decision.kind:
        case DecisionKind.ENTER_FACT:
            yes, no = translate("decisions", "بله"), translate("decisions", "خیر")
            value = "" if decision.value is None else answer_text(decision.fact or "", decision.value, yes=yes, no=no)
            return f"{fact_label(decision.fact or '')} — {value}"
        case DecisionKind.SET_AMOUNT:
            return translate("decisions", "مبلغ {amount} ریال").format(amount=rials(decision.amount or 0))
        case DecisionKind.ADD_DEDUCTION:
            text = translate("decisions", "کسر تا {amount} ریال با ضابطه {rule}")
            return text.format(amount=rials(decision.amount or 0), rule=rule)
        case DecisionKind.WAIVE:
            return translate("decisions", "چشم‌پوشی از ضابطه {rule}").format(rule=rule)
        case DecisionKind.UPHOLD:
            return _upheld(decision, rulebook).format(rule=rule)
    return name_of(_ON_ITS_WAY, decision.kind)
