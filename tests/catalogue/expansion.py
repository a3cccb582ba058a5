"""Worked examples made into claim files: a faultless claim of the base, with what the example says laid over it.

Every good value is filled in first, save for the facts of the rules that an example is about: what the example and its
base leave out of those is unknown. `null` takes a key away at any depth.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.claim import ClaimFile
from app.domain.claim_document import claim_from_document, submission_from_document
from app.domain.facts import FactDictionary, FactScope
from app.domain.rulebook import Rulebook
from app.files.rulebook_reader import read_fact_dictionary, read_rulebook
from app.files.yaml12 import read_yaml

FOLDER = Path(__file__).parent
MERGE_KEY = "<<"

Document = dict[str, Any]


@cache
def dictionary() -> FactDictionary:
    return read_fact_dictionary()


@cache
def rulebook() -> Rulebook:
    return read_rulebook()


@cache
def bases() -> Document:
    """Return the faultless claims by kind, with what YAML's merge key brings in."""
    found: Document = merged_keys(read_yaml(FOLDER / "base-claims.yaml")["bases"])
    return found


def cases(area: str) -> list[Document]:
    """Return the worked examples of an area."""
    document = merged_keys(read_yaml(FOLDER / f"{area}.cases.yaml"))
    found: list[Document] = document["cases"] if isinstance(document, dict) else document
    return found


def merged_keys(node: Any) -> Any:
    """Return a document in which `<<` is replaced by the mapping that stands behind it."""
    if isinstance(node, list):
        return [merged_keys(item) for item in node]
    if not isinstance(node, dict):
        return node
    own = {key: merged_keys(value) for key, value in node.items() if key != MERGE_KEY}
    return merged_keys(node[MERGE_KEY]) | own if MERGE_KEY in node else own


def laid_over(base: Any, over: Any) -> Any:
    """Return a document with another laid over it: mappings deep, everything else whole, null takes away."""
    if not isinstance(base, Mapping) or not isinstance(over, Mapping):
        return over
    found = dict(base)
    for key, value in over.items():
        if value is None:
            found.pop(key, None)
        else:
            found[key] = laid_over(found.get(key), value)
    return found


def rules_of(case: Document) -> set[str]:
    """Return the rules that an example is about."""
    expectations = [case["expect"], *case["expect"].get("more", {}).values()]
    cited = (rule for expect in expectations for rules in (expect.get("rules") or {}).values() for rule in rules)
    return {case["rule"], *cited}


def expanded(case: Document) -> Document:
    """Return the claim file of an example as a document."""
    base = bases()[case["base"]]
    unknown = {fact for rule in rules_of(case) if rule in rulebook() for fact in rulebook()[rule].facts}

    def good(scope: FactScope) -> Document:
        values = dictionary().good_values(scope).items()
        return {"facts": {name: value for name, value in values if name not in unknown}}

    def claim(over: Document | None) -> Document:
        over = dict(over or {})
        lines = over.pop("lines", None) or []
        document: Document = laid_over(laid_over(good(FactScope.CLAIM), base["claim"]), over)
        defaults = laid_over(good(FactScope.LINE), base["line_defaults"])
        document["lines"] = [{"no": no} | laid_over(defaults, line) for no, line in enumerate(lines, 1)]
        return document

    submission = laid_over(laid_over(good(FactScope.SUBMISSION), base["submission"]), case.get("submission") or {})
    claims = [claim(case.get("claim")), *(claim(over) for over in case.get("more_claims") or [])]
    return {"submission": submission, "claims": claims}


def claim_file(case: Document) -> ClaimFile:
    """Return the claim file of an example."""
    document = json.loads(json.dumps(expanded(case), default=str))
    claims = tuple(claim_from_document(claim, dictionary()) for claim in document["claims"])
    return ClaimFile(submission_from_document(document["submission"], dictionary()), claims)
