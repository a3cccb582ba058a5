"""The rates of journeys that an office keeps: typed, installed as a dated pack, and used by the next form."""

from dataclasses import replace

import pytest
from travel_forms import FACTS, by_bus, child_of_six

from app.domain.dates import JalaliDate
from app.domain.findings import Mark
from app.domain.travel_form import COMPANION_FARE, FARE, LODGING
from app.errors import UseError
from app.services.travel_claims import TravelClaims
from app.services.travel_fares import Fare, TravelFares

BUS = Fare("bus", 250_000, JalaliDate(1399, 1, 1), "نرخ آزمایشی", "قزوین", "تهران")
DEAR = replace(BUS, rial=280_000, start=JalaliDate(1399, 7, 1))
NIGHT = Fare(LODGING, 900_000, JalaliDate(1399, 1, 1), "نرخ آزمایشی")


@pytest.fixture
def fares(desk):
    return TravelFares(*desk)


def test_typed_rates_price_the_next_form_by_its_day(fares, desk):
    fares.install((BUS, DEAR, NIGHT), official=False)
    route = {"route_from": "تهران", "route_to": "قزوین", "companions_requested": 1}
    form = child_of_six(facts=FACTS | route, entries=(by_bus(FARE, 600_000), by_bus(COMPANION_FARE, 500_000, 1)))

    trial = TravelClaims(*desk).trial(form)
    assert [line.approved for line in trial.result.lines] == [560_000, 500_000]
    assert [line.mark for line in trial.result.lines] == [Mark.CIRCLE, Mark.TICK]
    assert (trial.rates[1].rial, trial.rates[1].start, trial.rates[1].trial) == (280_000, DEAR.start, True)
    assert trial.result.unofficial != ()
    earlier = replace(form, journey_day=JalaliDate(1399, 9, 1))
    assert TravelClaims(*desk).trial(earlier).rates[1].rial == 280_000


def test_the_book_shows_every_rate_with_its_source_and_standing(fares):
    fares.install((BUS, NIGHT), official=True)
    fares.install((DEAR,), official=False)

    kept = fares.book().kept
    assert [(row.fare, row.trial) for row in kept] == [(DEAR, True), (BUS, False), (NIGHT, False)]


def test_of_one_route_and_day_the_later_pack_holds(fares, desk):
    fares.install((DEAR,), official=False)
    fares.install((replace(DEAR, rial=290_000),), official=False)
    form = child_of_six(facts=FACTS | {"route_from": "قزوین", "route_to": "تهران"}, entries=(by_bus(FARE, 600_000),))

    assert TravelClaims(*desk).trial(form).result.totals.approved == 580_000
    assert fares.book().kept[0].fare.rial == 290_000


@pytest.mark.parametrize(
    ("fare", "words"),
    [
        (replace(BUS, route_to=" "), "مبدأ و مقصد"),
        (replace(BUS, route_to="قزوین"), "یکی است"),
        (replace(BUS, route_to="ری-تهران"), "خط تیره"),
        (replace(BUS, rial=0), "مبلغ"),
        (replace(BUS, source=""), "سند این نرخ"),
    ],
)
def test_a_faulty_rate_is_refused_and_nothing_is_installed(fares, fare, words):
    with pytest.raises(UseError, match=words):
        fares.install((NIGHT, fare), official=False)
    assert fares.book().kept == ()


def test_two_rates_of_one_route_and_day_are_refused(fares):
    with pytest.raises(UseError, match="دو نرخ"):
        fares.install((BUS, replace(BUS, rial=1)), official=False)


def test_the_towns_of_typed_rates_are_offered_to_the_form(fares, desk):
    fares.install((replace(BUS, route_from="تاکستان"),), official=False)
    assert TravelClaims(*desk).choices().towns[:2] == ("تاکستان", "تهران")
