"""People and rules compared: every word is counted once, shares are parts of one, and few words compare nobody."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.domain.statistics import (
    LEAST_CASES,
    Deduction,
    Sums,
    Tally,
    Word,
    every_month,
    most_disputed,
    most_overridden,
    rule_records,
)

TALLIES = st.builds(Tally, st.integers(1, 40), st.integers(0, 10**9))
SAID = st.dictionaries(
    st.tuples(
        st.sampled_from(["GEN-15e", "RAD-13", "LAB-02"]), st.sampled_from([None, 1, 2, 3]), st.sampled_from(Word)
    ),
    TALLIES,
)


@given(SAID)
def test_every_word_is_counted_once(said):
    records = rule_records(said)

    assert {record.rule for record in records} == {rule for rule, _reviewer, _word in said}
    for record in records:
        of_rule = [tally for (rule, _reviewer, _word), tally in said.items() if rule == record.rule]
        assert record.whole.of(*Word) == sum(of_rule, Tally())
        known = [tally for (rule, reviewer, _w), tally in said.items() if rule == record.rule and reviewer is not None]
        assert sum((words.of(*Word) for words in record.reviewers), Tally()) == sum(known, Tally())


@given(SAID)
def test_shares_are_parts_of_one(said):
    for record in rule_records(said):
        for words in (record.whole, *record.reviewers):
            assert words.cases > 0
            assert 0 <= words.deducting <= 1
            assert words.agreement is None or 0 <= words.agreement <= 1
            assert words.engine.times == words.of(Word.AGREED).times + words.overrides.times
        assert record.disagreement is None or 0 <= record.disagreement <= 1


@given(SAID)
def test_what_was_set_aside_most_often_stands_first(said):
    found = most_overridden(rule_records(said))

    times = [record.whole.overrides.times for record in found]
    assert times == sorted(times, reverse=True)
    assert 0 not in times


def test_disagreement_is_the_distance_between_those_who_judge_most_differently():
    (record,) = rule_records(
        {
            ("R", 1, Word.AGREED): Tally(9, 900),
            ("R", 1, Word.WAIVED): Tally(1, 100),
            ("R", 2, Word.AGREED): Tally(1, 100),
            ("R", 2, Word.AMENDED): Tally(3, 300),
            ("R", 3, Word.WAIVED): Tally(LEAST_CASES - 1, 200),
        }
    )

    assert record.disagreement == Fraction(9, 10) - Fraction(1, 4)
    assert record.whole.agreement == Fraction(10, 16)
    assert [words.reviewer for words in record.reviewers] == [1, 2, 3]


def test_of_a_rule_that_only_people_judge_deducting_is_compared():
    (record,) = rule_records(
        {
            ("R", 1, Word.ADDED): Tally(3, 300),
            ("R", 1, Word.IN_ORDER): Tally(1),
            ("R", 2, Word.IN_ORDER): Tally(4),
        }
    )

    assert record.disagreement == Fraction(3, 4)
    assert record.whole.agreement is None


def test_a_single_person_disagrees_with_nobody():
    (record,) = rule_records({("R", 1, Word.WAIVED): Tally(50, 5)})

    assert record.disagreement is None


def test_the_most_disputed_rule_stands_first():
    said = {
        ("A", 1, Word.AGREED): Tally(20),
        ("A", 2, Word.AGREED): Tally(20),
        ("B", 1, Word.AGREED): Tally(3),
        ("B", 2, Word.WAIVED): Tally(3),
    }

    assert [record.rule for record in most_disputed(rule_records(said))] == ["B", "A"]


def test_where_nothing_is_claimed_there_is_no_share():
    assert Sums().share is None
    assert Deduction("GEN-15e", 100, 1).share is None
    assert Deduction("1395-03", 100, 1, claimed=400).share == Fraction(1, 4)


def test_months_stand_without_a_break():
    bars = every_month([Deduction("1395-02", 5, 1), Deduction("1394-11", 7, 2)])

    assert [bar.key for bar in bars] == ["1394-11", "1394-12", "1395-01", "1395-02"]
    assert [bar.deducted for bar in bars] == [7, 0, 0, 5]
    assert every_month([]) == ()
