"""Every fault of a claim file is told with claim, line, field and remedy, all at once; a faulty file brings nothing."""

from pathlib import Path
from typing import Any

import pytest
from claim_files import Document, a_file, a_line, changed, faults, read_document

from app.domain.persian import LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE
from app.files.problem_texts import FIELD_LABELS, TEXTS, Code, Severity
from app.files.problems import MAX_PROBLEMS
from app.files.read_report import format_problems


def claim(document: Document) -> Document:
    return document["claims"][0]


def line(document: Document) -> Document:
    return document["claims"][0]["lines"][1]


def provider(document: Document) -> Document:
    return document["submission"]["provider"]


FAULTS = {
    "unknown field of a claim": (lambda d: claim(d).update(extra=1), Code.UNKNOWN_FIELD, "C-1", None, "extra"),
    "unknown field of a line": (lambda d: line(d).update(price=1), Code.UNKNOWN_FIELD, "C-1", 2, "price"),
    "claim without a kind": (lambda d: claim(d).pop("kind"), Code.MISSING_FIELD, "C-1", None, "kind"),
    "claim with an empty id": (lambda d: claim(d).update(id=""), Code.MISSING_FIELD, "شماره ۱ پرونده", None, "id"),
    "claim with a blank id": (
        lambda d: claim(d).update(id=" \u200c "),
        Code.MISSING_FIELD,
        "شماره ۱ پرونده",
        None,
        "id",
    ),
    "patient without an id": (lambda d: claim(d)["patient"].pop("id"), Code.MISSING_FIELD, "C-1", None, "patient.id"),
    "line without an amount": (lambda d: line(d).pop("amount"), Code.MISSING_FIELD, "C-1", 2, "amount"),
    "line without a number": (lambda d: line(d).pop("no"), Code.MISSING_FIELD, "C-1", 2, "no"),
    "null instead of nothing": (lambda d: claim(d).update(diagnosis=None), Code.WRONG_TYPE, "C-1", None, "diagnosis"),
    "kind in no list": (lambda d: claim(d).update(kind="surgery"), Code.NOT_IN_LIST, "C-1", None, "kind"),
    "section in no list": (lambda d: line(d).update(section="x"), Code.NOT_IN_LIST, "C-1", 2, "section"),
    "text amount with separators": (lambda d: line(d).update(amount="150,000"), Code.WRONG_TYPE, "C-1", 2, "amount"),
    "fraction of a rial": (lambda d: line(d).update(amount=1.5), Code.WRONG_TYPE, "C-1", 2, "amount"),
    "negative amount": (lambda d: line(d).update(amount=-1), Code.TOO_SMALL, "C-1", 2, "amount"),
    "amount beyond reason": (lambda d: line(d).update(amount=10**13), Code.TOO_LARGE, "C-1", 2, "amount"),
    "sum beyond reason": (
        lambda d: claim(d)["written"].update(total=10**13),
        Code.TOO_LARGE,
        "C-1",
        None,
        "written.total",
    ),
    "endless number": (lambda d: line(d).update(amount=10**30), Code.NUMBER_OUT_OF_RANGE, "C-1", 2, "amount"),
    "quantity of nothing": (lambda d: line(d).update(qty=0), Code.TOO_SMALL, "C-1", 2, "qty"),
    "quantity beyond reason": (lambda d: line(d).update(qty=10**6), Code.TOO_LARGE, "C-1", 2, "qty"),
    "line number of nothing": (lambda d: line(d).update(no=0), Code.TOO_SMALL, "C-1", 0, "no"),
    "line number twice": (lambda d: line(d).update(no=1), Code.REPEATED_LINE, "C-1", 1, "no"),
    "claim id twice": (lambda d: d["claims"][1].update(id="C-1"), Code.REPEATED_CLAIM, "C-1", None, "id"),
    "no lines": (lambda d: claim(d).update(lines=[]), Code.NO_LINES, "C-1", None, "lines"),
    "lines that are no list": (lambda d: claim(d).update(lines={}), Code.WRONG_TYPE, "C-1", None, "lines"),
    "line that is no object": (lambda d: claim(d)["lines"].append(5), Code.WRONG_TYPE, "C-1", 3, None),
    "claim that is no object": (lambda d: d["claims"].append(5), Code.WRONG_TYPE, "شماره ۳ پرونده", None, None),
    "modifier of one digit": (lambda d: line(d).update(modifiers=["6"]), Code.BAD_FORM, "C-1", 2, "modifiers"),
    "modifier as a number": (lambda d: line(d).update(modifiers=[60]), Code.WRONG_TYPE, "C-1", 2, "modifiers"),
    "date with slashes": (
        lambda d: claim(d).update(service_date="1395/03/07"),
        Code.BAD_FORM,
        "C-1",
        None,
        "service_date",
    ),
    "no such Jalali day": (lambda d: line(d).update(date="1395-07-31"), Code.NO_SUCH_DAY, "C-1", 2, "date"),
    "30 Esfand of a common year": (lambda d: line(d).update(date="1396-12-30"), Code.NO_SUCH_DAY, "C-1", 2, "date"),
    "no such Gregorian day": (lambda d: line(d).update(date="2017-02-29"), Code.NO_SUCH_DAY, "C-1", 2, "date"),
    "year of two digits": (lambda d: line(d).update(date="0095-03-07"), Code.IMPROBABLE_YEAR, "C-1", 2, "date"),
    "birth on no day": (
        lambda d: claim(d)["patient"].update(birth_date="1350-13-01"),
        Code.NO_SUCH_DAY,
        "C-1",
        None,
        "patient.birth_date",
    ),
    "past service on no day": (
        lambda d: claim(d)["history"][0].update(date="1395-00-01"),
        Code.NO_SUCH_DAY,
        "C-1",
        None,
        "date",
    ),
    "no such hour": (
        lambda d: claim(d).update(admitted_at="1395-03-07T24:00"),
        Code.NO_SUCH_MOMENT,
        "C-1",
        None,
        "admitted_at",
    ),
    "seconds": (
        lambda d: claim(d).update(admitted_at="1395-03-07T10:00:00"),
        Code.BAD_FORM,
        "C-1",
        None,
        "admitted_at",
    ),
    "discharge before admission": (
        lambda d: claim(d).update(admitted_at="1395-03-07T10:00", discharged_at="1395-03-07T09:59"),
        Code.ENDS_BEFORE_START,
        "C-1",
        None,
        "discharged_at",
    ),
    "national code of eight digits": (
        lambda d: claim(d)["patient"].update(id="12345679"),
        Code.MALFORMED_NATIONAL_CODE,
        "C-1",
        None,
        "patient.id",
    ),
    "ten equal digits": (
        lambda d: claim(d)["patient"].update(id="1111111111"),
        Code.REPEATED_NATIONAL_CODE,
        "C-1",
        None,
        "patient.id",
    ),
    "wrong check digit": (
        lambda d: claim(d)["patient"].update(id="0012345678"),
        Code.WRONG_NATIONAL_CODE,
        "C-1",
        None,
        "patient.id",
    ),
    "IBAN with a digit changed": (
        lambda d: claim(d)["patient"].update(iban="IR820540102680020817909003"),
        Code.WRONG_IBAN,
        "C-1",
        None,
        "patient.iban",
    ),
    "qualification in no list": (
        lambda d: claim(d)["prescriber"].update(qualification="wizard"),
        Code.NOT_IN_LIST,
        "C-1",
        None,
        "prescriber.qualification",
    ),
    "fact of a line at the claim": (
        lambda d: claim(d)["facts"].update(side="left"),
        Code.FACT_ELSEWHERE,
        "C-1",
        None,
        "facts.side",
    ),
    "text for a yes or no": (
        lambda d: claim(d)["facts"].update(prescriber_stamp="yes"),
        Code.FACT_TYPE,
        "C-1",
        None,
        "facts.prescriber_stamp",
    ),
    "word that a fact does not take": (
        lambda d: line(d)["facts"].update(side="up"),
        Code.FACT_VALUE,
        "C-1",
        2,
        "facts.side",
    ),
    "word that a list does not take": (
        lambda d: claim(d)["facts"].update(sheets=["first", "ninth"]),
        Code.FACT_VALUE,
        "C-1",
        None,
        "facts.sheets",
    ),
    "text for a list": (
        lambda d: claim(d)["facts"].update(sheets="first"),
        Code.FACT_TYPE,
        "C-1",
        None,
        "facts.sheets",
    ),
    "fact on no day": (
        lambda d: claim(d)["facts"].update(eligibility_valid_to="1395-12-31"),
        Code.NO_SUCH_DAY,
        "C-1",
        None,
        "facts.eligibility_valid_to",
    ),
    "number for a date": (
        lambda d: claim(d)["facts"].update(eligibility_valid_to=13951230),
        Code.FACT_TYPE,
        "C-1",
        None,
        "facts.eligibility_valid_to",
    ),
    "facts that are no object": (lambda d: claim(d).update(facts=[]), Code.WRONG_TYPE, "C-1", None, "facts"),
    "text of a whole book": (
        lambda d: claim(d).update(diagnosis="درد " * 2_000),
        Code.LONG_TEXT,
        "C-1",
        None,
        "diagnosis",
    ),
    "submission without a month": (lambda d: d["submission"].pop("month"), Code.MISSING_FIELD, None, None, "month"),
    "month of a Gregorian year": (
        lambda d: d["submission"].update(month="2016-05"),
        Code.NO_SUCH_MONTH,
        None,
        None,
        "month",
    ),
    "thirteenth month": (lambda d: d["submission"].update(month="1395-13"), Code.NO_SUCH_MONTH, None, None, "month"),
    "provider of no kind": (lambda d: provider(d).update(kind="shop"), Code.NOT_IN_LIST, None, None, "provider.kind"),
    "contract that ends first": (
        lambda d: provider(d).update(contract_to="1393-01-01"),
        Code.ENDS_BEFORE_START,
        None,
        None,
        "provider.contract_to",
    ),
    "fact of a claim at the submission": (
        lambda d: d["submission"]["facts"].update(prescriber_stamp=True),
        Code.FACT_ELSEWHERE,
        None,
        None,
        "facts.prescriber_stamp",
    ),
    "no submission": (lambda d: d.pop("submission"), Code.MISSING_FIELD, None, None, "submission"),
    "no claims": (lambda d: d.pop("claims"), Code.MISSING_FIELD, None, None, "claims"),
    "claims that are no list": (lambda d: d.update(claims={}), Code.WRONG_TYPE, None, None, "claims"),
    "member that the contract has not": (lambda d: d.update(note="x"), Code.UNKNOWN_FIELD, None, None, "note"),
    "another format": (lambda d: d.update(format="rasidegi/reference"), Code.WRONG_FORMAT, None, None, "format"),
    "no format": (lambda d: d.pop("format"), Code.WRONG_FORMAT, None, None, "format"),
    "newer version": (lambda d: d.update(version=2), Code.NEWER_VERSION, None, None, "version"),
    "version as text": (lambda d: d.update(version="1"), Code.WRONG_VERSION, None, None, "version"),
}


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_its_place(tmp_path: Path, case: tuple[Any, ...]) -> None:
    spoil, *expected = case
    report = read_document(tmp_path, changed(spoil))

    assert faults(report) == [tuple(expected)]
    assert not report.ok
    assert (report.submission, report.claims, report.claim_file) == (None, (), None)


