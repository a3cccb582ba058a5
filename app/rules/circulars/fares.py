"""What a journey is paid: by the approved vehicle, at dated fares by route; nights at their rate (TRV-06, TRV-07)."""

from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.persian import clean, date_text
from app.domain.reference import Fee
from app.rules.case import Case, CaseLine
from app.rules.circulars.sendings import COMPANION_FARE, FARE, LODGING, LODGINGS, ON_FARES, is_travel_line
from app.rules.circulars.terms import count_of, travel_line_rule, travel_rule, written
from app.rules.general.terms import items
from app.rules.outcomes import Ask, Outcomes, Reduce, Reject
from app.rules.pricing import Price
from app.rules.registry import Phase, Place, in_sequence, on, remark

VEHICLE, APPROVED, TICKET = "vehicle", "approved_vehicles", "ticket_price"
ROUTE = ("route_from", "route_to")
CAR, BUS = "hired_car", "bus"
TICKETED = frozenset({"train", "plane"})
SPECIAL = TICKETED | {CAR}
PUBLIC = frozenset({BUS, "shared_taxi"})
VEHICLE_NAMES = {CAR: "خودرو دربستی", BUS: "اتوبوس", "shared_taxi": "سواری کرایه‌ای"}
ON_LODGINGS = on(groups=LODGINGS, where=is_travel_line)


def _vehicle(line: CaseLine) -> str | None:
    told = line.fact(VEHICLE)
    return told if isinstance(told, str) else None


def _is_approved(case: Case, vehicle: str) -> bool | None:
    """Tell whether a special vehicle was approved; None where nobody has read the approval."""
    approved = case.fact(APPROVED)
    return None if approved is UNKNOWN else vehicle in items(approved)


def _fare(case: Case, line: CaseLine, vehicle: str) -> Price | None:
    """Return the fare of a vehicle for all trips of a line, by its route there or back; None where no row holds."""
    start, end = (written(case.fact(name)) for name in ROUTE)
    if not (start and end):
        return None
    there, back = f"travel/{vehicle}/{start}-{end}", f"travel/{vehicle}/{end}-{start}"
    fee = case.fee(there, line.day) or case.fee(back, line.day)
    return None if fee is None else _times(fee, line, f"کرایه {VEHICLE_NAMES[vehicle]}، هر سفر یک‌طرفه")


def _times(fee: Fee, line: CaseLine, caption: str) -> Price:
    told = Step(f"{caption} (از {date_text(fee.start)})", clean(fee.source), fee.rial)
    return Price(Fraction(fee.rial), (told,)).times(line.quantity)


def _missing(case: Case) -> Ask:
    """Return the question for what a fare needs: the towns of the route, else a row of the office's pack."""
    unknown = tuple(name for name in ROUTE if not written(case.fact(name)))
    needs = None if unknown else "نرخ کرایه این مسیر در روز سفر، در بسته مرجع دفتر"
    return Ask(None, unknown, needs=needs, holding=True)


def _pays_as_public(case: Case, line: CaseLine) -> bool:
    """Tell whether a line is paid as a public vehicle: it is another one, or a special one that was not approved.

    A companion in the car of whom TRV-06e asks is paid so meanwhile: that is what they get at most.
    """
    vehicle = _vehicle(line)
    if vehicle == "other":
        return True
    beside = "TRV-06e" in case.questions(line)
    return vehicle in SPECIAL and (_is_approved(case, vehicle) is False or beside)


def _without_ticket(line: CaseLine) -> bool:
    return _vehicle(line) in TICKETED and line.fact(TICKET) == 0


def _lower(line: CaseLine, price: Price, *facts: str) -> Outcomes:
    claimed = Step("مبلغ درخواستی پیش از این بند", "", line.amount)
    yield Reduce(None, facts, to=price.rial, steps=(*price.steps, claimed))


@travel_line_rule("TRV-06a", Phase.PRICE, ON_FARES)
def unapproved_vehicle(case: Case, line: CaseLine) -> Outcomes:
    """Pay a vehicle that was not approved as a public one; where the approval is unread and matters, ask for it."""
    vehicle, bus = _vehicle(line), _fare(case, line, BUS)
    if bus is None or vehicle is None:
        return
    if _pays_as_public(case, line):
        yield from _lower(line, bus, VEHICLE, APPROVED)
    elif vehicle in SPECIAL and _is_approved(case, vehicle) is None and _approval_matters(case, line, bus):
        yield Ask(None, (APPROVED,))


