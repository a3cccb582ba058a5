"""The thresholds of supervision on their page."""

import pytest

from app.domain.departures import Thresholds
from app.services.supervision import set_thresholds, thresholds_of
from app.ui.supervision.thresholds_page import ThresholdsPage
from tests.ui.frame.conftest import shown

WAIT_MS = 10_000


@pytest.fixture
def page(signed_in, worker, qtbot):
    office, session = signed_in
    made = shown(qtbot, ThresholdsPage(office, worker))
    made.begin(session)
    qtbot.waitUntil(made.rial.isEnabled, timeout=WAIT_MS)
    return made


def stored(signed_in):
    with signed_in[0].read() as view:
        return thresholds_of(view)


def test_what_is_typed_in_either_script_is_set(page, signed_in, qtbot):
    page.rial.setText("۵۰۰٬۰۰۰")
    page.percent.setText("20")
    with qtbot.waitSignals([page.told, page.closed], timeout=WAIT_MS):
        page.form.button.click()
    assert stored(signed_in) == Thresholds(500_000, 20)


def test_the_page_shows_what_holds_and_an_empty_field_takes_it_off(page, signed_in, qtbot):
    office, session = signed_in
    set_thresholds(office, session, 250_000, None)
    page.begin(session)
    qtbot.waitUntil(lambda: page.rial.text() == "۲۵۰٬۰۰۰", timeout=WAIT_MS)
    assert page.percent.text() == ""
    page.rial.clear()
    with qtbot.waitSignal(page.closed, timeout=WAIT_MS):
        page.form.button.click()
    assert stored(signed_in) == Thresholds(None, None)


@pytest.mark.parametrize(("rial", "percent"), [("بسیار", ""), ("", "۱۰۱"), ("", "-۳")])
def test_what_is_no_threshold_is_told(page, signed_in, qtbot, rial, percent):
    page.rial.setText(rial)
    page.percent.setText(percent)
    page.form.button.click()
    qtbot.waitUntil(lambda: page.form.fault.text() != "", timeout=WAIT_MS)
    assert stored(signed_in) == Thresholds(None, None)