def test_all_faults_of_all_claims_are_told_at_once(tmp_path: Path) -> None:
    def spoil(document: Document) -> None:
        document["submission"]["month"] = "1395-13"
        claim(document)["kind"] = "surgery"
        claim(document)["patient"]["id"] = "1111111111"
        line(document)["amount"] = -5
        line(document)["date"] = "1395-07-31"
        document["claims"][2]["lines"][0].pop("section")

    report = read_document(tmp_path, changed(spoil, claims=4))

    assert {problem.code for problem in report.errors} == {
        Code.NO_SUCH_MONTH,
        Code.NOT_IN_LIST,
        Code.REPEATED_NATIONAL_CODE,
        Code.TOO_SMALL,
        Code.NO_SUCH_DAY,
        Code.MISSING_FIELD,
    }
    assert report.good_claims == ("C-2", "C-4")


def test_the_list_for_the_command_line_has_a_line_for_each_fault(tmp_path: Path) -> None:
    def spoil(document: Document) -> None:
        line(document)["amount"] = "۱۵۰٬۰۰۰"
        claim(document)["prescriber"]["specialty"] = "stargazing"

    first, second, last = format_problems(read_document(tmp_path, changed(spoil))).splitlines()

    assert unmarked(first) == (
        "خطا: پرونده claims.json، سند C-1، ردیف ۲، مبلغ (amount): نوع مقدار «۱۵۰٬۰۰۰» نادرست است. "
        "در اینجا عدد صحیح بدون ممیز، جداکننده و نشان نقل قول بنویسید."
    )
    assert unmarked(second).startswith(
        "هشدار: پرونده claims.json، سند C-1، تخصص (prescriber.specialty): تخصص «stargazing»"
    )
    assert last == "از این پرونده ۱ سند بی‌خطا بود، ولی هیچ سندی وارد نشد."


