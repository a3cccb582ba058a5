"""The office's store: SQLite by SQLAlchemy, migrations, the append-only audit trail; SQLAlchemy lives only here."""

from app.store.office import OfficeStore
from app.store.transactions import OfficeChange, OfficeView

__all__ = ["OfficeChange", "OfficeStore", "OfficeView"]
