"""The sample generator: repeatable, in the contract's form, plainly synthetic, and wrong in the ways that it tells."""

import json
from dataclasses import replace
from functools import cache
from random import Random

import jsonschema_rs
import pytest

from app.domain.assessment import ClaimResult
from app.domain.claim import ClaimFile, ClaimKind
from app.domain.claim_document import claim_from_document, submission_from_document
from app.domain.findings import Effect, Mark
from app.domain.identity import CodeCheck, check_national_code
from app.domain.reference import Reference
from app.errors import MachineError, UseError
from app.files.pack_reader import read_pack
from app.files.rulebook_reader import read_fact_dictionary, read_rulebook
from app.resources import resource
from app.services.audit import Auditor
from app.services.sample import make_sample, sample_kinds, sample_pack_paths, write_office_files, write_sample
from app.services.sample.maker import NOTHING_WRONG, ClaimMaker
from app.services.sample.people import People
from app.services.sample.recipe import read_recipe

KINDS = sample_kinds()
RECIPES = {kind: read_recipe(kind) for kind in KINDS}
STORIES = [(kind, story) for kind in KINDS for story in RECIPES[kind].stories]
DICTIONARY = read_fact_dictionary()
TELLING = {Effect.REJECT, Effect.REDUCE, Effect.QUERY, Effect.REFER, Effect.NOTE}


@cache
def auditor() -> Auditor:
    return Auditor(Reference(read_pack(path) for path in sample_pack_paths()), read_rulebook(), DICTIONARY)


def audited(document) -> tuple[ClaimResult, ...]:
    submission = submission_from_document(document["submission"], DICTIONARY)
    claims = tuple(claim_from_document(claim, DICTIONARY) for claim in document["claims"])
    return auditor().audit(ClaimFile(submission, claims))


def told(kind: ClaimKind, story, seed: int = 5) -> ClaimResult:
    """Return the result of one claim in which a story happens and everything else has been read."""
    recipe = replace(RECIPES[kind], common=replace(RECIPES[kind].common, unread_percent=0))
    maker = ClaimMaker(recipe, auditor().reference, Random(seed))
    return audited(make_sample(0, seed, kind) | {"claims": [maker.claim(1, story)]})[0]


def test_the_same_seed_gives_the_same_file():
    assert make_sample(60, 7) == make_sample(60, 7)
    assert make_sample(60, 7)["claims"] != make_sample(60, 8)["claims"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_has_the_form_of_the_contract_and_says_that_it_is_one(kind):
    document = make_sample(40, 1, kind)
    schema = json.loads(resource("contract", "claim-file.schema.json").read_text(encoding="utf-8"))
    jsonschema_rs.validator_for(schema).validate(document)
    assert document["submission"]["id"].startswith("SYNTHETIC-")
    assert "نمونه ساختگی" in document["submission"]["provider"]["name"]
    assert {claim["kind"] for claim in document["claims"]} == {kind.value}


def test_people_have_good_national_codes_that_nobody_was_given():
    codes = [claim["patient"]["id"] for claim in make_sample(500, 3)["claims"]]
    assert len(set(codes)) == len(codes)
    assert {check_national_code(code)[0] for code in codes} == {CodeCheck.GOOD}
    assert all(code.startswith("999") for code in codes)


def test_the_one_serial_of_ten_equal_digits_is_left_out():
    people = People(Random(0))
    people._next_serial = pow(618033, -1, 10**6) * 999_999 % 10**6
    assert check_national_code(people._national_code())[0] is CodeCheck.GOOD


def test_facts_of_a_sample_are_in_the_dictionary_and_stand_where_it_says():
    for kind in KINDS:
        document = make_sample(80, 2, kind)
        for claim in document["claims"]:
            assert {DICTIONARY[name].scope.value for name in claim["facts"]} == {"claim"}
            for line in claim["lines"]:
                assert {DICTIONARY[name].scope.value for name in line["facts"]} <= {"line"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_claim_with_nothing_wrong_is_approved_without_a_word(kind):
    for seed in range(12):
        result = told(kind, NOTHING_WRONG, seed)
        assert [finding.rule for finding in result.findings if finding.effect in TELLING] == []


@pytest.mark.parametrize(("kind", "story"), STORIES, ids=[f"{kind}-{story.id}" for kind, story in STORIES])
def test_the_rules_of_a_story_speak(kind, story):
    for seed in range(3):
        result = told(kind, story, seed)
        assert set(story.rules) <= {finding.rule for finding in result.findings}
        assert (result.totals.deducted > 0) is story.costs


@pytest.mark.parametrize("kind", KINDS)
def test_about_half_of_the_documents_lose_a_little_money(kind):
    results = [result for seed in (1, 2) for result in audited(make_sample(800, seed, kind))]
    touched = sum(result.totals.deducted > 0 for result in results) / len(results)
    money = sum(result.totals.deducted for result in results) / sum(result.totals.claimed for result in results)
    asked = sum(bool(result.queries) for result in results) / len(results)
    assert 0.35 <= touched <= 0.55
    assert 0.03 <= money <= 0.08
    assert 0.02 <= asked <= 0.10


@pytest.mark.parametrize("kind", KINDS)
def test_ten_clean_claims_are_asked_less_than_once(kind):
    maker = ClaimMaker(RECIPES[kind], auditor().reference, Random(1395))
    clean = [maker.claim(number, NOTHING_WRONG) for number in range(1, 401)]
    results = audited(make_sample(0, 1, kind) | {"claims": clean})
    assert sum(len(result.queries) for result in results) < len(results) / 10
    assert [result.claim_id for result in results if result.totals.deducted] == []


@pytest.mark.parametrize("seed", range(4))
def test_an_imaging_sample_opens_with_a_claim_that_shows_every_mark(seed):
    result = audited(make_sample(1, seed))[0]
    assert {line.mark for line in result.lines} == set(Mark)


def test_a_written_sample_is_the_same_document(tmp_path):
    path = tmp_path / "sample.json"
    write_sample(path, 25, 4, ClaimKind.LABORATORY)
    assert json.loads(path.read_text(encoding="utf-8")) == make_sample(25, 4, ClaimKind.LABORATORY)


def test_an_office_gets_one_file_for_each_kind(tmp_path):
    paths = write_office_files(tmp_path, 100, 1)
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    assert [document["claims"][0]["kind"] for document in documents] == [kind.value for kind in KINDS]
    assert len({claim["id"] for document in documents for claim in document["claims"]}) == 100


def test_a_kind_without_a_recipe_is_refused_in_persian():
    with pytest.raises(UseError, match="travel"):
        make_sample(1, 1, ClaimKind.TRAVEL)


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(MachineError, match="missing"):
        write_sample(tmp_path / "missing" / "sample.json", 1, 1)
