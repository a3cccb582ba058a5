"""Whose turn it is: the claim kinds of each rule, and the order in which the rules of a phase speak."""

from functools import cache

import yaml

from tests.oracle.books import AREAS, RULEBOOK


@cache
def kinds() -> dict[str, frozenset[str]]:
    """The claim kinds of each rule, by the catalogue."""
    areas = [yaml.safe_load((RULEBOOK / f"{area}.rules.yaml").read_text(encoding="utf-8")) for area in AREAS]
    return {entry["id"]: frozenset(entry["applies"]) for area in areas for entry in area["rules"]}


OWN_ORDERS: list[str] = []


def in_turn(ids: str) -> None:
    """An area's own order of some rules, against that of their ids."""
    OWN_ORDERS.append(ids)


@cache
def positions() -> dict[str, int]:
    """The place of each rule in the catalogue; where an area has an order of its own, in that."""
    places = {rule_id: place for place, rule_id in enumerate(kinds())}
    for own in OWN_ORDERS:
        named = [rule_id for rule_id in own.split() if rule_id in places]
        places |= dict(zip(named, sorted(places[rule_id] for rule_id in named), strict=True))
    return places
