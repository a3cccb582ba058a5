"""A bill of two hundred lines is audited and shown anew at once after an answer."""

import json
import time

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.claim_document import claim_from_document
from app.services.claim_opening import ClaimOpening
from app.services.importing import import_claim_file
from app.services.people import make_first_administrator
from app.services.review import Review
from app.ui.bill.claim_desk import ClaimDesk
from app.ui.why.why_pane import WhyPane
from tests.ui.bill.conftest import shown
from tests.ui.hospital_bills import dictionary, hospital_office, long_document

LINES = 200
TIMES_THE_FLOOR = 10
"""A step takes about five times as long as reading its document once; ten times are some 150 ms."""


def seconds(work) -> float:
    """Return the time of this process alone: the machine's other work is no slowness of the desk."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


@pytest.fixture
def reviewed(tmp_path):
    """Return a person's review of an office with one long stay, and the stay."""
    office = hospital_office(tmp_path / "office")
    session = make_first_administrator(office, name="mina", full_name="مینا رستگار", password="a long password")
    (tmp_path / "file.json").write_text(json.dumps(long_document(LINES), default=str), encoding="utf-8")
    imported = import_claim_file(office, session, tmp_path / "file.json", lambda *_told: None)
    with office.read() as view:
        (row,) = view.claims.of_submission(imported.submission_id, office.dictionary)
    review = Review(office, session, ClaimOpening(office))
    yield review, review.open(row.id)
    office.close()


def test_an_answer_on_a_bill_of_two_hundred_lines_is_audited_and_shown_at_once(themed, qtbot, reviewed):
    review, claim = reviewed
    desk, why = shown(qtbot, ClaimDesk(), claim, size=(700, 700)), WhyPane()
    qtbot.addWidget(why)
    why.resize(380, 700)
    why.show()
    document = json.dumps(long_document(LINES)["claims"][0], default=str)
    floor = min(seconds(lambda: claim_from_document(json.loads(document), dictionary())) for _ in range(5))

    def answer(name):
        nonlocal claim
        claim = review.enter_fact(claim, "incision", name, 13)
        desk.show_claim(claim)
        why.show_claim(claim, 13)
        desk.repaint()
        why.repaint()
        QApplication.processEvents()

    step = min(seconds(lambda name=name: answer(name)) for name in "ABCDEF")

    print(f"floor {floor * 1000:.1f} ms, step {step * 1000:.1f} ms")
    assert len(claim.settlement.lines) == LINES
    assert step < TIMES_THE_FLOOR * floor
