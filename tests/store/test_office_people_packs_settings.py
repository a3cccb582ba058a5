"""People, packs and settings come back as they were put in, and each change is told."""

import pytest
from office_samples import AT, LATER, PACK, add_person, sha256

from app.domain.office import Credentials, Role, SignInTry, TrailAction, User
from app.errors import UseError
from app.store import OfficeStore


def test_a_person_is_kept_as_given_and_the_password_is_only_seen_by_signing_in(store: OfficeStore) -> None:
    person = add_person(store)
    assert person == User(
        1, "azmayesh", "کارشناس آزمایشی", "ک‌آ", frozenset({Role.REVIEWER, Role.SUPERVISOR}), active=True
    )
    with store.read() as view:
        assert view.users.list() == (person,)
        assert view.users.get(1) == person
        assert view.users.by_name("azmayesh") == Credentials(person, "$argon2id$test")
        assert view.users.by_name("somebody") is None


def test_a_name_is_given_once(store: OfficeStore) -> None:
    add_person(store)
    with pytest.raises(UseError, match="azmayesh"):
        add_person(store)


def test_each_change_of_a_person_is_kept_and_told(store: OfficeStore) -> None:
    person = add_person(store)
    with store.change(actor=person.id, at=LATER) as unit:
        unit.users.set_roles(person.id, frozenset({Role.ADMINISTRATOR}))
        unit.users.set_active(person.id, active=False)
        unit.users.set_certificate(person.id, "PEM")
        unit.users.sign_in_failed(person.id, 5, LATER)
    with store.read() as view:
        found = view.users.by_name(person.name)
        told = view.trail.latest()
    expected = User(1, person.name, person.full_name, person.initials, frozenset({Role.ADMINISTRATOR}), False, "PEM")
    assert found == Credentials(expected, "$argon2id$test", 5, LATER)
    changed, failed = TrailAction.USER_CHANGED, TrailAction.SIGN_IN_FAILED
    assert [entry.action for entry in told] == [failed, *[changed] * 3, TrailAction.USER_ADDED]
    assert (told[0].actor, told[0].at, told[0].subject) == (person.id, LATER, "user/1")
    assert store.check() == []


def test_a_new_password_forgets_the_failed_attempts_and_never_stands_in_the_trail(store: OfficeStore) -> None:
    person = add_person(store)
    with store.change(actor=person.id, at=LATER) as unit:
        unit.users.sign_in_failed(person.id, 5, LATER)
        unit.users.set_password(person.id, "$argon2id$other")
    with store.read() as view:
        assert view.users.by_name(person.name) == Credentials(person, "$argon2id$other")
        assert "argon2" not in str(view.trail.latest())


def test_tries_to_sign_in_are_told_the_latest_first(store: OfficeStore) -> None:
    person, other = add_person(store), add_person(store, name="other")
    for number, at in enumerate((AT, LATER), start=1):
        with store.change(actor=person.id, at=at) as unit:
            unit.users.sign_in_failed(person.id, number)
            unit.users.signed_in(other.id)
    with store.change(actor=person.id, at=LATER) as unit:
        unit.users.signed_in(person.id)
    with store.read() as view:
        assert view.users.sign_ins(person.id, 2) == (SignInTry(LATER, True), SignInTry(LATER, False))
        assert len(view.users.sign_ins(person.id, 9)) == 3
        assert view.users.by_name(person.name).failed_attempts == 0


def test_a_password_that_others_know_must_be_changed_until_it_was(store: OfficeStore) -> None:
    person = add_person(store)
    for must_change in (True, False):
        with store.change(actor=person.id, at=LATER) as unit:
            unit.users.set_password(person.id, "$argon2id$other", must_change=must_change)
        with store.read() as view:
            assert view.users.get(person.id).must_change_password is must_change
    assert store.check() == []


def test_packs_come_back_in_the_order_of_installing(store: OfficeStore) -> None:
    later = PACK.replace("بسته", "بسته دوم")
    with store.change(actor=None, at=AT) as unit:
        first = unit.packs.install(PACK, name="الف", issued_on="1395-01-01", official=True)
        second = unit.packs.install(later, name="ب", issued_on="1394-01-01", official=False)
    with store.read() as view:
        packs = view.packs.documents()
    assert [pack.position for pack in packs] == [first, second]
    assert [pack.document for pack in packs] == [PACK, later]
    assert [pack.official for pack in packs] == [True, False]
    assert packs[0].sha256 == sha256(PACK)


def test_a_pack_is_installed_once(store: OfficeStore) -> None:
    with store.change(actor=None, at=AT) as unit:
        unit.packs.install(PACK, name="الف", issued_on="1395-01-01", official=True)
        with pytest.raises(UseError, match="الف"):
            unit.packs.install(PACK, name="الف", issued_on="1395-01-01", official=True)


def test_a_setting_is_replaced_and_each_value_is_told(store: OfficeStore) -> None:
    with store.change(actor=None, at=AT) as unit:
        assert unit.settings.get("objection_days", 15) == 15
        unit.settings.set("objection_days", 20)
        unit.settings.set("objection_days", [21])
    with store.read() as view:
        assert view.settings.get("objection_days") == [21]
        assert [entry.payload["value"] for entry in view.trail.latest()] == [[21], 20]
