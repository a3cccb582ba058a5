"""Who may do what, tried on the services themselves: every action by every role, on one's own work and on others'.

Whoever may, does it; whoever may not is refused in a sentence, and the office stays as it was to the last byte. The
same holds for roles that were taken away while a desk was open, and for who was shut out meanwhile.
"""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from offices import PASSWORD, add_claims, claim, claim_file, line, make_office, ticking_clock
from receiver_keys import key_pair

from app.domain.claim import Insurer
from app.domain.dates import JalaliDate
from app.domain.inquiries import InquiryWay
from app.domain.office import ClaimState, Role
from app.domain.office_records import SampleMethod
from app.domain.payments import KeptList, PaymentChoice, PaymentList
from app.domain.rights import RIGHTS, Action
from app.domain.sampling import SamplePlan, SampleScope
from app.domain.statistics import StatisticsFilter
from app.errors import UseError
from app.services.accounting import Accounting
from app.services.batch import Batches
from app.services.clock import day_of
from app.services.importing import import_claim_file
from app.services.inquiries import Inquiries, TypedInquiry
from app.services.installing import install_pack
from app.services.objections import ObjectedLine, Objections
from app.services.office import Office
from app.services.papers import Papers
from app.services.payment_lists import PaymentLists
from app.services.people import Session, add_person, sign_in
from app.services.receivers import Receivers
from app.services.reimbursements import Reimbursements
from app.services.review import Review
from app.services.sample_report import draw_report
from app.services.sampling import Sampling
from app.services.sign_off import sign
from app.services.signing_the_rest import the_rest
from app.services.staff import Staff
from app.services.statistics import Statistics
from app.services.submission_sheets import (
    SheetKind,
    draw_all_sheets,
    draw_submission_sheet,
    hand_over,
    submission_standing,
    submissions,
)
from app.services.supervision import Supervision, set_thresholds
from app.services.travel_claims import TravelClaims
from app.services.travel_fares import Fare, TravelFares
from app.services.workload import Workload
from app.store.office import OfficeStore
from tests.catalogue.expansion import FOLDER
from tests.services.closed_claims import House
from tests.services.refunds import bring_refund
from tests.services.travel_forms import child_of_six

LATER = datetime(2016, 7, 1, 12, tzinfo=UTC)
PEOPLE = ("author", "other", "second", "accountant", "supervisor")
SAMPLE = SamplePlan(SampleMethod.RANDOM, size=1, seed=1395)


@dataclass(frozen=True)
class Stage:
    """An office in which every action has something to act on, all of it the work of its author.

    `claims` are the numbers of claims by the place that they have come to, `submissions` those of their submissions,
    `sample` is a drawn sample in which the claim «done» waits, `files` holds what can be read in.
    """

    office: Office
    people: dict[str, Session]
    claims: dict[str, int]
    submissions: dict[str, int]
    sample: int
    files: Path

    @property
    def due(self) -> PaymentChoice:
        """The period in which the claim «refund» was closed."""
        return PaymentChoice(Insurer.SALAMAT, JalaliDate(1395, 1, 1), JalaliDate(1395, 12, 29))

    def opened(self, session: Session, name: str):
        """Return a claim as it lies on a desk, whoever looks at it: what is refused is the deed."""
        return Review(self.office, self.people["second"]).open(self.claims[name]).seen_by(session.user)


INQUIRY = TypedInquiry(
    patient_id="0012345679",
    id_kind="national_code",
    day=JalaliDate(1395, 3, 7),
    way=InquiryWay.TELEPHONE,
    covered=True,
    asked_on=JalaliDate(1395, 3, 7),
    tracking_code="4021887",
)
FARES = (Fare("bus", 300_000, JalaliDate(1395, 1, 1), "نرخ آزمایشی", "قزوین", "تهران"),)