def _approval_matters(case: Case, line: CaseLine, bus: Price) -> bool:
    """Tell whether a line above the public fare would be paid otherwise if its vehicle was approved."""
    ticket = count_of(line.fact(TICKET))
    if _vehicle(line) == CAR:
        fare = _fare(case, line, CAR)
        most = None if fare is None else fare.rial
    else:
        most = bus.rial if ticket == 0 else ticket
    return line.amount > bus.rial and most != bus.rial


@travel_line_rule("TRV-06b", Phase.PRICE, ON_FARES)
def hired_car(case: Case, line: CaseLine) -> Outcomes:
    """Pay a hired car at the rate of its route, in force on the day of the journey."""
    if _vehicle(line) == CAR and not _pays_as_public(case, line):
        fare = _fare(case, line, CAR)
        if fare is not None:
            yield from _lower(line, fare, VEHICLE, APPROVED)


@travel_line_rule("TRV-06c", Phase.PRICE, ON_FARES)
def train_and_plane(case: Case, line: CaseLine) -> Outcomes:
    """Pay train and plane at the price of their tickets; without a ticket as a public vehicle."""
    if _vehicle(line) not in TICKETED or _pays_as_public(case, line):
        return
    ticket, bus = count_of(line.fact(TICKET)), _fare(case, line, BUS)
    if ticket is None:
        yield Ask(None, (TICKET,))
    elif ticket:
        yield from _lower(line, Price(Fraction(ticket), (Step("بهای بلیت‌ها", "", ticket),)), VEHICLE, TICKET)
    elif bus is not None:
        yield from _lower(line, bus, VEHICLE, TICKET)


@travel_line_rule("TRV-06d", Phase.PRICE, ON_FARES)
def public_vehicle(case: Case, line: CaseLine) -> Outcomes:
    """Pay a public vehicle, or a seat in a shared car, at its fare; nobody needs to approve it."""
    vehicle = _vehicle(line)
    if vehicle in PUBLIC:
        fare = _fare(case, line, vehicle)
        if fare is not None:
            yield from _lower(line, fare, VEHICLE)


@travel_line_rule("TRV-06f", Phase.PRICE, ON_FARES)
def fare_is_known(case: Case, line: CaseLine) -> Outcomes:
    """Ask for the vehicle, the route or the rate that the fare of a line needs."""
    vehicle = _vehicle(line)
    if vehicle is None:
        yield Ask(None, (VEHICLE,), holding=True)
    elif any(_fare(case, line, needed) is None for needed in _fares_needed(case, line, vehicle)):
        yield _missing(case)


def _fares_needed(case: Case, line: CaseLine, vehicle: str) -> tuple[str, ...]:
    """Return the vehicles whose fares decide what a line is paid."""
    if vehicle in PUBLIC:
        return (vehicle,)
    if _pays_as_public(case, line) or _without_ticket(line):
        return (BUS,)
    open_question = _is_approved(case, vehicle) is None
    own = (CAR,) if vehicle == CAR else ()
    return (*own, BUS) if open_question else own


@travel_rule("TRV-06e", Phase.EXCLUSION, ON_FARES)
def one_car_for_both(case: Case) -> Outcomes:
    """Refuse the fare of a companion in the approved car whose rate the patient's fare pays already."""
    cars = [line for line in case.live_lines if is_travel_line(line) and _vehicle(line) == CAR]
    approved = _is_approved(case, CAR)
    if approved is False:
        return
    paid = [line for line in cars if line.group == FARE and line.amount]
    for line in cars:
        if line.group == COMPANION_FARE and any(_same_car(line, other) for other in paid):
            yield Reject(line, (VEHICLE, APPROVED)) if approved else Ask(line, (APPROVED,))


def _same_car(line: CaseLine, other: CaseLine) -> bool:
    return line.line.day is None or other.line.day is None or line.line.day == other.line.day


@travel_line_rule("TRV-07", Phase.PRICE, ON_LODGINGS)
def nights(case: Case, line: CaseLine) -> Outcomes:
    """Pay nights at the rate of the day, the companion's at their own; a missing rate is asked for."""
    whose = "patient" if line.group == LODGING else "companion"
    fee = case.fee(f"travel/lodging/{whose}", line.day)
    if fee is None:
        yield Ask(None, needs="نرخ اقامت در روز سفر، در بسته مرجع دفتر", holding=True)
    else:
        yield from _lower(line, _times(fee, line, "اقامت، هر شب"))


in_sequence(Phase.PRICE, "TRV-06a", "TRV-06b", "TRV-06c", "TRV-06d", "TRV-06f", "TRV-07")
remark("TRV-06g", Place.RULE_BOOK)
