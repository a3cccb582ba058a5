"""The administrator's hand over the people: adding, roles, shutting out, resets that read nothing, revoked keys."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import NAME, PASSWORD, make_office

from app.domain.office import Role, SignInTry
from app.errors import UseError
from app.services.people import (
    NewPasswordNeeded,
    Session,
    WrongPassword,
    add_person,
    change_password,
    choose_password,
    sign_in,
)
from app.services.signing_keys import key_file
from app.services.staff import IDLE_LOCK_MINUTES, Staff, idle_lock_minutes

OWN = "a password of my own"
REVIEWER, ADMINISTRATOR = frozenset({Role.REVIEWER}), frozenset({Role.ADMINISTRATOR})


@pytest.fixture
def staff(desk):
    return Staff(*desk)


@pytest.fixture
def sara(desk, staff):
    """Return a reviewer who has chosen a password of her own, signed in."""
    office, _session = desk
    one_time = staff.add(name="sara", full_name="سارا یگانه", roles=REVIEWER)
    return choose_password(office, "sara", one_time.password, OWN)


@pytest.fixture(scope="module")
def three_administrators(tmp_path_factory):
    office, first = make_office(tmp_path_factory.mktemp("three") / "office")
    others = [
        add_person(office, None, name=name, full_name=name, roles=ADMINISTRATOR, password=PASSWORD)
        for name in ("sara", "omid")
    ]
    yield office, [first.user, *others]
    office.close()


def member(staff, user_id):
    return next(member for member in staff.members() if member.user.id == user_id)


def as_typed(password):
    return f"{password[:4]} {password[4:8]}-{password[8:]}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))


def test_a_new_person_comes_in_by_a_password_that_is_good_once(desk, staff):
    office, _session = desk
    added = staff.add(name=" Sara ", full_name="سارا  یگانه", roles=REVIEWER)
    assert (added.user.name, added.user.full_name, added.user.initials) == ("sara", "سارا یگانه", "س.ی")
    assert added.user.must_change_password
    with pytest.raises(NewPasswordNeeded, match="یک‌بارمصرف"):
        sign_in(office, "sara", added.password)
    session = choose_password(office, "sara", added.password, OWN)
    assert session.password == OWN
    assert not session.user.must_change_password
    with pytest.raises(UseError, match="گذرواژه درست نیست"):
        sign_in(office, "sara", added.password)
    assert sign_in(office, "sara", OWN).user.certificate == session.user.certificate


def test_no_key_is_made_with_a_password_that_the_administrator_knows(desk, staff):
    office, _session = desk
    added = staff.add(name="sara", full_name="سارا یگانه", roles=REVIEWER)
    with pytest.raises(NewPasswordNeeded):
        sign_in(office, "sara", added.password)
    assert not key_file(office, added.user).exists()
    assert member(staff, added.user.id).user.certificate is None


def test_a_one_time_password_is_read_in_any_digits_and_groups(desk, staff):
    office, _session = desk
    added = staff.add(name="sara", full_name="سارا یگانه", roles=REVIEWER)
    assert choose_password(office, "sara", as_typed(added.password), OWN).user.name == "sara"


@pytest.mark.parametrize("new", ["short", "{one_time}", "{typed}"])
def test_the_choice_is_another_password_and_a_strong_one(desk, staff, new):
    office, _session = desk
    added = staff.add(name="sara", full_name="سارا یگانه", roles=REVIEWER)
    with pytest.raises(UseError):
        choose_password(
            office, "sara", added.password, new.format(one_time=added.password, typed=as_typed(added.password))
        )
    with pytest.raises(NewPasswordNeeded):
        sign_in(office, "sara", added.password)


def test_nobody_chooses_a_password_without_the_one_time_one(desk, staff):
    office, _session = desk
    staff.add(name="sara", full_name="سارا یگانه", roles=REVIEWER)
    with pytest.raises(UseError, match="گذرواژه درست نیست"):
        choose_password(office, "sara", "000000000000", OWN)


def test_the_choice_does_not_replace_a_password_of_ones_own(desk):
    office, _session = desk
    with pytest.raises(UseError, match="گذرواژه درست نیست"):
        choose_password(office, NAME, PASSWORD, "taken over")
    assert sign_in(office, NAME, PASSWORD).user.name == NAME


@pytest.mark.parametrize(
    ("name", "full_name", "roles"),
    [("", "سارا", REVIEWER), ("sara", " ", REVIEWER), ("sara", "سارا", frozenset()), (NAME, "مینا دوم", REVIEWER)],
)
def test_a_person_has_a_name_of_their_own_and_something_to_do(staff, name, full_name, roles):
    with pytest.raises(UseError):
        staff.add(name=name, full_name=full_name, roles=roles)
    assert len(staff.members()) == 1


def test_roles_are_given_and_taken(staff, sara):
    staff.set_roles(sara.user.id, frozenset({Role.ACCOUNTANT, Role.SUPERVISOR}))
    assert member(staff, sara.user.id).user.roles == {Role.ACCOUNTANT, Role.SUPERVISOR}
    with pytest.raises(UseError, match="یک سمت"):
        staff.set_roles(sara.user.id, frozenset())


def test_the_office_keeps_an_administrator(desk, staff, sara):
    office, session = desk
    with pytest.raises(UseError, match="بی‌مدیر"):
        staff.set_roles(session.user.id, REVIEWER)
    with pytest.raises(UseError, match="خود را غیرفعال"):
        staff.set_active(session.user.id, False)
    staff.set_roles(sara.user.id, ADMINISTRATOR)
    staff.set_roles(session.user.id, REVIEWER)
    sara_keeps = Staff(office, sign_in(office, "sara", OWN))
    assert member(sara_keeps, session.user.id).user.roles == REVIEWER
    with pytest.raises(UseError, match="بی‌مدیر"):
        sara_keeps.set_roles(sara.user.id, REVIEWER)


def test_an_inactive_administrator_keeps_no_office(desk, staff, sara):
    _office, session = desk
    staff.set_roles(sara.user.id, ADMINISTRATOR)
    staff.set_active(sara.user.id, False)
    with pytest.raises(UseError, match="بی‌مدیر"):
        staff.set_roles(session.user.id, REVIEWER)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 2),
            st.integers(0, 2),
            st.one_of(st.booleans(), st.sets(st.sampled_from(Role), max_size=3).map(frozenset)),
        ),
        max_size=12,
    )
)
def test_whatever_administrators_do_one_of_them_stays(three_administrators, deeds):
    """Each deed is somebody's hand on somebody: let in or shut out, or other roles; some are refused."""
    office, people = three_administrators
    for user in people:
        with office.change(None) as unit:
            unit.users.set_roles(user.id, ADMINISTRATOR)
            unit.users.set_active(user.id, True)
    for doer, target, deed in deeds:
        staff = Staff(office, Session(people[doer], PASSWORD))
        with suppress(UseError):
            if isinstance(deed, bool):
                staff.set_active(people[target].id, deed)
            else:
                staff.set_roles(people[target].id, deed)
        with office.read() as view:
            now = view.users.list()
        assert any(user.active and Role.ADMINISTRATOR in user.roles for user in now)
        assert all(user.roles for user in now)