@dataclass(frozen=True)
class Deed:
    """Something that only an action's right allows, called as the desk calls it."""

    action: Action
    name: str
    do: Callable[[Stage, Session], object]
    writes: bool = True

    def __str__(self) -> str:
        return f"{self.action}: {self.name}"


def a_list(stage: Stage) -> KeptList:
    """Return a signed file of the office as a payment list."""
    path = min(stage.office.store.sheets_folder.glob("*.pdf"))
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    made = PaymentList(1, Insurer.SALAMAT, sha256, path.name, 1, "2016-07-01T00:00:00.000+00:00")
    return KeptList(made, "کسی", JalaliDate(1395, 4, 11), ())


def quiet(*_progress):
    """Hear the progress of a deed and say nothing."""


DEEDS = (
    Deed(
        Action.IMPORT,
        "a claim file",
        lambda stage, who: import_claim_file(stage.office, who, stage.files / "claims.json", quiet),
    ),
    Deed(Action.SEE_CLAIMS, "open a claim", lambda s, who: Review(s.office, who).open(s.claims["open"]), writes=False),
    Deed(Action.SEE_CLAIMS, "work in hand", lambda s, who: Workload(s.office, who).in_hand(), writes=False),
    Deed(Action.SEE_CLAIMS, "who is at what", lambda s, who: Workload(s.office, who).at_work(), writes=False),
    Deed(Action.SEE_CLAIMS, "objections", lambda s, who: Objections(s.office, who).list(), writes=False),
    Deed(
        Action.REVIEW,
        "set an amount",
        lambda s, who: Review(s.office, who).set_amount(s.opened(who, "open"), 1, 10_000, "آزمون"),
    ),
    Deed(
        Action.REVIEW,
        "the insured person",
        lambda s, who: Review(s.office, who).enter_patient(s.opened(who, "open"), {"conditions": ("ms",)}),
    ),
    Deed(Action.REVIEW, "a paper", lambda s, who: Papers(s.office, who).say(s.claims["open"], delivered=False)),
    Deed(
        Action.REVIEW,
        "all papers of a month",
        lambda s, who: Papers(s.office, who).all_delivered(s.submissions["open"], quiet),
        writes=False,
    ),
    Deed(Action.REVIEW, "months of papers", lambda s, who: Papers(s.office, who).months(), writes=False),
    Deed(Action.REVIEW, "undo", lambda s, who: Review(s.office, who).undo(s.opened(who, "open"))),
    Deed(
        Action.REVIEW,
        "the rest of a bill at once",
        lambda s, who: Batches(s.office, who).carry_out(
            Batches(s.office, s.people["second"]).rest_of(s.opened(who, "rest")), quiet
        ),
    ),
    Deed(Action.REVIEW, "an inquiry about cover", lambda s, who: Inquiries(s.office, who).record(INQUIRY)),
    Deed(Action.PRINT_SHEETS, "inquiries on paper", lambda s, who: Inquiries(s.office, who).draw(()), writes=False),
    Deed(Action.REVIEW, "inquiries", lambda s, who: Inquiries(s.office, who).latest(), writes=False),
    Deed(Action.REVIEW, "a form of travel", lambda s, who: TravelClaims(s.office, who).choices(), writes=False),
    Deed(Action.REVIEW, "save a form of travel", lambda s, who: TravelClaims(s.office, who).save(child_of_six())),
    Deed(
        Action.REVIEW,
        "try a form of travel",
        lambda s, who: TravelClaims(s.office, who).trial(child_of_six()),
        writes=False,
    ),
    Deed(Action.SIGN_REVIEW, "sign", lambda s, who: sign(s.office, who, s.opened(who, "open"))),
    Deed(
        Action.SEND_AWAY,
        "return to the centre",
        lambda s, who: Review(s.office, who).send_away(s.opened(who, "open"), ClaimState.RETURNED, "آزمون"),
    ),
    Deed(
        Action.SEND_AWAY,
        "take back",
        lambda s, who: Review(s.office, who).take_back(s.opened(who, "away"), "آزمون"),
    ),
    Deed(Action.ENDORSE, "endorse", lambda s, who: Supervision(s.office, who).endorse(s.opened(who, "awaiting"))),
    Deed(
        Action.SEND_BACK,
        "what awaits the supervisor",
        lambda s, who: Supervision(s.office, who).send_back(s.opened(who, "awaiting"), "آزمون"),
    ),
    Deed(
        Action.SEND_BACK,
        "what awaits the accountant",
        lambda s, who: Accounting(s.office, who).send_back(s.opened(who, "done"), "آزمون"),
    ),
    Deed(Action.SET_THRESHOLDS, "thresholds", lambda s, who: set_thresholds(s.office, who, 1_000_000, 20)),
    Deed(Action.DRAW_SAMPLE, "draw", lambda s, who: Sampling(s.office, who).draw(SampleScope(), SAMPLE)),
    Deed(Action.DRAW_SAMPLE, "look at samples", lambda s, who: Sampling(s.office, who).all(), writes=False),
    Deed(
        Action.DRAW_SAMPLE,
        "a sample's report",
        lambda s, who: draw_report(s.office, who, Sampling(s.office, s.people["supervisor"]).open(s.sample)),
        writes=False,
    ),
    Deed(
        Action.JUDGE_SAMPLE,
        "agree",
        lambda s, who: Sampling(s.office, who).judge(s.sample, s.claims["done"], agreed=True),
    ),
    Deed(
        Action.CORRECT,
        "in red",
        lambda s, who: Accounting(s.office, who).correct(s.opened(who, "done"), 1, 10_000, "آزمون"),
    ),
    Deed(Action.SIGN_ACCOUNTS, "close", lambda s, who: Accounting(s.office, who).sign(s.opened(who, "done"))),
    Deed(Action.SEE_PAYMENTS, "what waits", lambda s, who: PaymentLists(s.office, who).waiting(), writes=False),
    Deed(Action.SEE_PAYMENTS, "what is ready", lambda s, who: PaymentLists(s.office, who).preview(s.due), writes=False),
    Deed(Action.SEE_PAYMENTS, "lists", lambda s, who: PaymentLists(s.office, who).all(), writes=False),
    Deed(
        Action.LIST_PAYMENTS,
        "sign a list",
        lambda s, who: PaymentLists(s.office, who).make(
            PaymentLists(s.office, s.people["accountant"]).preview(s.due),
        ),
    ),
    Deed(Action.SEE_PAYMENTS, "a signed list", lambda s, who: PaymentLists(s.office, who).pdf(a_list(s)), writes=False),
    Deed(Action.SEE_CLAIMS, "requests", lambda s, who: Reimbursements(s.office, who).requests(), writes=False),
    Deed(Action.SEE_CLAIMS, "requests as CSV", lambda s, who: Reimbursements(s.office, who).table(()), writes=False),
    Deed(Action.SEE_CLAIMS, "as a workbook", lambda s, who: Reimbursements(s.office, who).workbook(()), writes=False),
    Deed(
        Action.PRINT_SHEETS,
        "the status of a request",
        lambda s, who: Reimbursements(s.office, who).sheet(s.claims["refund"]),
        writes=False,
    ),
    Deed(
        Action.RECORD_OBJECTION,
        "a letter",
        lambda s, who: Objections(s.office, who).record(
            s.claims["reported"], [ObjectedLine(1, "آزمون")], day_of(s.office.clock())
        ),
    ),
    Deed(Action.REVIEW_OBJECTION, "take up", lambda s, who: Objections(s.office, who).take_up(s.claims["objected"])),
    Deed(
        Action.HAND_OVER_REPORT,
        "hand over",
        lambda s, who: hand_over(s.office, who, s.submissions["closed"], day_of(s.office.clock())),
    ),
    Deed(
        Action.ASSIGN,
        "assign",
        lambda s, who: Workload(s.office, who).assign(s.submissions["open"], s.people["second"].user.id),
    ),
    Deed(Action.PRINT_SHEETS, "which submissions", lambda s, who: submissions(s.office, who), writes=False),
    Deed(
        Action.PRINT_SHEETS,
        "a report",
        lambda s, who: draw_submission_sheet(s.office, who, s.submissions["done"], SheetKind.REPORT, quiet),
        writes=False,
    ),
    Deed(
        Action.PRINT_SHEETS,
        "all sheets",
        lambda s, who: draw_all_sheets(s.office, who, s.submissions["done"], quiet),
        writes=False,
    ),
    Deed(
        Action.PRINT_SHEETS,
        "how far a submission has come",
        lambda s, who: submission_standing(s.office, who, s.submissions["done"]),
        writes=False,
    ),
    Deed(
        Action.SEE_STATISTICS,
        "a report",
        lambda s, who: Statistics(s.office, who).report(StatisticsFilter()),
        writes=False,
    ),
    Deed(Action.SEE_STATISTICS, "figures", lambda s, who: Statistics(s.office, who).choices(), writes=False),
    Deed(Action.INSTALL_PACK, "a pack", lambda s, who: install_pack(s.office, who, s.files / "more.pack.json")),
    Deed(Action.SET_FARES, "a fare", lambda s, who: TravelFares(s.office, who).install(FARES, official=False)),
    Deed(Action.SET_FARES, "look at fares", lambda s, who: TravelFares(s.office, who).book(), writes=False),
    Deed(
        Action.SET_RECEIVERS,
        "add a receiver",
        lambda s, who: Receivers(s.office, who).add("گیرنده تازه", key_pair("گیرنده تازه", 1).as_office_knows_it),
    ),
    Deed(
        Action.SET_RECEIVERS,
        "take a receiver off the list",
        lambda s, who: Receivers(s.office, who).remove(key_pair().as_office_knows_it.fingerprint),
    ),
    Deed(
        Action.SET_RECEIVERS,
        "look at a certificate",
        lambda s, who: Receivers(s.office, who).look(s.files / "receiver.cer"),
        writes=False,
    ),
    Deed(Action.SET_RECEIVERS, "receivers", lambda s, who: Receivers(s.office, who).all(), writes=False),
    Deed(
        Action.MANAGE_PEOPLE,
        "add",
        lambda s, who: Staff(s.office, who).add(name="new", full_name="کس تازه", roles=frozenset({Role.REVIEWER})),
    ),
    Deed(Action.MANAGE_PEOPLE, "look", lambda s, who: Staff(s.office, who).members(), writes=False),
    Deed(
        Action.MANAGE_PEOPLE,
        "revoke a key",
        lambda s, who: Staff(s.office, who).revoke_key(s.people["second"].user.id, "آزمون"),
    ),
    Deed(
        Action.MANAGE_PEOPLE,
        "reset",
        lambda s, who: Staff(s.office, who).reset_password(s.people["second"].user.id),
    ),
    Deed(
        Action.MANAGE_PEOPLE,
        "roles",
        lambda s, who: Staff(s.office, who).set_roles(s.people["second"].user.id, frozenset({Role.SUPERVISOR})),
    ),
    Deed(
        Action.MANAGE_PEOPLE,
        "shut out",
        lambda s, who: Staff(s.office, who).set_active(s.people["second"].user.id, False),
    ),
    Deed(Action.CHANGE_OFFICE, "when desks lock", lambda s, who: Staff(s.office, who).set_idle_lock(5)),
)


