"""Every choice of a question is tried with the engine, in an office of its own, and nothing of it is stored."""

import json

import pytest

from app.domain.facts import FactDefinition, FactKind, FactScope
from app.services.alternatives import (
    Alternatives,
    Outcome,
    Weighed,
    choices_of,
    names_given,
    new_name,
    payable_amounts,
)
from app.services.claim_opening import ClaimOpening
from app.services.importing import import_claim_file
from app.services.open_claim import Question
from app.services.people import make_first_administrator
from app.services.review import Review
from tests.ui.hospital_bills import document, hospital_office, three_operations


@pytest.fixture
def desk(tmp_path):
    """Return the review of an office with one stay of three operations, and the stay."""
    office = hospital_office(tmp_path / "office")
    session = make_first_administrator(office, name="mina", full_name="مینا رستگار", password="a long password")
    claims = document(*three_operations())
    (tmp_path / "file.json").write_text(json.dumps(claims, default=str), encoding="utf-8")
    imported = import_claim_file(office, session, tmp_path / "file.json", lambda *_told: None)
    with office.read() as view:
        (row,) = view.claims.of_submission(imported.submission_id, office.dictionary)
    opening = ClaimOpening(office)
    review = Review(office, session, opening)
    yield review, review.open(row.id), Alternatives(office, opening)
    office.close()


def asked(open_claim, line):
    return next(question for question in open_claim.questions if (question.name, question.line) == ("incision", line))


def go_on():
    """Let the work go on."""


def question(kind, values=(), name="test"):
    definition = FactDefinition(name, FactScope.LINE, kind, "آزمایشی", tuple(values))
    return Question(name, 1, definition, ())


@pytest.mark.parametrize(
    ("kind", "values", "choices"),
    [
        (FactKind.BOOL, (), (True, False)),
        (FactKind.ENUM, ("left", "right"), ("left", "right")),
        (FactKind.ENUM, tuple("abcdefghijk"), ()),
        (FactKind.LIST, ("laser", "rf"), (("laser",), ("rf",), ())),
        (FactKind.LIST, (), ()),
        (FactKind.TEXT, (), ()),
        (FactKind.DATE, (), ()),
        (FactKind.INTEGER, (), ()),
        (FactKind.DECIMAL, (), ()),
    ],
)
def test_what_can_be_tried(desk, kind, values, choices):
    assert choices_of(question(kind, values), desk[1]) == choices


def test_a_missing_document_has_no_choices(desk):
    assert choices_of(Question("needs", 1, None, (), "گزارش"), desk[1]) == ()


def test_names_are_those_on_the_bill_and_a_new_one(desk):
    review, claim, _ = desk
    assert choices_of(asked(claim, 1), claim) == ("شکاف ۱",)
    claim = review.enter_fact(claim, "incision", "شکاف ۱", 1)
    claim = review.enter_fact(claim, "incision", "سینه", 2)

    assert names_given("incision", claim) == {"شکاف ۱": (1,), "سینه": (2,)}
    assert new_name("incision", claim) == "شکاف ۲"
    assert choices_of(asked(claim, 3), claim) == ("شکاف ۱", "سینه", "شکاف ۲")


def test_one_incision_or_another_both_amounts_are_known_before_anybody_answers(desk):
    _, claim, alternatives = desk
    weighed = alternatives.weigh(claim, asked(claim, 2), go_on)

    assert {outcome.lines[2] for outcome in weighed.outcomes} == {320_000, 200_000}
    assert payable_amounts([weighed], 2, 320_000) == (320_000, 200_000)
    assert payable_amounts([weighed], 3, 200_000) == (200_000, 62_500)
    assert payable_amounts([weighed], 1, 600_000) == ()


def test_each_choice_pays_exactly_what_the_answer_pays_when_it_is_given(desk):
    review, claim, alternatives = desk
    claim = review.enter_fact(claim, "incision", "شکاف ۱", 1)
    weighed = alternatives.weigh(claim, asked(claim, 2), go_on)

    assert [choice.value for choice in weighed.choices] == ["شکاف ۱", "شکاف ۲"]
    for choice in weighed.choices:
        answered = review.enter_fact(claim, "incision", choice.value, 2)
        assert choice.outcome.claim == answered.settlement.totals.approved
        assert choice.outcome.lines == {line.no: line.approved for line in answered.settlement.lines}
        claim = review.undo(answered)


def test_the_last_name_that_is_missing_is_tried_alone(desk):
    review, claim, alternatives = desk
    for no in (1, 3):
        claim = review.enter_fact(claim, "incision", "شکاف ۱", no)
    weighed = alternatives.weigh(claim, asked(claim, 2), go_on)

    assert weighed.together == ()
    assert payable_amounts([weighed], 2, claim.settlement.line(2).approved) == (320_000, 200_000)


def test_a_persons_amount_stands_in_what_a_choice_pays(desk):
    review, claim, alternatives = desk
    claim = review.enter_fact(claim, "incision", "شکاف ۱", 1)
    claim = review.set_amount(claim, 1, 500_000, "نظر کارشناسی")
    weighed = alternatives.weigh(claim, asked(claim, 2), go_on)

    assert {choice.outcome.lines[1] for choice in weighed.choices} == {500_000}


def test_nothing_is_stored_and_what_was_tried_is_known_for_the_state_of_the_claim(desk):
    review, claim, alternatives = desk
    tried = []
    first = alternatives.weigh(claim, asked(claim, 2), lambda: tried.append(1))
    assert len(tried) == 3
    assert alternatives.weigh(review.open(claim.id), asked(claim, 2), lambda: tried.append(1)) is first
    assert len(tried) == 3
    assert review.open(claim.id).settlement == claim.settlement
    answered = review.enter_fact(claim, "incision", "شکاف ۱", 1)
    assert alternatives.weigh(answered, asked(answered, 2), go_on) is not first
    undone = review.undo(answered)
    assert alternatives.weigh(undone, asked(undone, 2), go_on) is first
    alternatives.forget()
    assert alternatives.weigh(claim, asked(claim, 2), go_on) is not first


def test_the_work_ends_between_two_trials(desk):
    _, claim, alternatives = desk
    tried = []

    def once():
        if tried:
            raise InterruptedError
        tried.append(1)

    with pytest.raises(InterruptedError):
        alternatives.weigh(claim, asked(claim, 2), once)
    assert len(alternatives.weigh(claim, asked(claim, 2), go_on).outcomes) == 3


def test_other_questions_count_where_their_answers_change_the_line():
    own = Weighed("side", 1, (), (Outcome(0, {1: 500, 2: 70}), Outcome(0, {1: 400, 2: 70})))
    elsewhere = Weighed("report", 2, (), (Outcome(0, {1: 500, 2: 70}), Outcome(0, {1: 500, 2: 0})))

    assert payable_amounts([own, elsewhere], 1, 500) == (500, 400)
    assert payable_amounts([own, elsewhere], 2, 70) == (70, 0)
    assert payable_amounts([], 1, 500) == ()
