"""What a caller holds while a transaction is open: readers alone, or writers as well."""

from sqlalchemy import Connection

from app.store.assignments import AssignmentReader, AssignmentWriter
from app.store.attachments import AttachmentReader, AttachmentWriter
from app.store.claims import ClaimReader, ClaimWriter
from app.store.decisions import DecisionReader, DecisionWriter
from app.store.desks import DeskReader, DeskWriter
from app.store.folder import OfficeFolder
from app.store.handovers import HandoverReader, HandoverWriter
from app.store.inquiries import InquiryReader, InquiryWriter
from app.store.objections import ObjectionReader, ObjectionWriter
from app.store.packs import PackReader, PackWriter
from app.store.payments import PaymentReader, PaymentWriter
from app.store.results import ResultReader, ResultWriter
from app.store.revocations import RevocationReader, RevocationWriter
from app.store.sample_candidates import SampleCandidateReader
from app.store.samples import SampleReader, SampleWriter
from app.store.settings import SettingReader, SettingWriter
from app.store.sheets import SheetReader, SheetWriter
from app.store.statistics import StatisticsReader
from app.store.submissions import SubmissionReader, SubmissionWriter
from app.store.trail import TrailReader, TrailWriter
from app.store.users import UserReader, UserWriter


class OfficeView:
    """A snapshot of the office, to be read while its block is open."""

    def __init__(self, connection: Connection, folder: OfficeFolder) -> None:
        self.users = UserReader(connection)
        self.packs = PackReader(connection)
        self.submissions = SubmissionReader(connection)
        self.claims = ClaimReader(connection)
        self.decisions = DecisionReader(connection)
        self.results = ResultReader(connection)
        self.sheets = SheetReader(connection)
        self.attachments = AttachmentReader(connection, folder.attachments)
        self.settings = SettingReader(connection)
        self.assignments = AssignmentReader(connection)
        self.handovers = HandoverReader(connection)
        self.objections = ObjectionReader(connection)
        self.samples = SampleReader(connection)
        self.statistics = StatisticsReader(connection)
        self.candidates = SampleCandidateReader(connection)
        self.revocations = RevocationReader(connection)
        self.inquiries = InquiryReader(connection)
        self.payments = PaymentReader(connection)
        self.desks = DeskReader(connection)
        self.trail = TrailReader(connection)


class OfficeChange:
    """One change of the office by one person at one time: all of it is kept, or nothing.

    The writers read as well, and see what this change has written so far; nobody else writes meanwhile.
    """

    def __init__(self, connection: Connection, folder: OfficeFolder, *, actor: int | None, at: str) -> None:
        trail = TrailWriter(connection, actor, at)
        self.actor = actor
        self.at = at
        self.users = UserWriter(connection, trail)
        self.packs = PackWriter(connection, trail)
        self.submissions = SubmissionWriter(connection, trail)
        self.claims = ClaimWriter(connection, trail)
        self.decisions = DecisionWriter(connection, trail)
        self.results = ResultWriter(connection)
        self.sheets = SheetWriter(connection, trail)
        self.attachments = AttachmentWriter(connection, folder.attachments, trail)
        self.settings = SettingWriter(connection, trail)
        self.assignments = AssignmentWriter(connection, trail)
        self.handovers = HandoverWriter(connection, trail)
        self.objections = ObjectionWriter(connection, trail)
        self.samples = SampleWriter(connection, trail)
        self.revocations = RevocationWriter(connection, trail)
        self.inquiries = InquiryWriter(connection, trail)
        self.payments = PaymentWriter(connection, trail)
        self.desks = DeskWriter(connection)
        self.trail = TrailReader(connection)
