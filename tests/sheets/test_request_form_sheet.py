"""The request form on paper: each choice is a box, what is chosen is ticked, and however much is said nothing is cut."""

from dataclasses import replace

import pytest
from PIL import ImageChops
from sheet_text import page_image, page_texts

from app.domain.dates import JalaliDate
from app.domain.request_form import Choice, FieldKind, FormEntry, FormField, RequestForm, RequestKind
from app.sheets.travel_form import draw_request_form

LONG = "نارسایی قلب با آریتمی بطنی و سابقه پیوند دریچه "
FOOT = 150  # pixels, with the digest of what is said


def form_of(*fields, **over):
    return RequestForm(
        kind=RequestKind.TRAVEL,
        title="فرم آزمایشی",
        source="بخشنامه آزمایشی",
        fields=fields,
        office_name="اداره آزمایشی",
        printed_on=JalaliDate(1399, 10, 10),
        printed_by="مینا آزمایشی",
        **over,
    )


def choice(*ticked, names=("بله", "خیر")):
    boxes = tuple(Choice(name, name in ticked, open=name == "سایر") for name in names)
    return FormField("approval", "تأیید", FieldKind.CHOICE, value="، ".join(ticked), choices=boxes, span=6)


def plain(text):
    return " ".join(text.replace("\u200c", "").split())


def test_a_tick_is_all_that_a_choice_adds():
    open_form, ticked = (draw_request_form(form_of(choice(*said))) for said in ((), ("خیر",)))
    pages = [page_image(pdf, 0) for pdf in (open_form, ticked)]
    width, height = pages[0].size
    bodies = [page.crop((0, 0, width, height - FOOT)) for page in pages]

    left, top, right, bottom = ImageChops.difference(*bodies).getbbox()
    assert 6 <= right - left <= 20
    assert 6 <= bottom - top <= 20


@pytest.mark.parametrize("count", [2, 7, 20, 60])
def test_every_name_of_a_list_is_printed(count):
    names = (*(f"سرویس شماره{number}" for number in range(count)), "سایر")
    text = " ".join(page_texts(draw_request_form(form_of(choice(names=names)))))
    assert all(name in text for name in names)


@pytest.mark.parametrize("span", [2, 6])
def test_a_long_text_goes_on_over_pages(span):
    words = (LONG * 300).strip()
    field = FormField("diagnosis", "تشخیص", value=words, span=span)
    beside = FormField("name", "نام", value="بیمار آزمایشی", span=2)
    pages = page_texts(draw_request_form(form_of(beside, field, beside)))

    assert len(pages) > 1
    assert sum(page.count("آریتمی") for page in pages) == 300


def test_many_costs_go_on_over_pages():
    entries = tuple(FormEntry("کرایه بیمار", "اتوبوس", "۲", "", "", f"ردیف{number}") for number in range(90))
    text = " ".join(page_texts(draw_request_form(form_of(choice(), entries=entries))))
    assert text.count("اتوبوس") == 90


def test_another_choice_is_another_digest():
    first, second = form_of(choice("بله")), form_of(choice("خیر"))
    assert draw_request_form(first) == draw_request_form(replace(first))
    assert page_texts(draw_request_form(first)) != page_texts(draw_request_form(second))
