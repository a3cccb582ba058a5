"""The Persian names of the coded values that facts may have, read from resources/desk/values.yaml."""

from collections.abc import Mapping
from functools import cache

from app.domain.coded_fields import CODED_FIELDS
from app.domain.dates import JalaliDate, Moment
from app.domain.facts import FactDefinition, FactDictionary, FactValue
from app.domain.identity import iban_groups
from app.domain.inquiries import tracking_text
from app.domain.persian import date_text, moment_text, number
from app.files.rulebook_reader import read_fact_dictionary
from app.files.yaml12 import read_yaml
from app.resources import resource
from app.ui.text import identifier

SPECIALTY_FIELDS = frozenset({"prescriber.specialty", "performer.specialty"})


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    names: Mapping[str, Mapping[str, str]] = read_yaml(resource("desk", "values.yaml"))
    return names


@cache
def _dictionary() -> FactDictionary:
    return read_fact_dictionary()


def load_names() -> None:
    """Read the names when the desk is built, not when the first claim is shown; raises DataError."""
    _names()
    _dictionary()


def definition_of(name: str) -> FactDefinition | None:
    """Return what a fact or coded field is, None for a name that nobody knows."""
    return CODED_FIELDS.get(name) or _dictionary().get(name)


def fact_label(name: str) -> str:
    """Return the Persian name of a fact or coded field; a name that nobody knows stands for itself."""
    definition = definition_of(name)
    return definition.label if definition else identifier(name)


def fact_values(name: str) -> tuple[str, ...]:
    """Return the coded values that a fact of the dictionary may have, in its order; raises KeyError."""
    return _dictionary()[name].values


def value_name(fact: str, value: str) -> str:
    """Return the Persian name of one coded value: the fact's own, else the common one, else the code itself."""
    names = _names()
    for vocabulary in (fact.replace(".", "_"), fact.rpartition(".")[2], "common"):
        if value in names.get(vocabulary, {}):
            return names[vocabulary][value]
    return identifier(value)


def values_of(definition: FactDefinition) -> tuple[str, ...]:
    """Return the coded values that an answer may have; specialties come from their vocabulary."""
    if definition.name in SPECIALTY_FIELDS:
        return tuple(_names()["specialty"])
    return definition.values


def answer_text(fact: str, value: FactValue, *, yes: str, no: str) -> str:
    """Return an answer as a person reads it."""
    if isinstance(value, bool):
        return yes if value else no
    if isinstance(value, JalaliDate):
        return date_text(value)
    if isinstance(value, Moment):
        return moment_text(value)
    if isinstance(value, tuple):
        return "، ".join(value_name(fact, item) for item in value) or "—"
    if fact == "iban":
        return identifier(iban_groups(str(value)))
    if fact == "eligibility_code":
        return tracking_text(str(value))
    if isinstance(value, str):
        return value_name(fact, value) if fact in CODED_FIELDS or value.isascii() else value
    return number(value)
