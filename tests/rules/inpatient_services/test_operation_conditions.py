"""Conditions under which operations and their anesthesia are covered: each answer, both sides of each boundary."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, asked, assess, cited, marks, said
from tests.rules.inpatient_services.stays import AREA, SURGEON, bill, item, operation, row

ADMITTED = "1395-03-05"


def answers(rule, code, section="surgery", *, on_claim=(), born="1350-05-05", **facts):
    """Return the mark of one line; facts of the claim are named in `on_claim`, None is a fact that nobody read."""
    claim = {name: facts.pop(name) for name in on_claim if name in facts}
    known = {name: value for name, value in facts.items() if value is not None}
    line = row(section, code, 400_000, over={"performer": SURGEON}, operation_times_confirmed=True, **known)
    unread = dict.fromkeys(on_claim)
    (mark,) = marks(bill(rule, line, facts=unread | claim, patient={"birth_date": born}))
    return mark


@pytest.mark.parametrize(
    ("rule", "code", "fact", "on_claim"),
    [
        ("SUR-ORT-01b", "OR01", "deep_exploration_documented", False),
        ("SUR-ORT-11", "OR18", "joint_replacement_conditions_met", False),
        ("SUR-RES-01b", "RS03", "insurer_approved", True),
        ("SUR-URO-08", "UR12", "forensic_approved", True),
        ("SUR-OBS-10a", "OB14", "sterilization_authorised", True),
        ("SUR-CVS-08", "CV14", "standby_team_present", True),
    ],
)
def test_one_answer_decides(rule, code, fact, on_claim):
    place = (fact,) if on_claim else ()

    assert answers(rule, code, on_claim=place, **{fact: True}) is Mark.TICK
    assert answers(rule, code, on_claim=place, **{fact: False}) is Mark.ZERO
    assert answers(rule, code, on_claim=place, **{fact: None}) is Mark.QUERY


def test_an_exploration_that_its_repair_refuses_anyway_is_not_asked_for():
    result = bill("SUR-ORT-01b", operation("OR01", 400_000), operation("OR02", 400_000))

    assert asked(result, "SUR-ORT-01b") == set()
    assert approved(result)[0] == 0


@pytest.mark.parametrize(
    ("reason", "mark"),
    [
        ("cosmetic_only", Mark.ZERO),
        ("malignancy_risk", Mark.TICK),
        ("movement_limit", Mark.TICK),
        ("breathing_limit", Mark.TICK),
        ("skin_irritation", Mark.TICK),
        ("other_complication", Mark.TICK),
        (None, Mark.QUERY),
    ],
)
def test_a_burn_scar_is_covered_for_everything_but_looks(reason, mark):
    assert answers("SUR-SKN-05", "SK15", scar_reason=reason) is mark


SPINE = ("breathing_impaired", "scientific_council_approved")


@pytest.mark.parametrize(
    ("born", "breathing", "council", "mark"),
    [
        ("1377-03-05", False, False, Mark.TICK),
        ("1377-03-04", False, False, Mark.ZERO),
        ("1377-03-04", True, None, Mark.TICK),
        ("1377-03-04", None, True, Mark.TICK),
        ("1377-03-04", None, False, Mark.QUERY),
        ("1377-03-04", False, None, Mark.QUERY),
        (None, False, False, Mark.ZERO),
        (None, None, False, Mark.QUERY),
    ],
)
def test_a_deformed_spine_up_to_the_18th_birthday_or_for_breathing_or_with_the_council(born, breathing, council, mark):
    facts = {"breathing_impaired": breathing, "scientific_council_approved": council}

    assert answers("SUR-ORT-09", "OR15", on_claim=SPINE, born=born, **facts) is mark


@pytest.mark.parametrize(
    ("cosmetic", "agreed", "mark"),
    [
        (False, True, Mark.TICK),
        (True, None, Mark.ZERO),
        (None, False, Mark.ZERO),
        (None, True, Mark.QUERY),
        (False, None, Mark.QUERY),
    ],
)
def test_jaw_and_face_need_a_treatment_and_an_agreement(cosmetic, agreed, mark):
    facts = {"cosmetic": cosmetic, "insurer_approved": agreed}

    assert answers("SUR-RES-02", "RS04", on_claim=tuple(facts), **facts) is mark


@pytest.mark.parametrize(
    ("bmi", "council", "cosmetic", "mark"),
    [
        (40, True, False, Mark.TICK),
        (39.9, None, None, Mark.ZERO),
        (None, False, None, Mark.ZERO),
        (None, None, True, Mark.ZERO),
        (40, None, False, Mark.QUERY),
        (None, True, False, Mark.QUERY),
    ],
)
def test_obesity_is_operated_from_40_on_with_the_council_never_for_looks(bmi, council, cosmetic, mark):
    facts = {"bmi": bmi, "scientific_council_approved": council, "cosmetic": cosmetic}

    assert answers("SUR-DIG-03", "DG04", on_claim=tuple(facts), **facts) is mark


@pytest.mark.parametrize(
    ("leak", "mark"),
    [("rhinorrhea", Mark.TICK), ("otorrhea", Mark.TICK), ("none", Mark.ZERO), (None, Mark.QUERY)],
)
def test_the_cranial_dura_is_repaired_for_a_leak(leak, mark):
    assert answers("SUR-NEU-01", "NE01", csf_leak_kind=leak) is mark


@pytest.mark.parametrize(
    ("kind", "ward", "mark"),
    [
        ("inpatient", "icu", Mark.ZERO),
        ("inpatient", "nicu", Mark.ZERO),
        ("inpatient", "picu", Mark.ZERO),
        ("inpatient", "bicu", Mark.ZERO),
        ("inpatient", "ccu", Mark.TICK),
        ("inpatient", "emergency", Mark.TICK),
        ("inpatient", None, Mark.QUERY),
        ("temporary", None, Mark.TICK),
        ("temporary", "icu", Mark.TICK),
    ],
)
def test_a_resuscitation_in_intensive_care_is_not_paid(kind, ward, mark):
    line = row("service", "CV16", 700_000, **({"ward": ward} if ward else {}))

    assert marks(bill("SUR-CVS-10", line, base=kind)) == [mark]


@pytest.mark.parametrize(("born", "noted"), [("1380-03-05", True), ("1380-03-04", False), (None, False)])
def test_a_radical_tonsillectomy_up_to_the_15th_birthday_is_noted(born, noted):
    shown = {"retromolar_removed": True, "pathology_result_attached": True}
    line = row("surgery", "DG01", 4_000_000, operation_times_confirmed=True, **shown)

    result = bill("SUR-DIG-01b", line, patient={"birth_date": born})

    assert (said(result, "SUR-DIG-01b") == [Effect.NOTE]) == noted


def companions(code):
    person = {"performer": {"id": "7", "qualification": "resident"}}
    signed = {"resident_year": 4, "assistant_signed": ["operative_note", "or_sheet"]}
    return [
        row("assistant", code, 50_000, over=person, **signed),
        row("operating_room", code, 50_000, in_operating_room=True),
        row("anesthesia", code, 50_000),
    ]


def test_assistant_room_and_anesthesia_fall_with_an_operation_that_is_not_covered():
    result = bill(
        "SUR-OBS-10a", operation("OB14", 2_000_000), *companions("OB14"), facts={"sterilization_authorised": False}
    )

    assert approved(result) == [0, 0, 0, 0]
    assert all("SUR-OBS-10a" in cited(result, no) for no in (1, 2, 3, 4))


def test_an_open_question_stands_at_the_operation_alone():
    result = bill(
        "SUR-OBS-10a", operation("OB14", 2_000_000), *companions("OB14"), facts={"sterilization_authorised": None}
    )

    assert [f.line for f in result.queries if f.rule == "SUR-OBS-10a"] == [1]


def test_without_the_standby_team_all_of_an_intervention_falls():
    standby = row("surgery", "CV14", 50_000, over={"modifiers": ["60"]})

    result = bill(
        "SUR-CVS-08", operation("CV14", 9_000_000), standby, *companions("CV14"), facts={"standby_team_present": False}
    )

    assert approved(result) == [0] * 5
    assert all("SUR-CVS-08" in cited(result, no) for no in range(1, 6))


def test_an_item_known_by_its_title_takes_no_other_item_without_a_code_along():
    shell, gas = item("شل چشم", 300_000), row("anesthesia", None, 200_000)

    result = bill("SUR-EYE-01b", shell, gas)

    assert approved(result) == [0, 200_000]


@pytest.mark.parametrize(
    ("section", "title", "falls"),
    [
        ("supply", "روکش پروتز چشم", True),
        ("prosthesis", "شل چشم", True),
        ("drug", "شل چشم", False),
        ("prosthesis", "پروتز چشم", False),
    ],
)
def test_an_eyes_shell_without_a_code_is_known_by_its_title_among_supplies(section, title, falls):
    assert ("SUR-EYE-01b" in cited(bill("SUR-EYE-01b", item(title, section=section)), 1)) == falls


@pytest.mark.parametrize(
    ("title", "falls"), [("عمل IVF", True), ("تزریق IUI", True), ("داروی antiretroviral ART", False)]
)
def test_assisted_reproduction_is_known_by_its_title(title, falls):
    assert ("SUR-OBS-08" in cited(bill("SUR-OBS-08", item(title, section="service")), 1)) == falls


ERCP, STONE, SCOPE = ("DG03", "surgery", 5_000_000), ("UR11", "service", 3_000_000), ("OT03", "service", 900_000)
PRESENT = "anesthesiologist_present"


def asleep(rule, done, *others, performer=None, **facts):
    code, section, amount = done
    service = row(section, code, amount, over={"performer": SURGEON}, operation_times_confirmed=True, side="left")
    sleep = row("anesthesia", "AN01", 900_000, over={"performer": performer} if performer else {}, **facts)
    return bill(rule, sleep, service, *others)


@pytest.mark.parametrize(("rule", "done"), [("SUR-DIG-02c", ERCP), ("SUR-OTH-06", SCOPE)])
@pytest.mark.parametrize(("answer", "mark"), [(True, Mark.TICK), (False, Mark.ZERO), (None, Mark.QUERY)])
def test_sedation_needs_an_anesthetist_who_stays(rule, done, answer, mark):
    facts = {} if answer is None else {PRESENT: answer}

    assert marks(asleep(rule, done, **facts))[0] is mark


def test_beside_another_operation_nothing_is_asked_of_an_ercps_anesthesia():
    assert said(asleep("SUR-DIG-02c", ERCP, operation("DG22", 4_500_000)), "SUR-DIG-02c") == []
    assert said(asleep("SUR-DIG-02c", ERCP, operation("DG22", 4_500_000, date="1395-03-06")), "SUR-DIG-02c") != []


OF_ESWL = {"anesthesia_prescribed": True, PRESENT: True, "anesthesia_sheet_complete": True}


@pytest.mark.parametrize("fact", OF_ESWL)
def test_the_anesthesia_of_a_lithotripsy_needs_all_three(fact):
    unread = {name: value for name, value in OF_ESWL.items() if name != fact}
    all_unread = asleep("SUR-URO-06", STONE)

    assert marks(asleep("SUR-URO-06", STONE, **OF_ESWL))[0] is Mark.TICK
    assert marks(asleep("SUR-URO-06", STONE, **OF_ESWL | {fact: False}))[0] is Mark.ZERO
    assert asked(asleep("SUR-URO-06", STONE, **unread), "SUR-URO-06") == {fact}
    assert asked(all_unread, "SUR-URO-06") == set(OF_ESWL)
    assert asked(asleep("SUR-URO-06", STONE, **{fact: False}), "SUR-URO-06") == set()


@pytest.mark.parametrize(
    ("specialty", "mark"), [("gastroenterology", Mark.ZERO), ("anesthesiology", Mark.TICK), (None, Mark.TICK)]
)
def test_a_service_usually_awake_has_an_anesthetists_anesthesia_alone(specialty, mark):
    person = {"id": "9", "qualification": "specialist"} | ({"specialty": specialty} if specialty else {})

    assert marks(asleep("SUR-OTH-06", SCOPE, performer=person, **{PRESENT: True}))[0] is mark


def test_a_day_with_one_operation_under_anesthesia_asks_nothing_an_addition_to_it_is_none():
    addition = [{"code": "X9", "section": "surgery", "fee": 10_000, "marks": ["+"]}]
    numbered = [
        row("anesthesia", "AN01", 900_000) | {"no": 1},
        row("service", "OT03", 900_000) | {"no": 2},
        operation("X9", 10_000) | {"no": 3},
    ]

    beside_addition = assess("SUR-OTH-06", "inpatient", area=AREA, services=addition, claim={"lines": numbered})

    assert said(asleep("SUR-OTH-06", SCOPE, operation("DG22", 4_500_000)), "SUR-OTH-06") == []
    assert asked(beside_addition, "SUR-OTH-06") == {PRESENT}


@pytest.mark.parametrize(("method", "rule"), [("spinal", "MOD-45a"), ("iv_sedation", "MOD-46e")])
def test_the_operators_own_anesthesia_cites_the_modifiers_clause_beside(method, rule):
    awake = [{"code": "X8", "section": "surgery", "fee": 10_000, "attributes": {"usually_no_anesthesia": True}}]
    sleep = row("anesthesia", "AN01", 900_000, over={"performer": SURGEON}, anesthesia_method=method)
    numbered = [operation("X8", 10_000) | {"no": 1}, sleep | {"no": 2}]

    result = assess("SUR-OTH-06", "inpatient", area=AREA, services=awake, claim={"lines": numbered})

    assert [(f.rule, f.before, f.after) for f in result.findings_of(2)] == [("SUR-OTH-06", 900_000, 0), (rule, 0, 0)]
