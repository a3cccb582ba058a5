"""Phase 2 of article 10: which operations and services are covered, and under what conditions."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from tests.oracle.days import day_in, last_day, month_of
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, note, reject
from tests.oracle.svc_terms import (
    FOLLOWERS_AND_ANESTHESIA,
    every,
    fact,
    followers,
    is_operation,
    later_than,
    listed,
    modifiers,
    need,
    of_groups,
    of_sections,
    operations,
    opposite,
    own_service,
    refusals,
)
from tests.oracle.table import rule
from tests.oracle.turns import in_turn

INTENSIVE = frozenset({"icu", "nicu", "picu", "bicu"})
GROWING_AGE = 18
USUAL_AGE_OF_RADICAL_TONSILLECTOMY = 15
LEAST_BMI = 40
ASSISTED_REPRODUCTION = (
    ("ZIFT|زیفت", ""),
    ("IUI|آی یو آی", ""),
    ("GIFT|گیفت", ""),
    ("IVF|آی وی اف|لقاح آزمایشگاهی", ""),
    (
        "ART|لقاح مصنوعی|کمک باروری",
        "line|لاین|HIV|اچ آی وی|antiretroviral|آنتی رتروویرال|ضد رتروویروس",
    ),
    ("MICRO INJECTION|microinjection|ICSI|میکرواینجکشن|میکرو اینجکشن", ""),
)
EYE_SHELL = (("شل چشم|روکش چشم|روکش پروتز چشم|eye shell|shell چشم|shell پروتز چشم|شل پروتز چشم", ""),)

in_turn(
    "GLO-07 SUR-OTH-05b SUR-SKN-05 SUR-ORT-01b SUR-ORT-09 SUR-ORT-11 SUR-RES-01b SUR-RES-02 SUR-CVS-08 SUR-CVS-10 "
    "SUR-DIG-01b SUR-DIG-02c SUR-DIG-03 SUR-URO-02 SUR-URO-06 SUR-URO-08 SUR-OBS-08 SUR-OBS-10a SUR-OBS-10b "
    "SUR-NEU-01 SUR-EYE-01b SUR-OTH-06 AST-01a AST-01b AST-02 AST-03 AST-04 ORM-03 DRG-00a DRG-01a DRG-05a DRG-05d "
    "HIM-01a HIM-01b HIM-01c HIM-02 HPT-01 HPT-02 CHM-02 CHM-03 CHM-04 DRG-05b"
)


def condition(rule_id: str, group: str, answer: Callable[[Paper, Entry], Truth]) -> None:
    """The lines of a group are covered where the answer is true."""

    def found(paper: Paper) -> Iterator[Says]:
        said = (says for entry in of_groups(paper, group) for says in need(entry, answer(paper, entry)))
        yield from refusals(paper, said, FOLLOWERS_AND_ANESTHESIA)

    rule(2, rule_id)(found)


def told(name: str) -> Callable[[Paper, Entry], Truth]:
    return lambda paper, entry: fact(paper, entry, name)


def scar(paper: Paper, entry: Entry) -> Truth:
    reason = entry.fact("scar_reason")
    return None if reason is None else reason != "cosmetic_only"


def up_to_birthday(paper: Paper, years: int) -> Truth:
    """Whether that birthday is on the day of admission or later."""
    birth = paper.patient.get("birth_date")
    if birth is None:
        return None
    month = (int(birth[:4]) + years, month_of(birth)[1])
    return min(day_in(month, int(birth[8:])), last_day(month)) >= paper.known_day


def spine(paper: Paper, entry: Entry) -> Truth:
    grounds = (paper.told("breathing_impaired"), paper.told("scientific_council_approved"))
    if up_to_birthday(paper, GROWING_AGE) or True in grounds:
        return True
    return None if None in grounds else False


def jaw(paper: Paper, entry: Entry) -> Truth:
    return every(opposite(paper.told("cosmetic")), paper.told("insurer_approved"))


def obesity(paper: Paper, entry: Entry) -> Truth:
    bmi = paper.fact("bmi")
    heavy = None if bmi is None else Fraction(str(bmi)) >= LEAST_BMI
    return every(heavy, paper.told("scientific_council_approved"), opposite(paper.told("cosmetic")))


def leak(paper: Paper, entry: Entry) -> Truth:
    kind = entry.fact("csf_leak_kind")
    return None if kind is None else kind != "none"


def resuscitation(paper: Paper, entry: Entry) -> Truth:
    ward = entry.fact("ward")
    if ward is None:
        return True if paper.kind == "temporary" else None
    return paper.kind == "temporary" or ward not in INTENSIVE


condition("SUR-SKN-05", "burn_scar", scar)
condition("SUR-ORT-01b", "wound_exploration", told("deep_exploration_documented"))
condition("SUR-ORT-09", "spine_deformity", spine)
condition("SUR-ORT-11", "joint_replacement", told("joint_replacement_conditions_met"))
condition("SUR-RES-01b", "septorhinoplasty", told("insurer_approved"))
condition("SUR-RES-02", "maxillofacial", jaw)
condition("SUR-CVS-10", "cpr", resuscitation)
condition("SUR-DIG-03", "bariatric", obesity)
condition("SUR-URO-02", "urodynamic", told("report_attached"))
condition("SUR-URO-08", "intersex_surgery", told("forensic_approved"))
condition("SUR-OBS-10a", "sterilization", told("sterilization_authorised"))
condition("SUR-OBS-10b", "iud_insertion", lambda paper, entry: False)
condition("SUR-NEU-01", "dura_repair_cranial", leak)


@rule(2, "SUR-CVS-08")
def standby_team(paper: Paper) -> Iterator[Says]:
    acts = [entry for entry in paper.alive(interventional="therapeutic") if own_service(entry)]
    hanging = {entry.no: entry for entry in acts}
    for act in acts:
        hanging |= {other.no: other for other in followers(paper, act, FOLLOWERS_AND_ANESTHESIA)}
    for entry in paper.alive(interventional="therapeutic"):
        if "60" in modifiers(entry):
            hanging[entry.no] = entry
    for _, entry in sorted(hanging.items()):
        yield from need(entry, paper.told("standby_team_present"))


@rule(2, "SUR-DIG-01b")
def young_for_radical_tonsillectomy(paper: Paper) -> Iterator[Says]:
    if up_to_birthday(paper, USUAL_AGE_OF_RADICAL_TONSILLECTOMY):
        for entry in of_groups(paper, "tonsillectomy_radical"):
            yield note(entry.no)


def anesthesia_of(paper: Paper, group: str) -> Iterator[Entry]:
    """Anesthesia on the day of a line of a group, where the day has no other operation."""
    for entry in of_sections(paper, "anesthesia"):
        acts = [other for other in of_groups(paper, group) if other.day == entry.day]
        others = [other for other in operations(paper) if other.day == entry.day and other.group != group]
        if acts and not others:
            yield entry


@rule(2, "SUR-DIG-02c")
def anesthesia_of_ercp(paper: Paper) -> Iterator[Says]:
    for entry in anesthesia_of(paper, "ercp"):
        yield from need(entry, entry.fact("anesthesiologist_present"))


@rule(2, "SUR-URO-06")
def anesthesia_of_lithotripsy(paper: Paper) -> Iterator[Says]:
    names = ("anesthesia_prescribed", "anesthesiologist_present", "anesthesia_sheet_complete")
    for entry in anesthesia_of(paper, "eswl"):
        yield from need(entry, every(*(entry.fact(name) for name in names)))


@rule(2, "SUR-OTH-06")
def anesthesia_usually_not_given(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "anesthesia"):
        acts = [
            other
            for other in paper.alive()
            if other.day == entry.day and (is_operation(other) or other.section == "service")
        ]
        if not acts or not all(act.has("usually_no_anesthesia") for act in acts):
            continue
        if any(act.group in {"ercp", "eswl"} for act in acts):
            continue
        specialty = entry.performer.get("specialty")
        if specialty not in {None, "anesthesiology"}:
            yield reject(entry.no)
        else:
            yield from need(entry, entry.fact("anesthesiologist_present"))


@rule(2, "SUR-OBS-08")
def assisted_reproduction(paper: Paper) -> Iterator[Says]:
    said = [
        reject(entry.no)
        for entry in paper.alive()
        if (entry.code is None and listed(entry, "", ASSISTED_REPRODUCTION))
        or (entry.group == "assisted_reproduction" and own_service(entry))
    ]
    yield from refusals(paper, said, FOLLOWERS_AND_ANESTHESIA)


@rule(2, "SUR-EYE-01b")
def eye_shell(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        by_title = entry.code is None and entry.section in {"prosthesis", "supply"} and listed(entry, "", EYE_SHELL)
        if by_title or (entry.group == "eye_shell" and own_service(entry)):
            yield reject(entry.no)


@rule(2, "SUR-OTH-05b")
def operation_for_a_complication(paper: Paper) -> Iterator[Says]:
    if of_sections(paper, "global"):
        return
    surgery = of_sections(paper, "surgery")
    said = []
    for entry in paper.alive():
        answer = entry.fact("complication_of_operation")
        if answer:
            said.append(reject(entry.no))
        elif answer is None and entry.section == "surgery" and later_than(entry, surgery):
            said.append(ask(entry.no))
    yield from refusals(paper, said, FOLLOWERS_AND_ANESTHESIA)


@rule(2, "GLO-07")
def trouble_of_the_global_operation(paper: Paper) -> Iterator[Says]:
    sums = of_sections(paper, "global")
    for entry in paper.alive() if sums else []:
        answer = entry.fact("complication_of_operation")
        if answer and sums != [entry]:
            yield reject(entry.no)
        elif answer is None and entry.section == "surgery" and later_than(entry, sums):
            yield ask(entry.no)
