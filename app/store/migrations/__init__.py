"""The schema's revisions, run by `app.store.migration` through Alembic; the newest file is the program's schema."""
