"""The assessment sheet as a centre receives it: every word and amount on it, marks that an eye tells apart, pages."""

from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_samples import (
    MARKED_FINDINGS,
    decision_on,
    hospital_sheet,
    judged_rule,
    long_sheet,
    rejected_sheet,
)
from sheet_text import page_texts, pixels_near, text_of

from app.domain.findings import Effect
from app.domain.office import DecisionKind
from app.domain.persian import persian_digits, rials
from app.domain.settlement import settle
from app.sheets import style
from app.sheets.assessment_sheet import draw_assessment_sheet
from app.sheets.content import AssessmentSheet
from app.sheets.number_words import in_words


def drawn_text(sheet: AssessmentSheet) -> str:
    """Return all text of a sheet."""
    return text_of(draw_assessment_sheet(sheet))


def plain(text: str) -> str:
    """Return text as it is compared: readers leave out what is not seen."""
    return text.replace("\u200c", "")


def with_decision(sheet: AssessmentSheet, line_no: int, amount: int) -> AssessmentSheet:
    """Return the sheet with a person's word on one line instead of those it has."""
    result = sheet.settlement.result
    decisions = [decision_on(result, line_no, amount, "دلیل آزمایشی")]
    return replace(sheet, settlement=settle(result, result, decisions, {7: "م. ر."}))


def test_every_amount_of_the_claim_stands_on_the_sheet(marked_sheet):
    text, settlement = drawn_text(marked_sheet), marked_sheet.settlement
    totals = settlement.totals
    for line in settlement.lines:
        assert rials(line.claimed) in text
        assert rials(line.approved) in text
    for amount in (totals.claimed, totals.deducted, totals.approved, totals.patient_share, totals.insurer_share):
        assert rials(amount) in text
    assert f"{in_words(totals.approved)} ریال" in text


def test_every_title_finding_and_clause_stands_on_the_sheet(marked_sheet):
    words = set(drawn_text(marked_sheet).replace("(", " ").replace(")", " ").split())
    said = [line.title for line in marked_sheet.claim.lines]
    for finding in MARKED_FINDINGS:
        said += [finding.message, finding.clause, finding.reading or "", *(step.caption for step in finding.steps)]
    for sentence in said:
        for word in plain(sentence).replace("(", " ").replace(")", " ").replace("[", " ").replace("]", " ").split():
            assert word in words or any(word.strip("؛،.:؟") in found for found in words), word


def test_who_and_what_the_claim_is_stands_in_the_head(marked_sheet):
    text = drawn_text(marked_sheet)
    for said in ("برگ رسیدگی", "سند تصویربرداری", "مهر ۱۴۰۴", "۰۰۶۷۷۴۹۸۲۸", "۱۴۰۴/۰۷/۰۱", "کارکنان دولت", "77-1205"):
        assert said in text
    assert plain("دکتر ژاله یزدان‌پناه (نظام پزشکی ۴۸۲۱۳)") in text


def test_codes_are_found_by_searching(marked_sheet):
    document = pypdfium2.PdfDocument(draw_assessment_sheet(marked_sheet))
    try:
        page = document[0].get_textpage()
        for line in marked_sheet.claim.lines:
            assert page.search(line.code).get_next() is not None, line.code
    finally:
        document.close()


def test_equal_sheets_are_equal_bytes(marked_sheet):
    assert draw_assessment_sheet(marked_sheet) == draw_assessment_sheet(replace(marked_sheet))


def test_the_digest_stands_on_each_page_and_in_the_description():
    sheet = long_sheet(60)
    pdf = draw_assessment_sheet(sheet)
    assert all(sheet.digest[:16] in text for text in page_texts(pdf))
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert document.get_metadata_value("Keywords") == f"rasidegi-digest:{sheet.digest}"
    finally:
        document.close()


def test_findings_come_in_the_order_of_the_lines(marked_sheet):
    assert [finding.line for _, finding in marked_sheet.numbered_findings] == [None, 1, 3, 4, 5]
    assert [number for number, _ in marked_sheet.numbered_findings] == [1, 2, 3, 4, 5]
    assert marked_sheet.finding_numbers(4) == (4,)


