"""Article 10: services that belong to another one beside them, by body system.

X stands beside Y on one day, where neither side nor region tells them apart; what has been refused is beside nothing.
"""

from dataclasses import dataclass

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.fallen_operations import operation_rule
from app.rules.inpatient_services.terms import (
    ASSISTANT,
    BIRTHS,
    FOLLOWING_SECTIONS,
    SERVICE,
    SURGERY,
    VISIT,
    beside,
    is_operation,
    live_global,
    of_group,
)
from app.rules.lines import dearest_first
from app.rules.modifiers.terms import performer_id
from app.rules.outcomes import Ask, Note, Outcomes, Reject, refuse
from app.rules.registry import LinePick, Phase, line_rule, on, rule

PART, TRACTION_ONLY, OUTSIDE = "part_of_main_operation", "traction_only_treatment", "delivered_outside"
GRAFT = "100325"
CURETTAGE = "501730"
REGION_ONLY = ("region",)


def _with_code(code: str) -> LinePick:
    return lambda line: line.code == code and line.section not in FOLLOWING_SECTIONS


def _operation_with(attribute: str) -> LinePick:
    return lambda line: is_operation(line) and bool(line.attribute(attribute))


@dataclass(frozen=True, slots=True)
class Absorbed:
    """Groups that are part of what stands beside them; `places` are the facts that may keep the two apart."""

    groups: tuple[str, ...]
    main: LinePick
    places: tuple[str, ...] = ("side", "region")


ABSORBED = {
    "SUR-SKN-06": Absorbed(("skin_graft_harvest",), _with_code(GRAFT), places=()),
    "SUR-ORT-01a": Absorbed(
        ("wound_exploration",), of_group("tendon_repair", "nerve_repair", "muscle_repair", "joint_repair")
    ),
    "SUR-ORT-03": Absorbed(("casting",), of_group("fracture_no_reduction")),
    "SUR-ORT-04": Absorbed(("capsulotomy",), of_group("intra_articular")),
    "SUR-ORT-10": Absorbed(("internal_fixation",), of_group("nonunion_repair")),
    "SUR-CVS-02": Absorbed(("vessel_harvest",), of_group("cabg"), places=REGION_ONLY),
    "SUR-CVS-03b": Absorbed(("pacemaker_temporary",), of_group("cabg")),
    "SUR-CVS-04": Absorbed(("swan_ganz", "cardiac_monitoring", "sternotomy"), _operation_with("open_heart")),
    "SUR-URO-01": Absorbed(("bladder_stone",), of_group("prostatectomy_suprapubic")),
    "SUR-URO-04": Absorbed(("cystoscopy", "ureteroscopy", "urinary_catheter"), _operation_with("transurethral")),
    "SUR-NEU-02": Absorbed(("dura_repair_spinal",), _operation_with("spine_surgery")),
}


def _absorbed(rule_id: str, pair: Absorbed) -> None:
    @operation_rule(rule_id, Phase.EXCLUSION, on(groups=pair.groups))
    def judge(case: Case, line: CaseLine) -> Outcomes:
        if beside(case, line, pair.main, places=pair.places):
            yield Reject()


for _rule_id, _pair in ABSORBED.items():
    _absorbed(_rule_id, _pair)


