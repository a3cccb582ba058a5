"""The tree stays one that a stranger finds their way in: few top-level names, small files, telling names."""

import ast
import re

TOP_LEVEL = {"pyproject.toml", "README.md", "app", "resources", "translations", "tests", "packaging"}
LONGEST_MODULE = 400
LARGEST_FILE = 1_000_000
MAY_BE_LARGE = {("resources", "fonts"), ("resources", "packs")}
SAYS_NOTHING = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|common|stuff)(_|$)")
FONTS = {".ttf", ".otf"}


def test_the_top_level_holds_only_what_it_should(kept):
    names = {path.parts[0] for path in kept}

    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


def test_no_module_of_the_program_outgrows_its_reader(texts):
    lengths = {
        str(path): text.count("\n") for path, text in texts.items() if path.parts[0] == "app" and path.suffix == ".py"
    }

    assert lengths
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_every_module_says_what_it_is_for(texts):
    modules = {path: ast.parse(text) for path, text in texts.items() if path.suffix == ".py"}

    assert modules
    assert [str(path) for path, tree in modules.items() if not ast.get_docstring(tree)] == []


def test_no_module_has_a_name_that_says_nothing(kept):
    modules = [path for path in kept if path.suffix == ".py"]

    assert modules
    assert [str(path) for path in modules if SAYS_NOTHING.search(path.stem)] == []


def test_no_file_weighs_the_repository_down(kept, root):
    large = [path for path in kept if (root / path).stat().st_size > LARGEST_FILE]

    assert [str(path) for path in large if path.parts[:2] not in MAY_BE_LARGE] == []


def test_every_font_comes_with_its_licence(kept):
    folders = {path.parent for path in kept if path.suffix.lower() in FONTS}

    assert folders
    assert [str(folder) for folder in folders if not any(_is_licence_in(folder, path) for path in kept)] == []


def _is_licence_in(folder, path):
    return path.parent == folder and path.stem.upper().startswith(("OFL", "LICENSE", "LICENCE"))
