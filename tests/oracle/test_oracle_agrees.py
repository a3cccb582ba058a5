"""The engine agrees with an evaluator of the rule catalogue that was written without looking at the engine.

The oracle is slow and plain: one table of rules, each a function over the whole document, judged again for every
question to see whether its answer costs anything. Amounts are the test figures of tests/catalogue.
"""

from functools import cache

from tests.oracle.claims import made
from tests.oracle.engine_opinions import differences, results
from tests.oracle.makings import books
from tests.oracle.oracle import acting_rules, opinions

CLAIM_FILES = 4000


@cache
def outcome() -> tuple[dict[int, list[str]], frozenset[str]]:
    """Differences by seed, and every rule that the oracle cites somewhere."""
    found, cited = {}, set()
    for seed in range(CLAIM_FILES):
        file = made(seed)
        judgements = opinions(file, books())
        cited |= {says.rule for judgement in judgements for says, _, _ in judgement.said}
        pairs = zip(results(file), judgements, strict=True)
        if differing := [text for result, judgement in pairs for text in differences(result, judgement)]:
            found[seed] = differing
    return found, frozenset(cited)


def test_engine_and_oracle_agree() -> None:
    assert outcome()[0] == {}


def test_generated_claims_wake_every_rule() -> None:
    assert acting_rules() - outcome()[1] == set()
