"""Travel forms for tests: a patient of Qazvin who is sent to Tehran, at the test fares of the catalogue."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from offices import PACKS

from app.domain.claim import Patient
from app.domain.dates import JalaliDate
from app.domain.travel_form import COMPANION_FARE, FARE, TravelEntry, TravelForm
from app.services.office import Office

DAY = JalaliDate(1399, 10, 10)
CODE = "0012345679"
FACTS: dict[str, Any] = {
    "eligibility": "covered",
    "insured_group": "insured",
    "available_locally": False,
    "delay_dangerous": True,
    "service_covered": True,
    "out_of_province": True,
    "on_province_list": False,
    "sent_through_system": True,
    "destination_confirmed": True,
    "repeat_sending": False,
    "route_from": "QAZVIN",
    "route_to": "TEHRAN",
}


def by_bus(group: str, amount: int, companion_no: int | None = None) -> TravelEntry:
    """Return two one-way trips by bus."""
    return TravelEntry(group, amount, Decimal(2), vehicle="bus", companion_no=companion_no)


def child_of_six(**changes: Any) -> TravelForm:
    """Return the form of a child of six with two companions by bus, of whom the second asks for too much."""
    form = TravelForm(
        unit="درمانگاه آزمایشی",
        number="F-17",
        patient=Patient(CODE, name="کودک آزمایشی", birth_date=JalaliDate(1393, 6, 1), sex="male"),
        journey_day=DAY,
        diagnosis="نارسایی قلب",
        facts=FACTS | {"companions_requested": 2},
        entries=(by_bus(FARE, 600_000), by_bus(COMPANION_FARE, 600_000, 1), by_bus(COMPANION_FARE, 700_000, 2)),
    )
    return replace(form, **changes)


def with_fares(office: Office) -> Office:
    """Install the test fares of the catalogue."""
    office.install_pack(PACKS / "circulars.pack.json", actor=None)
    return office
