"""Items 3 and 4: what offices and general clinics may give, and the exercise test in an office."""

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.general.terms import items
from app.rules.outcomes import Ask, Outcomes, demand
from app.rules.persons import one_of, unnamed
from app.rules.physicians.scope import line_rule
from app.rules.physicians.terms import in_office, is_service_line, performer_of, performer_role
from app.rules.registry import Phase, Place, on, remark, silent

CONTRACT = "contract_items"
EXERCISE_TESTS = on(groups={"exercise_test"})


def _in_contract(case: Case, line: CaseLine) -> Answer:
    """Tell whether the contract names the code or the group of a line."""
    named = case.fact(CONTRACT)
    return UNKNOWN if named is UNKNOWN else not items(named).isdisjoint({line.code, line.group})


@line_rule("PHY-03", Phase.COVER)
def outside_table_one(case: Case, line: CaseLine) -> Outcomes:
    """Refuse, in a contracted office or general clinic, a service that neither table 1 nor the contract names.

    A code in no pack is GEN-25's question.
    """
    if not case.is_contracted or case.submission.provider.kind not in case.figure("table_one_provider_kinds"):
        return
    if is_service_line(case, line) and line.service is not None and line.attribute("office_list") is not True:
        yield from demand(_in_contract(case, line), CONTRACT)


def _by_cardiologist(case: Case, line: CaseLine) -> Answer:
    return one_of(performer_of(case, line).specialty, case.figure("exercise_test_office_specialties"))


@line_rule("PHY-04", Phase.COVER, EXERCISE_TESTS)
def exercise_test_of_cardiologist(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a cardiologist's exercise test in his contracted office where the contract does not name it."""
    if in_office(case) and case.is_contracted and _by_cardiologist(case, line) is True:
        yield from demand(_in_contract(case, line), CONTRACT)


@line_rule("PHY-04a", Phase.COVER, EXERCISE_TESTS)
def exercise_test_of_another(case: Case, line: CaseLine) -> Outcomes:
    """Ask about an exercise test in an office by anyone who is not known to be a cardiologist; never a ground."""
    if in_office(case) and _by_cardiologist(case, line) is not True:
        yield Ask(line, unnamed(performer_role(case, line), performer_of(case, line), "specialty"))


remark("PHY-04b", Place.RULE_BOOK)
silent("PHY-03 looks at offices and general clinics only", "PHY-03a")
