"""The list of the work in hand: deadlines in words and shapes, and five hundred submissions that scroll."""

import time

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView

from app.domain.claim import Provider, Submission
from app.domain.dates import JalaliDate, JalaliMonth
from app.domain.deadlines import Deadlines
from app.domain.office import Role, User
from app.services.workload import SubmissionInHand
from app.ui.workload.submission_delegate import SubmissionDelegate, _paint_sign
from app.ui.workload.submission_model import SubmissionModel
from app.ui.workload.submission_texts import (
    Urgency,
    age_text,
    days_left_text,
    deadline_text,
    reviewer_text,
    spoken,
    states_text,
    urgency_of,
)

DUE = Deadlines(JalaliDate(1395, 4, 15), JalaliDate(1395, 7, 15))
SIMA = User(2, "sima", "سیما آزمایشی", "س.آ", frozenset({Role.REVIEWER}))


def row(number: int = 1, days_left: int | None = 3, **changes) -> SubmissionInHand:
    values = {
        "id": number,
        "submission": Submission(
            f"S-{number}", JalaliMonth(1395, 3), Provider("P-1", "imaging_center", "private", name="مرکز آزمایشی")
        ),
        "claimed": 1_250_000,
        "open": 3,
        "signed": 2,
        "away": 0,
        "closed": 1,
        "came_on": JalaliDate(1395, 4, 10),
        "delivery_is_known": True,
        "deadlines": None if days_left is None else DUE,
        "age": 97,
        "days_left": days_left,
    }
    return SubmissionInHand(**(values | changes))


@pytest.mark.parametrize(
    ("days_left", "urgency", "words"),
    [
        (-1, Urgency.OVERDUE, "مهلت ۱۳۹۵/۰۷/۱۵ — ۱ روز گذشته"),
        (0, Urgency.SOON, "مهلت ۱۳۹۵/۰۷/۱۵ — امروز"),
        (7, Urgency.SOON, "مهلت ۱۳۹۵/۰۷/۱۵ — ۷ روز مانده"),
        (8, Urgency.LATER, "مهلت ۱۳۹۵/۰۷/۱۵ — ۸ روز مانده"),
        (None, Urgency.NONE, "بی‌مهلت"),
    ],
)
def test_a_deadline_is_told_in_words(qapp, days_left, urgency, words):
    assert (urgency_of(row(days_left=days_left)), deadline_text(row(days_left=days_left))) == (urgency, words)


def test_a_row_says_since_when_it_is_here_and_whose_it_is(qapp):
    assert age_text(row()) == "۹۷ روز از تحویل"
    assert age_text(row(came_on=JalaliDate(1395, 4, 16))) == "۹۷ روز از تحویل، پس از مهلت مرکز"
    assert age_text(row(delivery_is_known=False)) == "۹۷ روز از ورود (روز تحویل نوشته نشده)"
    assert states_text(row()) == "باز ۳ · امضاشده ۲ · بسته ۱"
    assert states_text(row(away=4)) == "باز ۳ · امضاشده ۲ · بسته ۱ · برگشتی ۴"
    assert (reviewer_text(row()), reviewer_text(row(reviewer=SIMA))) == ("واگذار نشده", "سیما آزمایشی")
    assert days_left_text(-30) == "۳۰ روز گذشته"


def test_who_listens_hears_all_of_a_row(qapp):
    model = SubmissionModel()
    model.show_rows((row(reviewer=SIMA),))
    heard = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == spoken(row(reviewer=SIMA))
    for word in ("مرکز آزمایشی", "خرداد ۱۳۹۵", "۳ روز مانده", "۱٬۲۵۰٬۰۰۰ ریال", "سیما آزمایشی"):
        assert word in heard


def inked(urgency: Urgency) -> frozenset[tuple[int, int]]:
    """Return the places that the sign of an urgency covers, whatever its colour."""
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    _paint_sign(painter, QPointF(20, 20), urgency)
    painter.end()
    white = image.pixel(0, 0)
    return frozenset((x, y) for x in range(40) for y in range(40) if image.pixel(x, y) != white)


def test_the_signs_differ_by_shape_not_by_colour_alone(themed):
    shapes = {urgency: inked(urgency) for urgency in Urgency}
    assert all(shapes.values())
    for one in Urgency:
        for other in Urgency:
            if one is not other:
                assert len(shapes[one] ^ shapes[other]) > 20, (one, other)


def test_five_hundred_submissions_scroll(themed, qtbot):
    view, model = QListView(), SubmissionModel()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(SubmissionDelegate(view))
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.resize(680, 640)
    view.show()
    qtbot.waitExposed(view)
    model.show_rows(tuple(row(number, number - 100, reviewer=SIMA if number % 2 else None) for number in range(500)))
    view.grab()

    seconds = []
    for place in range(0, 500, 25):
        view.scrollTo(model.index(place))
        started = time.thread_time()
        image = view.grab().toImage()
        seconds.append(time.thread_time() - started)
        assert image.pixelColor(340, 320).isValid()
    assert min(seconds) < 0.05
    assert view.visualRect(model.index(475)).intersects(QRect(0, 0, 680, 640))
    assert model.place_of(321) == 321
    assert model.place_of(999) is None
