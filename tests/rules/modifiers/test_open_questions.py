"""What holds while facts of an operation are open: the answer that pays most stands, and only what matters is asked."""

from copy import deepcopy
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.assessment import ClaimResult
from tests.rules.claims import Document
from tests.rules.modifiers.bills import bill

CODES = ("109010", "109030", "109040", "109080", "109100", "109130", "109140", "109150", "109151", "109160", "109190")
AMOUNTS = (50_000, 120_000, 250_000, 400_000, 800_000, 3_000_000)
SURGERY: dict[str, tuple[Any, ...]] = {
    "incision": ("A", "B"),
    "side": ("left", "right"),
    "technology": ([], ["laser"]),
    "recurrence_after_followup": (True, False),
    "previous_operation_discharge": ("1394-01-01", "1395-02-20"),
    "full_time_geographic": (True, False),
    "anesthesia_method": ("local", "general"),
    "operation_times_confirmed": (True, False),
    "independent_procedure": (True, False),
}
ROOM: dict[str, tuple[Any, ...]] = {"in_operating_room": (True, False)}
ASSISTANT: dict[str, tuple[Any, ...]] = {"resident_year": (2, 3), "full_time_geographic": (True, False)}
IMAGE: dict[str, tuple[Any, ...]] = {"portable_at_bedside": (True, False), "full_time_geographic": (True, False)}
SECTIONS = {
    "surgery": (SURGERY, ("46", "53", "63", "85", "90")),
    "operating_room": (ROOM, ("27",)),
    "assistant": (ASSISTANT, ("80", "90")),
    "imaging": (IMAGE, ("26", "86", "90")),
}
SEEN = {"complication_of_operation": False}
SIGNED = {"assistant_signed": ["operative_note", "or_sheet"]}
PEOPLE = {
    "surgery": {"id": "S1", "qualification": "specialist", "specialty": "general_surgery"},
    "assistant": {"id": "R1", "qualification": "resident", "specialty": "general_surgery"},
}


@st.composite
def lines_of(draw: st.DrawFn) -> Document:
    """A line of an operation, its room or assistant, or an image; each fact of it settled one way or the other."""
    section = draw(st.sampled_from(["surgery", "surgery", *SECTIONS]))
    facts, modifiers = SECTIONS[section]
    return {
        "section": section,
        "code": "709010" if section == "imaging" else draw(st.sampled_from(CODES)),
        "amount": draw(st.sampled_from(AMOUNTS)),
        "qty": draw(st.sampled_from([1, 1, 1, 2])),
        "modifiers": draw(st.lists(st.sampled_from(modifiers), max_size=3)),
        "date": draw(st.sampled_from(["1395-03-05", "1395-03-05", "1395-03-06"])),
        "facts": {name: draw(st.sampled_from(values)) for name, values in facts.items()} | SEEN | SIGNED,
        "performer": PEOPLE.get(section),
    }


def open_facts(lines: list[Document]) -> list[tuple[int, str]]:
    return [(place, name) for place, line in enumerate(lines) for name in SECTIONS[line["section"]][0]]


def judged(lines: list[Document], answers: dict[tuple[int, str], Any]) -> ClaimResult:
    lines = deepcopy(lines)
    for (place, name), value in answers.items():
        lines[place]["facts"][name] = value
    return bill("MOD-07", *lines, patient={"birth_date": "1394-12-01"})


@settings(max_examples=30, deadline=None)
@given(lines=st.lists(lines_of(), min_size=1, max_size=4), data=st.data())
def test_the_answer_that_pays_most_stands_and_only_what_matters_is_asked(lines, data):
    places = data.draw(st.lists(st.sampled_from(open_facts(lines)), unique=True, min_size=1, max_size=2))
    ways = [SECTIONS[lines[place]["section"]][0][name] for place, name in places]
    answered = {
        answers: [
            line.approved for line in judged(lines, dict(zip(places, answers_of(ways, answers), strict=True))).lines
        ]
        for answers in product(*(range(len(way)) for way in ways))
    }
    result = judged(lines, dict.fromkeys(places))
    asked = {(finding.line, fact) for finding in result.queries for fact in finding.facts}

    assert result.totals.approved == max(sum(amounts) for amounts in answered.values())
    for at, (place, name) in enumerate(places):
        matters = any(
            answered[answers] != answered[(*answers[:at], 1 - answers[at], *answers[at + 1 :])] for answers in answered
        )
        assert ((place + 1, name) in asked) == matters, name


def answers_of(ways: list[tuple[Any, ...]], picks: tuple[int, ...]) -> list[Any]:
    return [way[pick] for way, pick in zip(ways, picks, strict=True)]
