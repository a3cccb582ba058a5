"""The accountant's red pen on the assessment sheet, the centre's sums, earlier versions and void signatures."""

from dataclasses import replace

import pytest
from sheet_samples import DAY, decision_on, hospital_sheet
from sheet_text import page_image, page_texts, pixels_near, text_of

from app.domain.claim import WrittenSums
from app.domain.findings import Pen
from app.domain.persian import date_text, rials
from app.domain.settlement import settle
from app.sheets import style
from app.sheets.assessment_sheet import draw_assessment_sheet
from app.sheets.bill_marks import replaced_by_person
from app.sheets.content import AssessmentSheet, EarlierVersion, VoidSignature

REVIEWER, ACCOUNTANT = 7, 9
INITIALS = {REVIEWER: "م.ر", ACCOUNTANT: "ح.ن"}


@pytest.fixture
def plain_sheet(marked_sheet):
    """The marked sheet without any person's word and without red of the engine's own."""
    result = marked_sheet.settlement.result
    lines = tuple(replace(line, pen=Pen.GREEN) for line in result.lines)
    findings = tuple(replace(finding, pen=Pen.GREEN) for finding in result.findings)
    green = replace(result, lines=lines, findings=findings)
    return replace(marked_sheet, settlement=settle(green, green, (), INITIALS))


def decided(sheet: AssessmentSheet, *said: tuple[int, int, Pen]) -> AssessmentSheet:
    """Return a sheet on which people set amounts of lines: (line, amount, pen), one after another."""
    result = sheet.settlement.result
    decisions = [
        replace(
            decision_on(result, line, amount, "دلیل آزمایشی"),
            id=number,
            author=ACCOUNTANT if pen is Pen.RED else REVIEWER,
            pen=pen,
        )
        for number, (line, amount, pen) in enumerate(said, start=1)
    ]
    return replace(sheet, settlement=settle(result, result, decisions, INITIALS))


def red_beyond_the_signature_box(sheet: AssessmentSheet) -> int:
    """Return how many red pixels stand above the boxes of the signatures on the first page."""
    return pixels_near(draw_assessment_sheet(sheet), 0, style.RED, (0, 200, style.PAGE_WIDTH, style.PAGE_HEIGHT))


def test_a_sheet_without_corrections_has_no_red_on_its_bill(plain_sheet):
    assert red_beyond_the_signature_box(plain_sheet) == 0
    assert "تصحیح حسابداری" not in text_of(draw_assessment_sheet(plain_sheet))


def test_a_correction_stands_in_red_beside_the_struck_green_one_with_initials_and_reason(plain_sheet):
    corrected = decided(plain_sheet, (2, 2_000_000, Pen.RED))
    text = text_of(draw_assessment_sheet(corrected))
    assert red_beyond_the_signature_box(corrected) > 300
    assert rials(2_000_000) in text
    assert text.count(rials(2_300_000)) >= 3  # claimed, struck out, and told below
    assert "تصحیح حسابداری: دلیل آزمایشی" in text
    assert "(ح.ن)" in text
    assert "نظر رسیدگیکننده" not in text


def test_a_correction_of_a_reviewers_amount_shows_all_three(plain_sheet):
    corrected = decided(plain_sheet, (6, 640_000, Pen.GREEN), (6, 600_000, Pen.RED))
    line = corrected.settlement.line(6)
    assert replaced_by_person(line) is line.green
    text = text_of(draw_assessment_sheet(corrected))
    assert text.count("به جای") == 2  # the reviewer's for the engine's, the accountant's for the reviewer's
    assert "نظر رسیدگیکننده" in text
    assert text.count(rials(600_000)) == 2
    assert text.count(rials(640_000)) == 4  # claimed, struck out, told as theirs, told as replaced
    assert "م.ر" in text
    assert "ح.ن" in text


def test_a_correction_back_to_the_engines_amount_is_still_seen(plain_sheet):
    corrected = decided(plain_sheet, (5, 900_000, Pen.GREEN), (5, 1_000_000, Pen.RED))
    assert not corrected.settlement.line(5).overridden
    assert red_beyond_the_signature_box(corrected) > 300
    assert text_of(draw_assessment_sheet(corrected)).count(rials(900_000)) == 3  # struck out, told twice


