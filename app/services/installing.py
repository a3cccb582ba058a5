"""Reference packs into the office, by its administrator."""

from pathlib import Path

from app.domain.rights import Action
from app.services.office import Office
from app.services.people import Session
from app.services.rights import expect_right


def install_pack(office: Office, session: Session, path: Path) -> str:
    """Install a reference pack after those of the office and return its name; raises DataError, UseError."""
    with office.read() as view:
        expect_right(session, Action.INSTALL_PACK, now=view)
    return office.install_pack(path, actor=session.user.id)
