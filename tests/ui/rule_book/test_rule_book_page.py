"""The rule book on the desk: search, filters, keys, and what is shown of a rule."""

import re

import pytest
from PySide6.QtCore import Qt

from app.files.rule_examples_reader import read_examples
from app.files.rulebook_reader import read_fact_dictionary
from app.services.claim_opening import ClaimOpening
from app.services.rule_book import RuleState
from app.ui.answers.value_names import value_name
from app.ui.bill.clean_label import CleanLabel
from app.ui.rule_book.example_card import ExampleCard, MarkSign
from app.ui.rule_book.rule_book_page import RuleBookPage
from app.ui.text import identifier
from tests.ui.frame.conftest import press, shown, type_text

DICTIONARY = read_fact_dictionary()


@pytest.fixture
def page(signed_in, worker, qtbot):
    made = shown(qtbot, RuleBookPage(signed_in[0], worker))
    made.begin(signed_in[1])
    qtbot.waitUntil(lambda: made.rules.count > 0)
    return made


def open_claim(office, claim_id):
    with office.read() as view:
        return ClaimOpening(office).open(view, claim_id)


def look_for(page, words):
    page.field.clear()
    type_text(page.field, words)


def texts(widget):
    return "\n".join(label.text() for label in widget.findChildren(CleanLabel))


def test_the_whole_book_is_there_and_the_field_has_the_keys(page, signed_in):
    assert page.rules.count == len(signed_in[0].rulebook)
    assert page.field.hasFocus()


@pytest.mark.parametrize("words", ["gen-15e", "GEN-15E", "۱۵-۱-۶ مابه‌التفاوت"])
def test_a_rule_is_found_by_its_number_or_by_clause_and_words(page, signed_in, words):
    look_for(page, words)
    entry = signed_in[0].rulebook["GEN-15e"]

    assert page.rules.current.entry == entry
    assert entry.clause in texts(page.details)
    assert entry.wording in texts(page.details)


def test_down_up_and_enter_act_on_the_list_from_the_field(page):
    first = page.rules.current
    press(page.field, key=Qt.Key.Key_Down)
    second = page.rules.current
    press(page.field, key=Qt.Key.Key_PageDown)
    press(page.field, key=Qt.Key.Key_PageUp)
    assert page.rules.current == second != first
    press(page.field, key=Qt.Key.Key_Up)
    press(page.field, key=Qt.Key.Key_Up)
    assert page.rules.current == first
    assert page.field.hasFocus()

    press(page.field, key=Qt.Key.Key_Return)
    assert page.details.hasFocus()


def test_an_area_narrows_the_list(page):
    page.area.choose("dental")
    page.area.activated.emit(page.area.currentIndex())

    assert {index.data(Qt.ItemDataRole.UserRole).entry.area for index in indexes(page)} == {"dental"}


def indexes(page):
    model = page.rules.model()
    return [model.index(row) for row in range(model.rowCount())]


def test_only_the_rules_of_the_claim_on_the_desk(page, signed_in, three_claims, qtbot):
    assert not page.here.isEnabled()
    page.show_claim(open_claim(signed_in[0], three_claims[2]))
    qtbot.mouseClick(page.here, Qt.MouseButton.LeftButton)
    found = {index.data(Qt.ItemDataRole.UserRole).entry.id for index in indexes(page)}

    assert "GEN-15e" in found
    assert len(found) < 20
    page.show_claim(None)
    assert not page.here.isChecked()


def test_examples_show_facts_amounts_and_marks(page):
    look_for(page, "RAD-01")
    cards = page.details.findChildren(ExampleCard)

    assert len(cards) == 2
    assert "انتهای نزدیک" in texts(cards[0])
    assert "۷۵٬۰۰۰" in texts(cards[0])
    assert [sign.mark.value for sign in cards[0].findChildren(MarkSign)] == ["tick", "zero"]
    assert [sign.mark.value for sign in cards[1].findChildren(MarkSign)] == ["tick", "tick"]


@pytest.mark.parametrize(
    ("rule", "state", "told"),
    [
        ("RAD-01", RuleState.ACTS, "به کار می‌رود؛ در گام"),
        ("GEN-16b", RuleState.REMARK, "یادآوری به کارشناس"),
        ("GEN-00h", RuleState.CARRIED_OUT, "GEN-14"),
    ],
)
def test_the_state_of_a_rule_in_the_program_is_told(page, rule, state, told):
    look_for(page, rule)

    assert page.rules.current.state is state
    assert told in texts(page.details)


@pytest.mark.parametrize(
    ("name", "told"),
    [("adult_age", "۱۸ سال تمام، از ۱۳۹۵/۰۲/۰۱"), ("sepas_bills_from", "نخستین روز ترخیص: ۱۴۰۰/۰۱/۰۱")],
)
def test_a_dated_figure_stands_with_its_clause_and_source(page, name, told):
    rule = next(index.data(Qt.ItemDataRole.UserRole) for index in indexes(page) if has_figure(index, name))
    page.field.setText(rule.entry.id)
    figure = next(figure for figure in rule.figures if figure.name == name)

    assert f"{told} ({figure.source})" in texts(page.details)


def has_figure(index, name):
    return any(figure.name == name for figure in index.data(Qt.ItemDataRole.UserRole).figures)


def test_nothing_found_says_what_to_do(page):
    look_for(page, "زرشک")

    assert page.state.isVisible()
    assert page.state.heading.text() == "ضابطه‌ای یافت نشد"


def test_escape_goes_back(page, qtbot):
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page.field, Qt.Key.Key_Escape)


def test_every_coded_value_of_an_example_has_a_persian_name():
    facts = [
        (name, value)
        for examples in read_examples(DICTIONARY).values()
        for example in examples
        for told in (example.facts, *(line.facts for line in example.lines))
        for name, value in told.items()
    ]
    coded = {(name, item) for name, value in facts for item in values_of(name, value)}
    nameless = {pair for pair in coded if value_name(*pair) == identifier(pair[1])}

    assert len(coded) > 60
    assert nameless == set()


def values_of(name, value):
    """Return the coded values in an answer; free texts, teeth and service codes have no names."""
    if name not in DICTIONARY or not DICTIONARY[name].values:
        return []
    return value if isinstance(value, tuple) else [value]


def test_no_example_shows_digits_or_dates_as_the_file_writes_them(themed, qtbot):
    isolated = re.compile("\u2066[^\u2069]*\u2069")
    odd = set()
    for examples in read_examples(read_fact_dictionary()).values():
        for example in examples:
            card = ExampleCard(example, acts=True)
            qtbot.addWidget(card)
            odd |= {text for text in texts(card).split("\n") if re.search("[0-9]{4}", isolated.sub("", text))}
    assert odd == set()
