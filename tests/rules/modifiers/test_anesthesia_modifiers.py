"""Modifiers 31 to 41 one by one: what holds, falls or is asked for, under which clause the rest is cited."""

import pytest

from tests.rules.claims import approved, asked, cited
from tests.rules.modifiers.bills import anesthesia, bill, operation

K = 9_000
RECOVERED = {"recovery_minutes": 45, "recovery_times_recorded": True, "moved_to_special_care": False}


def slept(*modifiers, rule="MOD-32", units=40, code="109040", others=(), equipped=True, **facts):
    """Return the result of an hour's anesthesia, base 4 and 6 of time unless another code is named."""
    lines = [*(others or [operation(code, 100_000)]), anesthesia(code, units * K, *modifiers, **facts)]
    return bill(rule, *lines, submission={"facts": {"recovery_equipped": equipped}})


def units(result, no=2):
    return approved(result)[no - 1] / K


@pytest.mark.parametrize(
    ("position", "far", "added", "unread"),
    [
        ("prone", None, 1, set()),
        ("lateral", False, 1, set()),
        ("semi_sitting", None, 1, set()),
        ("lithotomy", None, 1, set()),
        ("supine", True, 1, set()),
        (None, True, 1, set()),
        ("supine", False, 0, set()),
        ("other", False, 0, set()),
        ("supine", None, 1, {"remote_from_field"}),
        (None, False, 1, {"patient_position"}),
        (None, None, 1, {"patient_position", "remote_from_field"}),
    ],
)
def test_a_difficult_position_or_distance_is_one_unit(position, far, added, unread):
    known = {"patient_position": position, "remote_from_field": far}
    result = slept("32", **{name: value for name, value in known.items() if value is not None})

    assert (units(result), asked(result, "MOD-32")) == (10 + added, unread)
    assert ("MOD-32" in cited(result, 2)) == (not added or bool(unread))


@pytest.mark.parametrize(
    ("modifier", "rule", "fact", "added"),
    [
        ("33", "MOD-33", "hypothermia", 5),
        ("34", "MOD-34", "extracorporeal_pump", 10),
        ("36", "MOD-36a", "emergency_reason_stated", 3),
        ("38", "MOD-38", "controlled_hypotension", 3),
    ],
)
def test_a_modifier_of_one_fact(modifier, rule, fact, added):
    assert units(slept(modifier, **{fact: True})) == 10 + added
    assert units(slept(modifier, **{fact: False})) == 10
    unread = slept(modifier)
    assert (units(unread), asked(unread, rule)) == (10 + added, {fact})


@pytest.mark.parametrize(
    ("risks", "added", "unread"), [(["other"], 2, set()), ([], 0, set()), (None, 2, {"anesthesia_risks"})]
)
def test_named_risks_are_two_units(risks, added, unread):
    result = slept("35", **({} if risks is None else {"anesthesia_risks": risks}))

    assert (units(result), asked(result, "MOD-35a")) == (10 + added, unread)


def test_many_risks_and_a_repeated_35_are_two_units_once():
    many = ["controlled_diabetes", "controlled_hypertension", "other"]
    result = slept("35", "35", "35", units=16, anesthesia_risks=many)

    assert units(result) == 12
    assert "MOD-35b" in cited(result, 2)
    assert "MOD-41a" not in cited(result, 2)


def test_an_excess_over_one_35_falls_with_the_total():
    result = slept("35", units=14, anesthesia_risks=["controlled_diabetes", "other"])

    assert units(result) == 12
    assert cited(result, 2) & {"MOD-35b", "MOD-41a"} == {"MOD-41a"}


@pytest.mark.parametrize(
    ("reason", "left", "rules"),
    [
        (True, 13, {"MOD-36b"}),
        (None, 13, {"MOD-36b", "MOD-36a"}),
        (False, 12, {"MOD-36a"}),
    ],
)
def test_an_emergency_excludes_the_risks_unless_it_falls(reason, left, rules):
    known = {"anesthesia_risks": ["other"], "modifier_reasons_stated": True}
    result = slept("35", "36", **known | ({} if reason is None else {"emergency_reason_stated": reason}))

    assert units(result) == left
    assert cited(result, 2) & {"MOD-35a", "MOD-36a", "MOD-36b"} == rules


def test_risks_count_on_the_first_line_of_a_stay_by_day_then_number():
    later = {"date": "1395-03-06"}
    facts = {"anesthesia_risks": ["other"], "surgery_start": "1395-03-06T09:00", "surgery_end": "1395-03-06T10:00"}
    second = [operation("109040", over=later), anesthesia("109040", 14 * K, "35", over=later, **facts)]
    first = [operation("109040"), anesthesia("109040", 14 * K, "35", anesthesia_risks=["other"])]

    result = bill("MOD-35c", *second, *first)

    assert (units(result, 2), units(result, 4)) == (10, 12)
    assert "MOD-35c" in cited(result, 2)


@pytest.mark.parametrize(
    ("method", "holds"),
    [
        ("general", True),
        ("spinal", True),
        ("epidural", True),
        ("brachial_plexus", True),
        ("lumbar_sacral_plexus", True),
        ("cervical_plexus", True),
        ("other_regional", False),
        ("local", False),
    ],
)
def test_recovery_follows_a_general_spinal_or_plexus_anesthesia(method, holds):
    result = slept("39", anesthesia_method=method, **RECOVERED)

    assert units(result) == 10 + holds
    assert ("MOD-39d" in cited(result, 2)) == (not holds)


