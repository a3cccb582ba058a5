"""The shipped rule book reads whole and fast; a faulty one is refused with file and entry."""

import time
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliDate
from app.domain.facts import FactKind, FactScope
from app.domain.findings import Effect
from app.domain.rulebook import Decides
from app.errors import DataError
from app.files.rulebook_reader import read_fact_dictionary, read_rulebook
from app.files.yaml12 import read_yaml

RULE = """
rules:
  - id: TST-01
    clause: بند آزمایشی ۱
    source: "004"
    title: Test rule
    fa: ضابطه آزمایشی.
    applies: [imaging, laboratory]
    decides: paper
    effect: reject
    facts: [side]
    unclear: Two readings; the first is taken.
"""
FIGURES = """
figures:
  - name: test_limit
    unit: days
    source: رقم آزمایشی
    values:
      1396-01-01: 45
      1395-01-01: 30
  - {name: test_factor, source: رقم آزمایشی, values: {1395-01-01: 1.25}}
  - {name: test_codes, source: رقم آزمایشی, values: {1395-01-01: [no, on, "12"]}}
  - {name: test_table, source: رقم آزمایشی, values: {1395-01-01: {first: 10, second: [a, b]}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "imaging.rules.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "imaging.figures.yaml").write_text(FIGURES, encoding="utf-8")
    return tmp_path


def write(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_rule_is_read_with_all_its_parts(folder: Path) -> None:
    entry = read_rulebook(folder)["TST-01"]

    assert (entry.area, entry.source, entry.wording) == ("imaging", "004", "ضابطه آزمایشی.")
    assert entry.kinds == {ClaimKind.IMAGING, ClaimKind.LABORATORY}
    assert (entry.decides, entry.effect, entry.facts) == (Decides.PAPER, Effect.REJECT, ("side",))
    assert entry.unclear == "Two readings; the first is taken."


def test_figures_are_exact_and_dated(folder: Path) -> None:
    book = read_rulebook(folder)

    assert book.figure("test_limit", JalaliDate(1395, 12, 30)) == 30
    assert book.figure("test_limit", JalaliDate(1396, 1, 1)) == 45
    assert book.figure("test_factor", JalaliDate(1395, 1, 1)) == Decimal("1.25")
    assert book.figure("test_codes", JalaliDate(1395, 1, 1)) == ("no", "on", "12")
    assert book.figure("test_table", JalaliDate(1395, 1, 1)) == {"first": 10, "second": ("a", "b")}


def test_areas_stand_in_their_order_and_positions_count_through(folder: Path) -> None:
    (folder / "general.rules.yaml").write_text(RULE.replace("TST-01", "GEN-99"), encoding="utf-8")

    book = read_rulebook(folder)

    assert [(entry.id, entry.position) for entry in book.values()] == [("GEN-99", 0), ("TST-01", 1)]


def test_the_version_follows_the_texts_and_not_the_line_ends(folder: Path) -> None:
    first = read_rulebook(folder).version
    path = folder / "imaging.rules.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_rulebook(folder).version == first

    write(folder, "imaging.figures.yaml", "45", "46")
    assert read_rulebook(folder).version != first


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("imaging.rules.yaml", "    effect: reject\n", "", "TST-01: «effect» را ندارد"),
        ("imaging.rules.yaml", "unclear:", "unclaer:", "TST-01: کلید «unclaer» شناخته نیست"),
        ("imaging.rules.yaml", "imaging, lab", "imagin, lab", "TST-01: مقداری نادرست دارد"),
        ("imaging.rules.yaml", "    title:", "    id: TST-02\n    title:", "سطر ۶: کلید «id» دو بار آمده"),
        ("imaging.rules.yaml", "  - id", "  - - id", "ساختار YAML"),
        ("imaging.rules.yaml", "rules:", "area: dental\nrules:", "«dental» است نه «imaging»"),
        ("imaging.rules.yaml", "rules:", "ruls:", "فهرست «rules»"),
        ("imaging.figures.yaml", "1396-01-01", "1396-12-31", "test_limit: تاریخی نادرست دارد"),
        ("imaging.figures.yaml", "test_table", "test_codes", "رقم test_codes در دفتر ضوابط دو بار"),
        ("imaging.figures.yaml", "{1395-01-01: 1.25}", "{}", "test_factor: «values»"),
    ],
)
def test_a_faulty_file_is_refused_with_its_name_and_entry(
    folder: Path, name: str, old: str, new: str, told: str
) -> None:
    write(folder, name, old, new)

    with pytest.raises(DataError, match=told) as caught:
        read_rulebook(folder)

    assert name in str(caught.value) or "دفتر ضوابط" in str(caught.value)


def test_an_empty_folder_is_no_rule_book(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="هیچ پرونده ضابطه‌ای نیست"):
        read_rulebook(tmp_path)


def test_text_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "general.rules.yaml"
    path.write_bytes("rules: [{fa: ضابطه}]".encode("cp1256", errors="replace"))

    with pytest.raises(DataError, match=r"general\.rules\.yaml"):
        read_yaml(path)


def test_facts_are_read_with_kind_scope_and_good_value(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(
        """
vocabularies: {specialty: [neurology, ent]}
facts:
  - {name: side, "on": line, type: enum, values: [left, no], good: no, fa: سمت}
  - {name: valid_to, on: claim, type: date, fa: پایان اعتبار}
  - {name: factor, on: submission, type: decimal, good: 1.5, fa: ضریب}
""",
        encoding="utf-8",
    )

    dictionary = read_fact_dictionary(path)

    assert dictionary.vocabularies == {"specialty": ("neurology", "ent")}
    assert (dictionary["side"].values, dictionary["side"].good) == (("left", "no"), "no")
    assert (dictionary["valid_to"].kind, dictionary["valid_to"].scope) == (FactKind.DATE, FactScope.CLAIM)
    assert dictionary.good_values(FactScope.SUBMISSION) == {"factor": Decimal("1.5")}


def test_the_shipped_rule_book_names_only_known_facts() -> None:
    book, dictionary = read_rulebook(), read_fact_dictionary()

    assert {"GEN-01", "RAD-01"} <= set(book)
    assert {fact for entry in book.values() for fact in entry.facts} <= set(dictionary)


def test_the_shipped_rule_book_reads_fast() -> None:
    def seconds() -> float:
        start = time.process_time()
        read_rulebook()
        return time.process_time() - start

    assert min(seconds() for _time in range(3)) < 0.5
