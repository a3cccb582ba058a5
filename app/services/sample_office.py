"""The sample office: synthetic claims on which the desk can be tried at once; everything in it is invented."""

from pathlib import Path

from app.domain.office import Role
from app.services.importing import ImportStage, import_claim_file
from app.services.office import Office
from app.services.people import add_person, has_people, make_first_administrator, sign_in
from app.services.receivers import Receivers
from app.services.sample import sample_pack_paths, write_bill_files, write_office_files
from app.services.sample.circular_stories import write_description
from app.services.sample.day import close_claims, work_a_morning
from app.services.sample.journeys import type_travel_forms
from app.services.sample.refunds import closed_requests, write_request_files
from app.services.sample.social_security import type_inquiries, write_social_security_file
from app.services.sample.treasury import NAME as TREASURY
from app.services.sample.treasury import write_treasury
from app.services.shipped import shipped_packs
from app.services.sign_off import OFFICE_NAME_SETTING, SAMPLE_OFFICE_NAME

SAMPLE_PASSWORD = "sample-office"  # noqa: S105 - of an office in which everything is invented
SAMPLE_PERSON = ("namooneh", SAMPLE_PASSWORD)
"""Name and password of the invented person who holds every role and is signed in at once."""
SAMPLE_PEOPLE = (
    ("karshenas", "کامران نمونه", Role.REVIEWER),
    ("hesabdar", "هما نمونه", Role.ACCOUNTANT),
    ("davar", "داریوش نمونه", Role.SUPERVISOR),
)
"""Further invented people, each with one role and the same password: four eyes need another person."""
SAMPLE_CLAIMS, SAMPLE_SEED = 240, 1395
SAMPLE_REVIEWER = "نگار نمونه"


def open_sample_office(folder: Path) -> Office:
    """Open the sample office of a folder; at the first time it is filled with synthetic claim files."""
    office = Office.open(folder)
    if has_people(office):
        return office
    name, password = SAMPLE_PERSON
    session = make_first_administrator(office, name=name, full_name=SAMPLE_REVIEWER, password=password)
    for pack in sample_pack_paths()[len(shipped_packs()) :]:
        office.install_pack(pack, actor=session.user.id)
    with office.change(session.user.id) as unit:
        unit.settings.set(OFFICE_NAME_SETTING, SAMPLE_OFFICE_NAME)
        unit.users.set_roles(session.user.id, frozenset(Role))
    for name, full_name, role in SAMPLE_PEOPLE:
        add_person(
            office, session.user.id, name=name, full_name=full_name, roles=frozenset({role}), password=SAMPLE_PASSWORD
        )
    files = folder / "sample-files"
    files.mkdir(mode=0o700, exist_ok=True)
    receivers = Receivers(office, session)
    receivers.add(TREASURY, receivers.look(write_treasury(files, office.clock())))
    for path in (*write_office_files(files, SAMPLE_CLAIMS, SAMPLE_SEED), *write_bill_files(files)):
        import_claim_file(office, session, path, _unheard)
    reviewer, accountant, supervisor = (
        sign_in(office, name, SAMPLE_PASSWORD) for name, _full_name, _role in SAMPLE_PEOPLE
    )
    work_a_morning(office, reviewer=reviewer, accountant=accountant, supervisor=supervisor)
    import_claim_file(office, reviewer, write_social_security_file(files), _unheard)
    type_inquiries(office, reviewer)
    type_travel_forms(office, reviewer)
    closed = closed_requests()
    for path in write_request_files(files):
        imported = import_claim_file(office, reviewer, path, _unheard)
        if closed.issuperset(claim.id for claim in imported.report.claims):
            close_claims(office, imported.submission_id, reviewer=reviewer, accountant=accountant)
    write_description(files)
    return office


def _unheard(_stage: ImportStage, _done: int, _total: int) -> None:
    """Nobody watches the making of the sample office."""
