"""Every page that saves a file: what is chosen beside its keys holds, and only the sealed files come to be."""

import ast
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.office import Role
from app.services.receivers import Receivers
from app.ui.reimbursement.requests_page import RequestsPage
from app.ui.sheet_preview.pdf_pages import page_sizes
from app.ui.statistics.statistics_page import StatisticsPage
from app.ui.submission_sheets.submission_sheets_page import SubmissionSheetsPage
from tests.services.closed_claims import House
from tests.services.receiver_keys import key_pair
from tests.services.refunds import bring_refund
from tests.ui.frame.conftest import shown

WAIT_MS = 20_000
DESK = Path(__file__).resolve().parents[3] / "app" / "ui"
ASKS_WHERE = {"getSaveFileName": {"receiver_choice.py"}, "getExistingDirectory": {"submission_sheets_page.py"}}
WRITES = {"write_private_file", "write_bytes", "write_text", "setOutputFileName"}


@pytest.fixture
def office(signed_in, three_claims):
    office, session = signed_in
    with office.change(None) as unit:
        unit.users.set_roles(session.user.id, frozenset(Role))
    Receivers(office, session).add("خزانه آزمایشی", key_pair().as_office_knows_it)
    return office


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def page_for_treasury(office, signed_in, worker, qtbot):
    """Return what shows a page to the administrator and chooses the treasury on it."""

    def show(kind):
        page = shown(qtbot, kind(office, worker), (1000, 700))
        page.begin(signed_in[1])
        qtbot.waitUntil(page.save_for.choice.isVisible, timeout=WAIT_MS)
        page.save_for.choose(key_pair().as_office_knows_it.fingerprint)
        return page

    return show


def opened(folder):
    """Return what the treasury finds in the files of a folder, none of which is plain."""
    assert {path.suffix for path in folder.iterdir()} == {".p7m"}
    return {path.stem: key_pair().open(path.read_bytes()) for path in folder.iterdir()}


def test_all_sheets_of_a_submission_are_sealed_one_by_one(page_for_treasury, out, qtbot):
    page = page_for_treasury(SubmissionSheetsPage)
    qtbot.waitUntil(lambda: page._standing is not None, timeout=WAIT_MS)
    with qtbot.waitSignal(page.work.written, timeout=WAIT_MS):
        page.write_to(out)

    found = opened(out)
    assert len(found) == 4
    assert all(name.endswith("S-1.pdf") and page_sizes(pdf) for name, pdf in found.items())
    assert "۴ پرونده" in page.overview.said.text()
    assert "برای «خزانه آزمایشی» رمز شد" in page.overview.said.text()
    page.finish()


@pytest.fixture
def refund(office, signed_in):
    session = signed_in[1]
    return bring_refund(House(office, session, session, session), "R-9")


@pytest.mark.parametrize("name", ["requests.csv", "requests.xlsx", "requests.csv.p7m"])
def test_statuses_are_sealed_as_the_table_that_their_name_asks_for(refund, page_for_treasury, out, qtbot, name):
    page = page_for_treasury(RequestsPage)
    qtbot.waitUntil(lambda: len(page.rows) == 1, timeout=WAIT_MS)
    page.write_to(out / name)
    qtbot.waitUntil(lambda: "برای «خزانه آزمایشی» رمز شد" in page.said.text(), timeout=WAIT_MS)

    ((kept, content),) = opened(out).items()
    assert kept == name.removesuffix(".p7m")
    assert b"R-9" in content if ".csv" in name else load_workbook(BytesIO(content)).sheetnames
    assert f"{kept}.p7m" in page.said.text()


def test_figures_are_sealed(page_for_treasury, out, qtbot):
    page = page_for_treasury(StatisticsPage)
    qtbot.waitUntil(lambda: page.head.sums.text() != "", timeout=WAIT_MS)
    with qtbot.waitSignal(page.work.written, timeout=WAIT_MS):
        page.write_to(out / "figures.xlsx")

    assert load_workbook(BytesIO(opened(out)["figures.xlsx"])).sheetnames
    assert "برای «خزانه آزمایشی» رمز شد" in page.head.said.text()


def test_the_desk_knows_no_other_way_to_write_a_file():
    """Whatever a page comes to save, it asks and writes where a receiver may be chosen."""
    found = [
        (name, path.name)
        for path in sorted(DESK.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (name := getattr(node, "attr", getattr(node, "id", ""))) in ASKS_WHERE.keys() | WRITES
    ]

    assert {name for name, _file in found} == ASKS_WHERE.keys()
    assert all(file in ASKS_WHERE[name] for name, file in found)