@pytest.mark.parametrize("method", ["standby", "iv_sedation"])
def test_sedation_counts_base_and_time_and_asks_for_no_reason(method):
    result = slept("32", "33", "35", "35", "39", anesthesia_method=method)

    assert units(result) == 10
    assert "MOD-41c" in cited(result, 2)
    assert not result.queries


def test_what_is_above_base_and_time_of_a_sedation_is_cited_under_its_clause():
    assert cited(slept(units=12, anesthesia_method="iv_sedation"), 2) & {"MOD-41a", "MOD-41c"} == {"MOD-41c"}


@pytest.mark.parametrize(("modifiers", "rule"), [(("39",), "MOD-39d"), (("33", "39"), "MOD-41c"), ((), None)])
def test_an_unread_method_is_asked_for_where_a_modifier_hangs_on_it(modifiers, rule):
    line = anesthesia("109040", 40 * K, *modifiers, hypothermia=True, **RECOVERED)
    del line["facts"]["anesthesia_method"]

    result = bill("MOD-41c", operation("109040"), line)

    waiting = {finding.rule for finding in result.queries if "anesthesia_method" in finding.facts}
    assert waiting == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("rule", "bad"),
    [
        ("MOD-39c", {"recovery_minutes": 29}),
        ("MOD-39e", {"moved_to_special_care": True}),
        ("MOD-39g", {"recovery_times_recorded": False}),
        ("MOD-39h", {"surgery_end": "1395-03-05T09:29"}),
    ],
)
def test_recovery_falls_under_the_clause_that_it_fails(rule, bad):
    result = slept("39", **RECOVERED | bad)

    assert rule in cited(result, 2)
    assert units(result) == (10 if rule != "MOD-39h" else 4 + 4)


def test_the_centres_room_is_asked_for_and_fails_every_line():
    bad = slept("39", rule="MOD-39f", equipped=False, **RECOVERED)
    unread = slept("39", rule="MOD-39f", equipped=None, **RECOVERED)

    assert (units(bad), "MOD-39f" in cited(bad, 2)) == (10, True)
    assert (units(unread), asked(unread, "MOD-39f")) == (11, {"recovery_equipped"})


BASELESS = {"others": [operation("109090", 80_000), operation("109095", 80_000)]}


def test_without_a_printed_base_three_and_time_count_and_no_modifier():
    result = slept("32", "39", code="109090", units=20, **BASELESS)

    assert units(result, 3) == 3 + 6
    assert {"MOD-31a", "MOD-31b"} <= cited(result, 3)
    assert not [finding for finding in result.queries if finding.line == 3]


@pytest.mark.parametrize(
    ("others", "base"),
    [(("109090", "109060"), 3), (("109090", "109040"), 4), (("109040", "109100"), 4), (("109040", "109010"), 10)],
)
def test_the_highest_base_of_the_session_counts_whichever_code_the_line_bears(others, base):
    lines = [operation(code, 80_000) for code in others]

    assert units(slept(code=others[0], others=lines), 3) == base + 6


@pytest.mark.parametrize(("others", "rule"), [(("109040", "109030"), "MOD-41b"), (("109040", "109090"), "MOD-41a")])
def test_an_excess_is_the_several_bases_where_two_operations_have_one(others, rule):
    result = slept(code=others[0], others=[operation(code, 80_000) for code in others])

    assert cited(result, 3) & {"MOD-41a", "MOD-41b"} == {rule}


def test_a_printed_total_takes_no_time_no_modifier_and_asks_for_nothing():
    line = anesthesia("109210", 20 * K, "32", "63")
    line["facts"] = {"anesthesia_method": "general"}

    result = bill("MOD-41d", operation("109210", 200_000), line, patient={"birth_date": "1395-01-01"})

    assert units(result) == 8
    assert "MOD-41d" in cited(result, 2)
    assert not [finding for finding in result.queries if finding.line == 2]


@pytest.mark.parametrize(
    ("modifiers", "stated", "left", "unread"),
    [
        (("33", "38"), True, 18, set()),
        (("33", "38"), False, 10, set()),
        (("33", "38"), None, 18, {"modifier_reasons_stated"}),
        (("33",), False, 15, set()),
        (("33", "33"), False, 15, set()),
    ],
)
def test_the_reasons_of_several_modifiers_must_be_written(modifiers, stated, left, unread):
    known = {"hypothermia": True, "controlled_hypotension": True}
    result = slept(
        *modifiers, rule="MOD-40b", **known | ({} if stated is None else {"modifier_reasons_stated": stated})
    )

    assert (units(result), asked(result, "MOD-40b")) == (left, unread)


def test_the_times_are_those_of_the_line_else_of_the_sessions_operations():
    line = anesthesia("109040", 40 * K)
    line["facts"] = {"anesthesia_method": "general"}
    early = operation("109040", surgery_start="1395-03-05T09:00", surgery_end="1395-03-05T09:40")
    late = operation("109060", 80_000, surgery_start="1395-03-05T09:30", surgery_end="1395-03-05T10:00")

    assert units(bill("MOD-41a", early, late, line), 3) == 10
    half_known = bill("MOD-41a", operation("109040", surgery_start="1395-03-05T09:00"), line)
    assert (units(half_known), asked(half_known, "MOD-41a")) == (40, {"surgery_start", "surgery_end"})
