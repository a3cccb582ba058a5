"""What holds for every claim of every area, whatever its lines, amounts and facts."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.domain.assessment import ClaimResult
from app.domain.facts import Facts, FactScope
from app.domain.findings import Effect
from app.rules.engine import NO_WAIVERS
from app.services.audit import AuditRound
from tests.catalogue.expansion import dictionary
from tests.catalogue.test_worked_examples import auditor
from tests.rules.engine.grown_claims import AreaFile, grown_files, with_claim

LAW = settings(max_examples=200, deadline=None, derandomize=True)
TAKING = {Effect.REJECT, Effect.REDUCE}
PAYS_FOR_THE_OTHER_VALUE = {
    "prior_radiotherapy": "RT-01d",
    "level_one_service": "LAB-04l",
    "at_home": "MOD-86a",
    "resident_physician_present": "VIS-09",
}
"""Facts whose good value is the ordinary one, and the clauses that excuse or pay something for the other one."""


def audit(seed: AreaFile, *, waived: frozenset[tuple[str, int | None]] = NO_WAIVERS) -> tuple[ClaimResult, ...]:
    """Return the results of all claims of a file; `waived` is set aside on the first of them."""
    waivers = {seed.file.claims[0].id: waived}
    round_ = AuditRound(auditor(seed.area), seed.file.submission, seed.file.claims, waivers=waivers)
    return tuple(round_.result(number) for number in range(len(seed.file.claims)))


def best_values(scope: FactScope) -> Facts:
    """Return the good values of a scope that no clause pays less for than for another."""
    good = dictionary().good_values(scope)
    return {name: value for name, value in good.items() if name not in PAYS_FOR_THE_OTHER_VALUE}


def amounts(result: ClaimResult) -> dict[int, int]:
    return {line.no: line.approved for line in result.lines}


@LAW
@given(grown_files())
def test_every_rial_is_accounted_for(seed):
    for claim, result in zip(seed.file.claims, audit(seed), strict=True):
        whole = any(finding.line is None and finding.effect is Effect.REJECT for finding in result.findings)
        for line in result.lines:
            taken = sum(finding.deducted for finding in result.findings_of(line.no))
            assert 0 <= line.approved <= line.claimed
            assert whole or line.claimed - taken == line.approved
        totals = result.totals
        assert totals.claimed == claim.claimed
        assert totals.approved == sum(line.approved for line in result.lines)
        assert totals.deducted == totals.claimed - totals.approved
        assert totals.deducted == sum(finding.deducted for finding in result.findings)
        assert totals.patient_share + totals.insurer_share == totals.approved
        assert min(totals.patient_share, totals.insurer_share) >= 0


@LAW
@given(grown_files(), st.randoms())
def test_the_order_of_lines_changes_no_total(seed, random):
    claim = seed.file.claims[0]
    shuffled = list(claim.lines)
    random.shuffle(shuffled)
    other = with_claim(seed, replace(claim, lines=tuple(shuffled)))

    assert [amounts(result) for result in audit(other)] == [amounts(result) for result in audit(seed)]
    assert [result.totals for result in audit(other)] == [result.totals for result in audit(seed)]


@LAW
@given(grown_files(), st.data())
def test_a_further_good_fact_lowers_no_amount(seed, data):
    claim = seed.file.claims[0]
    of_claim, of_line = (best_values(scope) for scope in (FactScope.CLAIM, FactScope.LINE))
    lacking = sorted(of_claim.keys() - claim.facts.keys())
    lacking_on_lines = [(line.no, name) for line in claim.lines for name in sorted(of_line.keys() - line.facts.keys())]
    unknown = [*((None, name) for name in lacking), *lacking_on_lines]
    assume(unknown)
    told = data.draw(st.lists(st.sampled_from(unknown), min_size=1, unique=True))
    better = replace(
        claim,
        facts=dict(claim.facts) | {name: of_claim[name] for no, name in told if no is None},
        lines=tuple(
            replace(line, facts=dict(line.facts) | {name: of_line[name] for no, name in told if no == line.no})
            for line in claim.lines
        ),
    )
    before, after = audit(seed)[0], audit(with_claim(seed, better))[0]

    for line in before.lines:
        assert after.line(line.no).approved >= line.approved, line.no


@LAW
@given(grown_files(), st.data())
def test_a_lower_claimed_amount_raises_no_approved_one_above_it(seed, data):
    claim = seed.file.claims[0]
    chosen = data.draw(st.sampled_from(claim.lines))
    lower = data.draw(st.integers(0, chosen.amount))
    lines = tuple(replace(line, amount=lower) if line is chosen else line for line in claim.lines)
    before, after = audit(seed)[0], audit(with_claim(seed, replace(claim, lines=lines)))[0]

    assert after.line(chosen.no).approved <= min(lower, before.line(chosen.no).approved)


@LAW
@given(grown_files(), st.data())
def test_a_waived_finding_is_gone_and_pays_no_less_on_its_line(seed, data):
    result = audit(seed)[0]
    chosen = data.draw(st.sampled_from([f for f in result.findings if f.effect in TAKING] or [None]))
    if chosen is None:
        return
    without = audit(seed, waived=frozenset({(chosen.rule, chosen.line)}))[0]

    assert [f for f in without.findings if (f.rule, f.line) == (chosen.rule, chosen.line)] == []
    if chosen.line is not None:
        assert without.line(chosen.line).approved >= result.line(chosen.line).approved
    else:
        assert without.totals.approved >= result.totals.approved


@LAW
@given(grown_files())
def test_the_same_question_has_the_same_answer(seed):
    assert [result.digest() for result in audit(seed)] == [result.digest() for result in audit(seed)]