def test_every_action_is_tried():
    assert {deed.action for deed in DEEDS} == set(Action)


@pytest.fixture(scope="module")
def template(tmp_path_factory) -> tuple[Path, Stage]:
    """Return the folder of the stage, built once, and what is where in it."""
    folder = tmp_path_factory.mktemp("stage")
    office, first = make_office(folder / "office")
    people = {}
    for name in PEOPLE:
        role = Role(name) if name in set(Role) else Role.REVIEWER
        add_person(office, None, name=name, full_name=name, roles=frozenset({role}), password=PASSWORD)
        people[name] = sign_in(office, name, PASSWORD)
    claims, held = {}, {}
    for name in ("open", "away", "awaiting", "done", "closed", "reported", "objected", "seconds", "rest"):
        lines = line(1, "T-CHEST", 60_000), line(2, "700245", 100_000)
        (claims[name],) = add_claims(office, first, claim(f"C-{name}", *lines), submission_id=f"S-{name}")
    office.install_pack(FOLDER / "circulars.pack.json", actor=first.user.id)
    claims["refund"] = bring_refund(House(office, people["author"], people["second"], people["accountant"]))
    with office.read() as view:
        held = {name: view.claims.standing(number).submission_id for name, number in claims.items()}
    stage = Stage(office, people, claims, held, 0, folder)
    _write_files(folder)
    Receivers(office, first).add("خزانه آزمایشی", key_pair().as_office_knows_it)
    _fill(stage)
    (sample,) = [Sampling(office, people["supervisor"]).draw(SampleScope(submission=held["done"]), SAMPLE)]
    office.close()
    return folder / "office", replace(stage, sample=sample.sample.id)


