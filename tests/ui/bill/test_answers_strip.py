"""Questions are answered by one key each, in both scripts, with values of the domain."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from app.domain.coded_fields import CODED_FIELDS
from app.domain.dates import JalaliDate, Moment
from app.domain.facts import FactDefinition, FactKind, FactScope
from app.domain.office import ClaimState, DecisionKind
from app.errors import DataError
from app.files.rulebook_reader import read_fact_dictionary
from app.ui.answers import parsing
from app.ui.answers.answer_editors import answer_editor
from app.ui.answers.answers_strip import AnswersStrip
from app.ui.answers.value_names import answer_text, value_name, values_of
from app.ui.bill.claim_desk import ClaimDesk
from tests.ui.bill.conftest import press, shown, type_text
from tests.ui.open_claims import decided, every_mark, line, open_claim

UNREAD = ("prescriber_stamp", "prescriber_signature", "defects", "sheets")


def asking(**fields):
    """Return a claim that waits for a stamp, a signature, defects and sheets, and for what its lines leave open."""
    lines = [line(1, "T-CHEST", 60_000, report_attached=None), line(2, "T-KNEE", 80_000, side="left")]
    return open_claim(lines, paper=dict.fromkeys(UNREAD), **fields)


@pytest.fixture
def strip(themed, qtbot):
    strip = AnswersStrip()
    qtbot.addWidget(strip)
    strip.resize(800, 180)
    strip.show()
    strip.activateWindow()
    qtbot.waitUntil(strip.isActiveWindow)
    return strip


def turn_to(strip, name):
    """Show the question for a fact."""
    for _ in strip._questions():
        if strip.question.name == name:
            return
        strip.show_next()
    raise AssertionError(name)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("ب", True),
        ("y", True),
        ("Y", True),
        ("1", True),
        ("۱", True),
        ("خ", False),
        ("n", False),
        ("2", False),
        ("۲", False),
    ],
)
def test_yes_and_no_have_keys_in_both_scripts(strip, qtbot, key, value):
    strip.show_claim(asking())
    turn_to(strip, "prescriber_stamp")
    strip.take_focus()
    with qtbot.waitSignal(strip.answered) as answer:
        press(strip, key)

    assert answer.args == ["prescriber_stamp", None, value]


def test_a_digit_chooses_one_of_the_values(strip, qtbot):
    strip.show_claim(asking())
    turn_to(strip, "prescriber_signature")
    with qtbot.waitSignal(strip.answered) as answer:
        press(strip, "۲")

    assert answer.args == ["prescriber_signature", None, "stamped"]


def test_digits_toggle_and_enter_commits_a_list(strip, qtbot):
    strip.show_claim(asking())
    turn_to(strip, "defects")
    for key in ("۱", "3", "1"):
        press(strip, key)
    with qtbot.waitSignal(strip.answered) as answer:
        press(strip, key=Qt.Key.Key_Return)
    assert answer.args == ["defects", None, ("correction_fluid",)]


def test_nothing_chosen_is_an_empty_list(strip, qtbot):
    strip.show_claim(asking())
    turn_to(strip, "defects")
    with qtbot.waitSignal(strip.answered) as answer:
        press(strip, key=Qt.Key.Key_Enter)

    assert answer.args == ["defects", None, ()]


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (FactKind.DATE, "۱۳۹۵/۰۳/۰۷", JalaliDate(1395, 3, 7)),
        (FactKind.DATE, "1395-3-7", JalaliDate(1395, 3, 7)),
        (FactKind.DATETIME, "۱۳۹۵/۰۳/۰۷ ۸:۳۰", Moment(JalaliDate(1395, 3, 7), 8, 30)),
        (FactKind.INTEGER, "۱٬۲۵۰", 1250),
        (FactKind.DECIMAL, "۲٫۵", Decimal("2.5")),
        (FactKind.TEXT, "كتف", "کتف"),
        (FactKind.LIST, "UR6، LL2", ("UR6", "LL2")),
    ],
)
def test_typed_answers_become_values_of_the_domain(themed, qtbot, kind, typed, value):
    editor = answer_editor(FactDefinition("test", FactScope.LINE, kind, "آزمایشی"))
    qtbot.addWidget(editor)
    type_text(editor.field, typed)
    with qtbot.waitSignal(editor.given) as given:
        press(editor.field, key=Qt.Key.Key_Return)

    assert given.args == [value]
    assert editor.field.accessibleName() == "آزمایشی"


@pytest.mark.parametrize("typed", ["1395/12/31", "1395/13/01", "دیروز", "95/3/7", ""])
def test_a_day_that_does_not_exist_is_refused_in_place(themed, qtbot, typed):
    editor = answer_editor(FactDefinition("test", FactScope.CLAIM, FactKind.DATE, "آزمایشی"))
    qtbot.addWidget(editor)
    type_text(editor.field, typed)
    with qtbot.assertNotEmitted(editor.given):
        press(editor.field, key=Qt.Key.Key_Return)

    assert editor.fault.text()
    type_text(editor.field, "1")
    assert not editor.fault.text()


@pytest.mark.parametrize("read", [parsing.read_integer, parsing.read_decimal, parsing.read_moment, parsing.read_text])
def test_what_cannot_be_read_is_told_in_persian(themed, read):
    with pytest.raises(DataError, match="بنویسید"):
        read(" ")


def test_an_iban_is_typed_as_the_slip_shows_it_and_refused_in_place_where_its_digits_do_not_fit(themed, qtbot):
    editor = answer_editor(CODED_FIELDS["iban"])
    qtbot.addWidget(editor)
    type_text(editor.field, "IR05 0170 0000 0012 3456 7890 13")
    with qtbot.assertNotEmitted(editor.given):
        press(editor.field, key=Qt.Key.Key_Return)
    assert "رقم‌های کنترل" in editor.fault.text()

    editor.field.clear()
    type_text(editor.field, "۰۵ ۰۱۷۰ ۰۰۰۰ ۰۰۱۲ ۳۴۵۶ ۷۸۹۰ ۱۲")
    with qtbot.waitSignal(editor.given) as given:
        press(editor.field, key=Qt.Key.Key_Return)
    assert given.args == ["IR050170000000123456789012"]


def test_one_of_many_values_is_found_by_typing(themed, qtbot):
    editor = answer_editor(CODED_FIELDS["prescriber.specialty"])
    qtbot.addWidget(editor)
    type_text(editor.list.field, "کودکان")
    with qtbot.waitSignal(editor.given) as given:
        press(editor.list.field, key=Qt.Key.Key_Return)

    assert given.args == ["pediatrics"]


def test_some_of_many_values_are_taken_in_and_out_by_typing(themed, qtbot):
    editor = answer_editor(
        FactDefinition("specialties", FactScope.CLAIM, FactKind.LIST, "آزمایشی", tuple("abcdefghijkl"))
    )
    qtbot.addWidget(editor)
    field = editor.list.field
    for letter in ("c", "b", "c", "k"):
        type_text(field, letter)
        press(field, key=Qt.Key.Key_Return)
    with qtbot.waitSignal(editor.given) as given:
        press(field, key=Qt.Key.Key_Return)

    assert given.args == [("b", "k")]


def test_every_value_that_the_general_and_imaging_rules_ask_for_has_a_persian_name(themed):
    book, facts = every_mark().rulebook, read_fact_dictionary()
    asked = {name for entry in book.values() if entry.area in {"general", "imaging"} for name in entry.facts}
    definitions = [*CODED_FIELDS.values(), *(facts[name] for name in asked)]
    nameless = {
        (definition.name, value)
        for definition in definitions
        for value in values_of(definition)
        if not any("آ" <= letter <= "ی" for letter in value_name(definition.name, value))
    }

    assert nameless == set()
    assert set(values_of(CODED_FIELDS["performer.specialty"])) == set(facts.vocabularies["specialty"])


def test_answers_read_as_a_person_says_them(themed):
    words = {"yes": "بله", "no": "خیر"}

    assert answer_text("screening", False, **words) == "خیر"
    assert answer_text("side", "right", **words) == "راست"
    assert answer_text("defects", ("torn_header", "two_handwritings"), **words) == "پارگی سربرگ، دو دست‌خط"
    assert answer_text("birth_date", JalaliDate(1350, 5, 5), **words) == "۱۳۵۰/۰۵/۰۵"
    assert answer_text("ct_slices", Decimal(16), **words) == "۱۶"


def test_after_an_answer_the_next_question_comes_and_the_keys_stay(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), asking())
    qtbot.keyClick(desk.bill, Qt.Key.Key_F4)
    assert desk.strip.hasFocus()
    first = desk.strip.question
    before = [question.name for question in desk.open_claim.questions]
    decision = decided(1, DecisionKind.ENTER_FACT, first.line, fact=first.name, value=first.good)
    answered = {**dict.fromkeys(UNREAD), first.name: True}
    lines = [line(1, "T-CHEST", 60_000, report_attached=None), line(2, "T-KNEE", 80_000, side="left")]
    desk.show_claim(open_claim(lines, paper=answered, decisions=(decision,)))

    assert desk.strip.question.name == before[1]
    assert desk.strip.hasFocus()
    assert "مهر نظام پزشکی پزشک معالج: بله" in desk.strip.chips.texts


def test_f6_goes_round_and_selects_the_line_that_is_asked_about(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), every_mark())
    count = len(desk.open_claim.questions)
    seen = set()
    for _ in range(count):
        qtbot.keyClick(desk, Qt.Key.Key_F6)
        question = desk.strip.question
        seen.add((question.name, question.line))
        if question.line is not None:
            assert desk.bill.selected_line() == question.line

    assert len(seen) == count


def test_all_in_order_and_undo_are_asked_for_by_key(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), asking(decisions=(decided(1, DecisionKind.UPHOLD, 1, rule="GEN-19"),)))
    with qtbot.waitSignal(desk.all_in_order):
        qtbot.keyClick(desk.bill, Qt.Key.Key_F8)
    with qtbot.waitSignal(desk.undo_requested):
        qtbot.keyClick(desk.bill, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_answers_of_one_key_are_marked_so_and_undone_ones_are_gone(strip):
    answers = (
        decided(1, DecisionKind.ENTER_FACT, None, fact="screening", value=False, reason="همه درست است"),
        decided(2, DecisionKind.ENTER_FACT, 2, fact="side", value="left"),
        decided(3, DecisionKind.ENTER_FACT, None, fact="cosmetic", value=True, undone=True),
    )
    strip.show_claim(asking(decisions=answers))

    assert strip.chips.texts == ("ردیف ۲، سمت: چپ", "جنبه غربالگری یا چکاپ: خیر (همه درست است)")


def test_chips_that_do_not_fit_are_counted(strip):
    names = ("screening", "cosmetic", "at_home", "prescribed_for_self", "mother_booklet", "referral_required")
    answers = tuple(decided(n, DecisionKind.ENTER_FACT, None, fact=name, value=False) for n, name in enumerate(names))
    strip.show_claim(asking(decisions=answers))
    strip.chips.resize(320, 24)

    assert strip.chips.fitting()[-1] == "و ۵ پاسخ دیگر"
    assert strip.chips.toolTip().count("\n") == 5


def test_with_nothing_to_ask_the_strip_says_so(strip, qtbot):
    strip.show_claim(open_claim([line(1, "T-KNEE", 80_000, side="left")]))

    assert strip.question is None
    assert strip.editor is None
    with qtbot.assertNotEmitted(strip.answered):
        press(strip, "ب")


def test_a_missing_document_points_to_the_amount_and_to_the_centre(strip):
    strip.show_claim(open_claim([line(1, "999999", 60_000, title="خدمتی بیرون از بسته‌ها (آزمایشی)")]))

    assert strip.question.definition is None
    assert strip.editor is None
    assert "999999" in strip.label_text()
    assert "F2" in strip.why_text()
    assert "مرکز برگردانید" in strip.why_text()


def test_a_closed_claim_takes_no_answer(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), asking(state=ClaimState.CLOSED))
    with qtbot.assertNotEmitted(desk.answered):
        press(desk.bill, "ب")
        press(desk.strip, "ب")

    assert not desk.all_action.isEnabled()
    assert not desk.answer_action.isEnabled()


@pytest.mark.parametrize("name", ["iban", "birth_date"])
def test_what_a_field_shows_as_an_example_has_room_in_it(themed, qtbot, name):
    editor = answer_editor(CODED_FIELDS[name])
    qtbot.addWidget(editor)
    editor.resize(300, 60)
    editor.show()
    example = editor.field.fontMetrics().horizontalAdvance(editor.field.placeholderText())
    assert example < editor.field.contentsRect().width() - 12
