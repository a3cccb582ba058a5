"""What holds for every claim, whatever it says: sums, citations, and how unknown facts, waivers and order act."""

from dataclasses import replace
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.domain.assessment import ClaimResult
from app.domain.claim import ClaimFile
from app.domain.coded_fields import CODED_FIELDS
from app.domain.facts import FactKind, FactScope
from app.domain.findings import Effect, Finding, Mark, Verdict
from app.rules.case import Case
from app.rules.engine import NO_WAIVERS, Engine
from app.rules.registry import REGISTRY, Registry
from app.services.audit import AuditRound
from tests.catalogue.expansion import dictionary, rulebook
from tests.rules.engine.claim_strategies import AUDITOR, claim_files, with_answers, with_good_facts

LAW = settings(max_examples=60, deadline=None, derandomize=True)
TAKING = {Effect.REJECT, Effect.REDUCE}


def audit(
    claim_file: ClaimFile, *, asking: bool = True, waived: frozenset[tuple[str, int | None]] = NO_WAIVERS
) -> ClaimResult:
    waivers = {claim_file.claims[0].id: waived}
    return AuditRound(AUDITOR, claim_file.submission, claim_file.claims, asking=asking, waivers=waivers).result(0)


def general_audit(claim_file: ClaimFile, *, waived: frozenset[tuple[str, int | None]] = NO_WAIVERS) -> ClaimResult:
    """Judge a claim by the general part alone, whose rules look at each line by itself."""
    (claim,) = claim_file.claims
    case = Case(claim_file.submission, claim, reference=AUDITOR.reference, rulebook=rulebook(), dictionary=dictionary())
    return GENERAL_ENGINE.assess(case, waived=waived)


def _general_engine() -> Engine:
    register = Registry()
    for rule in REGISTRY:
        if rule.id.startswith("GEN-"):
            register.add(rule)
    return Engine(rulebook(), dictionary(), register)


GENERAL_ENGINE = _general_engine()


def amounts(result: ClaimResult) -> dict[int, int]:
    return {line.no: line.approved for line in result.lines}


@LAW
@given(claim_files())
def test_every_rial_is_accounted_for(claim_file):
    result = audit(claim_file)
    whole = sum(finding.deducted for finding in result.findings_of(None))

    for line in result.lines:
        taken = sum(finding.deducted for finding in result.findings_of(line.no))
        assert 0 <= line.approved <= line.claimed
        assert whole or line.claimed - taken == line.approved
    totals = result.totals
    assert totals.claimed == claim_file.claims[0].claimed
    assert totals.approved == sum(line.approved for line in result.lines)
    assert totals.deducted == totals.claimed - totals.approved == sum(finding.deducted for finding in result.findings)
    assert totals.patient_share + totals.insurer_share == totals.approved
    assert min(totals.patient_share, totals.insurer_share) >= 0


@LAW
@given(claim_files())
def test_a_finding_cites_its_clause_and_never_raises_an_amount(claim_file):
    for finding in audit(claim_file).findings:
        entry = rulebook()[finding.rule]
        assert (finding.clause, finding.reading) == (entry.clause, entry.unclear)
        assert finding.message
        assert finding.line is None or claim_file.claims[0].lines[finding.line - 1].no == finding.line
        assert (finding.before is None) == (finding.after is None) == (finding.effect not in TAKING)
        assert finding.before is None or finding.after is None or finding.before >= finding.after >= 0


@LAW
@given(claim_files())
def test_marks_and_verdict_say_what_the_amounts_say(claim_file):
    result = audit(claim_file)

    for line in result.lines:
        assert (line.mark is Mark.TICK) <= (line.approved == line.claimed)
        assert (line.mark is Mark.CIRCLE) <= (0 < line.approved < line.claimed)
        assert (line.mark is Mark.ZERO) <= (line.approved == 0)
    assert (result.verdict is Verdict.QUERY) == bool(result.queries)
    assert (result.verdict is Verdict.REJECTED) <= (result.totals.approved == 0)
    assert (result.verdict is Verdict.APPROVED) <= (result.totals.deducted == 0)