def test_two_administrators_who_put_each_other_out_at_once_leave_one(three_administrators):
    office, people = three_administrators
    for _round in range(5):
        with office.change(None) as unit:
            for user, roles in zip(people, (ADMINISTRATOR, ADMINISTRATOR, REVIEWER), strict=True):
                unit.users.set_roles(user.id, roles)
                unit.users.set_active(user.id, True)
        refused = []

        def put_out(doer, target, refused=refused):
            try:
                Staff(office, Session(doer, PASSWORD)).set_roles(target.id, REVIEWER)
            except UseError as error:
                refused.append(str(error))

        pair = people[:2]
        threads = [Thread(target=put_out, args=(doer, target)) for doer, target in (pair, pair[::-1])]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(refused) == 1
        assert "مدیر دفتر" in refused[0]


def test_who_was_shut_out_comes_in_again_only_when_let(desk, staff, sara):
    office, _session = desk
    staff.set_active(sara.user.id, False)
    with pytest.raises(UseError, match="گذرواژه درست نیست"):
        sign_in(office, "sara", OWN)
    staff.set_active(sara.user.id, True)
    assert sign_in(office, "sara", OWN).user.name == "sara"


def test_roles_count_as_they_are_now_not_as_they_were_at_sign_in(desk, staff, sara):
    """Sara's desk is still open when she is made administrator, and when she no longer is."""
    office, _session = desk
    staff.set_roles(sara.user.id, ADMINISTRATOR)
    administrator = sign_in(office, "sara", OWN)
    assert len(Staff(office, administrator).members()) == 2
    staff.set_roles(sara.user.id, REVIEWER)
    for refused in (
        lambda hers: hers.members(),
        lambda hers: hers.add(name="x", full_name="x", roles=REVIEWER),
        lambda hers: hers.set_roles(1, REVIEWER),
        lambda hers: hers.set_active(1, False),
        lambda hers: hers.reset_password(1),
        lambda hers: hers.revoke_key(1, "آزمون"),
        lambda hers: hers.set_idle_lock(5),
    ):
        with pytest.raises(UseError, match="مدیر دفتر"):
            refused(Staff(office, administrator))
    staff.set_roles(sara.user.id, ADMINISTRATOR)
    staff.set_active(sara.user.id, False)
    with pytest.raises(UseError, match="غیرفعال"):
        Staff(office, administrator).members()


