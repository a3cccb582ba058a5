"""Article 10: conditions under which an operation is covered at all, by body system."""

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN, Answer, all_true
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.fallen_operations import operation_rule
from app.rules.inpatient_services.terms import (
    PROSTHESIS,
    SUPPLY,
    beside,
    of_group,
)
from app.rules.outcomes import Ask, Note, Outcomes, Reject, demand, refuse
from app.rules.registry import Phase, line_rule, on
from app.rules.titles import row_of_line, uncoded_in

WARD = "ward"
REPAIRS = ("tendon_repair", "nerve_repair", "muscle_repair", "joint_repair")
SEPTORHINOPLASTY = "septorhinoplasty"
REPRODUCTION, EYE_SHELL = "assisted_reproduction", "eye_shell"

DEMANDED = {
    "SUR-ORT-11": ("joint_replacement", "joint_replacement_conditions_met"),
    "SUR-RES-01b": (SEPTORHINOPLASTY, "insurer_approved"),
    "SUR-URO-02": ("urodynamic", "report_attached"),
    "SUR-URO-08": ("intersex_surgery", "forensic_approved"),
    "SUR-OBS-10a": ("sterilization", "sterilization_authorised"),
}
"""Rules under which a group of operations is covered if one fact holds."""
LINE_FACTS = frozenset({"joint_replacement_conditions_met", "report_attached"})


def _answer(case: Case, line: CaseLine, fact: str) -> Answer:
    """Return a fact of the line, else of the claim."""
    return line.fact(fact) if fact in LINE_FACTS else case.fact(fact)


def _demanded(rule_id: str, group: str, fact: str) -> None:
    @operation_rule(rule_id, Phase.COVER, on(groups={group}))
    def judge(case: Case, line: CaseLine) -> Outcomes:
        return demand(_answer(case, line, fact), fact)


for _rule_id, (_group, _fact) in DEMANDED.items():
    _demanded(_rule_id, _group, _fact)


@operation_rule("SUR-SKN-05", Phase.COVER, on(groups={"burn_scar"}))
def burn_scar(_case: Case, line: CaseLine) -> Outcomes:
    """Cover a burn scar for its complications, never for looks alone."""
    reason = line.fact("scar_reason")
    yield from refuse(UNKNOWN if reason is UNKNOWN else reason == "cosmetic_only", "scar_reason")


@operation_rule("SUR-ORT-01b", Phase.COVER, on(groups={"wound_exploration"}))
def exploration_of_a_wound(case: Case, line: CaseLine) -> Outcomes:
    """Cover an exploration that the note shows to be of a penetrating wound; beside a repair nothing is asked."""
    fact = "deep_exploration_documented"
    documented = line.fact(fact)
    if documented is not UNKNOWN or not beside(case, line, of_group(*REPAIRS)):
        yield from demand(documented, fact)


@operation_rule("SUR-ORT-09", Phase.COVER, on(groups={"spine_deformity"}))
def spine_deformity(case: Case, _line: CaseLine) -> Outcomes:
    """Cover a deformed spine up to the 18th birthday, for impaired breathing or with the council's approval."""
    born = case.claim.patient.birth_date
    if born is not None and case.day <= born.plus_years(int(case.figure("spine_growth_age"))):
        return
    facts = ("breathing_impaired", "scientific_council_approved")
    answers = [case.fact(fact) for fact in facts]
    if True in answers:
        return
    unread = tuple(fact for fact, answer in zip(facts, answers, strict=True) if answer is UNKNOWN)
    if unread:
        yield Ask(facts=(*(("birth_date",) if born is None else ()), *unread))
    else:
        yield Reject(facts=facts)


@operation_rule("SUR-RES-02", Phase.COVER, on(groups={"maxillofacial"}))
def jaw_and_face(case: Case, _line: CaseLine) -> Outcomes:
    """Cover an operation on jaw and face for treatment and with the insurer's approval."""
    yield from _all_of(case, {"cosmetic": False, "insurer_approved": True})


