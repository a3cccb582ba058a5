"""Over all worked examples: a circular says nothing of claims of insurers, pathways and days that it does not bind."""

import dataclasses
import json
from functools import cache

import pytest

from app.domain.assessment import ClaimResult
from app.domain.claim import ClaimFile, Pathway
from app.domain.reference import Reference
from app.domain.rulebook import Rulebook
from app.files.pack_reader import read_pack
from app.services.audit import Auditor
from tests.catalogue.expansion import FOLDER, cases, claim_file, dictionary, rulebook

AREAS = (
    "general",
    "physicians",
    "dental",
    "radiotherapy",
    "imaging",
    "physiotherapy",
    "laboratory",
    "modifiers",
    "inpatient_stay",
    "inpatient_services",
)
OTHERS = ("salamat", "armed_forces", "supplementary")
CIRCULARS = ("ELG", "PAR", "REI", "TRV")
LEAP_YEARS_LATER = 8
"""So many years after the handbook all circulars are in force, and 30 Esfand is a day as before."""


@cache
def auditor(area: str, *, circulars: bool) -> Auditor:
    """The engine with the packs of an area, with the circulars or with their rules waking on no claim."""
    book = rulebook()
    entries = [
        entry if circulars or entry.area != "circulars" else dataclasses.replace(entry, kinds=frozenset())
        for entry in book.values()
    ]
    packs = [read_pack(FOLDER / name) for name in ("base.pack.json", f"{area}.pack.json")]
    return Auditor(Reference(packs), Rulebook(entries, book.figures.values(), book.version), dictionary())


def examples(area: str, *, insurer: str | None = None, pathway: str | None = None, years: int = 0) -> list[ClaimFile]:
    """The claim files of an area's examples, handed to another insurer, pathway and year."""
    files = []
    for case in cases(area):
        text = json.dumps(case, default=str)
        for year in (1396, 1395, 1394) if years else ():
            text = text.replace(f"{year}-", f"{year + years}-")
        files.append(_handed_over(claim_file(json.loads(text)), insurer, pathway))
    return files


def _handed_over(file: ClaimFile, insurer: str | None, pathway: str | None) -> ClaimFile:
    submission, claims = file.submission, file.claims
    if insurer is not None:
        submission = dataclasses.replace(submission, insurer=insurer)
        claims = tuple(dataclasses.replace(claim, insurer=None) for claim in claims)
    if pathway is not None:
        claims = tuple(dataclasses.replace(claim, pathway=Pathway(pathway)) for claim in claims)
    return ClaimFile(submission, claims)


def said_by_circulars(result: ClaimResult) -> set[str]:
    """The prefixes of the circulars that cite or remark anything on a claim."""
    named = {finding.rule for finding in result.findings} | {remark.rule for remark in result.remarks}
    return {rule[:3] for rule in named} & set(CIRCULARS)


@pytest.mark.parametrize("area", AREAS)
def test_claims_from_before_the_circulars_are_judged_without_them_whoever_insures(area):
    before = set()
    for insurer in (None, "tamin"):
        for file in examples(area, insurer=insurer):
            days = [claim.service_day for claim in file.claims]
            if all(day is not None and day.year < 1399 for day in days):
                assert auditor(area, circulars=True).audit(file) == auditor(area, circulars=False).audit(file)
                before.add(insurer)
    assert before == {None, "tamin"}


@pytest.mark.parametrize("insurer", OTHERS)
@pytest.mark.parametrize("area", AREAS)
def test_contracted_claims_of_other_insurers_are_judged_without_the_circulars(area, insurer):
    for file in examples(area, insurer=insurer, pathway="contracted", years=LEAP_YEARS_LATER):
        assert auditor(area, circulars=True).audit(file) == auditor(area, circulars=False).audit(file)


@pytest.mark.parametrize("insurer", OTHERS)
def test_what_the_circulars_would_refuse_passes_under_another_insurer(insurer):
    for file in examples("circulars", insurer=insurer, pathway="contracted"):
        results = auditor("circulars", circulars=True).audit(file)
        assert results == auditor("circulars", circulars=False).audit(file)
        assert all(not said_by_circulars(result) for result in results)


@pytest.mark.parametrize("insurer", OTHERS)
def test_a_transfer_and_a_journey_change_no_shares_of_another_insurer(insurer):
    for file in examples("circulars", insurer=insurer):
        told = ("own_hospital_transfer", "transfer_form_signed", "transfer_coordinated", "transfer_reason")
        bare = tuple(
            dataclasses.replace(claim, facts={name: value for name, value in claim.facts.items() if name not in told})
            for claim in file.claims
        )
        judge = auditor("circulars", circulars=True)
        without = judge.audit(ClaimFile(file.submission, bare))
        assert [result.totals for result in judge.audit(file)] == [result.totals for result in without]


@pytest.mark.parametrize("insurer", [*OTHERS, "tamin"])
def test_each_circular_speaks_of_its_own_insurer_pathway_and_days_alone(insurer):
    spoken = set()
    for file in examples("circulars", insurer=insurer):
        for claim, result in zip(file.claims, auditor("circulars", circulars=True).audit(file), strict=True):
            said = said_by_circulars(result)
            spoken |= said
            assert said <= allowed(claim, insurer), claim.id
    assert spoken == (set(CIRCULARS) if insurer == "tamin" else {"REI"})


def allowed(claim, insurer):
    """The circulars that may speak of a claim; of an older journey one remark says that the older ones hold."""
    day, refund = str(claim.service_day or ""), claim.pathway is Pathway.REIMBURSEMENT
    travel = claim.kind.value == "travel"
    return {
        name
        for name, bound in (
            ("ELG", insurer == "tamin" and day >= "1399-03-01" and not refund and not travel),
            ("PAR", insurer == "tamin" and day >= "1399-12-01" and not refund),
            ("REI", day >= "1399-11-01" and refund and not travel),
            ("TRV", insurer == "tamin" and (day >= "1399-09-01" or (day and travel))),
        )
        if bound
    }
