"""The request forms of sending and transfer: every field of the order, filled as far as a claim knows, and on paper."""

import pypdfium2
import pytest
from offices import add_claims, claim, line
from travel_forms import child_of_six, with_fares

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
