"""Signing in: wrong passwords, waiting, at several desks too; the first administrator."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from offices import FULL_NAME, NAME, PASSWORD, empty_office, make_office

from app.domain.office import Role
from app.errors import UseError
from app.services.office import Office
from app.services.people import (
    TRIES_BEFORE_WAITING,
    add_person,
    change_password,
    initials_of,
    make_first_administrator,
    sign_in,
)
from app.store.office import OfficeStore


def test_the_first_person_administers_and_reviews(desk):
    _office, session = desk
    assert session.user.roles == {Role.ADMINISTRATOR, Role.REVIEWER}
    assert session.user.certificate.startswith("-----BEGIN CERTIFICATE-----")


def test_there_is_only_one_first_administrator(desk):
    office, _session = desk
    with pytest.raises(UseError):
        make_first_administrator(office, name="zari", full_name="زری کمالی", password=PASSWORD)


def test_of_two_programs_that_ask_at_once_one_makes_the_first_administrator(tmp_path):
    first = empty_office(tmp_path / "office")
    second = Office(OfficeStore.open(tmp_path / "office"), first.clock)
    both_asked, refused = Barrier(2), []

    def ask(office, name):
        both_asked.wait()
        try:
            make_first_administrator(office, name=name, full_name="زری کمالی", password=PASSWORD)
        except UseError as error:
            refused.append(str(error))

    programs = [Thread(target=ask, args=asked) for asked in ((first, "zari"), (second, "omid"))]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    with first.read() as view:
        people = view.users.list()
    first.close()
    second.close()
    assert len(people) == 1
    assert len(refused) == 1
    assert "مدیر دارد" in refused[0]


@pytest.mark.parametrize(("name", "password"), [(NAME, "wrong password"), ("nobody", PASSWORD)])
def test_a_wrong_name_or_password_is_refused_alike(desk, name, password):
    office, _session = desk
    with pytest.raises(UseError, match="گذرواژه درست نیست"):
        sign_in(office, name, password)


def test_after_several_wrong_tries_even_the_right_password_waits(tmp_path):
    now = datetime(2016, 7, 1, 8, tzinfo=UTC)
    office, _session = make_office(tmp_path / "office", clock=lambda: now)
    for _ in range(TRIES_BEFORE_WAITING):
        with pytest.raises(UseError):
            sign_in(office, NAME, "wrong password")
    with pytest.raises(UseError, match="۱ دقیقه"):
        sign_in(office, NAME, PASSWORD)
    now += timedelta(minutes=1)
    assert sign_in(office, NAME, PASSWORD).user.full_name == FULL_NAME
    office.close()


def try_wrongly(office, times):
    for _ in range(times):
        with pytest.raises(UseError, match="گذرواژه درست نیست"):
            sign_in(office, NAME, "wrong password")


def test_each_further_wrong_try_doubles_the_wait_up_to_an_hour_and_the_right_one_ends_it(tmp_path):
    now = datetime(2016, 7, 1, 8, tzinfo=UTC)
    office, _session = make_office(tmp_path / "office", clock=lambda: now)
    try_wrongly(office, TRIES_BEFORE_WAITING)
    for minutes, told in ((1, "۱"), (2, "۲"), (4, "۴"), (8, "۸"), (16, "۱۶"), (32, "۳۲"), (60, "۶۰"), (60, "۶۰")):
        with pytest.raises(UseError, match=f"{told} دقیقه"):
            sign_in(office, NAME, PASSWORD)
        now += timedelta(minutes=minutes, milliseconds=-1)
        with pytest.raises(UseError, match="۱ دقیقه"):
            sign_in(office, NAME, PASSWORD)
        now += timedelta(milliseconds=1)
        try_wrongly(office, 1)
    now += timedelta(hours=1)
    assert sign_in(office, NAME, PASSWORD).user.name == NAME
    try_wrongly(office, TRIES_BEFORE_WAITING - 1)
    assert sign_in(office, NAME, PASSWORD).user.name == NAME
    office.close()


def test_tries_at_another_desk_are_counted_too(tmp_path):
    now = datetime(2016, 7, 1, 8, tzinfo=UTC)
    first, _session = make_office(tmp_path / "office", clock=lambda: now)
    second = Office(OfficeStore.open(tmp_path / "office"), lambda: now)
    try_wrongly(first, 3)
    try_wrongly(second, 2)
    for office in (first, second):
        with pytest.raises(UseError, match="دقیقه دیگر"):
            sign_in(office, NAME, PASSWORD)
        office.close()


def test_tries_at_once_are_no_way_around_the_wait(tmp_path):
    """Of twelve passwords tried in the same moment only five are answered."""
    now = datetime(2016, 7, 1, 8, tzinfo=UTC)
    office, _session = make_office(tmp_path / "office", clock=lambda: now)
    answers = []

    def attempt():
        try:
            sign_in(office, NAME, "wrong password")
        except UseError as refused:
            answers.append("گذرواژه درست نیست" in str(refused))

    threads = [Thread(target=attempt) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [False] * 7 + [True] * 5
    with office.read() as view:
        assert view.users.by_name(NAME).failed_attempts == 5
    office.close()


def test_the_name_is_read_as_people_type_it(desk):
    office, _session = desk
    add_person(office, 1, name="Ali۱۲", full_name="علی کاظمی", roles=frozenset({Role.REVIEWER}), password=PASSWORD)
    assert sign_in(office, " ali12 ", PASSWORD).user.initials == "ع.ک"


def test_a_short_password_is_refused(desk):
    office, _session = desk
    with pytest.raises(UseError, match="هشت"):
        add_person(office, 1, name="ali", full_name="علی کاظمی", roles=frozenset({Role.REVIEWER}), password="1234567")


def test_another_password_opens_the_same_key(desk):
    office, session = desk
    changed = change_password(office, session, PASSWORD, "another password")
    again = sign_in(office, NAME, "another password")
    assert again.user.certificate == changed.user.certificate
    with pytest.raises(UseError):
        sign_in(office, NAME, PASSWORD)


def test_tries_of_the_present_password_at_an_open_desk_are_counted_too(desk):
    office, session = desk
    for _ in range(TRIES_BEFORE_WAITING):
        with pytest.raises(UseError, match="گذرواژه درست نیست"):
            change_password(office, session, "not mine either", "another password")
    with pytest.raises(UseError, match="دقیقه دیگر"):
        change_password(office, session, PASSWORD, "another password")


def test_a_session_does_not_show_its_password(desk):
    _office, session = desk
    assert PASSWORD not in repr(session)


def test_initials_are_those_of_two_words():
    assert initials_of("مینا رستگار پور") == "م.ر"