def test_on_a_grey_printer_a_correction_is_told_by_stroke_and_word(plain_sheet):
    before = page_image(draw_assessment_sheet(plain_sheet), 0).convert("L")
    after = page_image(draw_assessment_sheet(decided(plain_sheet, (2, 2_000_000, Pen.RED))), 0).convert("L")
    dark = [sum(image.histogram()[:128]) for image in (before, after)]
    assert dark[1] > dark[0] + 200


def written(sheet: AssessmentSheet, *sums: int | None) -> AssessmentSheet:
    return replace(sheet, claim=replace(sheet.claim, written=WrittenSums(*sums)))


def test_the_centres_sums_stand_beside_its_lines_and_a_wrong_one_bears_a_red_circle(plain_sheet):
    right = written(plain_sheet, 7_580_000, 2_274_000, 5_306_000)
    wrong = written(plain_sheet, 7_580_000, 2_274_000, 5_300_000)
    assert red_beyond_the_signature_box(right) == 0
    assert red_beyond_the_signature_box(wrong) > 100
    text = text_of(draw_assessment_sheet(wrong))
    assert rials(5_300_000) in text
    assert rials(5_306_000) in text
    assert rials(5_306_000) in text_of(draw_assessment_sheet(right))


def test_sums_that_the_centre_did_not_write_are_not_shown(plain_sheet):
    assert "نوشته مرکز" not in text_of(draw_assessment_sheet(plain_sheet))
    only_total = text_of(draw_assessment_sheet(written(plain_sheet, 7_000_000, None, None)))
    assert rials(7_000_000) in only_total
    assert "نوشته مرکز" in only_total


@pytest.mark.parametrize("sheet", ["marked", "hospital"])
def test_a_second_version_shows_the_first_ones_amounts_beside_its_own(sheet, marked_sheet):
    drawn = marked_sheet if sheet == "marked" else hospital_sheet()
    approved = {line.no: line.claimed - 7_000 - line.no for line in drawn.settlement.lines}
    second = replace(drawn, version=2, earlier=EarlierVersion(1, approved, drawn.settlement.totals))
    text = text_of(draw_assessment_sheet(second))
    assert "نسخه ۲" in text
    assert all(rials(amount) in text for amount in approved.values())
    first = text_of(draw_assessment_sheet(drawn))
    assert text.count("نسخه") - first.count("نسخه") == 7  # the title, the column, and below each of the five sums
    if sheet == "hospital":
        assert rials(approved[1] + approved[2]) in text  # the heading's sum


def test_a_line_that_the_earlier_version_did_not_have_is_left_open(marked_sheet):
    second = replace(marked_sheet, version=2, earlier=EarlierVersion(1, {1: 1_500_000}))
    text = text_of(draw_assessment_sheet(second))
    assert text.count(rials(1_500_000)) == 2  # beside its line, and as the sum of its version
    assert "—" in text


def test_a_void_signature_is_told_on_every_page(plain_sheet):
    void = (
        VoidSignature("مریم رستگار", DAY, "تصحیح حسابداری در ردیف ۲"),
        VoidSignature("حسن نوری", DAY.plus_days(2), "اعتراض مرکز"),
    )
    pages = page_texts(draw_assessment_sheet(replace(plain_sheet, voided=void)))
    for page in pages:
        assert page.count("این امضا باطل شده است") == 2
        assert "مریم رستگار" in page
        assert date_text(DAY) in page
        assert "اعتراض مرکز" in page


def test_a_very_long_reason_stays_inside_its_band(plain_sheet):
    void = (VoidSignature("مریم رستگار", DAY, "دلیلی بسیار دراز " * 20),)
    image = page_image(draw_assessment_sheet(replace(plain_sheet, voided=void)), 0).convert("L")
    left = image.crop((0, 0, int(style.LEFT_MARGIN * 2) - 4, 120))
    assert left.getextrema()[0] > 200
