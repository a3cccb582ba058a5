"""For every hospital bill of the sample, its recipe, audit, store, desk and explanation say the same to the rial."""

import json

import pytest

from app.cli.main import main
from app.domain.persian import rials
from app.services.clock import system_clock
from app.services.importing import import_claim_file
from app.services.office import Office
from app.services.people import make_first_administrator
from app.services.review import Review
from app.services.sample import sample_pack_paths, write_bill_files
from app.services.sample.hospital import read_bills
from app.store.office import OfficeStore
from tests.services.offices import FULL_NAME, NAME, PASSWORD

APPROVED = {bill.number: bill.approved for bill in read_bills()}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The claim files of the bills."""
    return write_bill_files(tmp_path_factory.mktemp("bills"))


def audit_command(*words):
    packs = [word for pack in sample_pack_paths() for word in ("--pack", str(pack))]
    assert main(["audit", *packs, *map(str, words)]) == 0


def results(path, capsys):
    """Return what the batch command says of a file, by the number of the bill."""
    audit_command(path)
    return {int(claim["id"][-5:]): claim for claim in json.loads(capsys.readouterr().out)["claims"]}


def test_recipe_audit_store_and_desk_agree(written, tmp_path, capsys):
    said = {number: claim for path in written for number, claim in results(path, capsys).items()}
    assert {number: claim["totals"]["approved"] for number, claim in said.items()} == APPROVED
    office = Office(OfficeStore.open_or_create(tmp_path / "office"), system_clock)
    for pack in sample_pack_paths():
        office.install_pack(pack, actor=None)
    session = make_first_administrator(office, name=NAME, full_name=FULL_NAME, password=PASSWORD)
    numbers = [import_claim_file(office, session, path, lambda *_told: None).submission_id for path in written]
    with office.read() as view:
        claims = [claim for number in numbers for claim in view.claims.of_submission(number, office.dictionary)]
        stored = {claim.id: view.results.of_claim(claim.id) for claim in claims}
    assert len(claims) == len(APPROVED)
    review = Review(office, session)
    for office_claim in claims:
        audit = said[int(office_claim.claim.id[-5:])]
        totals = review.open(office_claim.id).settlement.totals
        assert stored[office_claim.id].totals == totals
        assert audit["totals"] == {name: getattr(totals, name) for name in audit["totals"]}
    office.close()


def test_a_bill_of_each_file_is_explained_to_what_is_approved(written, capsys):
    for path in written:
        number, claim = results(path, capsys).popitem()
        audit_command("--explain", claim["id"], path)
        assert rials(APPROVED[number]) in capsys.readouterr().out