@LAW
@given(claim_files(), st.randoms())
def test_the_order_of_lines_changes_nothing(claim_file, random):
    (claim,) = claim_file.claims
    shuffled = list(claim.lines)
    random.shuffle(shuffled)
    other = replace(claim_file, claims=(replace(claim, lines=tuple(shuffled)),))

    assert amounts(audit(other)) == amounts(audit(claim_file))
    assert audit(other).totals == audit(claim_file).totals


@LAW
@given(claim_files())
def test_the_same_question_has_the_same_answer(claim_file):
    assert audit(claim_file).digest() == audit(claim_file).digest()


@LAW
@given(claim_files())
def test_an_unknown_fact_pays_what_a_good_one_pays(claim_file):
    assert amounts(audit(with_good_facts(claim_file))) == amounts(audit(claim_file))


@LAW
@given(claim_files())
def test_with_all_facts_good_no_query_asks_for_one_of_them(claim_file):
    good = {name for scope in FactScope for name in dictionary().good_values(scope)}

    assert [query for query in audit(with_good_facts(claim_file)).queries if good.intersection(query.facts)] == []


@LAW
@given(claim_files())
def test_nobody_is_asked_for_what_he_has_said(claim_file):
    (claim,) = claim_file.claims
    lines = {line.no: line for line in claim.lines}

    for query in audit(claim_file).queries:
        given_facts = {*claim_file.submission.facts, *claim.facts}
        given_facts |= set(lines[query.line].facts) if query.line else set()
        assert given_facts.isdisjoint(query.facts), query
        assert query.facts or query.needs
        assert {*query.facts} <= {*dictionary(), *CODED_FIELDS}


@LAW
@given(claim_files())
def test_every_question_of_yes_or_no_can_change_an_amount(claim_file):
    result = audit(claim_file)

    for query in result.queries:
        if query.facts and all(
            name in dictionary() and dictionary()[name].kind is FactKind.BOOL for name in query.facts
        ):
            answers = [
                dict(zip(query.facts, values, strict=True))
                for values in product((True, False), repeat=len(query.facts))
            ]
            answered = [amounts(audit(with_answers(claim_file, query.line, answer))) for answer in answers]
            if 0 not in {line.claimed for line in result.lines}:
                assert any(found != amounts(result) for found in answered), query


@LAW
@given(claim_files())
def test_a_line_of_no_rials_is_no_question(claim_file):
    for line in audit(claim_file).lines:
        assert (line.approved == 0) <= (line.mark is not Mark.QUERY)


@LAW
@given(claim_files())
def test_without_questions_the_same_is_paid(claim_file):
    silent = audit(claim_file, asking=False)

    assert silent.queries == ()
    assert amounts(silent) == amounts(audit(claim_file))


@LAW
@given(claim_files(), st.data())
def test_a_waived_finding_is_gone_and_pays_no_less_on_its_line(claim_file, data):
    result = audit(claim_file)
    chosen = data.draw(st.sampled_from(_taking(result) or [None]))
    if chosen is None:
        return
    without = audit(claim_file, waived=frozenset({(chosen.rule, chosen.line)}))

    assert [f for f in without.findings if (f.rule, f.line) == (chosen.rule, chosen.line)] == []
    if chosen.line is not None:
        assert without.line(chosen.line).approved >= result.line(chosen.line).approved
    else:
        assert without.totals.approved >= result.totals.approved


@LAW
@given(claim_files(), st.data())
def test_in_the_general_part_a_waiver_on_one_line_leaves_the_others_alone(claim_file, data):
    (claim,) = claim_file.claims
    assume(all(line.facts.get("price_written", True) for line in claim.lines))
    result = general_audit(claim_file)
    chosen = data.draw(st.sampled_from([finding for finding in _taking(result) if finding.line] or [None]))
    if chosen is None:
        return
    waived = frozenset({(chosen.rule, chosen.line)})
    without = general_audit(claim_file, waived=waived)

    assert {no: amount for no, amount in amounts(without).items() if no != chosen.line} == {
        no: amount for no, amount in amounts(result).items() if no != chosen.line
    }


def _taking(result: ClaimResult) -> list[Finding]:
    return [finding for finding in result.findings if finding.effect in TAKING]