@operation_rule("SUR-DIG-03", Phase.COVER, on(groups={"bariatric"}))
def obesity(case: Case, _line: CaseLine) -> Outcomes:
    """Cover an operation for obesity from BMI 40 on, with the council's approval, never for looks."""
    bmi = case.fact("bmi")
    enough = UNKNOWN if bmi is UNKNOWN else bmi >= case.figure("bariatric_bmi")
    yield from _all_of(case, {"scientific_council_approved": True, "cosmetic": False}, bmi=enough)


def _all_of(case: Case, wanted: dict[str, bool], **judged: Answer) -> Outcomes:
    """Refuse where one condition fails, naming those; ask for what nobody read where none does."""
    answers = {fact: _is(case.fact(fact), value) for fact, value in wanted.items()} | judged
    outcome = all_true(*answers.values())
    facts = tuple(fact for fact, answer in answers.items() if answer is outcome)
    yield from demand(outcome, *facts)


def _is(answer: Answer, wanted: bool) -> Answer:
    return UNKNOWN if answer is UNKNOWN else answer is wanted


@operation_rule("SUR-NEU-01", Phase.COVER, on(groups={"dura_repair_cranial"}))
def cranial_dura(_case: Case, line: CaseLine) -> Outcomes:
    """Cover the repair of the cranial dura for a leak from nose or ear, whatever stands beside it."""
    leak = line.fact("csf_leak_kind")
    yield from refuse(UNKNOWN if leak is UNKNOWN else leak == "none", "csf_leak_kind")


@line_rule("SUR-CVS-08", Phase.COVER, on(attributes={"interventional"}))
def standby_team(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a therapeutic intervention without the standby team: its assistants, anesthesia and standby lines too.

    All of these carry the code of the intervention.
    """
    if line.attribute("interventional") == "therapeutic":
        yield from demand(case.fact("standby_team_present"), "standby_team_present")


@operation_rule("SUR-OBS-10b", Phase.COVER, on(groups={"iud_insertion"}))
def insertion_of_iud(_case: Case, _line: CaseLine) -> Outcomes:
    """Refuse the insertion of an IUD; the legal authority's exception is for sterilisation alone."""
    yield Reject()


@operation_rule("SUR-OBS-08", Phase.COVER, on(where=lambda line: line.group == REPRODUCTION or line.code is None))
def assisted_reproduction(case: Case, line: CaseLine) -> Outcomes:
    """Refuse assisted reproduction, by its group or, without a code, by its title."""
    if line.group == REPRODUCTION or row_of_line(case, line, "assisted_reproduction_titles") is not None:
        yield Reject()


@operation_rule("SUR-EYE-01b", Phase.COVER, on(where=lambda line: line.group == EYE_SHELL or line.code is None))
def eye_shell(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the shell over an eye's prosthesis, by its group or, without a code, by its title."""
    titled = any(uncoded_in(case, line, section, "eye_shell_titles") for section in (PROSTHESIS, SUPPLY))
    if line.group == EYE_SHELL or titled:
        yield Reject()


@operation_rule("SUR-CVS-10", Phase.COVER, on(groups={"cpr"}))
def resuscitation(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a resuscitation in intensive care; a temporary stay is in the emergency ward, and is not asked."""
    if case.claim.kind is ClaimKind.TEMPORARY:
        return
    ward = line.fact(WARD)
    yield from refuse(UNKNOWN if ward is UNKNOWN else ward in case.figure("intensive_care_wards"), WARD)


@operation_rule("SUR-DIG-01b", Phase.COVER, on(groups={"tonsillectomy_radical"}))
def radical_tonsillectomy_of_a_child(case: Case, _line: CaseLine) -> Outcomes:
    """Note that the radical operation is mostly done above the age of 15."""
    born = case.claim.patient.birth_date
    if born is not None and case.day <= born.plus_years(int(case.figure("radical_tonsillectomy_age"))):
        yield Note()