def test_a_small_claim_fits_one_page(marked_sheet):
    findings = tuple(replace(finding, reading=None) for finding in MARKED_FINDINGS[:4])
    result = replace(marked_sheet.settlement.result, findings=findings)
    small = replace(marked_sheet, settlement=settle(result, result, (), {}))
    assert len(page_texts(draw_assessment_sheet(small))) == 1


def test_the_signatures_never_stand_on_a_page_alone(marked_sheet):
    pages = page_texts(draw_assessment_sheet(marked_sheet))
    assert len(pages) == 2
    assert "نظر رسیدگیکننده" in pages[-1]
    assert "تاریخ و امضا" in pages[-1]
    for count in range(9, 15):
        last = page_texts(draw_assessment_sheet(long_sheet(count)))[-1]
        assert "ردیف" in last.split("تاریخ و امضا")[0], count


@pytest.mark.parametrize("count", [1, 30, 200])
def test_each_page_names_its_place_and_the_head_of_the_bill_comes_again(count):
    pages = page_texts(draw_assessment_sheet(long_sheet(count)))
    total = persian_digits(len(pages))
    assert all(f"صفحه {persian_digits(no)} از {total}" in text for no, text in enumerate(pages, start=1))
    with_lines = [text for text in pages if any(f"80{no:04d}" in text for no in range(1, count + 1))]
    assert all("مبلغ درخواستی" in text for text in with_lines)
    assert sum("اعتراض" in text for text in pages) == 1


def test_no_line_of_a_long_bill_is_lost():
    text = drawn_text(long_sheet(200))
    assert all(f"80{no:04d}" in text for no in range(1, 201))


def test_a_hospital_bill_sums_its_sections_and_many_steps_go_on():
    pages = page_texts(draw_assessment_sheet(hospital_sheet()))
    text = "\n".join(pages)
    for said in ("هتلینگ", "اعمال جراحی", "دارو", "۱۱٬۰۰۰٬۰۰۰", "۱۴۰۴/۰۶/۲۸", "۰۸:۳۰", "جزء ۳۰ از", "۳٬۰۰۰٬۰۰۰"):
        assert said in text
    assert len(pages) == 2


def test_a_rejected_claim_points_from_its_lines_to_the_finding_on_all_of_it():
    sheet = rejected_sheet()
    text = drawn_text(sheet)
    assert "رد سند" in text
    assert "کل سند — حذف" in text
    assert "صفر ریال" in text
    assert sheet.finding_numbers(2) == (1,)


def test_trial_figures_are_called_so_on_every_page():
    sheet = long_sheet(60)
    result = replace(sheet.settlement.result, unofficial=("بسته آزمایشی",))
    trial = replace(sheet, settlement=settle(result, result, (), {}))
    assert all("ارقام آزمایشی" in text for text in page_texts(draw_assessment_sheet(trial)))
    assert "ارقام آزمایشی" not in drawn_text(sheet)


def test_a_departure_stands_beside_the_engines_word(marked_sheet):
    text = drawn_text(marked_sheet)
    assert "گزارش در پرونده الکترونیک دیده شد" in text
    assert "م. ر." in text
    assert "۶۴۰٬۰۰۰ به جای ۰" in text


def test_a_deduction_by_a_rule_stands_among_the_findings_with_clause_wording_and_reason(marked_sheet):
    result, rule = marked_sheet.settlement.result, judged_rule()
    deducted = replace(
        decision_on(result, 1, 900_000, "گزارش با تشخیص نمی‌خواند"), kind=DecisionKind.ADD_DEDUCTION, rule=rule.id
    )
    before = marked_sheet.settlement.line(1).approved
    settlement = settle(result, result, [deducted], {7: "م. ر."}, {rule.id: rule})

    text = drawn_text(replace(marked_sheet, settlement=settlement))

    assert plain(rule.clause) in text
    assert plain(rule.wording) in text
    assert plain("نظر کارشناس (م. ر.): گزارش با تشخیص نمی‌خواند") in text
    assert f"از {rials(before)} به ۹۰۰٬۰۰۰ (کسر {rials(before - 900_000)})" in text
    assert "به جای" not in text