def unmarked(text: str) -> str:
    """A text without the marks that isolate its Latin words."""
    return text.replace(LEFT_TO_RIGHT_ISOLATE, "").replace(POP_ISOLATE, "")


def test_past_a_thousand_errors_the_rest_is_counted_and_warnings_are_not_crowded_out(tmp_path: Path) -> None:
    document = a_file(claims=1)
    claim(document)["prescriber"]["specialty"] = "stargazing"
    claim(document)["lines"] = [a_line(no) | {"amount": -1} for no in range(1, MAX_PROBLEMS + 8)]

    report = read_document(tmp_path, document)

    assert (len(report.errors), len(report.warnings), report.omitted) == (MAX_PROBLEMS, 1, 7)
    assert "۷ مورد دیگر" in format_problems(report)


def test_every_fault_has_a_text_and_every_text_is_clean_persian() -> None:
    assert TEXTS.keys() == set(Code)
    for text in TEXTS.values():
        for sentence in (text.sentence, text.remedy):
            assert sentence.endswith(".")
            assert not set("يكى٠١٢٣٤٥٦٧٨٩") & set(sentence)
    assert all(label.strip() for label in FIELD_LABELS.values())


def test_only_mended_or_harmless_things_are_warnings() -> None:
    assert {code for code, text in TEXTS.items() if text.severity is Severity.WARNING} == {
        Code.NUMBER_AS_TEXT,
        Code.NO_CLAIMS,
        Code.PADDED_NATIONAL_CODE,
        Code.DOUBTFUL_NATIONAL_CODE,
        Code.UNKNOWN_SPECIALTY,
        Code.UNKNOWN_CONDITION,
        Code.UNKNOWN_FACT,
        Code.PARTS_NOT_TOTAL,
    }
