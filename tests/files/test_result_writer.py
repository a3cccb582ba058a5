"""Audit results go out one JSON document a line, as the contract says."""

import json

import jsonschema_rs

from app.domain.assessment import ClaimResult, LineResult, Totals
from app.domain.findings import Effect, Finding, Mark, Verdict
from app.files.result_writer import audit_line
from app.resources import resource

SCHEMA = json.loads(resource("contract", "audit-result.schema.json").read_text(encoding="utf-8"))


def results() -> tuple[ClaimResult, ...]:
    """Two results of test figures."""
    finding = Finding(
        "IMG-01",
        "بند آزمایشی",
        Effect.REDUCE,
        "جمله\nآزمایشی\u2028با سطر تازه",
        line=1,
        before=100,
        after=70,
        facts=("side",),
        also=("GEN-02",),
    )
    question = Finding("GEN-05", "بند آزمایشی", Effect.QUERY, "پرسش آزمایشی.", needs="گزارش")
    reduced = ClaimResult(
        "C-1", Verdict.QUERY, Totals(100, 70, 30, 21, 49), (LineResult(1, 100, 70, Mark.CIRCLE),), (finding, question)
    )
    whole = ClaimResult("C-2", Verdict.APPROVED, Totals(5, 5, 0, 2, 3), (LineResult(1, 5, 5, Mark.TICK),), ())
    return reduced, whole


def test_a_file_of_results_is_one_line_of_the_contracts_form() -> None:
    line = audit_line(results(), ["بسته آزمایشی"], "0.1.0+abc")
    document = json.loads(line)

    jsonschema_rs.validate(SCHEMA, document)
    assert "\n" not in line
    assert (document["reference_packs"], document["rulebook"]) == (["بسته آزمایشی"], "0.1.0+abc")
    assert [claim["id"] for claim in document["claims"]] == ["C-1", "C-2"]
    assert document["claims"][0]["findings"][1] == {
        "rule": "GEN-05",
        "clause": "بند آزمایشی",
        "line": None,
        "effect": "query",
        "message": "پرسش آزمایشی.",
        "needs": "گزارش",
    }


def test_no_claims_are_an_empty_list() -> None:
    assert json.loads(audit_line((), (), "x"))["claims"] == []
