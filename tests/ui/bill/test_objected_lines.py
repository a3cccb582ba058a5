"""What the bill and the "why" pane show of an objection, and of what the version before paid."""

from dataclasses import replace

import pytest

from app.domain.claim_versions import EarlierVersion
from app.domain.dates import JalaliDate
from app.domain.objection_days import OBJECTION_RULE
from app.domain.office import ClaimState, DecisionKind
from app.domain.office_records import Objection
from app.ui.bill.bill_model import Column
from app.ui.bill.bill_rows import ObjectionMark, bill_rows
from app.ui.bill.bill_view import BillView
from app.ui.bill.clean_label import CleanLabel
from app.ui.why.why_pane import WhyPane
from tests.ui.open_claims import SARA, decided, line, open_claim

ROWS = [line(1, "T-CHEST", 60_000), line(2, "T-CTBRAIN", 900_000)]
BEFORE = EarlierVersion(1, {1: 60_000, 2: 450_000}, SARA.id, "2016-05-01T08:00:00.000+00:00", "one.pdf")


def objection(no: int | None, *, version: int = 1, wanted: int | None = None) -> Objection:
    return Objection(
        id=1,
        claim_id=417,
        version=version,
        line=no,
        received_on=JalaliDate(1395, 3, 10),
        reason="تعرفه روز خدمت بیش از این است",
        wanted=wanted,
        recorded_by=SARA.id,
        recorded_at="2016-06-01T05:00:00+00:00",
    )


def objected(*objections: Objection, state=ClaimState.IN_REVIEW, decisions=(), version=2):
    claim = open_claim(ROWS, state=state, decisions=decisions)
    return replace(claim, version=version, objections=objections, earlier=(BEFORE,) if version > 1 else ())


def answer(no: int | None):
    return decided(1, DecisionKind.UPHOLD, no, rule=OBJECTION_RULE, reason="تعرفه همین است")


@pytest.mark.parametrize(
    ("claim", "mark"),
    [
        (objected(objection(2), state=ClaimState.OBJECTED, version=1), ObjectionMark("اعتراض", waits=True)),
        (objected(objection(2)), ObjectionMark("بی‌پاسخ", waits=True)),
        (objected(objection(2), decisions=[answer(2)]), ObjectionMark("پاسخ داده شد", waits=False)),
        (objected(objection(2, version=2)), None),  # made to a version that is under way already: none of this one's
        (objected(objection(None)), None),
    ],
)
def test_an_objected_line_says_how_far_its_answer_is(claim, mark):
    first, second = bill_rows(claim)

    assert second.objection == mark
    assert first.objection is None
    assert second.quiet is False
    assert second.before == ("نسخه ۱: ۴۵۰٬۰۰۰" if claim.version > 1 else "")


def test_the_bill_paints_the_mark_and_tells_it_to_the_pointer(qtbot):
    view = BillView()
    qtbot.addWidget(view)
    view.resize(720, 300)
    view.show_rows(bill_rows(objected(objection(2))))
    waiting = view.grab().toImage()
    tip = view.bill.index(1, Column.TITLE).data(3)
    view.show_rows(bill_rows(objected(objection(2), decisions=[answer(2)])))

    assert "بی‌پاسخ" in tip
    assert "نسخه ۱: ۴۵۰٬۰۰۰" in tip
    assert view.grab().toImage() != waiting


def said(pane: WhyPane) -> str:
    return "\n".join(label.text() for label in pane.findings.widget().findChildren(CleanLabel))


def test_the_why_pane_tells_the_centres_words_the_version_before_and_the_answer(qtbot):
    pane = WhyPane()
    qtbot.addWidget(pane)
    claim = objected(objection(2, wanted=900_000), objection(None), decisions=[answer(2)])

    pane.show_claim(claim, 2)

    for text in (
        "اعتراض مرکز — ردیف ۲",
        "اعتراض مرکز — کل سند",
        "«تعرفه روز خدمت بیش از این است»",
        "دریافت ۱۳۹۵/۰۳/۱۰ · مبلغ خواسته‌شده ۹۰۰٬۰۰۰ ریال",
        f"پاسخ {SARA.full_name}: تعرفه همین است",
        "پاسخی داده نشده است.",
        "نسخه ۱: ۴۵۰٬۰۰۰ ریال",
        f"امضای {SARA.full_name}",
    ):
        assert text in said(pane)
    pane.show_claim(claim, 1)
    assert "ردیف ۲" not in said(pane)
    assert "نسخه ۱: ۶۰٬۰۰۰ ریال" in said(pane)


def test_a_first_version_without_objections_shows_nothing_of_them(qtbot):
    pane = WhyPane()
    qtbot.addWidget(pane)
    pane.show_claim(open_claim(ROWS), 2)

    assert "اعتراض" not in said(pane)
    assert "نسخه ۱" not in said(pane)
