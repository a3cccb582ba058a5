"""The text is right to the letter: Persian ones, and none that a reader cannot see."""

import re
from pathlib import Path

ARABIC = re.compile("[\u064a\u0643]")
"""Arabic yeh and kaf, which look like the Persian letters and equal them nowhere."""

INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks that turn or hide text: in a source they stand as escapes. ZWNJ is a part of Persian spelling and stays."""

PERSIAN = ("app", "resources", "translations")
MUST_NAME_ARABIC = {Path("app/domain/persian.py")}
"""Where the Arabic letters are turned into Persian ones."""


def test_persian_text_has_persian_letters(texts):
    looked_at = {
        path: text for path, text in texts.items() if path.parts[0] in PERSIAN and path not in MUST_NAME_ARABIC
    }

    assert looked_at
    assert _places(ARABIC, looked_at) == []


def test_nothing_invisible_stands_in_a_file(texts):
    assert _places(INVISIBLE, texts) == []


def test_the_patterns_find_what_they_look_for():
    example = {Path("example"): "عل\u064a\n\u2066x"}

    assert _places(ARABIC, example) == ["example:1"]
    assert _places(INVISIBLE, example) == ["example:2"]


def _places(pattern, texts):
    return [
        f"{path.as_posix()}:{number}"
        for path, text in texts.items()
        for number, line in enumerate(text.split("\n"), start=1)
        if pattern.search(line)
    ]
