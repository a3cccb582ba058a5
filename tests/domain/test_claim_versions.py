"""Earlier versions of a claim, and what counts as an answer to an objection."""

from dataclasses import replace

import pytest

from app.domain.claim_versions import answer_to, sheets_of_versions, signed_before
from app.domain.dates import JalaliDate
from app.domain.objection_days import OBJECTION_RULE
from app.domain.office import Decision, DecisionKind, Role, SignedSheet, Voided
from app.domain.office_records import Objection
from tests.ui.open_claims import line, open_claim

CLAIM = open_claim([line(1, "T-CHEST", 60_000), line(2, "T-CTBRAIN", 900_000)])
RESULT = CLAIM.result
OBJECTION = Objection(
    id=1,
    claim_id=417,
    version=1,
    line=1,
    received_on=JalaliDate(1395, 6, 5),
    reason="گزارش پیوست بود",
    wanted=None,
    recorded_by=1,
    recorded_at="2016-09-01T08:00:00+00:00",
)


def sheet(number: int, version: int, role: Role = Role.REVIEWER, by: int = 1) -> SignedSheet:
    signed_at = f"2016-07-{number:02d}T08:00:00+00:00"
    return SignedSheet(number, 417, version, "d" * 64, f"{number:064d}", f"{number}.pdf", by, signed_at, role)


def word(kind: DecisionKind, **fields: object) -> Decision:
    given = {"line": 1, "reason": "دلیل", "at": "2016-09-02T08:00:00+00:00"} | fields
    return Decision(id=1, kind=kind, author=2, result_digest=RESULT.digest_of(given["line"]), **given)  # type: ignore[arg-type]


def test_each_earlier_version_has_the_reviewers_sheet_and_the_last_one_signed() -> None:
    sheets = sheet(1, 1), sheet(2, 1, Role.ACCOUNTANT, 2), sheet(3, 2), sheet(4, 3)

    found = sheets_of_versions(sheets, 3)

    assert [(pair.reviewed.id, pair.last.id) for pair in found] == [(1, 2), (3, 3)]


def test_a_voided_sheet_is_not_what_a_version_paid() -> None:
    voided = replace(sheet(1, 1), voided=Voided("2016-07-02T08:00:00+00:00", 2, "تصحیح"))

    assert [pair.reviewed.id for pair in sheets_of_versions((voided, sheet(2, 1)), 2)] == [2]
    assert sheets_of_versions((voided,), 2) == ()


def test_who_signed_an_earlier_version_in_any_role_is_known() -> None:
    sheets = sheet(1, 1, by=1), sheet(2, 1, Role.ACCOUNTANT, by=2), sheet(3, 2, by=3)

    assert [person for person in (1, 2, 3, 4) if signed_before(person, sheets, 2)] == [1, 2]
    assert signed_before(3, sheets, 3)


@pytest.mark.parametrize(
    "said",
    [
        word(DecisionKind.SET_AMOUNT, amount=50_000),
        word(DecisionKind.ADD_DEDUCTION, amount=50_000, rule="GEN-04"),
        word(DecisionKind.WAIVE, rule="GEN-15e"),
        word(DecisionKind.UPHOLD, rule=OBJECTION_RULE),
    ],
)
def test_a_word_with_a_reason_on_the_line_answers(said: Decision) -> None:
    assert answer_to(OBJECTION, (said,), RESULT) == said


@pytest.mark.parametrize(
    "said",
    [
        word(DecisionKind.SET_AMOUNT, amount=50_000, reason=None),
        word(DecisionKind.UPHOLD, rule="GEN-15e"),
        word(DecisionKind.UPHOLD, rule=OBJECTION_RULE, line=2),
        word(DecisionKind.UPHOLD, rule=OBJECTION_RULE, line=None),
        word(DecisionKind.UPHOLD, rule=OBJECTION_RULE, undone=True),
        word(DecisionKind.UPHOLD, rule=OBJECTION_RULE, at="2016-08-31T08:00:00+00:00"),
        replace(word(DecisionKind.UPHOLD, rule=OBJECTION_RULE), result_digest="0" * 64),
        word(DecisionKind.ENTER_FACT, fact="report_attached", value=True),
    ],
)
def test_what_has_no_reason_or_belongs_elsewhere_answers_nothing(said: Decision) -> None:
    assert answer_to(OBJECTION, (said,), RESULT) is None


def test_an_objection_to_the_whole_claim_is_answered_on_the_claim() -> None:
    whole = replace(OBJECTION, line=None)

    assert answer_to(whole, (word(DecisionKind.UPHOLD, rule=OBJECTION_RULE),), RESULT) is None
    assert answer_to(whole, (word(DecisionKind.UPHOLD, rule=OBJECTION_RULE, line=None),), RESULT) is not None


def test_an_answer_leaves_the_amount_and_every_other_word_of_the_line_as_they_are() -> None:
    set_down = Decision(
        1, DecisionKind.SET_AMOUNT, 1, "2016-06-01T06:01:00+00:00", "", line=1, amount=20_000, reason="ن"
    )
    answer = Decision(
        2, DecisionKind.UPHOLD, 1, "2016-06-01T06:02:00+00:00", "", line=1, rule=OBJECTION_RULE, reason="پ"
    )
    rows = [line(1, "T-CHEST", 60_000)]

    before, after = open_claim(rows, decisions=[set_down]), open_claim(rows, decisions=[set_down, answer])

    assert after.settlement == before.settlement
    assert after.settlement.line(1).approved == 20_000
