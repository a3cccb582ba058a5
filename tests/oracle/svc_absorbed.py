"""Phase 3 of article 10: what another line of the same day already holds."""

from collections.abc import Callable, Iterator

from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, reject
from tests.oracle.sayings import beside as stand_beside
from tests.oracle.svc_terms import (
    FOLLOWERS,
    apart,
    beside,
    fact,
    of_groups,
    of_sections,
    operations,
    opposite,
    own_service,
    refusals,
)
from tests.oracle.table import rule
from tests.oracle.turns import in_turn

CURETTAGE = "501730"
GRAFT = "100325"

in_turn(
    "SUR-SKN-06 SUR-ORT-01a SUR-ORT-02 SUR-ORT-03 SUR-ORT-04 SUR-ORT-08a SUR-ORT-08b SUR-ORT-10 SUR-RES-01a SUR-CVS-01 "
    "SUR-CVS-02 SUR-CVS-03b SUR-CVS-04 SUR-CVS-05 SUR-CVS-09 SUR-BLD-01 SUR-URO-01 SUR-URO-04 SUR-OBS-02 SUR-NEU-02 "
    "CHM-01 CHM-05 CHM-08 AST-01 ORM-02 ORM-04 ORM-06a ORM-06b DRG-04 "
    "GLO-06a GLO-06b GLO-06c GLO-10b SUR-OBS-06 GLO-03b GLO-05a GLO-05b"
)

Holder = Callable[[Paper, Entry], list[Entry]]
Meeting = Callable[[Entry, Entry], bool]


def groups(*names: str) -> Holder:
    return lambda paper, entry: of_groups(paper, *names)


def operations_with(attribute: str) -> Holder:
    return lambda paper, entry: [other for other in operations(paper) if other.has(attribute)]


def absorbed(
    rule_id: str, victims: str, holders: Holder, *, answer: str | None = None, meeting: Meeting = beside
) -> None:
    """Lines of some groups fall beside others; with an answer, where that is true."""

    def found(paper: Paper) -> Iterator[Says]:
        met = [
            entry
            for entry in of_groups(paper, *victims.split())
            if any(meeting(entry, holder) for holder in holders(paper, entry))
        ]
        yield from fallen(paper, met, lambda entry: True if answer is None else fact(paper, entry, answer))

    rule(3, rule_id)(found)


def fallen(paper: Paper, entries: list[Entry], answer: Callable[[Entry], Truth]) -> Iterator[Says]:
    """Where the answer is true, a line falls with what follows it; unknown asks."""
    said = [
        ask(entry.no) if answer(entry) is None else reject(entry.no) for entry in entries if answer(entry) is not False
    ]
    yield from refusals(paper, said, FOLLOWERS)


def on_a_day(first: Entry, second: Entry) -> bool:
    return beside(first, second, places=False)


def whatever_the_side(first: Entry, second: Entry) -> bool:
    return on_a_day(first, second) and not apart(first, second, "region")


def of_a_valve(first: Entry, second: Entry) -> bool:
    return beside(first, second) and first.attributes.get("valve") == second.attributes.get("valve") is not None


absorbed(
    "SUR-SKN-06",
    "skin_graft_harvest",
    lambda paper, entry: [other for other in paper.alive(GRAFT) if own_service(other)],
    meeting=on_a_day,
)
absorbed("SUR-ORT-01a", "wound_exploration", groups("tendon_repair", "nerve_repair", "muscle_repair", "joint_repair"))
absorbed("SUR-ORT-02", "osteotomy", groups("orif"), answer="part_of_main_operation")
absorbed("SUR-ORT-03", "casting", groups("fracture_no_reduction"))
absorbed("SUR-ORT-04", "capsulotomy", groups("intra_articular"))
absorbed("SUR-ORT-10", "internal_fixation", groups("nonunion_repair"))
absorbed("SUR-CVS-02", "vessel_harvest", groups("cabg"), meeting=whatever_the_side)
absorbed("SUR-CVS-03b", "pacemaker_temporary", groups("cabg"))
absorbed("SUR-CVS-04", "swan_ganz cardiac_monitoring sternotomy", operations_with("open_heart"))
absorbed("SUR-CVS-05", "valve_repair", groups("valve_replacement"), meeting=of_a_valve)
absorbed("SUR-BLD-01", "marrow_aspiration", groups("marrow_aspiration_biopsy"), answer="part_of_main_operation")
absorbed("SUR-URO-01", "bladder_stone", groups("prostatectomy_suprapubic"))
absorbed("SUR-URO-04", "cystoscopy ureteroscopy urinary_catheter", operations_with("transurethral"))
absorbed("SUR-NEU-02", "dura_repair_spinal", operations_with("spine_surgery"))


@rule(3, "SUR-ORT-08a")
def traction_first(paper: Paper) -> Iterator[Says]:
    whole = paper.told("traction_only_treatment")
    yield from fallen(paper, reductions(paper), lambda entry: opposite(whole))


@rule(3, "SUR-ORT-08b")
def traction_alone(paper: Paper) -> Iterator[Says]:
    if paper.told("traction_only_treatment"):
        for entry in reductions(paper):
            yield Says(entry.no, "note")


def reductions(paper: Paper) -> list[Entry]:
    tractions = of_groups(paper, "skeletal_traction")
    found = of_groups(paper, "hip_fracture_reduction")
    return [entry for entry in found if any(beside(entry, traction) for traction in tractions)]


@rule(3, "SUR-RES-01a")
def one_septum(paper: Paper) -> Iterator[Says]:
    entries = of_groups(paper, "septoplasty", "smr")
    for day in sorted({entry.day for entry in entries}):
        own = [entry for entry in entries if entry.day == day]
        kept = min(own, key=lambda entry: (-(paper.price(entry.code, entry) or 0), entry.no))
        yield from fallen(paper, [entry for entry in own if entry is not kept], lambda entry: True)


@rule(3, "SUR-CVS-01")
def control_of_bleeding(paper: Paper) -> Iterator[Says]:
    before = [entry for entry in operations(paper) if entry.group != "postop_control"]
    entries = of_groups(paper, "postop_control")
    late = [reject(entry.no) for entry in entries if any(operation.day <= entry.day for operation in before)]
    yield from refusals(paper, late, {"assistant"})


@rule(3, "SUR-CVS-09")
def visits_of_the_operator(paper: Paper) -> Iterator[Says]:
    acts = [
        entry
        for entry in [*operations(paper), *of_sections(paper, "service")]
        if entry.has("open_heart") or entry.has("interventional", "therapeutic")
    ]
    operators = {entry.performer.get("id") for entry in acts}
    first = {says.line for says, *_ in paper.said if says.rule == "VIS-03" and says.effect == "reject"}
    for visit in (entry for entry in paper.entries if entry.section == "visit" and acts):
        if visit.no in first and visit.performer.get("id") in operators - {None}:
            yield stand_beside(visit.no, effect="reject")
        if visit.gone:
            continue
        visitor = visit.performer.get("id")
        if visitor is not None and visitor in operators:
            yield reject(visit.no)
        elif visitor is None or None in operators:
            yield ask(visit.no)


@rule(3, "SUR-OBS-02")
def curettage_after_birth(paper: Paper) -> Iterator[Says]:
    births = of_groups(paper, "delivery", "cesarean")
    scrapings = [entry for entry in paper.alive(CURETTAGE) if own_service(entry)]
    outside = paper.told("delivered_outside")
    yield from fallen(paper, scrapings, lambda entry: True if births else opposite(outside))
