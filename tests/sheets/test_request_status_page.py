"""The status of a request on paper: whatever people wrote finds its room."""

from app.domain.claim import Claim, ClaimKind, Line, Patient, Provider, Submission
from app.domain.dates import JalaliDate, JalaliMonth
from app.domain.reasons import LONGEST_REASON
from app.domain.request_status import ReasonTold, RequestStatus, RequestStep
from app.sheets.request_status_sheet import RequestSheet, draw_request_status
from tests.sheets.sheet_text import text_of

DAY = JalaliDate(1400, 3, 11)
NAMES = ("نخستین", "دومین", "سومین", "چهارمین", "پنجمین", "ششمین", "هفتمین", "هشتمین")
LONG = tuple(f"{name} دلیل" + " شرح" * ((LONGEST_REASON - 20) // 4) for name in NAMES)


def page(status: RequestStatus) -> str:
    provider = Provider(id="P-1", kind="hospital", sector="private", name="بیمارستان آزمایشی")
    submission = Submission(id="S-1", month=JalaliMonth(1400, 2), provider=provider)
    claim = Claim("R-1", ClaimKind.VISIT, Patient("0012345679", name="بیمار آزمایشی"), (Line(1, "visit", 8_000),))
    return text_of(draw_request_status(RequestSheet("دفتر آزمایشی", submission, claim, status, DAY)))


def test_a_refusal_for_many_long_reasons_finds_its_room():
    reasons = tuple(ReasonTold(text, 1_000) for text in LONG)
    status = RequestStatus(RequestStep.REFUSED, DAY, amount=0, reasons=reasons)
    assert "و ۷ دلیل دیگر" in status.sentence
    text = page(status)
    assert all(name in text for name in NAMES)


def test_many_papers_with_long_names_find_their_room():
    status = RequestStatus(RequestStep.WAITING_FOR_PAPERS, DAY, papers=LONG)
    text = page(status)
    assert all(name in text for name in NAMES)