def test_a_reset_reads_nothing_and_revokes_the_key_of_before(desk, staff, sara):
    office, _session = desk
    before = key_file(office, sara.user).read_bytes()
    one_time = staff.reset_password(sara.user.id)
    reset = member(staff, sara.user.id)
    assert reset.user.must_change_password
    assert reset.revoked is not None
    assert "بازنشانی" in reset.revoked.reason
    assert not reset.has_key
    assert key_file(office, sara.user).read_bytes() == before
    with pytest.raises(UseError, match="گذرواژه درست نیست"):
        sign_in(office, "sara", OWN)
    again = choose_password(office, "sara", one_time.password, "yet another password")
    assert again.user.certificate != sara.user.certificate
    assert member(staff, sara.user.id).has_key
    with office.read() as view:
        assert len(view.revocations.all()) == 1
    assert office.store.check() == []


def test_a_reset_at_another_desk_is_no_change_of_password_at_this_one(desk, staff, sara):
    office, _session = desk
    one_time = staff.reset_password(sara.user.id)
    with pytest.raises(NewPasswordNeeded):
        change_password(office, sara, one_time.password, "yet another password")
    with pytest.raises(WrongPassword):
        change_password(office, sara, OWN, "yet another password")
    assert choose_password(office, "sara", one_time.password, "yet another password").user.name == "sara"


def test_passwords_stand_nowhere_in_the_trail(desk, staff, sara):
    office, _session = desk
    one_time = staff.reset_password(sara.user.id)
    with office.read() as view:
        told = str(view.trail.latest(500))
    for secret in (one_time.password, OWN, PASSWORD, "argon2"):
        assert secret not in told


def test_ones_own_password_is_changed_not_reset(desk, staff):
    _office, session = desk
    with pytest.raises(UseError, match="Ctrl\\+Shift\\+P"):
        staff.reset_password(session.user.id)


def test_a_key_is_revoked_with_a_reason_and_once(staff, sara):
    with pytest.raises(UseError, match="علت"):
        staff.revoke_key(sara.user.id, " ")
    staff.revoke_key(sara.user.id, "کلید گم شده است")
    revoked = member(staff, sara.user.id).revoked
    assert (revoked.reason, revoked.user_id, revoked.revoked_by) == ("کلید گم شده است", sara.user.id, 1)
    with pytest.raises(UseError, match="پیش‌تر"):
        staff.revoke_key(sara.user.id, "بار دوم")


def test_who_has_no_key_yet_has_none_to_revoke(staff):
    added = staff.add(name="sara", full_name="سارا یگانه", roles=REVIEWER)
    with pytest.raises(UseError, match="کلیدی ندارد"):
        staff.revoke_key(added.user.id, "آزمون")


def test_the_latest_tries_to_come_in_are_told(tmp_path):
    now = datetime(2016, 7, 1, 8, tzinfo=UTC)
    office, session = make_office(tmp_path / "office", clock=lambda: now)
    staff = Staff(office, session)
    now += timedelta(minutes=1)
    with pytest.raises(UseError):
        sign_in(office, NAME, "wrong password")
    mina = member(staff, session.user.id)
    assert mina.sign_ins == (
        SignInTry("2016-07-01T08:01:00.000+00:00", False),
        SignInTry("2016-07-01T08:00:00.000+00:00", True),
    )
    assert mina.waits_until is None
    for _ in range(4):
        with pytest.raises(UseError):
            sign_in(office, NAME, "wrong password")
    assert member(staff, session.user.id).waits_until == "2016-07-01T08:02:00.000+00:00"
    now += timedelta(minutes=1)
    assert member(staff, session.user.id).waits_until is None
    office.close()


def test_the_idle_lock_is_set_within_reason(desk, staff):
    office, _session = desk
    assert idle_lock_minutes(office) == IDLE_LOCK_MINUTES
    staff.set_idle_lock(3)
    assert idle_lock_minutes(office) == 3
    for minutes in (0, -1, 121):
        with pytest.raises(UseError, match="۱۲۰"):
            staff.set_idle_lock(minutes)
    assert idle_lock_minutes(office) == 3


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.ACCOUNTANT, Role.SUPERVISOR])
def test_people_are_the_administrators_business_alone(desk, role):
    office, _session = desk
    user = add_person(office, 1, name="ali", full_name="علی کاظمی", roles=frozenset({role}), password=PASSWORD)
    with pytest.raises(UseError, match="مدیر دفتر"):
        Staff(office, Session(user, PASSWORD)).members()
