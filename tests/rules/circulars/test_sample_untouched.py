"""Over the sample, the circulars leave the contracted claims of all insurers but Social Security as they were."""

import dataclasses
import json
from functools import cache

import pytest

from app.domain.claim import ClaimFile, ClaimKind
from app.domain.claim_document import claim_from_document, submission_from_document
from app.domain.reference import Reference
from app.domain.rulebook import Rulebook
from app.files.pack_reader import read_pack
from app.files.rulebook_reader import read_fact_dictionary, read_rulebook
from app.services.audit import Auditor
from app.services.sample import make_sample, sample_kinds, sample_pack_paths

CLAIMS, SEED = 40, 5
DICTIONARY = read_fact_dictionary()
YEARS_UNTIL_ALL_HOLD = 7


@cache
def auditor(*, circulars: bool) -> Auditor:
    """The engine with the sample's packs, with the circulars or with their rules waking on no claim."""
    book = read_rulebook()
    entries = [
        entry if circulars or entry.area != "circulars" else dataclasses.replace(entry, kinds=frozenset())
        for entry in book.values()
    ]
    packs = [read_pack(path) for path in sample_pack_paths()]
    return Auditor(Reference(packs), Rulebook(entries, book.figures.values(), book.version), DICTIONARY)


def sample(kind, *, insurer="salamat", years=0):
    """The contracted claims of a sample, as they stand or so many years later."""
    text = json.dumps(make_sample(CLAIMS, SEED, kind))
    for year in (1395, 1394):
        text = text.replace(f"{year}-", f"{year + years}-")
    document = json.loads(text)
    document["submission"]["insurer"] = insurer
    for claim in document["claims"]:
        claim.pop("insurer", None)
    claims = [claim for claim in document["claims"] if claim.get("pathway", "contracted") == "contracted"]
    return ClaimFile(
        submission_from_document(document["submission"], DICTIONARY),
        tuple(claim_from_document(claim, DICTIONARY) for claim in claims),
    )


@pytest.mark.parametrize("insurer", ["salamat", "armed_forces", "supplementary"])
@pytest.mark.parametrize("years", [0, YEARS_UNTIL_ALL_HOLD])
@pytest.mark.parametrize("kind", sample_kinds())
def test_contracted_claims_of_other_insurers_are_judged_as_without_the_circulars(kind, years, insurer):
    file = sample(kind, insurer=insurer, years=years)
    assert len(file.claims) == CLAIMS
    assert auditor(circulars=True).audit(file) == auditor(circulars=False).audit(file)


@pytest.mark.parametrize("kind", sample_kinds())
def test_claims_of_social_security_from_before_the_circulars_are_too(kind):
    file = sample(kind, insurer="tamin")
    assert auditor(circulars=True).audit(file) == auditor(circulars=False).audit(file)


def test_the_same_claims_of_social_security_are_not():
    file = sample(ClaimKind.VISIT, insurer="tamin", years=YEARS_UNTIL_ALL_HOLD)
    assert auditor(circulars=True).audit(file) != auditor(circulars=False).audit(file)