def _write_files(folder: Path) -> None:
    (folder / "claims.json").write_text(
        json.dumps(claim_file(claim("C-new", line(1, "T-CHEST", 60_000)), submission_id="S-new"), ensure_ascii=False),
        encoding="utf-8",
    )
    pack = {
        "format": "rasidegi/reference",
        "version": 1,
        "name": "رقم‌های آزمایشی دیگر",
        "issued_on": "1395-06-01",
        "official": False,
        "fees": [{"key": "visit/outpatient/specialist", "rial": 150_000, "from": "1395-06-01", "source": "آزمایشی"}],
    }
    key_pair().write(folder)
    (folder / "more.pack.json").write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")


def _fill(stage: Stage) -> None:
    """Bring each claim to its place; what is reviewed is reviewed by the author, but for the claim «seconds»."""
    office, people = stage.office, stage.people
    author, accounting = Review(office, people["author"]), Accounting(office, people["accountant"])
    for name in ("open", "away"):
        author.set_amount(author.open(stage.claims[name]), 2, 50_000, "آزمون")
    author.send_away(author.open(stage.claims["away"]), ClaimState.RETURNED, "آزمون")
    author.set_amount(author.open(stage.claims["awaiting"]), 2, 95_000, "آزمون")
    for name in ("awaiting", "done", "closed", "reported", "objected", "refund"):
        sign(office, people["author"], author.open(stage.claims[name]))
    sign(office, people["second"], Review(office, people["second"]).open(stage.claims["seconds"]))
    for name in ("closed", "reported", "objected", "refund"):
        accounting.sign(Review(office, people["accountant"]).open(stage.claims[name]))
    for name in ("reported", "objected"):
        hand_over(office, people["accountant"], stage.submissions[name], day_of(office.clock()))
    objections = Objections(office, people["accountant"])
    objections.record(stage.claims["objected"], [ObjectedLine(1, "آزمون")], day_of(office.clock()))


