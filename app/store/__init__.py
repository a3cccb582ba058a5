"""The office's store: SQLite by SQLAlchemy, migrations, the append-only audit trail; SQLAlchemy lives only here."""
