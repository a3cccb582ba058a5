"""An inquiry about cover is typed in once: it serves every claim of its person and day, and no claim that is closed."""

from datetime import UTC, datetime

import pytest
from offices import NAME, PASSWORD, add_claims, claim, line, make_office, ticking_clock

from app.domain.dates import JalaliDate
from app.domain.identity import insured_number_fault
from app.domain.inquiries import InquiryWay, special_code, tracking_text
from app.domain.office import ClaimState, Role
from app.domain.persian import code_text, date_text, persian_digits
from app.errors import UseError
from app.services.inquiries import Inquiries, TypedInquiry, grouped
from app.services.office import Office
from app.services.people import add_person, sign_in
from app.services.review import Review
from app.services.sign_off import OFFICE_NAME_SETTING, SAMPLE_OFFICE_NAME, ClaimChanged, sign
from app.store.office import OfficeStore
from tests.sheets.sheet_text import text_of

DAY = JalaliDate(1399, 6, 7)
PERSON, OTHER = "0012345679", "0499370899"


@pytest.fixture
def work(tmp_path):
    """An office whose clock stands after the order on eligibility, with its reviewer's two kinds of work."""
    office, session = make_office(tmp_path / "office", ticking_clock(datetime(2020, 10, 1, 8, tzinfo=UTC)))
    yield office, session, Review(office, session), Inquiries(office, session)
    office.close()


def bring(office, session, *claims, insurer="tamin"):
    """Import claims as a submission of an insurer."""
    return add_claims(office, session, *claims, submission_id=f"S-{insurer}", insurer=insurer)


def chest(claim_id, *, day="1399-06-07", patient=PERSON, cover=None, **facts):
    """Return a claim of a chest picture that says nothing of cover."""
    made = claim(claim_id, line(1, "T-CHEST", 60_000), eligibility=cover, **facts)
    made["patient"] = made["patient"] | {"id": patient}
    return made | {"prescription_date": day, "service_date": day}


def typed(**over):
    """Return an inquiry of the person and day of the claims that shows cover, by telephone."""
    usual = {"patient_id": PERSON, "id_kind": "national_code", "day": DAY, "way": InquiryWay.TELEPHONE}
    return TypedInquiry(**usual | {"covered": True, "asked_on": DAY, "tracking_code": "4021887"} | over)


def queries(office, number):
    with office.read() as view:
        return view.results.of_claim(number).queries


def test_one_inquiry_serves_all_claims_of_its_person_and_day_and_no_others(work):
    office, session, review, inquiries = work
    first, second, other_day, other_person = bring(
        office,
        session,
        chest("C-1"),
        chest("C-2"),
        chest("C-3", day="1399-06-08"),
        chest("C-4", patient=OTHER),
    )
    (elsewhere,) = bring(office, session, chest("C-5"), insurer="salamat")
    waiting, last = inquiries.waiting()
    assert last is None
    assert [(one.patient_id, one.day, len(one.claims)) for one in grouped(waiting)] == [
        (PERSON, DAY, 2),
        (PERSON, JalaliDate(1399, 6, 8), 1),
        (OTHER, DAY, 1),
    ]
    assert [queries(office, number) for number in (first, second)] == [1, 1]

    recorded = inquiries.record(typed())
    assert recorded.served == (first, second)
    assert [one.id for one in recorded.waiting] == [other_day]
    assert [queries(office, number) for number in (first, second, other_day, other_person)] == [0, 0, 1, 1]
    opened = review.open(first)
    assert opened.questions == ()
    assert opened.inquired.facts == recorded.inquiry.facts
    assert opened.settlement.line(1).approved == 60_000
    assert review.open(elsewhere).inquired is None
    assert office.store.check() == []


def test_what_file_and_people_said_stands_before_an_inquiry(work):
    office, session, review, inquiries = work
    by_file, by_person = bring(office, session, chest("C-1", cover="covered"), chest("C-2"))
    review.enter_fact(review.open(by_person), "eligibility", "covered")
    inquiries.record(typed(covered=False))
    assert review.open(by_file).claim.facts["eligibility"] == "covered"
    assert review.open(by_person).claim.facts["eligibility"] == "covered"
    review.undo(review.open(by_person))
    assert review.open(by_person).claim.facts["eligibility"] == "not_covered"


