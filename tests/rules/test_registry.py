"""The register, the rule book, the figures and the worked examples of all areas fit each other."""

import re
from collections import defaultdict
from functools import cache

import pytest

from app.domain.dates import JalaliDate
from app.domain.reference import Reference
from app.domain.rulebook import Decides, Rulebook
from app.files.yaml12 import read_yaml
from app.resources import resource
from app.rules.areas import AREAS as PROGRAM_AREAS
from app.rules.registry import REGISTRY, Phase, Place, RegisteredRemark, RegisteredRule, Registry
from app.services.audit import Auditor, AuditRound
from tests.catalogue.expansion import claim_file, dictionary, rulebook
from tests.catalogue.test_worked_examples import AREAS, EXAMPLES
from tests.rules.claims import area_packs

BOOK = {rule_id: entry for rule_id, entry in rulebook().items() if entry.area in AREAS}
STATES = (REGISTRY.acting, frozenset(REGISTRY.remarks), frozenset(REGISTRY.silent))
WITHOUT_FINDINGS = {"RT-23a": "it moves a line out of the patient's share and takes no rial off it"}
READ_ELSEWHERE = {
    "imaging_service_names": "the names under which people search services; no rule looks at them",
    "report_after_months": "the deadline of the office itself, by which work in hand is sorted; no rule looks at it",
}
WORDS_OF_A_REASON = 4
ENGLISH = re.compile(r"\b(the|of|and|is|are|to|in|not|for)\b")


class ReadBook(Rulebook):
    """The rule book, which remembers the figures that were read."""

    def __init__(self, book: Rulebook) -> None:
        super().__init__(book.values(), book.figures.values(), book.version)
        self.read: set[str] = set()

    def figure(self, name, day):
        """Return a figure as the rule book does."""
        self.read.add(name)
        return super().figure(name, day)


@cache
def read_book() -> ReadBook:
    return ReadBook(rulebook())


@cache
def auditor(area: str) -> Auditor:
    return Auditor(Reference(area_packs(area)), read_book(), dictionary())


@cache
def citations() -> dict[str, dict[str, bool]]:
    """Return for each rule the worked examples about it, and whether a claim of each cites the rule."""
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    for area, case in EXAMPLES:
        results = auditor(area).audit(claim_file(case))
        cited = {finding.rule for result in results for finding in result.findings}
        found[case["rule"]][case["id"]] = case["rule"] in cited
    return found


def without(kind: bool) -> list[str]:
    """Return the acting rules of which no worked example cites the rule (True), or of which all do (False)."""
    return [rule_id for rule_id in sorted(REGISTRY.acting) if kind not in citations()[rule_id].values()]


def test_the_program_knows_the_areas_of_the_examples():
    assert {area.__name__.rpartition(".")[2] for area in PROGRAM_AREAS} == set(AREAS)
    assert {area for area, _ in EXAMPLES} == set(AREAS)


def test_every_entry_of_the_book_stands_in_exactly_one_state():
    states = {rule_id: sum(rule_id in state for state in STATES) for rule_id in BOOK}

    assert {rule_id: number for rule_id, number in states.items() if number != 1} == {}


def test_what_a_person_decides_never_acts():
    persons = {rule_id for rule_id, entry in BOOK.items() if entry.decides is Decides.PERSON}

    assert persons & REGISTRY.acting == {"DEN-09b"}  # which passes on to the inspectors what a person has seen


def test_no_registered_rule_is_unknown_to_the_book():
    assert REGISTRY.ids - set(BOOK) == frozenset()


def test_a_rule_cannot_stand_in_two_states():
    register = Registry()
    register.add(RegisteredRule("GEN-14", Phase.COVER))
    with pytest.raises(ValueError, match="GEN-14"):
        register.add(RegisteredRule("GEN-14", Phase.COVER))
    with pytest.raises(ValueError, match="GEN-14"):
        register.add_remark(RegisteredRemark("GEN-14", Place.CLAIM))
    with pytest.raises(ValueError, match="GEN-14"):
        register.add_silent("GEN-14", "a definition")


def test_every_acting_rule_has_an_example_that_cites_it():
    assert without(True) == sorted(WITHOUT_FINDINGS)


def test_every_acting_rule_has_an_example_that_does_not_cite_it():
    assert without(False) == []


def test_the_rule_without_findings_moves_the_share():
    (case,) = (case for _, case in EXAMPLES if case["id"] == "RT-23b-a")
    file = claim_file(case)
    set_aside = {file.claims[0].id: frozenset({("RT-23a", 1)})}
    judge = auditor("radiotherapy")

    (result,) = judge.audit(file)
    other = AuditRound(judge, file.submission, file.claims, waivers=set_aside).result(0)
    assert (result.totals.patient_share, other.totals.patient_share) == (41_250, 86_250)


def test_what_a_person_judges_has_a_sentence_to_read():
    assert [rule_id for rule_id in REGISTRY.remarks if not BOOK[rule_id].wording] == []


def test_what_is_silent_says_what_carries_it_out():
    short = {rule_id: text for rule_id, text in REGISTRY.silent.items() if len(text.split()) < WORDS_OF_A_REASON}

    assert short == {}


def test_every_fact_of_a_rule_is_in_the_dictionary():
    unknown = {rule_id: {*entry.facts} - set(dictionary()) for rule_id, entry in BOOK.items()}

    assert {rule_id: names for rule_id, names in unknown.items() if names} == {}


def test_every_coded_answer_that_a_rule_asks_for_has_a_persian_name():
    asked = {name for entry in BOOK.values() for name in entry.facts if dictionary()[name].values}
    names = read_yaml(resource("desk", "values.yaml"))
    known = {name: {**names["common"], **names.get(name, {})} for name in asked}

    assert [(name, value) for name in asked for value in dictionary()[name].values if value not in known[name]] == []


def test_readings_of_open_clauses_are_persian():
    readings = {rule_id: entry.unclear for rule_id, entry in BOOK.items() if entry.unclear}

    assert len(readings) > 100
    assert {rule_id: reading for rule_id, reading in readings.items() if ENGLISH.search(reading)} == {}


def test_every_figure_is_read_in_some_worked_example():
    assert citations()
    assert set(rulebook().figures) - read_book().read == set(READ_ELSEWHERE)


@pytest.mark.parametrize("figure", rulebook().figures.values(), ids=lambda figure: figure.name)
def test_a_figure_has_its_source_and_ascending_dates(figure):
    days = [day for day, _ in figure.values]

    assert figure.source.strip()
    assert days
    assert all(isinstance(day, JalaliDate) for day in days)
    assert days == sorted(set(days))


def test_a_clause_is_named_in_every_entry():
    assert [rule_id for rule_id, entry in BOOK.items() if not (entry.clause and entry.source and entry.wording)] == []
