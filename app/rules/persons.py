"""Who prescribed or performed, in three values: a coded field that the claim leaves out makes the answer unknown."""

from collections.abc import Collection, Iterable

from app.domain.claim import Claim, Person
from app.domain.facts import UNKNOWN, Answer, all_true

ASSISTANT, RESIDENT = "assistant", "resident"
ABSENT_ASSISTANT = "assistant_absent"


def one_of(value: str | None, allowed: Collection[str]) -> Answer:
    """Tell whether a coded field has one of the allowed values; unknown where the claim leaves it out."""
    return UNKNOWN if value is None else value in allowed


def is_among(person: Person, qualifications: Collection[str], specialties: Collection[str]) -> Answer:
    """Tell whether a person has one of the qualifications and one of the specialties."""
    return all_true(one_of(person.qualification, qualifications), one_of(person.specialty, specialties))


def unnamed(role: str, person: Person, *parts: str) -> tuple[str, ...]:
    """Return the coded fields of a prescriber or performer that the claim leaves out, of the parts that matter."""
    return tuple(f"{role}.{part}" for part in parts if getattr(person, part) is None)


def absent_residents(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the residents, by their numbers, who were found absent from an operation at which they assist (AST-02)."""
    return frozenset(
        line.performer.id
        for claim in claims
        for line in claim.lines
        if line.section == ASSISTANT and line.facts.get(ABSENT_ASSISTANT) is True
        if line.performer and line.performer.id and line.performer.qualification == RESIDENT
    )
