"""Stays for tests: a faultless stay of the catalogue with lines laid over it, as it lies before the engine."""

from dataclasses import replace
from functools import cache
from typing import Any

from app.domain.claim import ClaimFile
from app.domain.reference import Reference
from app.files.pack_reader import read_pack
from app.rules.registry import Phase
from app.services.anesthesias import anesthesia_search
from app.services.audit import Auditor, surroundings_of
from app.services.claim_laying import Assessment
from app.services.stay.further import further_papers, further_trials
from app.services.stay.global_view import GlobalView, global_view
from app.services.stay.papers import paper_trials, papers_of
from app.services.stay.stay_room import PaperTrials
from app.services.stay.time_line import time_line
from app.services.stay.times import TimeLine
from tests.catalogue.expansion import FOLDER, cases, claim_file, dictionary, rulebook

PACKS = ("base", "modifiers", "inpatient_stay", "inpatient_services")


@cache
def auditor() -> Auditor:
    return Auditor(Reference([read_pack(FOLDER / f"{name}.pack.json") for name in PACKS]), rulebook(), dictionary())


def stay_file(*lines: dict[str, Any], rule: str = "", base: str = "inpatient", **claim: Any) -> ClaimFile:
    """Return a claim file with one stay from 5 to 8 Khordad of these lines; the facts of `rule` are left unknown."""
    numbered = [{"no": number, **line} for number, line in enumerate(lines, start=1)]
    return claim_file({"rule": rule, "base": base, "expect": {}, "claim": {"lines": numbered, **claim}})


@cache
def _examples(area: str) -> dict[str, dict[str, Any]]:
    return {case["id"]: case for case in cases(area)}


def example(area: str, case_id: str) -> ClaimFile:
    """Return a worked example of the catalogue."""
    return claim_file(_examples(area)[case_id])


def laid(file: ClaimFile, place: int = 0) -> Assessment:
    """Return a claim of a file ready to be assessed."""
    around = replace(
        surroundings_of(file.claims), anesthesias=anesthesia_search(auditor(), file.submission, file.claims)
    )
    return Assessment(auditor(), file.submission, around, list(file.claims[place : place + 1]), {}, 0, ())


def times(file: ClaimFile, place: int = 0) -> TimeLine:
    return time_line(laid(file, place).as_submitted())


def seen_globally(file: ClaimFile) -> GlobalView | None:
    assessment = laid(file)
    return global_view(assessment.judged_alone(until=Phase.QUANTITY), assessment.result())


def trials(file: ClaimFile) -> PaperTrials:
    assessment = laid(file)
    papers = papers_of(assessment.claim)
    further = further_papers(assessment.claim, assessment.submission, papers)
    tried = (*paper_trials(papers, dictionary()), *further_trials(further, papers, dictionary()))
    return PaperTrials(assessment, (), tried)