@pytest.fixture
def stage(template, tmp_path):
    """Return a stage of the test's own."""
    folder, built = template
    office = Office(OfficeStore.open(shutil.copytree(folder, tmp_path / "office")), ticking_clock(LATER))
    office.rulebook, office.dictionary = built.office.rulebook, built.office.dictionary  # read once for all
    yield replace(built, office=office)
    office.close()


def with_roles(stage: Stage, name: str, roles: frozenset[Role]) -> Session:
    """Give a person these roles and return their session."""
    with stage.office.change(None) as unit:
        unit.users.set_roles(stage.people[name].user.id, roles)
        return Session(unit.users.get(stage.people[name].user.id), PASSWORD)


def as_it_is(stage: Stage) -> tuple[str, list[tuple[str, int]]]:
    """Return everything that the office holds: all its rows, and the names and times of its files."""
    folder = stage.office.store.folder
    connection = sqlite3.connect(folder / "office.db")
    rows = "\n".join(connection.iterdump())
    connection.close()
    files = [(str(path), path.stat().st_mtime_ns) for path in folder.rglob("*") if not path.name.startswith("office")]
    return rows, sorted(files)


@pytest.mark.parametrize("own", [False, True], ids=["others'", "own"])
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("deed", DEEDS, ids=str)
def test_who_may_does_it_and_who_may_not_changes_nothing(stage, deed, role, own):
    who = with_roles(stage, "author" if own else "other", frozenset({role}))
    right = RIGHTS[deed.action]
    before = as_it_is(stage)
    if role in right.roles and (right.on_own_work or not own):
        deed.do(stage, who)
        assert (as_it_is(stage) != before) is deed.writes
    else:
        with pytest.raises(UseError) as refused:
            deed.do(stage, who)
        assert "کس دیگری باید" in str(refused.value) or "با نام کاربری دیگری وارد شوید" in str(refused.value)
        assert as_it_is(stage) == before


