"""Article 12: the technical part, once for an operation, and what it already holds."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, asked, cited, marks, said
from tests.rules.inpatient_services.stays import bill, item, operation, row

OPERATED = operation("OT10", 4_000_000)


def used(title, rule="ORM-04", with_operation=True, **facts):
    lines = [OPERATED] if with_operation else []
    return bill(rule, *lines, item(title, **facts))


def last(result):
    return result.lines[-1].mark, cited(result, len(result.lines))


@pytest.mark.parametrize(
    "title", ["ماسک اکسیژن", "سوند ساکشن", "پد الکلی", "میکروست", "هولتر مانیتورینگ", "ماسك ونتوری", "کاتتر ساکشن"]
)
def test_exceptions_of_the_list_are_no_included_items(title):
    assert last(used(title, ward="operating_room")) == (Mark.TICK, set())


@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("گاز O2", "ORM-04"),
        ("پالس‌اكسيمتري", "ORM-04"),
        ("C-ARM", "ORM-06a"),
        ("الكل ۷۰ درجه", "ORM-06a"),
        ("ساو لن", "ORM-06a"),
        ("محلول (شوینده)", "ORM-06a"),
    ],
)
def test_titles_are_read_however_they_are_typed(title, rule):
    assert last(used(title, rule, ward="operating_room")) == (Mark.ZERO, {rule})


@pytest.mark.parametrize("ward", ["delivery_room", "normal", "icu"])
def test_other_wards_are_left_to_nursing(ward):
    assert approved(used("دستگاه ونتیلاتور", ward=ward))[-1] == 100_000
    assert approved(used("بتادین", "ORM-06a", ward=ward))[-1] == 100_000


def test_a_set_goes_without_a_ward_and_without_an_operation():
    assert last(used("ست جراحی", with_operation=False)) == (Mark.ZERO, {"ORM-04"})


def test_a_device_of_wards_too_is_asked_for_after_an_operation_alone():
    assert asked(used("گاز اکسیژن"), "ORM-04") == {"ward"}
    assert asked(used("گاز اکسیژن", with_operation=False), "ORM-04") == set()


def test_a_fluid_is_asked_for_where_it_may_have_been_used_at_a_birth_or_no_bed_holds_it():
    bed = row("hotel", None, 1_000_000, bed_kind="normal")
    birth = operation("OB01", 3_000_000, performer={"id": "1", "qualification": "midwife"})
    assert marks(bill("ORM-06a", OPERATED, bed, item("الکل")))[-1] is Mark.ZERO
    assert marks(bill("ORM-06a", OPERATED, item("الکل")))[-1] is Mark.QUERY
    assert marks(bill("ORM-06a", birth, bed, item("الکل"), patient={"sex": "female"}))[-1] is Mark.QUERY
    assert marks(bill("ORM-06a", item("الکل")))[-1] is Mark.TICK


def test_a_coded_fluid_is_included_whatever_its_group_and_a_coded_device_by_its_group_alone():
    fluid = row("supply", "SP02", 100_000, over={"title": "بتادین"}, ward="operating_room")
    thread = row("supply", "SP02", 100_000, over={"title": "قلم کوتر"}, ward="operating_room")

    assert approved(bill("ORM-06a", OPERATED, fluid, thread))[1:] == [0, 100_000]


def test_gauze_with_betadine_is_gauze():
    assert last(used("گاز بتادین", "ORM-06a", ward="operating_room")) == (Mark.TICK, set())


def test_charging_the_patient_is_referred_only_for_included_items():
    def charged(title):
        return said(used(title, "ORM-06b", ward="operating_room", charged_to_patient=True), "ORM-06b")

    assert charged("قلم کوتر") == [Effect.REFER]
    assert charged("نخ بخیه") == []


def test_two_operations_of_a_code_have_two_technical_parts():
    room = row("operating_room", "OM02", 210_000, in_operating_room=True)
    one, two = [operation("OM02", 500_000, facts={"incision": place}) for place in "AB"]

    assert approved(bill("ORM-02", one, room, room))[1:] == [210_000, 0]
    assert 0 not in approved(bill("ORM-02", one, two, room, room))


def test_a_technical_part_outside_the_room_is_only_refused_for_a_single_value():
    outside = {"in_operating_room": False}
    single = bill("ORM-03", operation("AS01", 500_000), row("operating_room", "AS01", 140_000, **outside))
    threefold = bill("ORM-03", operation("OM02", 500_000), row("operating_room", "OM02", 210_000, **outside))

    assert (approved(single)[1], approved(threefold)[1]) == (0, 210_000)
    assert "ORM-03" in cited(single, 2)
