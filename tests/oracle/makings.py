"""What claims are made of: faultless claims, the fact dictionary, and the rules with the facts that they ask for."""

import copy
from functools import cache
from typing import Any

import yaml

from tests.oracle.books import AREAS, CATALOGUE, HANDBOOK_AREAS, RULEBOOK, Books, pack_names

Document = dict[str, Any]
SUBMISSION, CLAIM, LINE = "submission", "claim", "line"


@cache
def books() -> Books:
    return Books(*pack_names())


@cache
def facts() -> dict[str, Document]:
    """The fact dictionary by name."""
    document = yaml.safe_load((RULEBOOK.parent / "facts.yaml").read_text(encoding="utf-8"))
    return {fact["name"]: fact for fact in document["facts"]}


@cache
def entries() -> dict[str, Document]:
    """The rules of the areas by id."""
    return {entry["id"]: entry for area in AREAS for entry in rules_of(area)}


@cache
def rules_of(area: str) -> list[Document]:
    return list(yaml.safe_load((RULEBOOK / f"{area}.rules.yaml").read_text(encoding="utf-8"))["rules"])


def entry_of(rule_id: str) -> Document:
    return entries()[rule_id]


@cache
def all_facts() -> list[str]:
    """Every fact that a rule of the handbook may ask for."""
    rules = [entry for area in HANDBOOK_AREAS for entry in rules_of(area)]
    return sorted({name for entry in rules for name in entry.get("facts") or []})


@cache
def bases() -> dict[str, Document]:
    return dict(yaml.safe_load((CATALOGUE / "base-claims.yaml").read_text(encoding="utf-8"))["bases"])


@cache
def good_values(place: str) -> Document:
    """The good values of the facts of a place."""
    found = (fact for name, fact in facts().items() if name in all_facts() and fact["on"] == place)
    return {fact["name"]: fact["good"] for fact in found if "good" in fact}


def good(place: str) -> Document:
    return copy.deepcopy(good_values(place))


def holders(file: Document, place: str) -> list[Document]:
    """The documents of a place: the submission, its claims, or all their lines."""
    lines = [item for found in file["claims"] for item in found["lines"]]
    found: dict[str, list[Document]] = {SUBMISSION: [file["submission"]], CLAIM: file["claims"], LINE: lines}
    return found[place]
