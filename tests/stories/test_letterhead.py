"""A request on a letterhead of which nobody has read the stamp: one key says that it has none, and nothing is paid."""

import json

import pytest

from app.domain.findings import Mark
from app.domain.office import ClaimState
from app.ui.passes.technical_pass import TechnicalPass
from tests.services.offices import claim, line
from tests.stories.conftest import WAIT_MS, import_and_open, type_text

COVERED = {"eligibility": "covered", "eligibility_code": "4021887"}


@pytest.fixture
def letterhead(window, desk, qtbot, write_file):
    """A letterhead of Social Security on the desk; everything but the physician's stamp was read off it."""
    read = {"prescription_form": "letterhead", "prescriber_stamp": None, "sheets": None, "service_registered": True}
    made = claim("C-1", line(1, "T-CHEST", 60_000), line(2, "T-CTBRAIN", 900_000), **read, **COVERED)
    path = write_file(made | {"prescription_date": "1400-02-04", "service_date": "1400-02-05"})
    document = json.loads(path.read_text(encoding="utf-8"))
    document["submission"] |= {"insurer": "tamin", "month": "1400-02", "delivered_on": "1400-03-05"}
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    import_and_open(qtbot, desk, path)
    return desk


def test_a_letterhead_without_a_stamp_is_not_paid(window, letterhead, qtbot):
    desk = letterhead
    asked = desk.claim.open_claim
    assert [question.name for question in asked.questions] == ["prescriber_stamp"]
    assert {finding.rule for finding in asked.questions[0].findings} >= {"PAR-10b"}

    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        type_text(desk.claim.bill, "خ")
    refused = desk.claim.open_claim
    assert refused.questions == ()
    assert "PAR-10b" in {finding.rule for finding in refused.result.findings}
    assert [line_.mark for line_ in refused.settlement.lines] == [Mark.ZERO, Mark.ZERO]
    assert refused.settlement.totals.approved == 0
    assert "PAR-10b" in {card.rule for card in desk.why.findings.cards}

    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        desk.claim.undo_action.trigger()
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        type_text(desk.claim.bill, "ب")
    stamped = desk.claim.open_claim
    assert "PAR-10b" not in {finding.rule for finding in stamped.result.findings}
    assert stamped.settlement.totals.approved > 0

    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        desk.pass_of(TechnicalPass).sign_action.trigger()
    assert desk.claim.open_claim.state is ClaimState.TECHNICALLY_DONE
