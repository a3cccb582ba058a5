"""One reviews, another samples: a lot drawn at the desk, drawn again in a second program, judged claim by claim."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.domain.office import ClaimState, Role
from app.services.people import add_person
from app.services.queue import QueueView
from app.ui.passes.sample_pass import SamplePass
from app.ui.passes.technical_pass import TechnicalPass
from tests.services.offices import PASSWORD, claim, line
from tests.services.reviewed_office import SUPERVISOR
from tests.stories.conftest import WAIT_MS, fill, import_and_open, press, type_text

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("sampling_program.py")
CLAIMS, LOT = 5, "1395"
NOTE = "شرح عمل ناخوانا است"


def draw_elsewhere(folder, size, lot):
    """Let another program of the supervisor draw; returns the numbers of the claims that came."""
    done = subprocess.run(
        [sys.executable, PROGRAM, folder, SUPERVISOR[0], PASSWORD, str(size), lot],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def on_desk(desk):
    """Return the number of the claim on the desk, None while there is none."""
    return desk.claim.open_claim and desk.claim.open_claim.claim.id


def sign_all(qtbot, desk):
    """Sign one claim after another; the first one with an amount of the reviewer's own."""
    technical = desk.pass_of(TechnicalPass)
    desk.claim.amount_decided.emit(1, 59_000, "گزارش ناخوانا است")
    qtbot.waitUntil(lambda: desk.claim.open_claim.settlement.overridden, timeout=WAIT_MS)
    for number in range(1, CLAIMS + 1):
        qtbot.waitUntil(lambda number=number: on_desk(desk) == f"C-{number}", timeout=WAIT_MS)
        with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
            technical.sign_next_action.trigger()


@pytest.fixture
def supervisor(window, desk, qtbot, write_file):
    """The desk of the supervisor, after the reviewer has signed five claims and left."""
    name, full_name = SUPERVISOR
    add_person(
        window._office, None, name=name, full_name=full_name, roles=frozenset({Role.SUPERVISOR}), password=PASSWORD
    )
    claims = [claim(f"C-{number}", line(1, "T-CHEST", 60_000)) for number in range(1, CLAIMS + 1)]
    import_and_open(qtbot, desk, write_file(*claims))
    sign_all(qtbot, desk)
    window.sign_out()
    with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
        window.sign_in_as(name, PASSWORD)
    return window.desk


def draw_at_the_desk(window, qtbot):
    page = window.show_page("sampling")
    page.new_action.trigger()
    qtbot.waitUntil(page.form.isVisible, timeout=WAIT_MS)
    fill(page.form.count, "3")
    fill(page.form.seed, LOT)
    press(page.form.seed, Qt.Key.Key_Return)
    qtbot.waitUntil(page.sample.isVisible, timeout=WAIT_MS)
    return page


def test_a_supervisor_samples_what_another_person_reviewed(window, supervisor, qtbot):
    page = draw_at_the_desk(window, qtbot)
    drawn = [row.external_id for row in page.sample.view.rows]
    assert len(drawn) == 3
    assert "C-1" not in drawn, "what was overridden is the supervisor's own queue"
    assert draw_elsewhere(window._office.store.folder, 3, LOT) == drawn
    assert draw_elsewhere(window._office.store.folder, 3, "7") != drawn

    judged_at_the_desk(window, supervisor, qtbot, page, drawn)
    the_result_names_claim_and_reviewer(window, supervisor, qtbot, page, drawn)
    assert window._office.store.check() == []


def judged_at_the_desk(window, desk, qtbot, page, drawn):
    """Open the first claim from the page; the samples of the other programs do not hide this one's place."""
    press(page.sample.table, Qt.Key.Key_Return)
    samples = desk.pass_of(SamplePass)
    qtbot.waitUntil(samples.sample.isVisible, timeout=WAIT_MS)
    assert on_desk(desk) == drawn[0]
    assert "چرا در نمونه است" in samples.sample.why.text()
    samples.sample.disagree_action.trigger()
    type_text(samples.sample.note.reasons.field, NOTE)
    press(samples.sample.note.reasons.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: on_desk(desk) in drawn[1:], timeout=WAIT_MS)
    qtbot.waitUntil(samples.sample.isVisible, timeout=WAIT_MS)
    samples.sample.agree_action.trigger()
    qtbot.waitUntil(lambda: "۲ از ۳" in desk.notices.text, timeout=WAIT_MS)


def the_result_names_claim_and_reviewer(window, desk, qtbot, page, drawn):
    """Come back to the sample, send back what was not agreed with, and find it among what was edited."""
    window.show_page("sampling")
    qtbot.waitUntil(lambda: "۲ از ۳" in page.sample.result.text(), timeout=WAIT_MS)
    assert page.sample.table.item(0, 4).text() == "✗ ناموافق"
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        page.send_back_action.trigger()
    row = page.sample.view.rows[0]
    assert (row.external_id, row.state) == (drawn[0], ClaimState.IN_REVIEW)
    assert "مینا رستگار" in page.sample.people.text()
    page.output.report_action.trigger()
    qtbot.waitUntil(page.output.preview.isVisible, timeout=WAIT_MS)
    desk.queue.show_view(QueueView.EDITED)
    qtbot.waitUntil(lambda: desk.queue.rows.rowCount() == 1, timeout=WAIT_MS)
    edited = desk.queue.rows.row(0)
    assert (edited.external_id, edited.voided) == (drawn[0], NOTE)
