"""The English translation: of every string and of nothing else, with its placeholders, and seen on the screen."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator

from app.services.queue import QueueView
from app.ui.queue.queue_pane import QueuePane

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT / "translations" / "app_en.ts"
TRANSLATING = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
PLACEHOLDER = re.compile(r"\{[a-z_]*\}")
PERSIAN = re.compile("[\u0600-\u06ff]")


def entries(path):
    """Return (context, source) and translation of every entry."""
    return {
        (context.findtext("name"), message.findtext("source")): message.find("translation")
        for context in ET.parse(path).iter("context")
        for message in context.iter("message")
    }


def tool(name):
    return Path(sys.executable).with_name(name)


def written_strings():
    """Return every text that the code hands to Qt for translation, wherever it stands, in f-strings too."""
    for path in sorted((ROOT / "app" / "ui").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                place = TRANSLATING.get(name)
                if place is not None and len(call.args) > place and isinstance(call.args[place], ast.Constant):
                    yield path.name, call.args[place].value


@pytest.fixture
def english(themed, tmp_path):
    """Speak English while a test runs."""
    compiled = tmp_path / "app_en.qm"
    subprocess.run([tool("pyside6-lrelease"), "-silent", SOURCE, "-qm", compiled], check=True)
    translator = QTranslator()
    assert translator.load(str(compiled))
    themed.installTranslator(translator)
    yield
    themed.removeTranslator(translator)


def test_the_translation_is_fresh(tmp_path):
    anew = tmp_path / SOURCE.name
    anew.write_bytes(SOURCE.read_bytes())
    options = ["-extensions", "py", "app/ui", "-ts", anew, "-locations", "none", "-no-obsolete", "-silent"]
    subprocess.run([tool("pyside6-lupdate"), *options], cwd=ROOT, check=True, capture_output=True)

    assert entries(anew).keys() == entries(SOURCE).keys()


def test_every_string_of_the_code_is_known_to_the_translation():
    known = {source for _context, source in entries(SOURCE)}

    assert [(file, text) for file, text in written_strings() if text not in known] == []


def test_every_entry_is_translated():
    found = entries(SOURCE)

    assert len(found) > 300
    assert [key for key, translation in found.items() if translation.get("type") or not translation.text] == []


def test_placeholders_are_kept():
    for (context, source), translation in entries(SOURCE).items():
        kept = sorted(PLACEHOLDER.findall(translation.text or ""))
        assert kept == sorted(PLACEHOLDER.findall(source)), (context, source)


def test_nothing_persian_is_left_in_english():
    assert [t.text for t in entries(SOURCE).values() if t.text and PERSIAN.search(t.text)] == []


def test_the_screen_speaks_english(english, qtbot):
    pane = QueuePane()
    qtbot.addWidget(pane)

    assert pane.search.placeholderText() == "Patient, code, claim, centre"
    assert pane.chips.chip(QueueView.TO_ANSWER).text() == "To answer"
    assert pane.state.heading.text() == "Loading the queue…"


@pytest.mark.parametrize(("language", "direction"), [("en", "LeftToRight"), ("", "RightToLeft")])
def test_english_reads_left_to_right_and_persian_right_to_left(language, direction):
    """In a program of its own, for the language of a running one stays."""
    asked = "from app.ui.application import make_application; print(make_application().layoutDirection().name)"
    spoken = {**os.environ, "RASIDEGI_LANGUAGE": language, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, env=spoken, check=True, capture_output=True, text=True
    )

    assert told.stdout.strip() == direction