def test_a_later_inquiry_stands_in_place_of_an_earlier_one(work):
    office, session, review, inquiries = work
    (number,) = bring(office, session, chest("C-1"))
    inquiries.record(typed(special=True, valid_to=JalaliDate(1399, 6, 1)))
    assert [question.name for question in review.open(number).questions] == ["eligibility_valid_to"]
    assert [one.asks for one in inquiries.waiting()[0]] == [("eligibility_valid_to",)]
    inquiries.record(typed(special=True, valid_to=JalaliDate(1399, 7, 1)))
    assert review.open(number).questions == ()
    assert [one.valid_to for one in inquiries.latest()] == [JalaliDate(1399, 7, 1), JalaliDate(1399, 6, 1)]
    assert len(inquiries.latest(PERSON)) == 2
    assert inquiries.latest("999999") == ()


def test_the_list_on_paper_names_each_inquiry_by_day_and_person_with_the_claims_that_it_serves(work):
    office, session, review, inquiries = work
    with office.change(session.user.id) as unit:
        unit.settings.set(OFFICE_NAME_SETTING, SAMPLE_OFFICE_NAME)
    closed, *_opened = bring(
        office,
        session,
        chest("IMG-T-00001"),
        chest("IMG-T-00002"),
        chest("IMG-T-00003", day="1399-06-08"),
        chest("IMG-T-00004", cover="covered"),
    )
    day = JalaliDate(1399, 6, 8)
    inquiries.record(
        typed(day=day, asked_on=day, way=InquiryWay.WEB_DARMAN, special=True, valid_to=JalaliDate(1399, 7, 1))
    )
    inquiries.record(typed(tracking_code="7700001"))
    sign(office, session, review.open(closed))
    inquiries.record(typed(covered=False, tracking_code="7700002"))
    text = text_of(inquiries.draw(inquiries.latest()))

    first, second, third, _foot = text.split(persian_digits(PERSON))  # with which each row ends
    for row, code, claims in ((first, "7700001", "1"), (second, "7700002", "2"), (third, "4021887", "3")):
        assert persian_digits(code) in row
        assert [n for n in "1234" if f"IMG-T-0000{n}" in row] == list(claims)
    for word in ("تلفن", "عام (مرکز)", *session.user.full_name.split(), "استعلام دیگری"):
        assert _letters(word) in first
    for word in ("darman.tamin.ir", "خاص", date_text(day)):
        assert _letters(word) in third
    assert _letters(f"اعتبار تا {date_text(JalaliDate(1399, 7, 1))}") in text
    assert _letters("۳ استعلام: ۲ دارای استحقاق و ۱ بدون استحقاق") in text
    assert _letters("نمونه: بیمه‌شدگان") in text


def test_the_list_on_paper_holds_what_was_looked_for_and_is_marked_only_in_a_sample(work):
    office, session, _review, inquiries = work
    bring(office, session, chest("C-1"))
    inquiries.record(typed(tracking_code="7700001"))
    inquiries.record(typed(patient_id=OTHER, tracking_code="7700002"))
    found = inquiries.latest("7700002")
    pdf = inquiries.draw(found, "7700002")
    text = text_of(pdf)
    assert persian_digits("7700001") not in text
    assert text.count(persian_digits("7700002")) == 2
    assert "ساختگی" not in text
    assert inquiries.draw(found, "7700002") == pdf


def _letters(text):
    """Return a text as it is taken out of a sheet."""
    return text.replace("\u200c", "")


def test_a_closed_claim_keeps_what_its_signing_knew(work):
    office, session, review, inquiries = work
    closed, opened = bring(office, session, chest("C-1"), chest("C-2"))
    inquiries.record(typed())
    sign(office, session, review.open(closed))
    recorded = inquiries.record(typed(covered=False))
    assert recorded.served == (opened,)
    assert review.open(closed).state is ClaimState.TECHNICALLY_DONE
    assert review.open(closed).claim.facts["eligibility"] == "covered"
    assert review.open(opened).claim.facts["eligibility"] == "not_covered"


