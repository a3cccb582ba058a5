"""Personal keys over the years: revoked, run out, lost, made at two desks at once; and what was signed with each."""

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from closed_claims import make_house
from offices import NAME, PASSWORD, add_claims, claim, line, make_office

from app.domain.office import ClaimState
from app.errors import UseError
from app.services import sign_off
from app.services.accounting import Accounting
from app.services.people import WrongPassword, change_password, sign_in
from app.services.review import Review
from app.services.sign_off import sheet_of, sign, signed_sheet_file
from app.services.signing_keys import (
    AUTHORITY_YEARS,
    PERSONAL_KEY_YEARS,
    ensure_personal_key,
    key_file,
    personal_key,
    trusted_authorities,
)
from app.services.staff import Staff
from app.services.verification import verify_in_office, verify_sheet_file
from app.sheets.assessment_sheet import draw_assessment_sheet
from app.sheets.signing import protect_key_again, read_certificate, sign_sheet

DAY = timedelta(days=1)


class Clock:
    def __init__(self):
        self.now = datetime(2016, 7, 1, 8, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def mina(tmp_path, clock):
    """Return an office and its first administrator, signed in."""
    office, session = make_office(tmp_path / "office", clock=clock)
    yield office, session
    office.close()


@pytest.fixture
def claims(mina):
    return add_claims(*mina, *(claim(f"C-{n}", line(1, "T-CHEST", 60_000)) for n in range(3)))


def signed(office, session, claim_id):
    return sign(office, session, Review(office, session).open(claim_id))


def verdict(office, path):
    return verify_in_office(office, path.read_bytes())


def test_what_was_signed_before_a_revocation_holds_and_nothing_is_signed_after_it(mina, claims, clock):
    office, session = mina
    path = signed(office, session, claims[0])
    clock.now += DAY
    Staff(office, session).revoke_key(session.user.id, "کلید گم شده است")
    told = verdict(office, path)
    assert told.holds
    assert "۱۳۹۵/۰۴/۱۱" in told.sentences[0]
    assert "کلید آن از ۱۳۹۵/۰۴/۱۲" in told.sentences[0]
    assert "پیش از ابطال کلید، و برقرار است" in told.sentences[0]

    before = sorted(office.store.sheets_folder.iterdir())
    with pytest.raises(UseError, match="باطل شده است"):
        signed(office, session, claims[1])
    assert sorted(office.store.sheets_folder.iterdir()) == before
    assert Review(office, session).open(claims[1]).state is ClaimState.RECEIVED


def test_a_key_that_was_revoked_between_drawing_and_entering_enters_nothing(mina, claims, monkeypatch):
    """The administrator revokes at another desk just while this one draws and signs the sheet."""
    office, session = mina
    signing = sign_off.sign_sheet

    def sign_while_revoked(*given, **more):
        pdf = signing(*given, **more)
        Staff(office, session).revoke_key(session.user.id, "کلید گم شده است")
        return pdf

    monkeypatch.setattr(sign_off, "sign_sheet", sign_while_revoked)
    with pytest.raises(UseError, match="باطل شده است"):
        signed(office, session, claims[0])
    assert list(office.store.sheets_folder.iterdir()) == []
    assert Review(office, session).open(claims[0]).state is ClaimState.RECEIVED


def test_a_revoked_key_is_made_anew_at_the_next_sign_in(mina, claims, clock):
    office, session = mina
    old = signed(office, session, claims[0])
    Staff(office, session).revoke_key(session.user.id, "کلید گم شده است")
    clock.now += DAY
    again = sign_in(office, NAME, PASSWORD)
    assert again.user.certificate != session.user.certificate
    new = signed(office, again, claims[1])
    assert verdict(office, old).holds
    assert verdict(office, new).holds
    assert "باطل" not in verdict(office, new).sentences[0]


def test_a_stolen_key_that_dates_itself_back_is_found_out(mina, claims, clock):
    """The thief signs after the revocation, with the time of the day before; the office knows no such entry."""
    office, session = mina
    stolen = key_file(office, session.user).read_bytes()
    opened = Review(office, session).open(claims[0])
    day_before = clock.now
    clock.now += DAY
    Staff(office, session).revoke_key(session.user.id, "کلید گم شده است")
    pdf = sign_sheet(
        draw_assessment_sheet(sheet_of(office, session, opened)),
        stolen,
        PASSWORD,
        role="reviewer",
        full_name=session.user.full_name,
        reason="رسیدگی فنی",
        at=day_before,
    )
    told = verify_in_office(office, pdf)
    assert not told.holds
    assert "در دفتر ثبت نشده و زمانی که خود برگ می‌گوید ۱۳۹۵/۰۴/۱۱" in told.sentences[0]
    assert told.sentences[-1] == "این برگ در دفتر ثبت نشده است."


def test_each_signature_of_a_sheet_is_judged_by_when_the_office_entered_it(tmp_path):
    """The reviewer's key is revoked before the accountant signs, and the accountant's after it."""
    house = make_house(tmp_path / "house")
    number = house.bring()
    house.sign(number)
    staff = Staff(house.office, house.first)
    staff.revoke_key(house.first.user.id, "کلید گم شده است")
    Accounting(house.office, house.accountant).sign(Review(house.office, house.accountant).open(number))
    staff.revoke_key(house.accountant.user.id, "از دفتر رفته است")
    told = verdict(house.office, signed_sheet_file(house.office, number))
    assert told.holds
    assert ["پیش از ابطال کلید، و برقرار است" in sentence for sentence in told.sentences] == [True, True, False]
    house.office.close()


def test_a_key_that_runs_out_is_made_anew_at_sign_in_and_its_signatures_stay(mina, claims, clock):
    office, session = mina
    old = signed(office, session, claims[0])
    clock.now += PERSONAL_KEY_YEARS + DAY
    with pytest.raises(UseError, match="به سر آمده"):
        signed(office, session, claims[1])
    again = sign_in(office, NAME, PASSWORD)
    assert again.user.certificate != session.user.certificate
    assert read_certificate(again.user.certificate).valid_to > clock.now
    new = signed(office, again, claims[1])
    assert verdict(office, old).holds
    assert verdict(office, new).holds
    with office.read() as view:
        assert view.revocations.all() == ()


def test_no_key_runs_out_in_the_middle_of_a_day(mina, clock):
    office, session = mina
    clock.now += PERSONAL_KEY_YEARS - timedelta(hours=3)
    assert sign_in(office, NAME, PASSWORD).user.certificate != session.user.certificate


@pytest.mark.parametrize("fate", ["runs out", "is gone"])
def test_the_authority_is_made_anew_and_the_older_one_is_still_trusted(mina, claims, clock, fate):
    office, session = mina
    old = signed(office, session, claims[0])
    if fate == "runs out":
        clock.now += AUTHORITY_YEARS - PERSONAL_KEY_YEARS + DAY
    else:
        for path in office.store.keys_folder.iterdir():
            path.unlink()
    again = sign_in(office, NAME, PASSWORD)
    new = signed(office, again, claims[1])
    assert verdict(office, old).holds
    assert verdict(office, new).holds
    with office.read() as view:
        assert len(trusted_authorities(view)) == 2


@pytest.mark.parametrize("fate", ["gone", "of another password", "damaged"])
def test_a_key_that_does_not_open_is_revoked_and_made_anew(mina, claims, fate):
    office, session = mina
    old = signed(office, session, claims[0])
    path = key_file(office, session.user)
    if fate == "gone":
        path.unlink()
    elif fate == "damaged":
        path.write_bytes(b"no key")
    else:
        path.write_bytes(protect_key_again(path.read_bytes(), PASSWORD, "a password of before"))
    again = sign_in(office, NAME, PASSWORD)
    assert again.user.certificate != session.user.certificate
    assert verdict(office, old).holds
    assert verdict(office, signed(office, again, claims[1])).holds
    with office.read() as view:
        assert [revoked.serial for revoked in view.revocations.all()] == [
            read_certificate(session.user.certificate).serial
        ]


def test_a_changed_password_keeps_the_key(mina):
    office, session = mina
    change_password(office, session, PASSWORD, "another password")
    assert sign_in(office, NAME, "another password").user.certificate == session.user.certificate


def test_a_password_that_was_changed_elsewhere_is_not_changed_by_the_old_one(mina):
    office, session = mina
    change_password(office, session, PASSWORD, "another password")
    with pytest.raises(WrongPassword):
        change_password(office, session, PASSWORD, "a third password")
    assert sign_in(office, NAME, "another password").user.name == NAME


def test_the_same_password_is_no_change(mina):
    office, session = mina
    with pytest.raises(UseError, match="همان پیشین"):
        change_password(office, session, PASSWORD, PASSWORD)


def test_two_desks_at_once_make_one_key(mina):
    office, session = mina
    key_file(office, session.user).unlink()
    made = []
    threads = [
        Thread(target=lambda: made.append(ensure_personal_key(office, session.user, PASSWORD))) for _desk in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with office.read() as view:
        recorded = view.users.get(session.user.id).certificate
    assert set(made) == {recorded}
    assert sign_in(office, NAME, PASSWORD).user.certificate == recorded


def test_without_the_office_revocations_are_not_known_and_that_is_told(mina, claims, tmp_path):
    office, session = mina
    path = signed(office, session, claims[0])
    told = verify_sheet_file(path, tmp_path / "nowhere")
    assert not told.holds
    assert "ابطال کلیدها بررسی نشد" in told.sentences[-1]


def test_a_key_that_is_gone_is_told_with_its_remedy(tmp_path):
    office, session = make_office(tmp_path)
    key_file(office, session.user).unlink()
    with pytest.raises(UseError, match="دوباره وارد شوید تا کلید تازه‌ای"):
        personal_key(office, session.user)
