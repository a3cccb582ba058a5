"""The shipped data: readable, complete, and in the form that the contract asks for."""

import json
import re
from decimal import Decimal

import jsonschema_rs
import pytest

from app.domain.persian import clean
from app.files.rulebook_reader import read_fact_dictionary, read_rulebook
from app.resources import resource

PACKS = sorted([*resource("packs").glob("*.pack.json"), *resource("sample").glob("*.pack.json")])
AREA_SIZES = {
    "general": 124,
    "physicians": 42,
    "dental": 32,
    "physiotherapy": 35,
    "laboratory": 76,
    "imaging": 113,
    "radiotherapy": 61,
    "modifiers": 120,
    "inpatient_stay": 193,
    "inpatient_services": 152,
    "circulars": 149,
}


@pytest.fixture(scope="module")
def rulebook():
    return read_rulebook()


@pytest.fixture(scope="module")
def facts():
    return read_fact_dictionary()


def handbook_services():
    document = json.loads(resource("packs", "handbook-relative-values.pack.json").read_text(encoding="utf-8"))
    return {row["code"]: row for row in document["services"]}


def test_every_rule_of_the_catalogue_is_shipped(rulebook):
    sizes: dict[str, int] = {}
    for entry in rulebook.values():
        sizes[entry.area] = sizes.get(entry.area, 0) + 1
    assert sizes == AREA_SIZES


def test_rules_ask_only_for_facts_that_the_dictionary_knows(rulebook, facts):
    unknown = {(entry.id, name) for entry in rulebook.values() for name in entry.facts if name not in facts}
    assert unknown == set()


def test_persian_wording_is_already_in_its_clean_form(rulebook, facts):
    wordings = {entry.id: entry.wording for entry in rulebook.values()} | {
        fact.name: fact.label for fact in facts.values()
    }
    assert {key: text for key, text in wordings.items() if clean(text) != text} == {}


def test_what_a_reviewer_is_told_of_an_open_source_is_persian(rulebook):
    readings = {entry.id: entry.unclear for entry in rulebook.values() if entry.unclear}
    assert len(readings) > 250
    assert {key for key, text in readings.items() if clean(text) != text or not re.search("[آ-ی]", text[:12])} == set()


def test_a_good_value_is_one_that_the_fact_may_have(facts):
    wrong = {
        fact.name
        for fact in facts.values()
        if fact.values
        and fact.good is not None
        and not set(fact.good if isinstance(fact.good, tuple) else (fact.good,)) <= set(fact.values)
    }
    assert wrong == set()


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.name)
def test_a_pack_has_the_form_of_the_contract(path):
    schema = json.loads(resource("contract", "reference-pack.schema.json").read_text(encoding="utf-8"))
    jsonschema_rs.validator_for(schema).validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.name)
def test_every_row_of_a_pack_names_its_source_once_and_in_persian(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    for part in ("services", "coefficients", "fees", "shares"):
        for row in document.get(part, ()):
            assert re.search("[آ-ی]", row["source"]), row
            assert clean(row["source"]) == row["source"]
    services = [(row["code"], row["from"]) for row in document.get("services", ())]
    assert len(services) == len(set(services))


def test_parts_of_a_relative_value_add_up():
    for code, row in handbook_services().items():
        value = {part: Decimal(str(number)) for part, number in row.get("rvu", {}).items()}
        if "total" in value:
            assert value["total"] == value["professional"] + value["technical"], code


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("900710", {"professional": 0.7, "technical": 0.3, "total": 1}),
        ("202120", {"professional": 13}),
        ("500445", {"professional": 0.5}),
        ("D36", {"professional": 55}),
        ("701611", {"professional": 2.4}),
        ("705425", {"professional": 8.5}),
        ("900140", {"professional": 17}),
    ],
)
def test_printed_values_are_shipped_as_they_were_read(code, value):
    assert handbook_services()[code]["rvu"] == value


@pytest.mark.parametrize("code", ["901320", "D1", "705510", "901645", "702875"])
def test_a_code_without_a_readable_value_is_listed_without_one(code):
    row = handbook_services()[code]
    assert "rvu" not in row
    assert "fee" not in row


def test_quoted_tariffs_are_never_called_official():
    document = json.loads(resource("packs", "tariff-quotes.pack.json").read_text(encoding="utf-8"))
    assert document["official"] is False
    assert {row["care"]: row["percent"] for row in document["shares"]} == {
        "inpatient": 10,
        "outpatient": 30,
        "temporary": 30,
        "dental": 30,
        "limited_surgery": 10,
        "radiotherapy": 0,
    }


@pytest.mark.parametrize("weight", ["Regular", "Medium", "Bold"])
def test_the_persian_font_is_shipped_with_its_licence(weight):
    font = resource("fonts", f"Vazirmatn-{weight}.ttf").read_bytes()
    assert font[:4] == b"\x00\x01\x00\x00"
    assert "SIL Open Font License" in resource("fonts", "OFL.txt").read_text(encoding="utf-8")
