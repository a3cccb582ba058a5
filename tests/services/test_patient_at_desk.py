"""What a person says of the insured person stands beside the file, is judged at once, and is undone at one stroke."""

from datetime import UTC, datetime

import pytest
from offices import PACKS, add_claims, claim, line, make_office, ticking_clock

from app.domain.dates import JalaliDate
from app.domain.patient_fields import patient_fields
from app.errors import UseError
from app.services.alternatives import Alternatives
from app.services.claim_opening import ClaimOpening
from app.services.review import Review
from app.services.sign_off import sign

STAY = {
    "pathway": "reimbursement",
    "kind": "inpatient",
    "admitted_at": "1400-02-05T08:00",
    "discharged_at": "1400-02-08T10:00",
}
NOT_FROM_FILE = {"prescription_form": "electronic", "service_registered": True, "eligibility_code": "4021887"}


@pytest.fixture
def work(tmp_path):
    """An office with shares of special patients, whose clock stands after the circulars."""
    office, session = make_office(tmp_path / "office", ticking_clock(datetime(2021, 6, 1, 8, tzinfo=UTC)))
    office.install_pack(PACKS / "inpatient_stay.pack.json", actor=None)
    yield office, session, Review(office, session)
    office.close()


def chest(claim_id="C-1", *, day="1395-03-07", amount=60_000, conditions=None, patient=None, **facts):
    made = claim(claim_id, line(1, "T-CHEST", amount), **facts) | {"prescription_date": day, "service_date": day}
    told = {} if conditions is None else {"conditions": conditions}
    made["patient"] = {**made["patient"], **told, **(patient or {})}
    return made


def bring(office, session, *claims, insurer="salamat"):
    return add_claims(office, session, *claims, submission_id=f"S-{insurer}", insurer=insurer)


def share(opened):
    return opened.settlement.totals.patient_share


def kept(office, number):
    with office.read() as view:
        return view.results.of_claim(number)


def test_an_illness_told_at_the_desk_gives_the_patient_the_share_of_special_patients(work):
    office, session, review = work
    number, beside = bring(office, session, chest(), chest("C-2"))
    before = review.open(number)
    assert share(before) > 0

    told = review.enter_patient(before, {"conditions": ("hemophilia",)})
    assert told.claim.patient.conditions == ("hemophilia",)
    assert share(told) == 0
    assert kept(office, number).totals == told.settlement.totals
    assert [(word.fact, word.value, word.author) for word in told.answers()] == [
        ("conditions", ("hemophilia",), session.user.id)
    ]
    assert told.filed.conditions == ()
    assert share(review.open(beside)) > 0
    with office.read() as view:
        assert view.claims.get(number, office.dictionary).claim.patient.conditions == ()
    assert office.store.check() == []

    assert share(review.undo(told)) == share(before)
    assert office.store.check() == []


def test_an_answer_takes_the_place_of_what_the_file_says_of_illnesses(work):
    office, session, review = work
    (number,) = bring(office, session, chest(conditions=["hemophilia", "ms"]))
    filed = review.open(number)
    assert share(filed) == 0

    taken_off = review.enter_patient(filed, {"conditions": ("ms",)})
    assert taken_off.claim.patient.conditions == ("ms",)
    assert taken_off.filed.conditions == ("hemophilia", "ms")
    assert share(taken_off) > 0
    none_left = review.enter_patient(taken_off, {"conditions": ()})
    assert none_left.claim.patient.conditions == ()
    assert review.undo(review.undo(none_left)).claim.patient.conditions == ("hemophilia", "ms")


def test_what_was_told_at_one_stroke_is_undone_at_one_stroke_and_what_was_known_is_not_told_again(work):
    office, session, review = work
    (number,) = bring(office, session, chest(conditions=["ms", "dialysis"], patient={"sex": None}))
    born = JalaliDate(1340, 1, 1)
    said = {"birth_date": born, "sex": "female", "conditions": ("dialysis", "ms")}
    told = review.enter_patient(review.open(number), said)
    assert [word.fact for word in told.answers()] == ["birth_date", "sex"]
    assert (told.claim.patient.birth_date, told.claim.patient.sex) == (born, "female")
    assert review.enter_patient(told, said) is told
    assert review.undo(told).answers() == ()


def test_a_signed_claim_keeps_the_illnesses_with_which_it_was_signed(work):
    office, session, review = work
    signed, undone = bring(office, session, chest(), chest("C-2"))
    sign(office, session, review.enter_patient(review.open(signed), {"conditions": ("hemophilia",)}))
    closed = review.open(signed)
    assert (share(closed), closed.claim.patient.conditions) == (0, ("hemophilia",))
    with pytest.raises(UseError, match="بسته شده"):
        review.enter_patient(closed, {"conditions": ()})
    assert review.open(undone).claim.patient.conditions == ()
    with office.read() as view:
        again = ClaimOpening(office).open(view, signed)
    assert again.settlement == closed.settlement
    assert office.store.check() == []