@operation_rule("SUR-CVS-05", Phase.EXCLUSION, on(groups={"valve_repair"}))
def repair_of_a_replaced_valve(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the repair of a valve that is replaced in the same operation; another valve is modifier 51's."""
    replaced = beside(case, line, of_group("valve_replacement"))
    valve = line.attribute("valve")
    if valve is not None and any(other.attribute("valve") == valve for other in replaced):
        yield Reject()


@operation_rule("SUR-ORT-02", Phase.EXCLUSION, on(groups={"osteotomy"}))
def osteotomy_of_a_reduction(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an osteotomy that is part of the open reduction beside it."""
    if beside(case, line, of_group("orif")):
        yield from refuse(line.fact(PART), PART)


@operation_rule("SUR-BLD-01", Phase.EXCLUSION, on(groups={"marrow_aspiration"}))
def aspiration_of_a_biopsy(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an aspiration that is the one of the biopsy beside it, one puncture billed twice."""
    if beside(case, line, of_group("marrow_aspiration_biopsy")):
        yield from refuse(line.fact(PART), PART)


@operation_rule("SUR-ORT-08a", Phase.EXCLUSION, on(groups={"hip_fracture_reduction"}))
def reduction_beside_traction(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the closed reduction of the hip beside its traction, unless traction is the whole treatment (08b)."""
    answer = case.fact(TRACTION_ONLY)
    if not _is_beside_traction(case, line) or answer is True:
        return
    yield Ask(facts=(TRACTION_ONLY,)) if answer is UNKNOWN else Reject(facts=(TRACTION_ONLY,))


@line_rule("SUR-ORT-08b", Phase.EXCLUSION, on(groups={"hip_fracture_reduction"}))
def reduction_by_traction(case: Case, line: CaseLine) -> Outcomes:
    """Note that the closed reduction stands where traction is the whole treatment."""
    if line.section not in FOLLOWING_SECTIONS and case.fact(TRACTION_ONLY) is True and _is_beside_traction(case, line):
        yield Note(facts=(TRACTION_ONLY,))


def _is_beside_traction(case: Case, line: CaseLine) -> bool:
    return bool(beside(case, line, of_group("skeletal_traction")))


@operation_rule("SUR-RES-01a", Phase.EXCLUSION, on(groups={"septoplasty", "smr"}))
def one_septum(case: Case, line: CaseLine) -> Outcomes:
    """Keep the dearest of the operations on the septum of one day, whatever sides they name: there is one septum."""
    alike = [other for other in case.live_lines if of_group("septoplasty", "smr")(other) and other.day == line.day]
    if dearest_first(case, alike)[0] is not line:
        yield Reject()


@operation_rule(
    "SUR-CVS-01",
    Phase.EXCLUSION,
    on(groups={"postop_control"}, where=lambda line: line.section == SURGERY),
    companions=frozenset({ASSISTANT}),
)
def control_after_an_operation(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the surgeon's fee for bleeding or thrombosis on the day of an operation of the stay, or after it.

    The assistant's goes with it; anesthesia and operating room are left to SUR-OTH-05b.
    """
    others = [other for other in case.live_lines if is_operation(other) and other.group != "postop_control"]
    if any(other.day <= line.day for other in others):
        yield Reject()


@rule("SUR-CVS-09", Phase.EXCLUSION)
def visits_of_the_operator(case: Case) -> Outcomes:
    """Refuse the visits of who did an intervention or an operation on the heart, on whatever day of the stay.

    Article 8 says the same of visits that lead to surgery (VIS-03); the clause is cited beside it.
    """
    done = [other for other in case.live_lines if _is_on_the_heart(other)]
    operators = {performer_id(other) for other in done}
    for line in case.lines:
        if not done or line.section != VISIT or line.zeroed_in not in {None, Phase.EXCLUSION}:
            continue
        visitor = performer_id(line)
        if visitor is not None and visitor in operators:
            yield Reject(line, beside=True)
        elif visitor is None or None in operators:
            yield Ask(line, ("performer.id",))


def _is_on_the_heart(line: CaseLine) -> bool:
    if not (is_operation(line) or line.section == SERVICE):
        return False
    return bool(line.attribute("open_heart")) or line.attribute("interventional") == "therapeutic"


@operation_rule("SUR-OBS-02", Phase.EXCLUSION, on(codes={CURETTAGE}))
def curettage_after_birth(case: Case, _line: CaseLine) -> Outcomes:
    """Pay the curettage after a birth outside hospital; a birth in the same bill holds it."""
    if any(of_group(*BIRTHS)(other) for other in case.live_lines):
        yield Reject()
        return
    outside = case.fact(OUTSIDE)
    if outside is not True:
        yield Ask(facts=(OUTSIDE,)) if outside is UNKNOWN else Reject(facts=(OUTSIDE,))


@operation_rule("SUR-OBS-06", Phase.EXCLUSION, on(groups={"nst"}))
def stress_test_of_a_global_birth(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse the non-stress test in a global birth, on whatever day."""
    birth = live_global(case)
    if birth is not None and birth.group in BIRTHS:
        yield Reject()