def test_an_amount_below_a_deduction_by_a_rule_is_told_too(marked_sheet):
    result, rule = marked_sheet.settlement.result, judged_rule()
    amount = decision_on(result, 1, 1_700_000, "توافق با مرکز")
    deducted = replace(amount, kind=DecisionKind.ADD_DEDUCTION, rule=rule.id, amount=result.line(1).approved, author=8)
    settlement = settle(result, result, [amount, deducted], {7: "م. ر.", 8: "س. م."}, {rule.id: rule})
    text = drawn_text(replace(marked_sheet, settlement=settlement))
    assert f"{rials(1_700_000)} به جای {rials(result.line(1).approved)}" in text
    assert "توافق با مرکز (م. ر.)" in text


def test_an_outdated_decision_is_told_and_not_applied(marked_sheet):
    result = marked_sheet.settlement.result
    outdated = replace(decision_on(result, 1, 1, "دلیل"), result_digest="0" * 64)
    stale = replace(marked_sheet, settlement=settle(result, result, [outdated], {7: "م. ر."}))
    text = drawn_text(stale)
    assert plain("نظر پیشین با نتیجه تازه نمی‌خواند") in text
    assert rials(1_610_000) in text


def test_shares_are_explained_where_the_engines_sum_stands(marked_sheet):
    text = drawn_text(marked_sheet)
    assert "(۳۰ درصد)" in text
    assert "(۷۰ درصد)" in text


def test_marks_bear_the_colours_of_their_pens(marked_sheet):
    pdf = draw_assessment_sheet(marked_sheet)
    for colour in (style.GREEN, style.RED, style.AMBER):
        assert pixels_near(pdf, 0, colour) > 150


def test_an_unmarked_claim_bears_no_red():
    assert pixels_near(draw_assessment_sheet(long_sheet(3)), 0, style.RED, (40, 200, 533, 700)) == 0


def test_a_departure_is_drawn_in_ink_over_the_engines_mark(marked_sheet):
    departs = draw_assessment_sheet(with_decision(marked_sheet, 3, 180_000))
    agrees = draw_assessment_sheet(with_decision(marked_sheet, 3, 0))
    mark_column = (130, 400, 170, 680)
    assert pixels_near(departs, 0, style.INK, mark_column) > pixels_near(agrees, 0, style.INK, mark_column) + 15


@settings(max_examples=25, deadline=None)
@given(
    title=st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=400),
    message=st.text("ابپتسشکگلمنوهی ۰۱۲۳()«»A-Z،؛.", min_size=1, max_size=1500),
    amount=st.integers(0, 10**13),
)
def test_whatever_a_centre_writes_can_be_printed(title, message, amount):
    sheet = long_sheet(2)
    lines = (replace(sheet.claim.lines[0], title=title, amount=amount), sheet.claim.lines[1])
    results = replace(
        sheet.settlement.result,
        lines=(
            replace(sheet.settlement.result.lines[0], claimed=amount, approved=amount),
            sheet.settlement.lines[1].engine,
        ),
        findings=(replace(MARKED_FINDINGS[0], line=2, message=message, effect=Effect.NOTE, reading=message),),
    )
    claim = replace(sheet.claim, lines=lines, diagnosis=title)
    changed = replace(sheet, claim=claim, settlement=settle(results, results, (), {}))
    assert draw_assessment_sheet(changed).startswith(b"%PDF")


def test_a_query_that_a_person_settled_waits_for_nothing(marked_sheet):
    settled = replace(marked_sheet, settlement=replace(marked_sheet.settlement, open_queries=()))
    assert plain("در انتظار:") in plain(drawn_text(marked_sheet))
    assert plain("در انتظار:") not in plain(drawn_text(settled))
    assert plain("با نظر کارشناس روشن شد") in plain(drawn_text(settled))
