"""The request forms of sending and transfer: every field of the order, filled as far as a claim knows, and on paper."""

import pypdfium2
import pytest
from offices import add_claims, claim, line
from travel_forms import FACTS, child_of_six, with_fares

from app.domain.request_form import RequestKind
from app.services.request_forms import RequestForms, kind_of, read_request_forms
from app.services.review import Review
from app.services.travel_claims import TravelClaims


@pytest.fixture
def forms(desk):
    return RequestForms(*desk)


def transferred(desk, **facts):
    """Return a claim of imaging that an own hospital sent its inpatient for."""
    (number,) = add_claims(*desk, claim("C-1", line(1, "T-CHEST", 60_000), **facts), insurer="tamin")
    return Review(*desk).open(number)


def test_a_transfer_is_filled_as_far_as_its_claim_knows_and_the_rest_is_blank(forms, desk):
    opened = transferred(
        desk,
        own_hospital_transfer="service_only",
        transfer_reason="need_icu",
        transfer_form_signed=["physician", "destination"],
    )
    form = forms.of_claim(RequestKind.TRANSFER, opened)

    values = {field.key: field.value for field in form.fields if field.value}
    assert values["reason"] == "نیاز به تخت ICU"
    assert values["accepting_hospital"] == "تصویربرداری آزمایشی"
    assert values["insurance_kind"] == "تأمین اجتماعی"
    assert values["physician_signature"] == values["destination_opinion"] == "دارد"
    missing = {field.key for field in form.missing}
    assert missing == {
        "sending_centre", "vital_signs", "course", "service_needed", "notified_at", "accepted_at",
        "supervisor_signature",
    }  # fmt: skip


def test_which_form_belongs_to_a_claim(desk):
    assert kind_of(transferred(desk, own_hospital_transfer="complete").claim) is RequestKind.TRANSFER
    office, session = desk
    number = TravelClaims(with_fares(office), session).save(child_of_six())
    assert kind_of(Review(office, session).open(number).claim) is RequestKind.TRAVEL


def test_a_claim_that_nobody_transferred_has_no_form(desk):
    assert kind_of(transferred(desk, own_hospital_transfer="none").claim) is None


def test_a_travel_form_says_what_was_typed(forms, desk):
    office, session = desk
    number = TravelClaims(with_fares(office), session).save(child_of_six())
    form = forms.of_claim(RequestKind.TRAVEL, Review(office, session).open(number))

    values = {field.key: field.value for field in form.fields}
    assert values["sending_centre"] == "درمانگاه آزمایشی"
    assert values["delay_dangerous"] == "بله"
    assert values["companions_requested"] == "۲"
    assert [field.key for field in form.missing] == ["treating_physician"]


def choices_of(form, key):
    (field,) = (field for field in form.fields if field.key == key)
    return {choice.name: choice.ticked for choice in field.choices}


@pytest.mark.parametrize("kind", RequestKind)
def test_every_choice_of_a_blank_form_has_boxes_and_none_is_ticked(forms, kind):
    told = read_request_forms()[kind.value]["fields"]
    choices = {row["key"]: choices_of(forms.blank(kind), row["key"]) for row in told}

    assert {key for key, boxes in choices.items() if boxes} == {
        row["key"] for row in told if row.get("kind") == "choice"
    }
    assert not any(ticked for boxes in choices.values() for ticked in boxes.values())
    assert all(name and not name.isascii() for boxes in choices.values() for name in boxes)


def test_what_a_claim_says_is_ticked(forms, desk):
    office, session = desk
    facts = FACTS | {"companions_requested": 2, "approved_vehicles": ("train",), "course_treatment": "other"}
    number = TravelClaims(with_fares(office), session).save(child_of_six(facts=facts))
    form = forms.of_claim(RequestKind.TRAVEL, Review(office, session).open(number))

    assert choices_of(form, "delay_dangerous") == {"بله": True, "خیر": False}
    assert choices_of(form, "available_locally") == {"بله": False, "خیر": True}
    vehicles = {"خودرو دربستی": False, "قطار": True, "هواپیما": False, "هیچ‌کدام": False}
    assert choices_of(form, "approved_vehicles") == vehicles
    assert choices_of(form, "course_treatment")["درمانی دیگر"]
    assert not any(choices_of(form, "sending_approval").values())


def test_no_special_vehicle_is_a_choice_of_its_own(forms, desk):
    office, session = desk
    form = child_of_six(facts=FACTS | {"companions_requested": 2, "approved_vehicles": ()})
    number = TravelClaims(with_fares(office), session).save(form)
    shown = forms.of_claim(RequestKind.TRAVEL, Review(office, session).open(number))

    assert [name for name, ticked in choices_of(shown, "approved_vehicles").items() if ticked] == ["هیچ‌کدام"]


def test_the_costs_of_a_claim_stand_on_its_form(forms, desk):
    office, session = desk
    number = TravelClaims(with_fares(office), session).save(child_of_six())
    form = forms.of_claim(RequestKind.TRAVEL, Review(office, session).open(number))

    assert [(entry.vehicle, entry.count, entry.amount) for entry in form.entries] == [
        ("اتوبوس", "۲", "۶۰۰٬۰۰۰"),
        ("اتوبوس", "۲", "۶۰۰٬۰۰۰"),
        ("اتوبوس", "۲", "۷۰۰٬۰۰۰"),
    ]
    assert form.entries[2].what.endswith("(۲)")
    assert forms.blank(RequestKind.TRAVEL).blank_entries
    assert not forms.blank(RequestKind.TRANSFER).blank_entries


@pytest.mark.parametrize("kind", RequestKind)
def test_a_blank_form_prints_every_field_on_one_page(forms, kind):
    form = forms.blank(kind)
    assert form.is_blank
    assert len(form.fields) == len(read_request_forms()[kind.value]["fields"])

    pdf = forms.draw(form)
    assert pdf == forms.draw(form)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    document.close()
