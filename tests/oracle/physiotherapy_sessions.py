"""Physiotherapy, phases 3 and 4: what stands together in a session, and how many sessions and regions are paid."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.amounts import at_most, one_unit
from tests.oracle.days import date_of
from tests.oracle.judge import at_end
from tests.oracle.paper import Entry, Paper
from tests.oracle.physiotherapy_course import (
    ADD_ONS,
    DEEP_HEAT,
    NUMBERED,
    PHYSICIAN_SPECIALISTS,
    PLAN,
    RELATED,
    SESSION,
    TREATMENTS,
    WARD,
    Course,
    dated,
    months_after,
    outpatient,
    region,
)
from tests.oracle.sayings import Says, ask, keep, reject, stay_open
from tests.oracle.table import rule
from tests.oracle.turns import in_turn

in_turn("PT-08 PT-02a PT-15b PT-15d PT-18 PT-19c")
in_turn("PT-14a PT-14b PT-05a PT-06a PT-06b PT-09a PT-09c PT-03a PT-03b PT-04 PT-19d")
FOUR_REGIONS = frozenset({"ms", "myasthenia_gravis", "duchenne", "guillain_barre", "cerebral_palsy"})
RADICULAR = {
    "neck": frozenset({"right_upper_limb", "left_upper_limb"}),
    "lumbar_spine": frozenset({"right_lower_limb", "left_lower_limb"}),
}
MOST_SESSIONS = Fraction(15)


@rule(3, "PT-08")
def one_plan(paper: Paper) -> Iterator[Says]:
    """A cut of phase 2, made when its refusals are known."""
    yield from one_unit(paper.alive(group=PLAN))


@outpatient(3, "PT-02a")
def two_months(course: Course) -> Iterator[Says]:
    """A refusal of phase 2, made when the others are known."""
    if course.start is None:
        return
    limit = months_after(course.start, 2)
    for entry in course.lines(NUMBERED):
        day = dated(entry)
        if day and day > limit:
            yield reject(entry.no)
    undated = [entry for entry in course.lines(NUMBERED) if not dated(entry)]
    late, last = course.paper.fact("late_sessions"), course.last
    if not undated or (last and last <= limit):
        return
    if late is None:
        asked = [entry for entry in undated if entry.group in TREATMENTS and course.count() > 1]
        yield from (ask(entry.no) for entry in asked)
        return
    for kind in {(entry.code, region(entry)) for entry in undated}:
        lines = [entry for entry in undated if (entry.code, region(entry)) == kind]
        yield from at_most(lines, max(sum(entry.units for entry in lines) - Fraction(late), Fraction()))


def may_be_one(one: Entry, other: Entry) -> bool:
    """Whether two lines may be of the same region."""
    return None in {region(one), region(other)} or region(one) == region(other)


@outpatient(3, "PT-15b")
def one_heat(course: Course) -> Iterator[Says]:
    heats = course.lines(DEEP_HEAT)
    for kind in {(dated(entry) or "", region(entry) or "") for entry in heats}:
        lines = [entry for entry in heats if (dated(entry) or "", region(entry) or "") == kind]
        sessions = [entry for entry in course.lines(SESSION) if not dated(entry) and may_be_one(entry, lines[0])]
        if kind[0] and kind[1]:
            yield from one_unit(lines)
        elif kind[0]:
            yield from (keep(entry.no, Fraction(1)) for entry in lines)
        elif sessions:
            yield from at_most(lines, sum((entry.units for entry in sessions), Fraction()))


@outpatient(3, "PT-15d")
def add_on_alone(course: Course) -> Iterator[Says]:
    for entry in course.lines(ADD_ONS):
        beside = [session for session in course.lines(SESSION) if dated(session) == dated(entry)]
        if not any(may_be_one(entry, other) for other in beside):
            yield reject(entry.no)


@outpatient(3, "PT-18")
def radicular_pain(course: Course) -> Iterator[Says]:
    answer = course.paper.fact("radicular")
    for session in course.sessions():
        for spine, limbs in RADICULAR.items():
            group = [entry for entry in session if region(entry) in limbs | {spine}]
            regions = {region(entry) for entry in group}
            if spine not in regions or not regions & limbs or answer is False:
                continue
            kept = min(group, key=lambda entry: (-(course.paper.price(entry.code, entry) or 0), entry.no))
            others = [entry for entry in group if region(entry) != region(kept)]
            if answer is None:
                yield from (ask(entry.no) for entry in course.with_add_ons(others))
            else:
                yield from (reject(entry.no) for entry in course.with_add_ons(others))


@rule(3, "PT-19c")
def ward_codes_together(paper: Paper) -> Iterator[Says]:
    lines = paper.alive(group=WARD)
    for entry in lines:
        day, together = dated(entry), entry.fact("concurrent_session")
        others = [other for other in lines if other.code != entry.code and (day is None or dated(other) == day)]
        dearer = any((paper.price(o.code, o) or 0) > (paper.price(entry.code, entry) or 0) for o in others)
        if dearer and together is not False:
            yield reject(entry.no) if day or together else ask(entry.no)


@outpatient(4, "PT-14a")
def once_a_day(course: Course) -> Iterator[Says]:
    lines = [entry for entry in course.lines(SESSION) if dated(entry)]
    elsewhere = set(other_days(course.paper))
    met = set()
    for entry in lines:
        place = (dated(entry), region(entry))
        if dated(entry) in elsewhere or (region(entry) and place in met):
            yield reject(entry.no)
        else:
            yield keep(entry.no, Fraction(1))
        met.add(place)


def other_days(paper: Paper) -> Iterator[str]:
    """The days on which the patient had a session by the history or by an earlier claim of the submission."""
    for past in paper.claim.get("history", []):
        if (paper.books.service(past["code"], past["date"]) or {}).get("group") == SESSION:
            yield past["date"]
    for index, claim in enumerate(paper.file["claims"]):
        other = Paper(paper.file, index, paper.books)
        same = claim["patient"]["id"] == paper.patient["id"]
        if same and (other.known_day, index) < (paper.known_day, paper.index):
            yield from (entry.day for entry in at_end(paper, index).alive(group=SESSION))


@outpatient(4, "PT-14b")
def no_more_than_days(course: Course) -> Iterator[Says]:
    undated = [entry for entry in course.lines(NUMBERED) if not dated(entry)]
    if undated and course.paper.fact("last_session_on") and course.start and course.last:
        days = (date_of(course.last) - date_of(course.start)).days + 1
        yield from course.cut_to(Fraction(max(days, 0)))


def related(paper: Paper) -> bool | None:
    """Whether the prescriber is a related specialist."""
    qualification, specialty = (paper.prescriber.get(key) for key in ("qualification", "specialty"))
    if qualification not in PHYSICIAN_SPECIALISTS | {None} or specialty not in RELATED | {None}:
        return False
    return None if None in {qualification, specialty} else True


def regions_beyond(rule_id: str) -> None:
    """Rules 5 and 6: which of them speaks of a region hangs on the patient, the prescriber and the register."""

    @outpatient(4, rule_id)
    def found(course: Course) -> Iterator[Says]:
        for session in course.sessions():
            met: list[str] = []
            nameless = False
            for entry in session:
                place = region(entry)
                if place and place not in met:
                    met.append(place)
                speaker, effect = judged(course.paper, met.index(place) + 1) if place else ("", "")
                if speaker == rule_id and effect == "reject":
                    yield from (reject(line.no) for line in course.with_add_ons([entry]))
                elif speaker == rule_id:
                    yield from (ask(line.no) for line in course.with_add_ons([entry]))
                if rule_id == "PT-05a" and entry is not session[0] and (nameless or place is None):
                    yield ask(entry.no)
                nameless = nameless or place is None


def judged(paper: Paper, place: int) -> tuple[str, str]:
    """The rule that speaks of the second, third ... region of a session, and what it says."""
    fits, registered = related(paper), paper.fact("condition_registered")
    four = bool(FOUR_REGIONS & set(paper.patient.get("conditions", []))) and fits is not False
    if four and place > 2:
        if registered is False:
            return "PT-06b" if fits else "PT-05a", "reject"
        if place > 4:
            return "PT-06a" if fits else "PT-05a", "reject"
        if fits is None:
            return "PT-05a", "query"
        return ("PT-06b", "query") if registered is None else ("", "")
    if fits is None and place == 2:
        return "PT-05a", "query"
    return ("PT-05a", "reject") if place > (1 if fits is False else 2) else ("", "")


for _id in ("PT-05a", "PT-06a", "PT-06b"):
    regions_beyond(_id)


def lost(rule_id: str, fact: str) -> None:
    """Sessions that are not proved: so many fewer, and unknown asks."""

    @outpatient(4, rule_id)
    def found(course: Course) -> Iterator[Says]:
        sessions = course.paper.fact(fact)
        if sessions is None:
            yield from (ask(entry.no) for entry in course.lines(TREATMENTS))
        else:
            yield from course.cut_to(max(course.count() - Fraction(sessions), Fraction()))


lost("PT-09a", "undocumented_sessions")
lost("PT-09c", "unsigned_sessions")


@outpatient(4, "PT-03a")
def no_number_written(course: Course) -> Iterator[Says]:
    written = course.paper.fact("sessions_prescribed")
    if written is None and course.count() > 1:
        yield from (stay_open(entry.no) for entry in course.lines(TREATMENTS))
    if written == 0:
        yield from course.cut_to(Fraction(1))


@outpatient(4, "PT-03b")
def number_written(course: Course) -> Iterator[Says]:
    written = course.paper.fact("sessions_prescribed")
    if written and 1 <= written <= MOST_SESSIONS:
        yield from course.cut_to(Fraction(written))


@outpatient(4, "PT-04")
def fifteen(course: Course) -> Iterator[Says]:
    yield from course.cut_to(MOST_SESSIONS)


@rule(4, "PT-19d")
def ordered_in_the_ward(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive(group=WARD):
        ordered, quantity = entry.fact("ordered_by_physician"), entry.fact("ordered_quantity")
        if ordered is None:
            yield ask(entry.no)
        elif not ordered:
            yield reject(entry.no)
        if quantity is not None:
            yield keep(entry.no, Fraction(quantity))