def test_claims_that_come_in_later_find_the_inquiry(work):
    office, session, _review, inquiries = work
    inquiries.record(typed())
    (number,) = bring(office, session, chest("C-1"))
    assert queries(office, number) == 0


def test_a_wrong_number_and_a_day_to_come_are_refused(work):
    office, session, _review, inquiries = work
    with pytest.raises(UseError, match="رقم کنترل"):
        inquiries.record(typed(patient_id="0012345678"))
    with pytest.raises(UseError, match="پس از امروز"):
        inquiries.record(typed(day=JalaliDate(1400, 1, 1)))
    bring(office, session, chest("C-1", patient="0012345678"))
    assert inquiries.record(typed(patient_id="0012345678")).served


def test_who_does_not_review_types_no_inquiry(work):
    office, _session, _review, _inquiries = work
    add_person(office, None, name="hesab", full_name="حسابدار", roles=frozenset({Role.ACCOUNTANT}), password=PASSWORD)
    with pytest.raises(UseError):
        Inquiries(office, sign_in(office, "hesab", PASSWORD)).record(typed())


@pytest.mark.parametrize(
    ("number", "kind", "good"),
    [
        ("0012345679", "national_code", True),
        ("12345679", "national_code", False),
        ("012345679", "national_code", False),
        ("1111111111", "national_code", False),
        ("123456789012", "fida", True),
        ("12345678901", "fida", False),
        ("1234567890", "booklet_serial", True),
        ("123456789", "booklet_serial", False),
        ("12345A7890", "booklet_serial", False),
    ],
)
def test_numbers_of_insured_persons(number, kind, good):
    assert (insured_number_fault(number, kind) is None) is good


@pytest.mark.parametrize("written", ["001-234567-9", "0012345679\n", " 00123 45679 ", "\u200f0012345679", "۰۰۱۲۳۴۵۶۷۹"])
def test_a_number_is_known_however_it_was_pasted(work, written):
    office, session, _review, inquiries = work
    (number,) = bring(office, session, chest("C-1"))
    recorded = inquiries.record(typed(patient_id=written))
    assert (recorded.served, recorded.inquiry.patient_id) == ((number,), PERSON)
    assert queries(office, number) == 0


def test_a_tracking_code_is_kept_as_one_line_in_latin_digits(work):
    _office, _session, _review, inquiries = work
    code = inquiries.record(typed(tracking_code=" ۴۰۲۱۸۸۷\n\u200eخاص ")).inquiry.tracking_code
    assert code == "4021887 خاص"


def test_an_inquiry_against_what_a_claim_says_gives_it_nothing_and_is_told(work):
    office, session, review, inquiries = work
    by_file, by_person, silent = bring(office, session, chest("C-1", cover="covered"), chest("C-2"), chest("C-3"))
    review.enter_fact(review.open(by_person), "eligibility", "covered")
    recorded = inquiries.record(typed(covered=False))
    assert (recorded.served, recorded.contrary) == ((silent,), ("C-1", "C-2"))
    for number in (by_file, by_person):
        assert review.open(number).inquired is None
        assert "eligibility_code" not in review.open(number).claim.facts
    assert inquiries.record(typed()).contrary == ()
    assert review.open(by_file).claim.facts["eligibility_code"] == "4021887"

    corrected = review.enter_patient(review.open(by_file), {"eligibility": "not_covered"})
    assert corrected.inquired is None
    assert corrected.claim.facts["eligibility"] == "not_covered"


def test_an_inquiry_that_stands_in_place_of_another_answer_says_of_which(work):
    office, session, _review, inquiries = work
    bring(office, session, chest("C-1"))
    first = inquiries.record(typed())
    assert first.before is None
    assert inquiries.record(typed(covered=False)).before == first.inquiry
    assert inquiries.record(typed(day=JalaliDate(1399, 6, 8), asked_on=DAY)).before is None


