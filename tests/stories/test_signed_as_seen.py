"""The desk beside another program on the same office: F9 signs what the person sees, or shows what it has become."""

import pytest

from app.domain.office import ClaimState
from app.services.office import Office
from app.services.people import sign_in
from app.services.review import Review
from app.store.office import OfficeStore
from app.ui.passes.technical_pass import TechnicalPass
from tests.services.offices import NAME, PASSWORD, claim, line
from tests.stories.conftest import WAIT_MS, import_and_open


def shown(desk):
    """Return the claim that lies on the desk."""
    return desk.claim.open_claim


@pytest.fixture
def colleague(window):
    """Another program on the office, as the same person."""
    office = Office(OfficeStore.open(window._office.store.folder))
    yield lambda: Review(office, sign_in(office, NAME, PASSWORD))
    office.close()


def test_a_claim_that_has_become_another_is_shown_anew_and_signed_at_the_next_key(desk, qtbot, write_file, colleague):
    import_and_open(qtbot, desk, write_file(claim("C-1", line(1, "700245", 100_000))))
    review = colleague()
    review.set_amount(review.open(shown(desk).id), 1, 70_000, "توافق با مرکز")
    assert shown(desk).settlement.totals.approved == 80_000

    with qtbot.waitSignal(desk.work.failed, timeout=WAIT_MS):
        desk.pass_of(TechnicalPass).sign_action.trigger()
    assert desk.notices.text.startswith("امضا نشد: پاسخ یا نظری بر همین سند")
    assert "از ۸۰٬۰۰۰ به ۷۰٬۰۰۰ ریال" in desk.notices.text
    assert (shown(desk).state, shown(desk).settlement.totals.approved) == (ClaimState.IN_REVIEW, 70_000)
    assert not list(desk.work._office.store.sheets_folder.iterdir())

    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        desk.pass_of(TechnicalPass).sign_action.trigger()
    assert shown(desk).state is ClaimState.TECHNICALLY_DONE
    assert shown(desk).settlement.totals.approved == 70_000
