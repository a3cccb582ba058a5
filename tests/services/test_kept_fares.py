"""The rates of journeys that an office keeps: typed, installed as a dated pack, and used by the next form."""

from dataclasses import replace

import pytest
from travel_forms import FACTS, by_bus, child_of_six

from app.domain.dates import JalaliDate
from app.domain.findings import Mark
from app.domain.reference import Fee
from app.domain.travel_form import COMPANION_FARE, FARE, LODGING
from app.errors import UseError
from app.files.pack_writer import fee_pack_text
from app.services.review import Review
from app.services.sign_off import sign
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


def test_a_rate_that_another_took_the_place_of_is_told(fares):
    fares.install((BUS, DEAR), official=True)
    fares.install((replace(BUS, rial=255_000),), official=True)

    told = [(row.fare.rial, row.replaced) for row in fares.book().kept]
    assert told == [(280_000, False), (255_000, False), (250_000, True)]


@pytest.mark.parametrize("both_ways", [False, True])
def test_a_newer_rate_holds_whichever_way_its_route_was_written(fares, desk, both_ways):
    fares.install((BUS,), official=False)
    if both_ways:
        known = fee_pack_text("پیشین", BUS.start, [Fee(BUS.back.key, 240_000, BUS.start)], official=False)
        path = desk[0].store.folder / "other.pack.json"
        path.write_text(known, encoding="utf-8")
        desk[0].install_pack(path, actor=None)
    fares.install((DEAR.back,), official=False)

    for start, end in (("قزوین", "تهران"), ("تهران", "قزوین")):
        form = child_of_six(facts=FACTS | {"route_from": start, "route_to": end}, entries=(by_bus(FARE, 600_000),))
        assert TravelClaims(*desk).trial(form).result.totals.approved == 560_000


def test_a_closed_claim_keeps_the_rate_by_which_it_was_signed(fares, desk):
    fares.install((BUS,), official=False)
    route = FACTS | {"route_from": "قزوین", "route_to": "تهران"}
    first = TravelClaims(*desk).save(child_of_six(facts=route, entries=(by_bus(FARE, 600_000),)))
    review = Review(*desk)
    sign(*desk, review.open(first))
    fares.install((replace(BUS, rial=200_000),), official=False)
    second = TravelClaims(*desk).save(child_of_six(number="F-18", facts=route, entries=(by_bus(FARE, 600_000),)))

    assert review.open(first).settlement.totals.approved == 500_000
    assert review.open(second).settlement.totals.approved == 400_000
    assert desk[0].store.check() == []


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


@pytest.mark.parametrize("other", [replace(BUS, rial=1), BUS.back, replace(BUS.back, rial=1)])
def test_two_rates_of_one_route_and_day_are_refused(fares, other):
    with pytest.raises(UseError, match="دو نرخ"):
        fares.install((BUS, other), official=False)


def test_the_towns_of_typed_rates_are_offered_to_the_form(fares, desk):
    fares.install((replace(BUS, route_from="تاکستان"),), official=False)
    assert TravelClaims(*desk).choices().towns[:2] == ("تاکستان", "تهران")
