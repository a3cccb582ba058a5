"""Travel forms typed from paper: judged as they stand, imported once, and known when they come again."""

import os
import stat
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal

import pytest
from offices import make_office
from travel_forms import CODE, FACTS, by_bus, child_of_six, with_fares

from app.domain.claim import ClaimKind, Patient
from app.domain.dates import JalaliDate
from app.domain.findings import Effect, Mark, Verdict
from app.domain.office import Role
from app.domain.travel_form import COMPANION_LODGING, FARE, TravelEntry
from app.errors import DataError, UseError
from app.services.importing import ImportRefused
from app.services.people import add_person, sign_in
from app.services.travel_claims import TravelClaims, TypedBefore


@pytest.fixture
def travel(desk):
    office, session = desk
    return TravelClaims(with_fares(office), session)


def test_a_form_is_judged_as_it_stands_and_nothing_is_stored(travel, desk):
    trial = travel.trial(child_of_six())

    assert [line.mark for line in trial.result.lines] == [Mark.TICK, Mark.TICK, Mark.CIRCLE]
    assert trial.result.totals.approved == trial.result.totals.insurer_share == 1_800_000
    rate = trial.rates[3]
    assert (rate.rial, rate.start, rate.source, rate.trial) == (300_000, JalaliDate(1394, 1, 1), "test figure", True)
    with desk[0].read() as view:
        assert view.submissions.list(desk[0].dictionary) == ()


def test_a_child_of_seven_has_one_companion(travel):
    patient = replace(child_of_six().patient, birth_date=JalaliDate(1392, 10, 10))
    trial = travel.trial(child_of_six(patient=patient))

    assert [line.mark for line in trial.result.lines] == [Mark.TICK, Mark.TICK, Mark.ZERO]


def test_a_saved_form_is_a_claim_like_any_other(travel, desk):
    office, _session = desk
    number = travel.save(child_of_six())

    with office.read() as view:
        claim = view.claims.get(number, office.dictionary).claim
        (submission,) = view.submissions.list(office.dictionary)
        summary = view.results.of_claim(number)
    assert (claim.id, claim.kind, claim.patient.id) == ("F-17", ClaimKind.TRAVEL, CODE)
    assert [line.code for line in claim.lines] == ["TR01", "TR03", "TR03"]
    assert claim.facts == FACTS | {"companions_requested": 2}
    assert submission.submission.provider.name == "درمانگاه آزمایشی"
    assert (summary.verdict, summary.totals.approved) == (Verdict.ADJUSTED, 1_800_000)
    assert office.store.check() == []


def test_the_same_form_is_refused_with_the_place_of_the_first(travel):
    number = travel.save(child_of_six())

    with pytest.raises(TypedBefore, match="سفر ۱۳۹۹/۱۰/۱۰") as refused:
        travel.save(child_of_six(diagnosis="با تشخیصی دیگر"))
    assert refused.value.claim_id == number
    assert travel.trial(child_of_six()).before.claim_id == number


def test_two_desks_that_type_one_form_at_once_make_one_claim(travel, desk):
    class SlowDesk(TravelClaims):
        """A desk that is overtaken between its look for an earlier entry and its own."""

        @contextmanager
        def _file(self, form, codes):
            first.append(travel.save(child_of_six(diagnosis="از میز دیگر")))
            with super()._file(form, codes) as path:
                yield path

    office, session = desk
    first = []
    with pytest.raises(TypedBefore) as refused:
        SlowDesk(office, session).save(child_of_six())
    assert [refused.value.claim_id] == first
    with office.read() as view:
        assert len(view.submissions.list(office.dictionary)) == 1
    assert office.store.check() == []


def test_digits_of_either_script_are_the_same_form_and_people_read_persian_ones(travel, desk):
    unit = "درمانگاه نمونه‌ای ۲"
    number = travel.save(child_of_six(unit=unit, number="الف-۱۲/۳"))
    with desk[0].read() as view:
        (kept,) = view.submissions.list(desk[0].dictionary)
    assert (kept.submission.provider.id, kept.submission.provider.name) == ("درمانگاه نمونه‌ای 2", unit)

    with pytest.raises(TypedBefore) as refused:
        travel.save(child_of_six(unit=unit, number="الف-12/3", diagnosis="با تشخیصی دیگر"))
    assert refused.value.claim_id == number


