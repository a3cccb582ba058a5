"""Section 7 and 11 ج note 1: who asks for a quantitative PCR, who approves it, and what is not paid beside what."""

from collections.abc import Iterable

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.laboratory.genetic_tests import (
    HCV_GENOTYPE,
    QUALITATIVE_TEST,
    QUANTITATIVE_TESTS,
    demand_for,
    lines_of,
    main_lines,
    tests_of_lines,
)
from app.rules.laboratory.terms import LABORATORY_CODES
from app.rules.lines import with_attribute
from app.rules.outcomes import Ask, Outcomes, Reject, demand
from app.rules.persons import one_of
from app.rules.registry import Phase, Place, on, remark, rule

APPROVED, CONTRACT, PACKAGE = "insurer_approved", "pcr_contract", "package_indication"
KNOWN_INFECTION, GENETIC_TEST = "known_infection", "genetic_test"
QUALIFICATION = "prescriber.qualification"


is_quantitative = with_attribute("pcr", "quantitative")
is_qualitative = with_attribute("pcr", "qualitative")


def _of_quantitative_tests(case: Case) -> list[CaseLine]:
    return lines_of(case, QUANTITATIVE_TESTS, case.lines_in_play(Phase.COVER))


@rule("LAB-04i", Phase.COVER, LABORATORY_CODES)
def hcv_genotype(case: Case) -> Outcomes:
    """Refuse an HCV genotype outside the cases of the special patients' package."""
    yield from demand_for(case, lines_of(case, {HCV_GENOTYPE}, case.lines_in_play(Phase.COVER)), PACKAGE)


@rule("LAB-07a", Phase.COVER, LABORATORY_CODES)
def approved_by_general_office(case: Case) -> Outcomes:
    """Refuse a quantitative PCR that the insurer's general office did not approve, whatever else needs no approval."""
    yield from demand_for(case, _of_quantitative_tests(case), APPROVED)


@rule("LAB-07c", Phase.COVER, LABORATORY_CODES)
def asked_for_by_specialist(case: Case) -> Outcomes:
    """Refuse a quantitative PCR that no specialist asked for."""
    rank = one_of(case.prescriber.qualification, case.figure("pcr_prescribers"))
    for line in _of_quantitative_tests(case):
        yield from demand(rank, *((QUALIFICATION,) if rank is UNKNOWN else ()), line=line)


@rule("LAB-07d", Phase.COVER, LABORATORY_CODES)
def contract_for_pcr(case: Case) -> Outcomes:
    """Refuse a quantitative PCR of a laboratory without a contract for it."""
    yield from demand_for(case, _of_quantitative_tests(case), CONTRACT)


@rule("LAB-07h", Phase.EXCLUSION, LABORATORY_CODES)
def quantitative_beside_qualitative(case: Case) -> Outcomes:
    """Pay of both PCRs of one agent the quantitative one where the disease is known, else the qualitative one.

    Not known, both are asked about, each at its own amount. The members of the test follow its main code. A qualitative
    PCR of which LAB-07o still asks to which test it belongs may be a part of a genotype and is left alone.
    """
    belongs = tests_of_lines(case)
    others = {None, *case.figure("genotype_tests"), *case.figure("resistance_tests")}
    qualitative = [line for line in case.live_lines if is_qualitative(line) and belongs.get(line.no) not in others]
    for pathogen in dict.fromkeys(line.attribute("pathogen") for line in qualitative):
        screening = _of_pathogen(qualitative, pathogen)
        counting = _of_pathogen(filter(is_quantitative, case.live_lines), pathogen)
        if pathogen is None or not counting:
            continue
        known = _known_disease(case, pathogen)
        if known is UNKNOWN:
            yield from (Ask(line, (KNOWN_INFECTION,)) for line in (*screening, *counting))
        else:
            given = () if case.fact(KNOWN_INFECTION) is UNKNOWN else (KNOWN_INFECTION,)
            yield from (Reject(line, given) for line in (screening if known is True else counting))


def _of_pathogen(lines: Iterable[CaseLine], pathogen: str | None) -> list[CaseLine]:
    return [line for line in lines if line.attribute("pathogen") == pathogen]


def _known_disease(case: Case, pathogen: str) -> Answer:
    """Tell whether the patient is known to have the disease: the fact, else his conditions and his history."""
    known = case.fact(KNOWN_INFECTION)
    if known is not UNKNOWN or pathogen in case.claim.patient.conditions:
        return True if known is UNKNOWN else known
    rows = (case.service(past.code, past.day) for past in case.history)
    seen = any(
        row is not None and row.attributes.get("pcr") == "quantitative" and row.attributes.get("pathogen") == pathogen
        for row in rows
    )
    return True if seen else UNKNOWN


@rule("LAB-11i", Phase.EXCLUSION, LABORATORY_CODES)
def pcr_beside_genotype(case: Case) -> Outcomes:
    """Refuse the PCR of a virus whose genotype is asked for as well; the members fall with the last main code."""
    viruses = _genotyped_viruses(case)
    for test in (*sorted(QUANTITATIVE_TESTS), QUALITATIVE_TEST):
        mains = main_lines(case, test)
        going = [line for line in mains if line.attribute("pathogen") in viruses]
        whole = going and len(going) == len(mains)
        yield from (Reject(line, (GENETIC_TEST,)) for line in (lines_of(case, {test}) if whole else going))


def _genotyped_viruses(case: Case) -> set[str]:
    viruses = set()
    for test, virus in case.figure("genotype_tests").items():
        lines = lines_of(case, {test})
        if virus is not None and lines:
            viruses.add(virus)
        elif virus is None:
            viruses |= {line.attribute("pathogen") for line in lines if is_qualitative(line)} - {None}
    return viruses


def _is_of_quantitative_test(case: Case, line: CaseLine) -> bool:
    return tests_of_lines(case).get(line.no) in QUANTITATIVE_TESTS


def _is_of_hepatitis(_case: Case, line: CaseLine) -> bool:
    return line.attribute("pathogen") in {"hcv", "hbv"}


remark("LAB-07b", Place.CLAIM, concerns=_is_of_quantitative_test)
remark("LAB-07e", Place.CLAIM, on(where=is_quantitative), concerns=_is_of_hepatitis)
