"""Article 11: who may assist where, who was absent, and what shows that he was there."""

import pytest

from app.domain.claim import ClaimKind
from app.domain.findings import Mark
from app.rules.around import Surroundings
from app.services.audit import AuditRound
from tests.rules.claims import approved, asked, auditor, cited, made, marks
from tests.rules.inpatient_services.stays import AREA, bill, bills, operation, row

SIGNED = ["operative_note", "or_sheet"]
ELSEWHERE = {"facts": {"teaching": False}}


def helped(qualification="resident", specialty=None, no="60001", **facts):
    known = {"resident_year": 3, "assistant_signed": SIGNED} | facts
    person = {"id": no, "qualification": qualification, "specialty": specialty}
    kept = {name: value for name, value in person.items() if value}
    return row("assistant", "AS01", 100_000, over={"performer": kept}, **known)


def stay(rule, assistant, **over):
    return bill(rule, operation("AS01", 500_000), assistant, **over)


@pytest.mark.parametrize(("year", "left"), [(2, 0), (3, 100_000), (5, 100_000)])
def test_residents_assist_from_the_third_year_in_a_teaching_centre(year, left):
    assert approved(stay("AST-01a", helped(resident_year=year)))[1] == left


def test_an_assistant_whom_nobody_named_is_asked_for():
    line = row("assistant", "AS01", 100_000, assistant_signed=SIGNED)

    assert asked(bill("AST-01a", operation("AS01", 500_000), line), "AST-01a") == {"performer.qualification"}
    elsewhere = bill("AST-01b", operation("AS01", 500_000), line, submission=ELSEWHERE)
    assert asked(elsewhere, "AST-01b") == {"performer.qualification"}


@pytest.mark.parametrize(
    ("specialty", "related", "mark"),
    [
        ("orthopedics", None, Mark.TICK),
        ("urology", True, Mark.TICK),
        ("urology", None, Mark.QUERY),
        ("urology", False, Mark.ZERO),
        (None, True, Mark.TICK),
        (None, None, Mark.QUERY),
    ],
)
def test_elsewhere_a_specialist_of_a_related_field_assists(specialty, related, mark):
    known = {} if related is None else {"assistant_specialty_related": related}
    result = stay("AST-01b", helped("specialist", specialty, **known), submission=ELSEWHERE)

    assert marks(result)[1] is mark


def test_an_absent_resident_loses_his_other_lines_of_the_claim_too():
    second = helped() | {"code": "AS03", "amount": 80_000, "date": "1395-03-06"}
    result = bill(
        "AST-02",
        operation("AS01", 500_000),
        operation("AS03", 400_000, date="1395-03-06"),
        helped(assistant_absent=True),
        second,
    )

    assert approved(result)[2:] == [0, 0]


def test_the_name_of_an_absent_resident_decides_in_other_claims_not_the_fact_alone():
    first = {"lines": [operation("AS01", 500_000), helped(assistant_absent=False)]}
    other = {"id": "C-2", "patient": {"id": "0000000002"}, "lines": [operation("AS01", 500_000), helped()]}

    assert approved(bills("AST-02", first, other)["C-2"])[1] == 100_000


@pytest.mark.parametrize(("signed", "left"), [(SIGNED, 100_000), (["or_sheet"], 0), ([], 0)])
def test_the_assistant_signs_both_papers(signed, left):
    assert approved(stay("AST-04", helped(assistant_signed=signed)))[1] == left


def test_an_assistant_stands_and_falls_with_the_operation_of_the_code_and_day():
    line = helped() | {"date": "1395-03-06"}

    assert cited(bill("AST-01", operation("AS01", 500_000), line), 2) >= {"AST-01"}
    assert cited(bill("AST-01", operation("AS01", 500_000), helped()), 2) == set()


def test_of_a_fixed_fee_the_assistant_has_a_fifth():
    line = helped(assistant_signed=SIGNED) | {"code": "DG20", "amount": 2_000_000}
    result = bill("AST-01", operation("DG20", 8_000_000), line)

    assert approved(result)[1] == 1_600_000
    assert "AST-01" in cited(result, 2)


def test_a_resident_whom_the_centres_month_shows_absent_loses_his_fees():
    file = made("AST-02", "inpatient", claim={"lines": [operation("AS01", 500_000), helped()]})
    month = Surroundings(frozenset({ClaimKind.INPATIENT}), absent_residents=frozenset({"60001"}))
    result = AuditRound(auditor(AREA), file.submission, file.claims, surroundings=month).result(0)

    assert approved(result) == [500_000, 0]
    assert cited(result, 2) == {"AST-02"}


def test_the_fifth_is_not_cited_where_another_modifier_of_the_assistant_falls():
    line = helped(assistant_signed=SIGNED, full_time_geographic=True) | {"amount": 200_000, "modifiers": ["90"]}
    result = bill("AST-01", operation("AS01", 500_000), line, submission={"provider": {"sector": "private"}})

    assert approved(result)[1] == 100_000
    assert cited(result, 2) == {"MOD-90a"}
