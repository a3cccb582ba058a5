"""Objections over a real store: in time, heard by other eyes, answered by a version that stands beside the first."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from closed_claims import House, make_house
from offices import line, ticking_clock

from app.domain.dates import JalaliDate
from app.domain.findings import Mark
from app.domain.office import ClaimState, DecisionKind, Role
from app.errors import UseError
from app.services.accounting import Accounting
from app.services.objections import ObjectedLine, Objections
from app.services.office import Office
from app.services.review import Review
from app.services.sign_off import ClaimChanged, draw_sheet, sheet_of, sign
from app.services.submission_report import submission_report
from app.services.verification import verify_in_office
from app.store.office import OfficeStore
from tests.sheets.sheet_text import text_of

LETTER = [ObjectedLine(2, "تعرفه سال نو باید اعمال شود", 100_000)]
LONG_AGO = JalaliDate(1395, 3, 1)


LATER = datetime(2016, 7, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="session")
def new_house(tmp_path_factory):
    """An office with its people, made once for all tests, and closed."""
    made = make_house(tmp_path_factory.mktemp("house") / "office")
    made.office.close()
    return made


@pytest.fixture
def house(new_house, tmp_path):
    folder = shutil.copytree(new_house.office.store.folder, tmp_path / "office")
    office = Office(OfficeStore.open(folder), ticking_clock(LATER))
    yield replace(new_house, office=office)
    office.close()


def opened(house: House, number: int, session=None):
    return Review(house.office, session or house.second).open(number)


def taken_up(house: House) -> int:
    number = house.reported()
    house.objections().record(number, LETTER, house.today)
    house.objections(house.second).take_up(number)
    return number


# --- recording


def test_a_letter_in_time_is_recorded_by_line_and_the_claim_waits(house):
    number = house.reported()
    letter = [*LETTER, ObjectedLine(None, "رسیدگی دوباره همه سند")]

    added = house.objections().record(number, letter, house.today)

    assert [(one.version, one.line, one.reason, one.wanted) for one in added] == [
        (1, 2, "تعرفه سال نو باید اعمال شود", 100_000),
        (1, None, "رسیدگی دوباره همه سند", None),
    ]
    shown = opened(house, number)
    assert (shown.state, shown.version, shown.objected) == (ClaimState.OBJECTED, 1, added)
    assert shown.settlement.line(2).approved == 80_000
    assert not shown.unanswered
    assert house.office.store.check() == []


def test_a_letter_that_another_desk_recorded_already_is_refused_whole(house):
    number = house.reported()
    house.objections().record(number, LETTER, house.today)

    with pytest.raises(UseError, match=r"ردیف ۲: همین اعتراض .* پیش‌تر ثبت شده"):
        house.objections(house.second).record(number, [ObjectedLine(1, "ردیف نخست هم"), *LETTER], house.today)
    assert len(opened(house, number).objections) == 1
    house.objections().record(number, [replace(LETTER[0], reason="نامه دوم مرکز")], house.today)
    assert len(opened(house, number).objections) == 2


def test_a_late_letter_is_refused_with_its_dates_and_leaves_nothing(house):
    number = house.bring()
    house.close(number)
    house.hand_over(number, LONG_AGO)

    with pytest.raises(UseError) as refused:
        house.objections().record(number, LETTER, LONG_AGO.plus_days(16))

    for date in ("۱۳۹۵/۰۳/۰۱", "۱۳۹۵/۰۳/۱۶", "۱۳۹۵/۰۳/۱۷"):
        assert date in str(refused.value)
    assert opened(house, number).state is ClaimState.CLOSED
    house.objections().record(number, LETTER, LONG_AGO.plus_days(15))
    assert opened(house, number).state is ClaimState.OBJECTED


def test_the_days_run_from_the_latest_handover(house):
    number = house.bring()
    house.close(number)
    house.hand_over(number, LONG_AGO)
    house.hand_over(number, LONG_AGO.plus_days(10))

    period = house.objections().terms(number).period

    assert (period.first_handed_on, period.last_day) == (LONG_AGO, LONG_AGO.plus_days(25))
    house.objections().record(number, LETTER, LONG_AGO.plus_days(25))


def test_a_report_made_before_the_claim_was_closed_does_not_tell_of_it(house):
    number = house.bring()
    house.hand_over(number)
    house.close(number)

    assert house.objections().terms(number).period is None
    with pytest.raises(UseError, match="نخست گزارش را تحویل دهید"):
        house.objections().record(number, LETTER, house.today)


def test_what_was_not_closed_cannot_be_objected_to(house):
    number = house.bring()
    house.sign(number)
    house.hand_over(number)

    with pytest.raises(UseError, match="هنوز بسته نشده"):
        house.objections().record(number, LETTER, house.today)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ([], "هیچ ردیفی برگزیده نشده"),
        ([ObjectedLine(2, "  ")], "ردیف ۲: دلیل اعتراض"),
        ([ObjectedLine(2, "ک", 80_000)], "بیشتر باشد"),
        ([ObjectedLine(2, "ک", 100_001)], "نگذرد"),
        ([ObjectedLine(None, "ک", 140_000)], "کل سند: مبلغ"),
    ],
)
def test_a_letter_that_was_entered_badly_is_refused_as_a_whole(house, said, sentence):
    number = house.reported()

    with pytest.raises(UseError, match=sentence):
        house.objections().record(number, [ObjectedLine(1, "گزارش پیوست بود"), *said] if said else [], house.today)
    assert opened(house, number).objections == ()


def test_only_who_may_records_and_hears(house):
    number = house.reported()
    with house.office.change(None) as unit:
        unit.users.set_roles(house.second.user.id, frozenset({Role.ADMINISTRATOR}))

    with pytest.raises(UseError, match="ثبت اعتراض کار"):
        house.objections(house.second).record(number, LETTER, house.today)
    house.objections(house.accountant).record(number, LETTER, house.today)
    with pytest.raises(UseError, match="رسیدگی به اعتراض کار"):
        house.objections(house.accountant).take_up(number)


# --- taking up


def test_who_signed_the_first_version_does_not_hear_the_objection(house):
    number = house.reported()
    house.objections().record(number, LETTER, house.today)

    with pytest.raises(UseError, match="کار خود شما"):
        house.objections().take_up(number)

    (row,) = house.objections().list()
    assert (row.waits, row.days, row.reviewers) == (True, 0, ("امید نوری",))
    assert row.refusal is not None
    assert house.objections(house.second).list()[0].refusal is None


def test_the_second_version_begins_with_all_that_stood_and_may_not_be_signed_unanswered(house):
    number = house.bring()
    review = Review(house.office, house.first)
    review.set_amount(review.open(number), 1, 50_000, "توافق")
    house.close(number)
    house.hand_over(number)
    house.objections().record(number, LETTER, house.today)

    shown = house.objections(house.second).take_up(number)

    assert (shown.state, shown.version, shown.held) == (ClaimState.IN_REVIEW, 2, None)
    assert [row.approved for row in shown.settlement.lines] == [50_000, 80_000]
    assert len(shown.unanswered) == 1
    assert not shown.may_be_signed
    with pytest.raises(UseError, match="اعتراضی پاسخ نگرفته"):
        sign(house.office, house.second, shown)
    assert shown.last_decision is None  # what the first reviewer said is not undone by a key
    with pytest.raises(UseError, match="در انتظار رسیدگی نیست"):
        house.objections(house.second).take_up(number)


def test_the_first_reviewer_reads_the_second_version_and_neither_speaks_nor_signs(house):
    number = taken_up(house)
    review = Review(house.office, house.first)
    shown = review.open(number)

    assert shown.held is not None
    assert not shown.editable
    with pytest.raises(UseError, match="کار خود شما"):
        review.answer_objection(shown, 2, "وارد نیست")
    answered = Review(house.office, house.second).answer_objection(opened(house, number), 2, "وارد نیست")
    with pytest.raises(UseError, match="کار خود شما"):
        sign(house.office, house.first, answered)


# --- answering


def test_an_answer_upholds_the_first_version_in_a_second_one(house):
    number = taken_up(house)
    review = Review(house.office, house.second)

    answered = review.answer_objection(review.open(number), 2, "تعرفه روز خدمت همین است")

    assert answered.may_be_signed
    assert [row.approved for row in answered.settlement.lines] == [60_000, 80_000]
    assert answered.answer_to(answered.objected[0]).reason == "تعرفه روز خدمت همین است"
    assert review.undo(answered).unanswered


def test_another_amount_with_its_reason_answers_too_and_both_versions_stand_side_by_side(house):
    number = taken_up(house)
    first_pdf = house.office.store.sheets_folder / opened(house, number).earlier[0].file_name
    before = first_pdf.read_bytes()
    review = Review(house.office, house.second)
    review.set_amount(review.open(number), 2, 70_000, "گزارش تازه کمتر نشان می‌دهد")

    house.close(number, house.second)

    shown = opened(house, number)
    assert (shown.state, shown.version) == (ClaimState.CLOSED, 2)
    assert [(one.version, dict(one.approved), one.total) for one in shown.earlier] == [
        (1, {1: 60_000, 2: 80_000}, 140_000)
    ]
    assert shown.settlement.line(2).approved == 70_000
    assert shown.authors[shown.earlier[0].signed_by].full_name == house.first.user.full_name
    assert [sheet.voided for sheet in shown.sheets] == [None] * 4
    assert first_pdf.read_bytes() == before
    assert verify_in_office(house.office, before).holds
    assert house.office.store.check() == []
    assert house.objections().list() == ()


def test_what_is_voided_of_the_second_version_leaves_the_first_as_it_was_signed(house):
    number = taken_up(house)
    review = Review(house.office, house.second)
    review.answer_objection(review.open(number), 2, "وارد نیست")
    house.sign(number, house.second)

    Accounting(house.office, house.accountant).correct(opened(house, number), 2, 75_000, "جمع نادرست است")

    shown = opened(house, number)
    assert [(sheet.version, sheet.voided is not None) for sheet in shown.sheets] == [(1, False), (1, False), (2, True)]
    assert dict(shown.earlier[0].approved) == {1: 60_000, 2: 80_000}


def test_an_answer_made_on_another_result_is_asked_for_again(house):
    number = house.bring(line(1, "T-CHEST", 60_000), line(2, "701740", 300_000))
    house.close(number)
    house.hand_over(number)
    house.objections().record(number, [ObjectedLine(2, "تعداد آن دو بود")], house.today)
    house.objections(house.second).take_up(number)
    review = Review(house.office, house.second)
    answered = review.answer_objection(review.open(number), 2, "وارد نیست")

    changed = review.enter_fact(answered, "report_attached", False, line=2)

    assert changed.settlement.line(2).mark is Mark.ZERO
    assert changed.unanswered == changed.objected
    assert review.answer_objection(changed, 2, "گزارش نیست").may_be_signed


def test_a_line_that_is_not_objected_to_takes_no_answer(house):
    number = taken_up(house)
    review = Review(house.office, house.second)

    with pytest.raises(UseError, match="اعتراضی ندارد"):
        review.answer_objection(review.open(number), 1, "پاسخ")
    with pytest.raises(UseError, match="پاسخ اعتراض را بنویسید"):
        review.answer_objection(review.open(number), 2, " ")


def test_an_objection_to_the_whole_claim_is_answered_on_the_claim(house):
    number = house.reported()
    house.objections().record(number, [ObjectedLine(None, "رسیدگی دوباره همه سند")], house.today)
    shown = house.objections(house.second).take_up(number)

    answered = Review(house.office, house.second).answer_objection(shown, None, "همه ردیف‌ها دوباره دیده شد")

    assert answered.may_be_signed


# --- further letters


def test_a_further_letter_against_the_first_version_is_answered_by_the_second_too(house):
    number = taken_up(house)
    review = Review(house.office, house.second)
    review.answer_objection(review.open(number), 2, "وارد نیست")

    (late,) = house.objections().record(number, [ObjectedLine(2, "باز هم همین ردیف")], house.today)

    shown = review.open(number)
    assert (late.version, shown.version) == (1, 2)
    assert shown.unanswered == (late,)


def test_an_objection_to_the_second_version_needs_its_own_report_and_gives_a_third(house):
    number = taken_up(house)
    review = Review(house.office, house.second)
    review.answer_objection(review.open(number), 2, "وارد نیست")
    house.close(number, house.second)
    with pytest.raises(UseError, match="نخست گزارش را تحویل دهید"):
        house.objections().record(number, LETTER, house.today)
    house.hand_over(number)

    (further,) = house.objections().record(number, LETTER, house.today)

    assert further.version == 2
    for session in (house.first, house.second):
        with pytest.raises(UseError, match="کار خود شما"):
            house.objections(session).take_up(number)


def test_between_signature_and_closing_a_letter_waits_for_the_new_report(house):
    number = taken_up(house)
    review = Review(house.office, house.second)
    review.answer_objection(review.open(number), 2, "وارد نیست")
    house.sign(number, house.second)

    with pytest.raises(UseError, match="نسخه ۲ این سند در دست امضاست"):
        house.objections().record(number, LETTER, house.today)


# --- what the patient's other claims find meanwhile


def test_what_the_first_version_paid_stands_in_the_history_until_the_second_is_settled(house):
    number = house.reported()

    def history():
        with house.office.read() as view:
            paid = view.claims.history_of("0012345679", house.office.dictionary)
            return [row.code for row in paid], view.sheets.settling(number)

    before = history()
    assert before[0] == ["T-CHEST", "700245"]
    house.objections().record(number, LETTER, house.today)
    house.objections(house.second).take_up(number)
    assert history() == before
    review = Review(house.office, house.second)
    review.set_amount(review.open(number), 2, 0, "خدمت انجام نشده است")
    assert history() == before
    with house.office.read() as view:
        place = view.trail.last().seq

    house.sign(number, house.second)

    codes, settling = history()
    assert codes == ["T-CHEST"]
    assert settling > before[1]
    with house.office.read() as view:
        assert view.sheets.settling(number, known_at=place) == before[1]
        known = view.claims.history_of("0012345679", house.office.dictionary, known_at=place)
    assert [row.code for row in known] == before[0]


# --- on paper and in the trail


def test_the_sheet_of_the_second_version_shows_the_first_and_the_answered_objections(house):
    number = taken_up(house)
    review = Review(house.office, house.second)
    waiting = sheet_of(house.office, house.second, review.open(number))
    answered = review.answer_objection(review.open(number), 2, "تعرفه روز خدمت همین است")

    sheet = sheet_of(house.office, house.second, answered)

    assert (sheet.version, sheet.earlier.version, dict(sheet.earlier.approved)) == (2, 1, {1: 60_000, 2: 80_000})
    (objection,) = sheet.objections
    assert (objection.line, objection.reason, objection.wanted) == (2, LETTER[0].reason, 100_000)
    assert (objection.answer, objection.answered_by) == ("تعرفه روز خدمت همین است", house.second.user.initials)
    assert waiting.objections[0].answer is None
    text = text_of(draw_sheet(house.office, house.second, answered))
    for words in ("اعتراض مرکز و پاسخ آن", LETTER[0].reason, "تعرفه روز خدمت همین است", "نسخه ۱"):
        assert words in text


def test_the_report_of_the_submission_shows_the_sums_of_the_version_that_holds(house):
    number = house.reported()
    submission = opened(house, number).submission_id

    def sums():
        (claim,) = submission_report(house.office, submission).claims
        return claim.version, claim.totals and claim.totals.approved, claim.state

    house.objections().record(number, LETTER, house.today)
    assert sums() == (1, 140_000, ClaimState.OBJECTED)
    house.objections(house.second).take_up(number)
    review = Review(house.office, house.second)
    review.set_amount(review.open(number), 2, 70_000, "گزارش تازه کمتر نشان می‌دهد")
    house.close(number, house.second)

    assert sums() == (2, 130_000, ClaimState.CLOSED)


def test_an_objection_that_nobody_has_taken_up_stands_on_no_sheet_of_the_version_before(house):
    number = house.reported()
    house.objections().record(number, LETTER, house.today)

    assert sheet_of(house.office, house.second, opened(house, number)).objections == ()


def test_an_answer_given_elsewhere_is_shown_before_it_is_signed(house):
    number = taken_up(house)
    review = Review(house.office, house.second)
    shown = review.answer_objection(review.open(number), 2, "وارد نیست")
    review.answer_objection(shown, 2, "دوباره دیده شد؛ وارد نیست")

    with pytest.raises(ClaimChanged):
        sign(house.office, house.second, shown)


def test_the_answer_is_a_word_like_any_other(house):
    number = taken_up(house)
    review = Review(house.office, house.second)
    said = review.answer_objection(review.open(number), 2, "وارد نیست").decisions[-1]

    assert (said.kind, said.rule, said.line, said.author) == (
        DecisionKind.UPHOLD, "GEN-24", 2, house.second.user.id,
    )  # fmt: skip
    assert house.office.store.check() == []


def test_the_search_finds_closed_claims_alone(house):
    closed = house.reported()
    house.bring(claim_id="C-2")
    found = Objections(house.office, house.first).find("C")

    assert [row.id for row in found] == [closed]