def test_claims_whose_code_says_special_patient_without_an_illness_are_told(work):
    office, session, review, inquiries = work
    ill, silent = bring(
        office, session, *(chest(claim_id, day="1399-12-07", service_registered=True) for claim_id in ("C-1", "C-2"))
    )
    review.enter_patient(review.open(ill), {"conditions": ("thalassemia",)})
    day = JalaliDate(1399, 12, 7)
    office.clock = ticking_clock(datetime(2021, 6, 1, 8, tzinfo=UTC))
    recorded = inquiries.record(typed(day=day, asked_on=day, tracking_code="4021887 خاص"))
    assert recorded.served == (ill, silent)
    assert recorded.without_illness == ("C-2",)
    assert inquiries.record(typed(day=day, asked_on=day)).without_illness == ()


@pytest.mark.parametrize(
    ("code", "bare", "special"),
    [
        ("4021887 خاص", "4021887", True),
        ("4021887خاص", "4021887", True),
        ("4021887-خاص", "4021887", True),
        ("4021887 (خاص)", "4021887", True),
        ("AB12\u200cخاص.", "AB12", True),
        ("خاص", "", True),
        ("4021887", "4021887", False),
        ("خاص 4021887", "خاص 4021887", False),
        ("اشخاص", "اشخاص", False),
    ],
)
def test_a_code_says_special_patient_by_its_last_word(code, bare, special):
    assert special_code(code) == (bare, special)


def test_a_code_is_read_from_right_to_left_with_its_word_behind_the_figures():
    assert tracking_text("4021887") == code_text("۴۰۲۱۸۸۷")
    assert tracking_text("4021887 خاص") == f"{code_text('۴۰۲۱۸۸۷')} خاص"
    assert tracking_text("AB-12 خاص") == f"{code_text('AB-12')} خاص"
    assert tracking_text("خاص") == "خاص"


def test_a_claim_of_the_insurer_in_another_insurers_month_waits_and_one_of_another_insurer_does_not(work):
    office, session, _review, inquiries = work
    own = chest("C-1") | {"insurer": "tamin"}
    foreign = chest("C-2") | {"insurer": "armed_forces"}
    bring(office, session, own, insurer="armed_forces")
    bring(office, session, foreign, insurer="tamin")
    assert [one.number for one in inquiries.waiting()[0]] == ["C-1"]
    assert len(inquiries.record(typed()).served) == 1
    assert inquiries.waiting()[0] == ()


def test_a_number_is_found_however_it_was_pasted(work):
    _office, _session, _review, inquiries = work
    inquiries.record(typed())
    assert len(inquiries.latest("۰۰۱-۲۳۴۵۶۷-۹")) == 1


def test_what_a_person_signs_is_what_stood_before_them_and_not_what_an_inquiry_made_of_it(work):
    office, session, review, inquiries = work
    (number,) = bring(office, session, chest("C-1"))
    inquiries.record(typed())
    seen = review.open(number)
    inquiries.record(typed(covered=False))
    with pytest.raises(ClaimChanged) as refused:
        sign(office, session, seen)
    assert refused.value.now.claim.facts["eligibility"] == "not_covered"
    assert review.open(number).state is not ClaimState.TECHNICALLY_DONE


def test_two_desks_may_ask_about_one_person_at_once_and_the_later_answer_stands(work):
    office, session, review, inquiries = work
    (number,) = bring(office, session, chest("C-1"))
    other = Office(OfficeStore.open(office.store.folder), office.clock)
    try:
        elsewhere = Inquiries(other, sign_in(other, NAME, PASSWORD))
        assert elsewhere.record(typed()).served == (number,)
        assert inquiries.record(typed(covered=False, tracking_code="2")).before.tracking_code == "4021887"
    finally:
        other.close()
    assert review.open(number).claim.facts["eligibility_code"] == "2"
    assert office.store.check() == []


def test_the_number_of_a_closed_claim_is_one_that_the_office_knows(work):
    office, session, review, inquiries = work
    (number,) = bring(office, session, chest("C-1", patient="0012345678", cover="covered"))
    inquiries.record(typed(patient_id="0012345678"))
    sign(office, session, review.open(number))
    assert inquiries.record(typed(patient_id="0012345678", covered=False)).served == ()
