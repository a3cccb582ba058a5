"""For every claim of a 2,000-claim sample, audit, store, desk and sheet say the same to the rial."""

import json
import unicodedata

import pypdfium2
import pytest

from app.cli.main import main
from app.domain.persian import latin_digits
from app.services.clock import system_clock
from app.services.importing import import_claim_file
from app.services.office import Office
from app.services.people import make_first_administrator
from app.services.review import Review
from app.services.sample import sample_pack_paths, write_sample
from app.services.sign_off import draw_sheet
from app.store.office import OfficeStore
from app.ui.bill.bill_rows import LineRow, bill_rows
from tests.services.offices import FULL_NAME, NAME, PASSWORD

CLAIMS, PARTS = 2_000, 4


@pytest.fixture(scope="module", params=range(PARTS))
def sample(request, tmp_path_factory):
    """A part of the sample: its file, and the office into which it was imported."""
    folder = tmp_path_factory.mktemp("sample")
    path = folder / "sample.json"
    write_sample(path, claims=CLAIMS // PARTS, seed=request.param)
    office = Office(OfficeStore.open_or_create(folder / "office"), system_clock)
    for pack in sample_pack_paths():
        office.install_pack(pack, actor=None)
    session = make_first_administrator(office, name=NAME, full_name=FULL_NAME, password=PASSWORD)
    import_claim_file(office, session, path, lambda *_told: None)
    yield path, office, session
    office.close()


def audited(path, capsys):
    """Return what the batch command says of a file, by claim."""
    packs = [word for pack in sample_pack_paths() for word in ("--pack", str(pack))]
    assert main(["audit", *packs, str(path)]) == 0
    return {claim["id"]: claim for claim in json.loads(capsys.readouterr().out)["claims"]}


def figures_of(pdf):
    """Return the figures on a sheet, with Latin digits and without separators."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    return set(latin_digits(unicodedata.normalize("NFKC", text)).replace("٬", "").replace(",", "").split())


def test_audit_store_desk_and_sheet_agree_to_the_rial(sample, capsys):
    path, office, session = sample
    said = audited(path, capsys)
    review = Review(office, session)
    with office.read() as view:
        claims = list(view.claims.of_submission(1, office.dictionary))
        stored = {claim.id: view.results.of_claim(claim.id) for claim in claims}
    assert len(claims) == len(said) == CLAIMS // PARTS
    for office_claim in claims:
        opened = review.open(office_claim.id)
        audit, kept, totals = said[office_claim.claim.id], stored[office_claim.id], opened.settlement.totals
        shown = {row.settled.no: row.settled.approved for row in bill_rows(opened) if isinstance(row, LineRow)}
        assert shown == {line["no"]: line["approved"] for line in audit["lines"]} == dict(kept.approved_lines)
        assert kept.totals == totals
        assert audit["totals"] == {name: getattr(totals, name) for name in audit["totals"]}
        assert totals.claimed - totals.deducted == totals.approved == totals.patient_share + totals.insurer_share
        assert totals.approved == sum(shown.values())
        printed = figures_of(draw_sheet(office, session, opened))
        wanted = {totals.claimed, totals.approved, totals.patient_share, totals.insurer_share, *shown.values()}
        assert {str(amount) for amount in wanted} <= printed, office_claim.claim.id


def test_every_deduction_of_every_line_is_accounted_for(sample, capsys):
    path, _office, _session = sample
    for claim in audited(path, capsys).values():
        whole = any(finding["line"] is None and finding["effect"] == "reject" for finding in claim["findings"])
        for line in claim["lines"]:
            taken = sum(
                finding["before"] - finding["after"]
                for finding in claim["findings"]
                if finding["line"] == line["no"] and finding["effect"] in {"reject", "reduce"}
            )
            assert whole or line["claimed"] - taken == line["approved"]
            assert 0 <= line["approved"] <= line["claimed"]
