"""The card of the insured person: what a rule asks for and what none does, typed with keys alone below the bill."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.claim import Insurer, Pathway
from app.domain.dates import JalaliDate
from app.domain.office import ClaimState, DecisionKind
from app.ui.bill.claim_desk import ClaimDesk
from app.ui.text import without_bidi_marks
from tests.ui.bill.conftest import press, shown, type_text
from tests.ui.open_claims import CLAIM, decided, line, open_claim

LINES = [line(1, "T-CHEST", 60_000)]
ENTER = Qt.Key.Key_Return


def a_claim(state=ClaimState.IN_REVIEW, decisions=(), store_id=417, **patient):
    """Return a claim of a patient, with the patient of its file beside it."""
    told = {**CLAIM["patient"], **patient}
    given = {name: value for name, value in told.items() if value is not None}
    opened = open_claim(LINES, state=state, decisions=decisions, patient=given, store_id=store_id)
    return replace(opened, filed=opened.claim.patient)


def answered(opened, **patient):
    return replace(opened, claim=replace(opened.claim, patient=replace(opened.claim.patient, **patient)))


def texts(widget):
    return [without_bidi_marks(label.text()) for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


@pytest.fixture
def desk(themed, qtbot):
    return shown(qtbot, ClaimDesk(), a_claim())


def the_focused():
    return QApplication.focusWidget()


def test_an_illness_is_typed_with_a_few_letters_and_given_as_it_is_called_in_the_dictionary(desk, qtbot):
    desk.patient_action.trigger()
    illnesses = desk.patient.fields["conditions"]
    assert desk.patient.isVisible()
    assert the_focused() is illnesses.list.field
    type_text(the_focused(), "تالا")
    press(the_focused(), key=ENTER)
    type_text(the_focused(), "هموف")
    press(the_focused(), key=ENTER)
    assert illnesses.chosen.text() == "هموفیلی، تالاسمی"
    with qtbot.waitSignal(desk.patient_told) as told:
        press(the_focused(), key=ENTER)
    assert told.args == [{"conditions": ("hemophilia", "thalassemia")}]
    assert desk.patient.isVisible()

    desk.show_claim(answered(a_claim(), conditions=("hemophilia", "thalassemia")))
    assert not desk.patient.isVisible()
    assert desk.bill.hasFocus()


def test_an_illness_of_the_file_is_taken_off_by_typing_it_again(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), a_claim(conditions=["ms"]))
    assert "ام‌اس" in texts(desk.header)
    desk.patient_action.trigger()
    type_text(the_focused(), "ام‌اس")
    press(the_focused(), key=ENTER)
    assert desk.patient.fields["conditions"].chosen.text() == "هیچ‌کدام"
    with qtbot.waitSignal(desk.patient_told) as told:
        desk.patient.save_action.trigger()
    assert told.args == [{"conditions": ()}]


def test_what_is_missing_is_asked_for_first_and_enter_goes_on(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), a_claim(birth_date=None, sex=None))
    desk.patient_action.trigger()
    fields = desk.patient.fields
    assert the_focused() is fields["birth_date"]
    type_text(the_focused(), "1350/05/05")
    press(the_focused(), key=ENTER)
    assert the_focused() is fields["sex"]
    fields["sex"].show_value("female")
    press(the_focused(), key=ENTER)
    with qtbot.waitSignal(desk.patient_told) as told:
        press(the_focused(), key=ENTER)
    assert told.args == [{"birth_date": JalaliDate(1350, 5, 5), "sex": "female"}]


def test_what_is_no_day_is_told_and_nothing_is_given(desk, qtbot):
    desk.patient_action.trigger()
    born = desk.patient.fields["birth_date"]
    born.setFocus()
    born.selectAll()
    type_text(born, "1350/13/05")
    with qtbot.assertNotEmitted(desk.patient_told):
        desk.patient.save_action.trigger()
    assert "تقویم" in desk.patient.said.text()
    assert desk.patient.isVisible()


def test_nothing_typed_is_nothing_said_and_esc_goes_back_to_the_bill(desk, qtbot):
    with qtbot.assertNotEmitted(desk.patient_told):
        for leave in (lambda: press(the_focused(), key=ENTER), lambda: press(the_focused(), key=Qt.Key.Key_Escape)):
            desk.patient_action.trigger()
            leave()
            assert not desk.patient.isVisible()
            assert desk.bill.hasFocus()
        desk.patient_action.trigger()
        desk.patient.fields["sex"].setFocus()
        press(the_focused(), key=Qt.Key.Key_Escape)
        assert not desk.patient.isVisible()


def test_what_is_being_typed_stays_while_the_claim_is_shown_anew_and_goes_with_another(desk):
    desk.patient_action.trigger()
    type_text(the_focused(), "هموف")
    press(the_focused(), key=ENTER)
    desk.show_claim(a_claim())
    assert desk.patient.isVisible()
    assert desk.patient.fields["conditions"].value == ("hemophilia",)
    desk.show_claim(a_claim(store_id=9))
    assert not desk.patient.isVisible()
    desk.patient_action.trigger()
    assert desk.patient.fields["conditions"].value == ()


def test_a_claim_that_takes_no_more_words_has_no_such_key(desk):
    assert desk.to_patient.isVisible()
    desk.patient_action.trigger()
    desk.show_claim(a_claim(ClaimState.CLOSED))
    assert not desk.patient.isVisible()
    assert not desk.patient_action.isEnabled()
    assert not desk.to_patient.isVisible()


def test_an_answer_in_place_of_the_file_is_shown_as_one(themed, qtbot):
    word = decided(1, DecisionKind.ENTER_FACT, None, fact="conditions", value=())
    filed = a_claim(conditions=["dialysis"], decisions=[word])
    desk = shown(qtbot, ClaimDesk(), answered(filed, conditions=()))
    assert "هیچ‌کدام (پاسخ کارشناس)" in texts(desk.header)
    desk.patient_action.trigger()
    assert "بیماری‌های خاص بیمار: دیالیز" in desk.patient.filed.text()
    desk.show_claim(a_claim(store_id=9))
    assert "بیماری خاص" not in texts(desk.header)


@pytest.mark.parametrize(
    ("change", "further"),
    [
        ({}, set()),
        ({"insurer": Insurer.TAMIN}, {"identity_document", "foreign_national", "service_registered", "eligibility"}),
        ({"pathway": Pathway.REIMBURSEMENT}, {"iban", "misuse_found"}),
    ],
)
def test_only_what_belongs_to_the_claim_is_asked_for(themed, qtbot, change, further):
    opened = a_claim()
    desk = shown(qtbot, ClaimDesk(), replace(opened, claim=replace(opened.claim, **change)))
    desk.patient_action.trigger()
    visible = {name for name, field in desk.patient.fields.items() if field.isVisible()}
    assert visible == {"birth_date", "sex", "conditions"} | further
    assert desk.minimumSizeHint().width() <= 560
    desk.patient.save_action.trigger()
    assert not desk.patient.isVisible()


def test_an_iban_is_typed_with_gaps_and_persian_digits(themed, qtbot):
    opened = a_claim()
    desk = shown(qtbot, ClaimDesk(), replace(opened, claim=replace(opened.claim, pathway=Pathway.REIMBURSEMENT)))
    desk.patient_action.trigger()
    iban = desk.patient.fields["iban"]
    iban.setText("ir۰۵ ۰۱۷۰")
    with qtbot.assertNotEmitted(desk.patient_told):
        desk.patient.save_action.trigger()
    assert "رقم" in desk.patient.said.text()
    iban.setText("ir۰۶ ۲۹۶۰ ۰۰۰۰ ۰۰۱۰ ۰۳۲۴ ۲۰۰۰ ۰۱")
    with qtbot.waitSignal(desk.patient_told) as told:
        press(iban, key=ENTER)
        press(the_focused(), key=ENTER)
        press(the_focused(), key=ENTER)
    assert told.args == [{"iban": "IR062960000000100324200001"}]