def test_a_code_has_to_say_special_patient_once_the_illness_is_known(work):
    office, session, review = work
    paper = chest(day="1400-02-05", **NOT_FROM_FILE | {"prescription_form": "letterhead"})
    (number,) = bring(office, session, paper, insurer="tamin")
    assert review.open(number).questions == ()
    told = review.enter_patient(review.open(number), {"conditions": ("thalassemia",)})
    assert [(question.name, question.findings[0].rule) for question in told.questions] == [
        ("eligibility_code", "PAR-04a")
    ]
    assert kept(office, number).queries == 1
    assert review.enter_fact(told, "eligibility_code", "4021887 خاص").questions == ()


def test_the_choices_of_a_question_are_tried_with_the_illness_that_was_told(work):
    office, session, review = work
    (number,) = bring(office, session, chest(prescriber_stamp=None))
    opening = ClaimOpening(office)
    alternatives = Alternatives(office, opening)
    review = Review(office, session, opening)

    def tried():
        opened = review.open(number)
        (question,) = opened.questions
        return alternatives.weigh(opened, question, lambda: None)

    first = tried()
    review.enter_patient(review.open(number), {"conditions": ("malignancy",)})
    assert tried() is not first
    assert [choice.outcome for choice in tried().choices] == [choice.outcome for choice in first.choices]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"conditions": ("flu",)}, "تعریف نشده"),
        ({"birth_date": JalaliDate(1395, 3, 8)}, "پس از روز خدمت"),
        ({"iban": "IR050170000000123456789012"}, "برنمی‌گردد"),
        ({"prescriber_stamp": False}, "برنمی‌گردد"),
        ({"conditions": ("ms",), "sex": "x"}, "تعریف نشده"),
    ],
)
def test_what_can_not_be_right_is_refused_as_a_whole(work, said, why):
    office, session, review = work
    (number,) = bring(office, session, chest())
    with pytest.raises(UseError, match=why):
        review.enter_patient(review.open(number), said)
    assert review.open(number).decisions == ()


@pytest.mark.parametrize(
    ("insurer", "change", "further"),
    [
        ("salamat", {}, ()),
        ("tamin", {}, ("identity_document", "foreign_national", "service_registered", "eligibility")),
        (
            "tamin",
            {"facts": {"eligibility": "not_covered"}},
            ("identity_document", "foreign_national", "eligibility", "eligibility_contested"),
        ),
        ("tamin", {"kind": "visit"}, ("eligibility",)),
        ("tamin", {"kind": "travel"}, ("eligibility", "nearest_centre", "course_treatment")),
        ("armed_forces", {"kind": "travel"}, ()),
        (
            "tamin",
            {"facts": {"prescription_form": "letterhead"}},
            ("identity_document", "foreign_national", "service_registered", "eligibility"),
        ),
        (
            "tamin",
            {"facts": {"prescription_form": "electronic"}},
            ("identity_document", "foreign_national", "eligibility"),
        ),
        ("tamin", {"pathway": "reimbursement"}, ("iban", "misuse_found")),
        ("salamat", {"pathway": "reimbursement"}, ("iban", "misuse_found")),
        (
            "salamat",
            {"pathway": "reimbursement", "kind": "inpatient"},
            ("iban", "misuse_found", "bill_source", "bill_seal"),
        ),
        (
            "salamat",
            {"insurer": "tamin"},
            ("identity_document", "foreign_national", "service_registered", "eligibility"),
        ),
    ],
)
def test_further_fields_belong_to_the_claims_that_their_rules_concern(work, insurer, change, further):
    office, session, review = work
    (number,) = bring(office, session, chest(day="1400-02-05") | change, insurer=insurer)
    opened = review.open(number)
    assert patient_fields(opened.submission, opened.claim) == ("birth_date", "sex", "conditions", *further)


def test_a_foreigner_under_a_national_code_is_asked_about_once_the_desk_says_so(work):
    office, session, review = work
    (number,) = bring(office, session, chest(day="1400-02-05", **NOT_FROM_FILE), insurer="tamin")
    told = review.enter_patient(review.open(number), {"foreign_national": True})
    assert [question.findings[0].rule for question in told.questions] == ["PAR-05c"]
    assert review.undo(told).questions == ()


@pytest.mark.parametrize(
    ("insurer", "change", "seen", "rule"),
    [
        ("tamin", {"facts": {"prescription_form": "booklet"}}, {"service_registered": False}, "PAR-09"),
        ("tamin", {"facts": {"prescription_form": "letterhead"}}, {"service_registered": False}, "PAR-10e"),
        ("salamat", {"pathway": "reimbursement"}, {"misuse_found": True}, "REI-18"),
        ("tamin", {"kind": "travel"}, {"nearest_centre": False}, "TRV-05a"),
        ("tamin", {"kind": "travel", "facts": {"repeat_sending": True}}, {"course_treatment": "dialysis"}, "TRV-12d"),
        ("salamat", STAY, {"bill_source": "sepas", "bill_seal": "broken"}, "REI-15a"),
    ],
)
def test_what_is_recorded_only_when_it_is_seen_is_told_at_the_desk(work, insurer, change, seen, rule):
    office, session, review = work
    (number,) = bring(office, session, chest(day="1400-02-05") | change, insurer=insurer)
    opened = review.open(number)
    assert rule not in {finding.rule for finding in opened.result.findings}
    told = review.enter_patient(opened, seen)
    assert rule in {finding.rule for finding in told.result.findings}
