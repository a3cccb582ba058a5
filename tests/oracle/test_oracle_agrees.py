"""The engine agrees with an evaluator of the rule catalogue that was written without looking at the engine.

The oracle is slow and plain: one table of rules, each a function over the whole document, judged again for every
question to see whether its answer costs anything. Amounts are the test figures of tests/catalogue.
"""

import pytest

from tests.oracle.circ_claims import PREFIXES
from tests.oracle.claims import made, targets
from tests.oracle.engine_opinions import differences, results
from tests.oracle.makings import books
from tests.oracle.oracle import acting_rules, opinions

FILES_OF_A_RULE = 13
CLAIMS, STAYS = 11_000, 5_000
WITHOUT_ROWS = {"HPT-02"}
"""The lengths of sessions stand on rows that another area's rows replace where the packs are merged."""
HANDBOOK_SHARES = 10
SHARES = HANDBOOK_SHARES + 1
"""Parts of the run, each with its rules and the claims aimed at them, so that several workers can share it.

The rules of the circulars are the last share.
"""


def rules_of(share: int) -> list[str]:
    """The rules of a share, neighbours in the catalogue."""
    if share == HANDBOOK_SHARES:
        return [rule for rule in targets() if rule.startswith(PREFIXES)]
    handbook = [rule for rule in targets() if not rule.startswith(PREFIXES)]
    return handbook[share * len(handbook) // HANDBOOK_SHARES : (share + 1) * len(handbook) // HANDBOOK_SHARES]


@pytest.mark.parametrize("share", range(SHARES))
def test_engine_and_oracle_agree_and_the_claims_of_a_share_wake_its_rules(share: int) -> None:
    differing: dict[str, list[str]] = {}
    woken: set[str] = set()
    for rule in rules_of(share):
        for number in range(FILES_OF_A_RULE):
            file = made(rule, number)
            judgements = opinions(file, books())
            woken |= {says.rule for judgement in judgements for says, _, _ in judgement.said}
            for result, judgement in zip(results(file), judgements, strict=True):
                if found := list(differences(result, judgement)):
                    differing[f"{rule} {number} {result.claim_id}"] = found
    assert differing == {}
    assert set(rules_of(share)) - woken <= WITHOUT_ROWS


def test_there_are_so_many_claims_and_every_rule_has_some() -> None:
    files = (made(rule, number) for rule in targets() for number in range(FILES_OF_A_RULE))
    kinds = [claim["kind"] for file in files for claim in file["claims"]]

    assert len(kinds) >= CLAIMS
    assert sum(kind in {"inpatient", "temporary"} for kind in kinds) >= STAYS
    assert acting_rules() - set(targets()) == {"GEN-22", "MRI-02c"}, "which stand beside the refusals of others"
