"""Section 10: PKU and other inherited diseases, in two stages, for couples who may be carriers."""

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Outcomes, demand, demand_all
from app.rules.registry import Phase, line_rule, on

CARRIER_TESTS = on(groups={"carrier_test"})
AFFECTED_CHILD, MONTH, DOCUMENTS = "affected_child", "pregnancy_month", "carrier_documents"
POSITIVE, MARRIED = "stage_one_positive", "married"
RECESSIVE, X_LINKED = "autosomal_recessive", "x_linked"


def _is_first_stage(line: CaseLine) -> bool:
    return (line.attribute("stage") or 1) == 1


@line_rule("LAB-10a", Phase.COVER, CARRIER_TESTS)
def with_affected_child(case: Case, line: CaseLine) -> Outcomes:
    """Pay both stages to the end of the fourth month where the couple has an affected child.

    Whether it has one is not asked for a first stage with papers, which is payable either way.
    """
    affected, month = case.fact(AFFECTED_CHILD), case.fact(MONTH)
    if line.attribute("inheritance") != RECESSIVE:
        return
    if affected is UNKNOWN and not (case.fact(DOCUMENTS) is True and _is_first_stage(line)):
        yield Ask(line, (AFFECTED_CHILD,))
    elif affected is True:
        in_time: Answer = month <= case.figure("carrier_test_month") if isinstance(month, int) else UNKNOWN
        yield from demand(in_time, MONTH)


@line_rule("LAB-10b", Phase.COVER, CARRIER_TESTS)
def with_carrier_papers(case: Case, line: CaseLine) -> Outcomes:
    """Pay without an affected child the first stage with papers, the second after a positive first."""
    if line.attribute("inheritance") == RECESSIVE and case.fact(AFFECTED_CHILD) is False:
        papers = case.fact(DOCUMENTS)
        if papers is not True:
            yield from demand(papers, DOCUMENTS)
        elif not _is_first_stage(line):
            yield from demand(case.fact(POSITIVE), POSITIVE)


@line_rule("LAB-10c", Phase.COVER, CARRIER_TESTS)
def of_x_linked_disease(case: Case, line: CaseLine) -> Outcomes:
    """Pay in X-linked diseases the first stage after marriage with the mother's papers, further ones if positive."""
    if line.attribute("inheritance") != X_LINKED:
        return
    needed = (DOCUMENTS, MARRIED) if _is_first_stage(line) else (DOCUMENTS, MARRIED, POSITIVE)
    yield from demand_all({name: case.fact(name) for name in needed})