@pytest.mark.parametrize("deed", [deed for deed in DEEDS if not RIGHTS[deed.action].on_own_work], ids=str)
def test_all_roles_together_are_no_way_to_approve_ones_own_work(stage, deed):
    who = with_roles(stage, "author", frozenset(Role))
    before = as_it_is(stage)
    with pytest.raises(UseError, match="کس دیگری باید"):
        deed.do(stage, who)
    assert as_it_is(stage) == before


@pytest.mark.parametrize("deed", DEEDS, ids=str)
def test_what_was_taken_away_since_the_person_signed_in_counts_no_longer(stage, deed):
    """Their session still says that they may everything."""
    before_taking = with_roles(stage, "other", frozenset(Role))
    with_roles(stage, "other", frozenset(Role) - RIGHTS[deed.action].roles)
    before = as_it_is(stage)
    with pytest.raises(UseError):
        deed.do(stage, before_taking)
    assert as_it_is(stage) == before


@pytest.mark.parametrize("deed", DEEDS, ids=str)
def test_who_was_shut_out_or_reset_does_nothing_from_a_desk_that_is_still_open(stage, deed):
    who = with_roles(stage, "other", frozenset(Role))
    for fate in ("غیرفعال", "بازنشانی"):
        with stage.office.change(None) as unit:
            unit.users.set_active(who.user.id, fate != "غیرفعال")
            unit.users.set_password(who.user.id, "$argon2id$one-time", must_change=True)
        before = as_it_is(stage)
        with pytest.raises(UseError, match=fate):
            deed.do(stage, who)
        assert as_it_is(stage) == before


def test_the_accountant_who_corrected_in_red_does_not_sign_the_review_of_it(stage):
    accountant = with_roles(stage, "accountant", frozenset({Role.ACCOUNTANT, Role.REVIEWER}))
    accounting = Accounting(stage.office, accountant)
    corrected = accounting.correct(stage.opened(accountant, "done"), 1, 10_000, "آزمون")
    accounting.ask_for_signature(corrected)
    before = as_it_is(stage)
    with pytest.raises(UseError, match="کارشناس دیگری"):
        sign(stage.office, accountant, stage.opened(accountant, "done"))
    assert as_it_is(stage) == before


def test_signing_the_rest_is_held_to_the_same_right(stage):
    for role in Role:
        who = with_roles(stage, "other", frozenset({role}))
        if role in RIGHTS[Action.SIGN_ACCOUNTS].roles:
            assert the_rest(stage.office, who, stage.submissions["done"]).ready == (stage.claims["done"],)
        else:
            with pytest.raises(UseError):
                the_rest(stage.office, who, stage.submissions["done"])
