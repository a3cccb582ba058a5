"""The sentences of findings: a rule's own wording, or what a query waits for."""

from app.domain.coded_fields import CODED_FIELDS
from app.domain.facts import FactDictionary
from app.domain.findings import Effect
from app.domain.rulebook import RuleEntry
from app.rules.outcomes import Ask, Outcome


def label(name: str, dictionary: FactDictionary) -> str:
    """Return the Persian name of a fact or coded field."""
    return (CODED_FIELDS.get(name) or dictionary[name]).label


def message(entry: RuleEntry, outcome: Outcome, dictionary: FactDictionary, *, told: bool = False) -> str:
    """Return the one Persian sentence of a finding.

    `told` says that all facts asked about are recorded: a rule that asks then says in its own words what is wrong.
    """
    if not isinstance(outcome, Ask) or (told and entry.effect is Effect.QUERY):
        return entry.wording
    if outcome.needs:
        return f"{outcome.needs}؛ تا روشن شدن آن، این مبلغ قطعی نیست."
    labels = "، ".join(f"«{label(name, dictionary)}»" for name in outcome.facts)
    return f"{labels} روشن نیست و باید بررسی شود." if labels else entry.wording