def test_a_form_without_a_number_is_known_by_what_was_typed(travel):
    form = child_of_six(number="")
    number = travel.save(form)

    with pytest.raises(TypedBefore) as refused:
        travel.save(form)
    assert refused.value.claim_id == number
    assert travel.save(replace(form, entries=form.entries[:1])) != number


def test_what_a_form_lacks_is_told_as_of_any_file(travel):
    form = child_of_six(patient=Patient("0012345678"))

    trial = travel.trial(form)
    assert trial.result is None
    assert any("کد ملی" in problem.sentence for problem in trial.problems)
    with pytest.raises(ImportRefused):
        travel.save(form)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"patient": Patient(CODE, birth_date=JalaliDate(1399, 10, 11))}, "تاریخ تولد"),
        ({"entries": (replace(by_bus(FARE, 600_000), day=JalaliDate(1399, 10, 9)),)}, "ردیف ۱"),
    ],
)
def test_what_no_paper_can_say_keeps_a_form_out(travel, desk, changes, words):
    form = child_of_six(**changes)
    trial = travel.trial(form)

    assert words in trial.fault
    assert trial.result is None
    with pytest.raises(UseError, match=words):
        travel.save(form)
    with desk[0].read() as view:
        assert view.submissions.list(desk[0].dictionary) == ()


def test_a_child_may_travel_on_the_day_of_its_birth(travel):
    form = child_of_six(patient=Patient(CODE, birth_date=JalaliDate(1399, 10, 10)))
    assert travel.trial(form).fault == ""


def test_a_day_that_has_not_come_is_doubted_and_kept(travel):
    assert "نرسیده" in travel.trial(child_of_six()).doubt  # the office of the tests lives in 1395
    assert travel.trial(child_of_six(journey_day=JalaliDate(1395, 1, 10))).doubt == ""


def test_nights_have_their_own_rate(travel):
    night = TravelEntry(COMPANION_LODGING, 2_000_000, Decimal(2), companion_no=1)
    trial = travel.trial(child_of_six(entries=(by_bus(FARE, 600_000), night)))

    assert trial.result.line(2).approved == 1_600_000
    assert trial.rates[2].rial == 800_000


def test_sessions_of_a_protocol_are_counted(travel):
    facts = FACTS | {
        "repeat_sending": True,
        "course_treatment": "dialysis",
        "protocol_approved": True,
        "protocol_sessions": 1,
    }
    trips = tuple(replace(by_bus(FARE, 600_000), day=JalaliDate(1399, 10, day)) for day in (10, 12))
    trial = travel.trial(child_of_six(facts=facts, entries=trips))

    assert [line.mark for line in trial.result.lines] == [Mark.TICK, Mark.ZERO]
    assert {finding.rule for finding in trial.result.findings if finding.effect is Effect.REJECT} == {"TRV-12e"}


def test_no_typed_form_stays_as_a_file(travel, desk):
    root = desk[0].store.folder
    before = set(root.iterdir())
    travel.save(child_of_six())

    assert set(root.iterdir()) == before
    if os.name == "posix":
        assert stat.S_IMODE(root.stat().st_mode) == 0o700


def test_an_office_without_travel_rows_says_so(desk):
    with pytest.raises(DataError, match="ردیف‌های سفر"):
        TravelClaims(*desk).trial(child_of_six())


def test_who_may_not_review_types_no_form(travel, tmp_path):
    office, session = make_office(tmp_path / "other")
    roles, password = frozenset({Role.ACCOUNTANT}), "a long password"
    add_person(office, session.user.id, name="hesab", full_name="حسابدار آزمایشی", roles=roles, password=password)
    accountant = sign_in(office, "hesab", password)
    with pytest.raises(UseError):
        TravelClaims(with_fares(office), accountant).choices()
    office.close()


def test_towns_of_fares_come_before_the_centres_of_the_provinces(travel):
    towns = travel.choices().towns
    assert towns[:5] == ("MASHHAD", "QAZVIN", "TAKESTAN", "TEHRAN", "ZAHEDAN")
    assert "قزوین" in towns
