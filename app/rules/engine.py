"""The engine: runs the rules of six phases over a claim and returns what they say; pure, the same on every machine.

The same call serves the batch command, the desk and the tests. Its answer depends on the claim, its known history, the
facts, the reference and the rule book, and on nothing else.
"""

from collections.abc import Iterable

from app.domain.assessment import ClaimResult, LineResult, Remark, Totals
from app.domain.dates import JalaliDate
from app.domain.facts import FactDictionary
from app.domain.findings import Effect, Finding, Mark, Verdict
from app.domain.rulebook import Rulebook, RuleEntry
from app.rules.case import Case, CaseLine
from app.rules.ledger import Ledger
from app.rules.registry import REGISTRY, Phase, Place, RegisteredRule, Registry
from app.rules.shares import Shares, share_out

NO_WAIVERS: frozenset[tuple[str, int | None]] = frozenset()
PHASES_OF_A_REJECTED_CLAIM = frozenset({Phase.ADMISSIBILITY, Phase.SHARES})


class Engine:
    """A rule book with its functions in running order; raises ValueError where a function has no entry in the book."""

    def __init__(self, rulebook: Rulebook, dictionary: FactDictionary, registry: Registry = REGISTRY) -> None:
        strangers = registry.ids - set(rulebook)
        if strangers:
            raise ValueError(f"rules that the rule book does not know: {', '.join(sorted(strangers))}")
        self.rulebook = rulebook
        self._dictionary = dictionary
        self._registry = registry
        self._rules = tuple((rulebook[rule.id], rule) for rule in in_running_order(registry, rulebook))

    def assess(
        self,
        case: Case,
        *,
        waived: frozenset[tuple[str, int | None]] = NO_WAIVERS,
        asking: bool = True,
    ) -> ClaimResult:
        """Return the result of a fresh case.

        Args:
            case: the claim with its facts, history and reference.
            waived: (rule, line) pairs that a person has set aside.
            asking: False takes every unknown fact as good and asks nothing.
        """
        ledger = Ledger(case, self._dictionary, asking=asking)
        self._run(case, ledger, waived, until=Phase.SHARES)
        return self._result(case, ledger)

    def judge(self, case: Case, *, until: Phase, waived: frozenset[tuple[str, int | None]] = NO_WAIVERS) -> None:
        """Run the phases up to `until` over a fresh case, so that its lines show what is left of them."""
        self._run(case, Ledger(case, self._dictionary), waived, until=until)

    def _run(self, case: Case, ledger: Ledger, waived: frozenset[tuple[str, int | None]], *, until: Phase) -> None:
        case.waived = waived
        for entry, rule in self._rules:
            if rule.phase > until:
                return
            if self._concerns(entry, rule, case) and not (
                ledger.rejected and rule.phase not in PHASES_OF_A_REJECTED_CLAIM
            ):
                for outcome in tuple(rule.run(case)):
                    cited = self.rulebook[outcome.under] if outcome.under else entry
                    if (cited.id, outcome.line.no if outcome.line else None) not in waived:
                        ledger.apply(cited, rule.phase, outcome)

    @staticmethod
    def _concerns(entry: RuleEntry, rule: RegisteredRule, case: Case) -> bool:
        if case.claim.kind not in entry.kinds or case.insurer not in rule.insurers:
            return False
        return rule.since is None or (
            case.service_day is not None and case.service_day >= JalaliDate.parse(case.figure(rule.since))
        )

    def _result(self, case: Case, ledger: Ledger) -> ClaimResult:
        shares = share_out(case)
        findings = ledger.findings()
        return ClaimResult(
            claim_id=case.claim.id,
            verdict=_verdict(case, ledger, findings),
            totals=_totals(case, shares),
            lines=tuple(_line_result(line, ledger.mark(line)) for line in case.lines),
            findings=findings,
            share_percent=shares.percent,
            insurer_only=shares.insurer_only,
            share_steps=shares.steps,
            unofficial=case.unofficial_packs,
            rulebook=self.rulebook.version,
            remarks=tuple(self._remarks(case)),
        )

    def _remarks(self, case: Case) -> Iterable[Remark]:
        for remark in self._registry.remarks.values():
            entry = self.rulebook[remark.id]
            if remark.place is Place.RULE_BOOK or case.claim.kind not in entry.kinds:
                continue
            if case.insurer not in remark.insurers:
                continue
            lines = list(remark.lines(case))
            if remark.place is Place.LINE:
                yield from (Remark(entry.id, entry.clause, entry.wording, line.no) for line in lines)
            elif lines:
                yield Remark(entry.id, entry.clause, entry.wording)


def in_running_order(registry: Registry, rulebook: Rulebook) -> list[RegisteredRule]:
    """Return the rules by phase, late ones after the others, else in the order of the book.

    `ahead_of` goes before; the rules of a sequence share out their places among themselves.
    """
    ordered = sorted(registry, key=lambda rule: (rule.phase, rule.late, rulebook[rule.id].position))
    for rule in [rule for rule in ordered if rule.ahead_of]:
        ordered.remove(rule)
        target = next(i for i, other in enumerate(ordered) if (other.id, other.phase) == (rule.ahead_of, rule.phase))
        ordered.insert(target, rule)
    for phase, ids in registry.sequences:
        places = [i for i, rule in enumerate(ordered) if rule.phase is phase and rule.id in ids]
        in_order = sorted((ordered[place] for place in places), key=lambda rule: ids.index(rule.id))
        for place, rule in zip(places, in_order, strict=True):
            ordered[place] = rule
    return ordered


def _verdict(case: Case, ledger: Ledger, findings: tuple[Finding, ...]) -> Verdict:
    """Return the verdict: a prescription falls by a ground against the whole, a stay where nothing of it stands."""
    if any(finding.effect is Effect.QUERY for finding in findings):
        return Verdict.QUERY
    if ledger.rejected or (case.is_stay and case.lines and not case.live_lines):
        return Verdict.REJECTED
    return Verdict.ADJUSTED if any(line.amount < line.claimed for line in case.lines) else Verdict.APPROVED


def _line_result(line: CaseLine, mark: Mark) -> LineResult:
    return LineResult(
        line.no,
        line.claimed,
        line.amount,
        mark,
        steps=line.steps,
        units=line.line.quantity,
        kept_units=line.paid_units,
    )


def _totals(case: Case, shares: Shares) -> Totals:
    claimed = sum(line.claimed for line in case.lines)
    approved = sum(line.amount for line in case.lines)
    return Totals(claimed, approved, claimed - approved, shares.patient, shares.insurer)
