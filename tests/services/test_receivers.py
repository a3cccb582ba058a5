"""The receivers of an office: added by their fingerprints, listed with what ended, removed, told in the trail."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.office import Role
from app.errors import DataError, UseError
from app.services.office import Office
from app.services.people import add_person, sign_in
from app.services.receivers import RECEIVERS_SETTING, Receivers, known_receivers
from app.store.office import OfficeStore
from tests.services.offices import PASSWORD, ticking_clock
from tests.services.receiver_keys import key_pair

ENDING = datetime(2017, 1, 1, tzinfo=UTC)


@pytest.fixture
def receivers(desk):
    return Receivers(*desk)


def names(found):
    return [receiver.name for receiver in found]


def test_what_was_looked_at_is_added_and_known_by_name(receivers, desk, tmp_path):
    certificate = receivers.look(key_pair().write(tmp_path))
    assert names(receivers.all()) == []

    receivers.add("  خزانه  آزمایشي ", certificate)
    added = receivers.add("اداره نظارت آزمایشی", key_pair("نظارت", 1).as_office_knows_it)

    assert names(added) == ["اداره نظارت آزمایشی", "خزانه آزمایشی"]
    assert added == receivers.all() == known_receivers(desk[0])
    assert added[1].certificate == certificate
    assert [receiver.fault for receiver in added] == ["", ""]


def test_they_outlive_the_program_and_stand_in_the_trail(receivers, desk):
    receivers.add("خزانه آزمایشی", key_pair().as_office_knows_it)
    office, _session = desk
    folder, before = office.store.folder, known_receivers(office)
    assert office.store.check() == []
    with office.read() as view:
        told = [entry for entry in view.trail.all() if entry.subject == f"setting/{RECEIVERS_SETTING}"]
    assert len(told) == 1
    office.close()

    again = Office(OfficeStore.open(Path(folder)), ticking_clock(datetime(2016, 7, 1, tzinfo=UTC)))
    assert known_receivers(again) == before
    again.close()


def test_who_is_removed_is_gone_and_can_be_added_anew(receivers):
    treasury = key_pair().as_office_knows_it
    receivers.add("خزانه آزمایشی", treasury)

    assert receivers.remove(treasury.fingerprint) == ()
    with pytest.raises(UseError, match="برداشته شده"):
        receivers.remove(treasury.fingerprint)
    assert names(receivers.add("خزانه آزمایشی", treasury)) == ["خزانه آزمایشی"]


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        (" ", 1, "نام گیرنده را بنویسید"),
        ("خ" * 61, 1, "۶۰ نویسه"),
        ("خزانه‌آزمايشي", 1, "نام «خزانه آزمایشی» هست"),
        ("نام دیگر", 0, "با نام «خزانه آزمایشی» ثبت شده"),
    ],
)
def test_a_name_that_does_not_do_and_a_second_time_are_refused(receivers, name, number, words):
    receivers.add("خزانه آزمایشی", key_pair().as_office_knows_it)

    with pytest.raises(UseError, match=words):
        receivers.add(
            name, key_pair("گیرنده دیگر", number).as_office_knows_it if number else key_pair().as_office_knows_it
        )
    assert names(receivers.all()) == ["خزانه آزمایشی"]


def test_what_can_not_be_sealed_for_is_neither_looked_at_nor_added(receivers, tmp_path):
    short = key_pair(bits=1024)
    with pytest.raises(DataError, match="۱۰۲۴ بیت"):
        receivers.look(short.write(tmp_path))
    with pytest.raises(DataError, match="۱۰۲۴ بیت"):
        receivers.add("خزانه آزمایشی", short.as_office_knows_it)
    assert receivers.all() == ()


def test_whose_certificate_came_to_its_end_stays_on_the_list_and_says_so(receivers, desk):
    office, session = desk
    receivers.add("خزانه آزمایشی", key_pair(end=ENDING).as_office_knows_it)

    office.clock = ticking_clock(datetime(2017, 1, 2, tzinfo=UTC))
    (found,) = Receivers(office, session).all()
    assert "پایان یافته" in found.fault


def test_only_an_administrator_sets_them_and_everybody_who_saves_sees_them(receivers, desk):
    office, _session = desk
    receivers.add("خزانه آزمایشی", key_pair().as_office_knows_it)
    add_person(office, None, name="sahar", full_name="سحر یاوری", roles=frozenset({Role.ACCOUNTANT}), password=PASSWORD)
    accountant = Receivers(office, sign_in(office, "sahar", PASSWORD))

    with pytest.raises(UseError, match="مدیر دفتر"):
        accountant.add("دیگری", key_pair("دیگری", 1).as_office_knows_it)
    with pytest.raises(UseError, match="مدیر دفتر"):
        accountant.all()
    assert names(known_receivers(office)) == ["خزانه آزمایشی"]
