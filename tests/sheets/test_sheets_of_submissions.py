"""The sheets of a submission as a centre reads them: every line, reason and sum, carried from page to page."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_text import page_image, page_texts, pixels_near, text_of
from submission_samples import ACCOUNTANT, DAY, PERSON, PRICE, REPORT, claim, line, long_report, mixed_report, report

from app.domain.dates import JalaliDate
from app.domain.findings import Pen
from app.domain.office import ClaimState
from app.domain.persian import date_text, latin_digits, persian_digits, rials
from app.sheets import style
from app.sheets.cover_sheet import draw_cover_sheet
from app.sheets.deduction_statement import draw_deduction_statement
from app.sheets.labels import STATES
from app.sheets.performance_report import draw_performance_report

DRAWERS = (draw_deduction_statement, draw_performance_report, draw_cover_sheet)


def plain(text: str) -> str:
    """Return text as it is compared: readers leave out what is not seen."""
    return text.replace("\u200c", "").replace("\u2066", "").replace("\u2069", "")


def is_found(text: str, code: str) -> bool:
    """Tell whether the parts of a code stand in a text: what is taken out of a PDF may have them in another order."""
    return all(part in text for part in re.findall("[A-Z]+|[a-z]+|[0-9]+", code))


def amounts_after(label: str, text: str, count: int) -> list[list[int]]:
    """Return the amounts that follow each place of a label."""
    found = []
    for part in text.split(label)[1:]:
        figures = re.findall(r"[۰-۹][۰-۹٬]*", part)[:count]
        found.append([int(latin_digits(figure).replace("٬", "")) for figure in figures])
    return found


def test_every_deducted_line_stands_with_its_patient_amounts_rule_and_reason():
    sheet = mixed_report()
    text = text_of(draw_deduction_statement(sheet))
    for reported, deducted in sheet.deducted_lines:
        for said in (reported.id, reported.patient.name, persian_digits(reported.patient.id), date_text(reported.day)):
            assert plain(said) in text
        for amount in (deducted.claimed, deducted.approved, deducted.deducted):
            assert rials(amount) in text
        for word in plain(deducted.title).split():
            assert word in text
        for reason in deducted.reasons:
            assert reason.rule is None or is_found(text, reason.rule)
            for word in plain(f"{reason.text} {reason.clause}").replace("(", " ").replace(")", " ").split():
                assert word.strip("،؛.") in text, word


def test_a_claim_without_deduction_and_one_that_went_away_have_no_place_in_the_statement():
    text = text_of(draw_deduction_statement(mixed_report()))
    assert "77-1203" not in text
    assert "77-1206" not in text


def test_what_a_person_took_bears_initials_and_tells_the_two_pens_apart():
    text = text_of(draw_deduction_statement(mixed_report()))
    assert "نظر کارشناس رسیدگی (م.ر)" in text
    assert "تصحیح حسابداری، قلم قرمز (ح.ن)" in text


def test_a_persons_word_stands_beside_the_rule_by_which_it_deducts():
    judged = replace(PRICE, rule="GEN-16b", initials="م.ر", word="با تشخیص نمی‌خواند")
    text = text_of(draw_deduction_statement(report(claim(1, line(1, 500_000, (judged, 500_000))))))
    assert plain("نظر کارشناس (م.ر): با تشخیص نمی‌خواند") in text


def test_a_line_with_very_many_reasons_goes_on_over_pages():
    reasons = [(replace(REPORT, text="دلیلی دراز که چند سطر می‌گیرد " * 12), 1_000)] * 40
    pages = page_texts(draw_deduction_statement(report(claim(1, line(1, 90_000, *reasons)))))
    assert len(pages) > 2
    assert sum(page.count("کسر ۱٬۰۰۰") for page in pages) == 40
    assert amounts_after("جمع ردیفهای کسرشده", "".join(pages), 3)[0] == [90_000, 50_000, 40_000]


def test_nothing_deducted_says_so():
    text = text_of(draw_deduction_statement(report(claim(1))))
    assert "از هیچ ردیفی کسر نشده است" in text


@pytest.mark.parametrize("count", [1, 8, 40])
def test_headings_come_again_and_sums_are_carried_from_page_to_page(count):
    sheet = long_report(count)
    pages = page_texts(draw_deduction_statement(sheet))
    carried = [amounts_after("جمع تا پایان این صفحه", page, 3) for page in pages]
    brought = [amounts_after("نقل از صفحه پیش", page, 3) for page in pages]
    with_rows = [page for page in pages if "701901" in latin_digits(page)]
    assert all("دلیل کسر، ضابطه و بند" in page for page in with_rows)
    assert [sums[0] for sums in carried if sums] == [sums[0] for sums in brought if sums]
    lines = [found for _claim, found in sheet.deducted_lines]
    wanted = [sum(f.claimed for f in lines), sum(f.approved for f in lines), sum(f.deducted for f in lines)]
    assert amounts_after("جمع ردیفهای کسرشده", "".join(pages), 3) == [wanted]


def test_a_claim_that_goes_on_upon_the_next_page_is_named_again():
    many = claim(1, *(line(no, 100_000, (PRICE, 1_000)) for no in range(1, 60)))
    pages = page_texts(draw_deduction_statement(report(many)))
    assert "(دنباله)" not in pages[0]
    later = [page for page in pages[1:] if "۷۰۱۹" in page]
    assert later
    assert all("77-1201" in page.split("(دنباله)")[0] for page in later)


LINES = st.lists(
    st.builds(
        lambda claimed, parts: (claimed + sum(part for _reason, part in parts), parts),
        st.integers(0, 10**9),
        st.lists(
            st.tuples(st.sampled_from([PRICE, REPORT, PERSON, ACCOUNTANT]), st.integers(1, 10**8)),
            min_size=1,
            max_size=3,
        ),
    ),
    max_size=4,
)


@given(st.lists(LINES, min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_all_sums_of_a_report_agree_to_the_rial(claims):
    sheet = report(
        *(
            claim(number, *(line(no, claimed, *parts) for no, (claimed, parts) in enumerate(lines, start=1)))
            for number, lines in enumerate(claims, start=1)
        )
    )
    totals = sheet.totals
    assert totals.claimed - totals.deducted == totals.approved == totals.patient_share + totals.insurer_share
    assert sum(said.amount for said in sheet.by_reason) == totals.deducted
    assert sum(part.deducted for part in sheet.by_section.values()) == totals.deducted
    assert sum(part.claimed for part in sheet.by_kind.values()) == totals.claimed
    assert sum(found.deducted for _claim, found in sheet.deducted_lines) == totals.deducted
    text = text_of(draw_performance_report(sheet))
    for amount in (totals.claimed, totals.deducted, totals.approved, totals.patient_share, totals.insurer_share):
        assert rials(amount) in text


def test_the_report_sums_by_kind_reason_and_section_and_stands_beside_earlier_ones():
    sheet = mixed_report()
    text = text_of(draw_performance_report(sheet))
    for said in ("تصویربرداری", "بستری", "اعمال جراحی", "دارو", "تصحیح حسابداری"):
        assert said in text
    for code in ("GEN-15e", "RAD-07b", "1404-0611"):
        assert is_found(text, code)
    for reason in sheet.by_reason:
        assert rials(reason.amount) in text
    assert "۹۸٬۲۰۰٬۰۰۰" in text
    assert "۷٫۲" in text  # of 98,200,000 rials 7,050,000 were deducted


def test_the_deadline_is_counted_on_the_jalali_calendar_from_the_day_of_handing_over():
    for day, deadline in (
        (JalaliDate(1404, 6, 20), JalaliDate(1404, 7, 4)),
        (JalaliDate(1404, 12, 20), JalaliDate(1405, 1, 6)),
        (JalaliDate(1403, 12, 20), JalaliDate(1404, 1, 5)),  # 1403 has a day more
    ):
        sheet = mixed_report(handed_on=day)
        assert sheet.deadline == deadline
        text = text_of(draw_performance_report(sheet))
        assert f"این گزارش در {date_text(day)} به مرکز تحویل شد" in text
        assert text.count(date_text(deadline)) == 1


def test_until_it_was_handed_over_the_report_says_that_no_days_run():
    text = text_of(draw_performance_report(mixed_report()))
    assert "هنوز به مرکز تحویل نشده است" in text
    assert "۱۵ روز" in text
    assert mixed_report().deadline is None


def test_what_went_back_stands_in_the_report_with_its_reason_and_in_no_sum():
    sheet = mixed_report()
    gone = replace(sheet.claims[-1], note="مهر پزشک خوانا نیست")
    text = text_of(draw_performance_report(replace(sheet, claims=(*sheet.claims[:-1], gone))))
    assert "مهر پزشک خوانا نیست" in text
    assert STATES[ClaimState.RETURNED] in text
    assert sheet.totals.claimed == sum(claim.claimed for claim in sheet.claims[:-1])


def test_a_report_with_unfinished_claims_is_a_draft_on_every_page():
    waiting = replace(claim(9), state=ClaimState.AWAITING_SUPERVISOR, totals=None, lines=(), sections={}, signed=False)
    sheet = mixed_report()
    draft = replace(sheet, claims=(*sheet.claims, waiting))
    for draw in DRAWERS:
        assert all(plain("پیش‌نویس: کار ۱ سند") in page for page in page_texts(draw(draft)))
        assert all(plain("پیش‌نویس") not in page for page in page_texts(draw(sheet)))
    assert draft.totals == sheet.totals


def test_the_accountants_closing_makes_it_final_and_an_objection_a_draft_again():
    for state, unfinished in (
        (ClaimState.TECHNICALLY_DONE, 1),
        (ClaimState.IN_ACCOUNTING, 1),
        (ClaimState.CLOSED, 0),
        (ClaimState.OBJECTED, 1),
        (ClaimState.REFERRED, 0),
    ):
        assert len(report(claim(1), claim(2, state=state)).unfinished) == unfinished, state


def test_the_cover_lists_every_document_and_sums_only_what_is_settled():
    sheet = mixed_report()
    text = text_of(draw_cover_sheet(sheet))
    for listed in sheet.claims:
        assert listed.id in text
        assert plain(listed.patient.name) in text
        assert plain(STATES[listed.state]) in text
    totals = sheet.totals
    sums = amounts_after("جمع سندهای رسیدگیشده", text, 3)
    assert sums == [[totals.claimed, totals.approved, totals.deducted]]
    assert "برگ رسیدگی ۵ سند امضا شده است و ۱ سند" in text


@pytest.mark.parametrize("draw", DRAWERS)
def test_each_page_names_its_place_and_bears_the_digest_of_all_figures(draw):
    sheet = long_report(30)
    pdf = draw(sheet)
    pages = page_texts(pdf)
    for number, page in enumerate(pages, start=1):
        assert f"صفحه {persian_digits(number)} از {persian_digits(len(pages))}" in page
        assert sheet.digest[:16] in page
    with pypdfium2.PdfDocument(pdf) as document:
        assert document.get_metadata_value("Keywords") == f"rasidegi-digest:{sheet.digest}"
    assert draw(replace(sheet)) == pdf


def test_the_digest_changes_with_any_amount_and_not_with_the_day_of_printing():
    sheet = long_report(3)
    other = replace(sheet.claims[1].lines[0], approved=1)
    changed = replace(sheet.claims[1], lines=(other, *sheet.claims[1].lines[1:]))
    assert replace(sheet, claims=(sheet.claims[0], changed, sheet.claims[2])).digest != sheet.digest
    assert replace(sheet, printed_on=DAY.plus_days(1), handed_on=DAY).digest == sheet.digest


@pytest.mark.parametrize("draw", DRAWERS)
def test_trial_figures_are_told_on_every_page(draw):
    assert all("ارقام آزمایشی" in page for page in page_texts(draw(mixed_report(trial_figures=True))))
    assert pixels_near(draw(mixed_report(trial_figures=True)), 0, style.AMBER)


@pytest.mark.parametrize("draw", DRAWERS)
def test_the_sheets_are_black_on_white_but_for_warnings(draw):
    """No colour carries anything: rendered in grey every page keeps dark text on a light ground."""
    grey = page_image(draw(mixed_report()), 0).convert("L")
    shades = grey.histogram()
    assert sum(shades[:100]) > 5_000
    assert sum(shades[235:]) > 0.8 * grey.width * grey.height


def test_the_bars_are_as_long_as_their_sums():
    sheet = report(claim(1, line(1, 10_000_000, (PRICE, 1_000_000), (REPORT, 250_000))))
    image = page_image(draw_performance_report(sheet), 0)
    wanted = [round(255 * part) for part in style.BAR.rgb()]
    rows = {}
    for y in range(image.height):
        length = sum(1 for x in range(image.width) if image.getpixel((x, y)) == tuple(wanted))
        if length > 10:
            rows.setdefault(length, 0)
    longest, shortest = max(rows), min(rows)
    assert shortest / longest == pytest.approx(0.25, abs=0.03)


def test_several_reasons_of_a_line_are_counted_under_each():
    sheet = report(claim(1, line(1, 500_000, (PRICE, 1_000), (PRICE, 2_000), (PERSON, 3_000))))
    assert [(said.rule, said.pen, said.lines, said.amount) for said in sheet.by_reason] == [
        (None, Pen.GREEN, 1, 3_000),
        ("GEN-15e", Pen.GREEN, 1, 3_000),
    ]
    assert "در هر دلیل شمرده شده است" in text_of(draw_performance_report(sheet))
