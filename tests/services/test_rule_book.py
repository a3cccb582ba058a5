"""The rule book as people read it: examples of every acting rule, states, search."""

import pytest

from app.domain.rulebook import Decides
from app.errors import DataError
from app.files.rule_examples_reader import read_examples
from app.files.rulebook_reader import read_fact_dictionary
from app.rules.registry import REGISTRY
from app.services.office import Office
from app.services.rule_book import RuleBook, RuleState
from app.store.office import OfficeStore

AREAS = {"general", "physicians", "dental", "physiotherapy", "laboratory", "imaging", "radiotherapy"}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    office = Office(OfficeStore.open_or_create(tmp_path_factory.mktemp("book") / "office"))
    yield RuleBook(office)
    office.close()


def test_every_acting_rule_has_an_example_that_bites_and_one_that_does_not(book):
    acting = [rule for rule in book.rules if rule.state is RuleState.ACTS and rule.entry.area in AREAS]
    lacking = [rule.entry.id for rule in acting if {example.bites for example in rule.examples} != {True, False}]

    assert {rule.entry.id for rule in acting} == {i for i in REGISTRY.acting if book_area(book, i) in AREAS}
    assert lacking == []


def book_area(book, rule_id):
    return next(rule.entry.area for rule in book.rules if rule.entry.id == rule_id)


def test_no_example_belongs_to_an_unknown_rule(book):
    known = {rule.entry.id for rule in book.rules}

    assert set(read_examples(read_fact_dictionary())) <= known


def test_no_example_approves_more_than_was_claimed(book):
    lines = [line for rule in book.rules for example in rule.examples for line in example.lines]

    assert len(lines) > 800
    assert [line for line in lines if not 0 <= line.approved <= line.amount] == []


@pytest.mark.parametrize(
    ("words", "rule_id"),
    [
        ("rad-01", "RAD-01"),
        ("كليشه مفصل", "RAD-01"),
        ("پرتوپزشکی، الف، بند ۱", "RAD-01"),
        ("بخش درخواست‌شده استخوان", "RAD-01"),
    ],
    ids=["number", "words with Arabic letters", "clause", "label of a fact"],
)
def test_a_rule_is_found_by(book, words, rule_id):
    assert rule_id in {rule.entry.id for rule in book.find(words)}


def test_a_rule_is_found_by_the_code_that_wakes_it(book):
    woken = next(rule for rule in book.rules if any(name.isdecimal() for name in rule.wakes))
    code = next(name for name in woken.wakes if name.isdecimal())

    assert woken in book.find(code)


def test_an_exact_number_comes_first(book):
    assert book.find("RAD-04")[0].entry.id == "RAD-04"


def test_a_broken_example_is_told_with_its_file_and_rule(tmp_path):
    (tmp_path / "imaging.examples.yaml").write_text(
        "area: imaging\nexamples:\n  - {rule: RAD-01, bites: true, kind: imaging, facts: {moon: full}, lines: []}\n",
        encoding="utf-8",
    )
    with pytest.raises(DataError, match=r"imaging\.examples\.yaml، نمونه RAD-01"):
        read_examples(read_fact_dictionary(), tmp_path)


def test_what_the_program_decides_by_the_circulars_is_shown_on_two_examples(book):
    of_program = [
        rule for rule in book.rules if rule.entry.area == "circulars" and rule.entry.decides is not Decides.PERSON
    ]
    assert len(of_program) > 80
    assert [rule.entry.id for rule in of_program if len(rule.examples) != 2] == []
