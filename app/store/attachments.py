"""Files beside claims, such as scanned pages; kept once by their SHA-256 in the attachments folder."""

import hashlib
from pathlib import Path

from sqlalchemy import Connection, insert, select

from app.domain.office import Attachment, TrailAction
from app.store.folder import reporting_file_faults, write_private_file
from app.store.schema import attachments
from app.store.trail import TrailWriter


class AttachmentReader:
    """Reads what is attached."""

    def __init__(self, connection: Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder

    def of_claim(self, claim_id: int) -> tuple[Attachment, ...]:
        """Return what is attached to a claim, in the order of adding."""
        query = select(attachments).where(attachments.c.claim_id == claim_id).order_by(attachments.c.id)
        return tuple(Attachment(**row) for row in self._connection.execute(query).mappings())

    def path_of(self, attachment: Attachment) -> Path:
        """Return where the content of an attachment lies."""
        return self._folder / attachment.sha256


class AttachmentWriter(AttachmentReader):
    """Attaches files; an attached one stays."""

    def __init__(self, connection: Connection, folder: Path, trail: TrailWriter) -> None:
        super().__init__(connection, folder)
        self._trail = trail

    def add(self, claim_id: int, file_name: str, content: bytes) -> Attachment:
        """Attach a file's content to a claim; what is already attached to it is returned as it is.

        The content is on the disk before the row is, so that a row without its file cannot come about.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        known = next((found for found in self.of_claim(claim_id) if found.sha256 == sha256), None)
        if known is not None:
            return known
        with reporting_file_faults(self._folder):
            write_private_file(self._folder / sha256, content)
        added = insert(attachments).values(
            claim_id=claim_id,
            sha256=sha256,
            file_name=file_name,
            size=len(content),
            added_by=self._trail.actor,
            added_at=self._trail.at,
        )
        row = self._connection.execute(added.returning(*attachments.c)).mappings().one()
        self._trail.record_row(
            TrailAction.ATTACHMENT_ADDED, "attachment", row["id"], claim_id=claim_id, sha256=sha256, file_name=file_name
        )
        return Attachment(**row)
