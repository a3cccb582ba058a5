"""Global operations as the desk shows them: what the sum holds, what stands beside it, why a claim left. Test figures."""

import pytest

from app.services.stay.global_view import GlobalKind
from tests.catalogue.expansion import cases
from tests.services.stays import example, laid, seen_globally, stay_file

AREA = "inpatient_services"
GLOBAL_CASES = [case for case in cases(AREA) if case["rule"].startswith("GLO-")]


def view(case_id):
    return seen_globally(example(AREA, case_id))


def test_a_bill_by_items_is_recognised_with_what_its_sum_holds():
    found = view("GLO-08-a")

    assert found.kind is GlobalKind.ITEMS
    assert (found.operations, found.inside, found.capped) == ((1,), (1, 2), (2,))
    assert (found.sum, found.inside_approved) == (10_000_000, 10_000_000)


def test_what_is_added_stands_beside_the_sum():
    found = view("GLO-08-c")

    assert (found.inside, found.added, found.capped) == ((1, 2), (3,), ())


@pytest.mark.parametrize(("case_id", "rules"), [("GLO-08-h", ["GLO-06c"]), ("GLO-08-d", ["GLO-06b"])])
def test_a_bill_by_items_outside_the_tariff_tells_why(case_id, rules):
    found = view(case_id)

    assert found.kind is GlobalKind.LEFT
    assert [leaving.rule for leaving in found.leaving] == rules


@pytest.mark.parametrize("case", GLOBAL_CASES, ids=lambda case: case["id"])
def test_every_worked_example_is_shown_as_its_findings_say(case):
    file = example(AREA, case["id"])
    found, result = seen_globally(file), laid(file).result()
    exits = {"GLO-06a", "GLO-06b", "GLO-06c", "GLO-10b"}

    cited = {finding.rule for finding in result.findings}
    if found is None:
        assert cited.isdisjoint({*exits, "GLO-05a", "GLO-05b", "GLO-08"})
        return
    assert (found.kind is GlobalKind.LEFT) >= bool(cited & exits)
    if cited & exits:
        assert {leaving.rule for leaving in found.leaving} >= cited & exits
    held = {f.line for f in result.findings if f.rule in {"GLO-05a", "GLO-05b"}}
    assert held <= set(found.inside)
    assert bool(found.capped) == any(f.rule == "GLO-08" and f.deducted for f in result.findings)


def test_a_stay_without_an_operation_of_the_list_shows_nothing():
    assert seen_globally(stay_file({"section": "drug", "code": "DR01", "amount": 50_000})) is None
