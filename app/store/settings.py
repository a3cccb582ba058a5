"""The settings of the office, each a JSON value by name."""

import json
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.assessment import canonical_json
from app.domain.office import TrailAction
from app.store.schema import settings
from app.store.trail import TrailWriter


class SettingReader:
    """Reads settings."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str, default: Any = None) -> Any:
        """Return a setting's value, or the default where it was never set."""
        value = self._connection.execute(select(settings.c.value).where(settings.c.name == name)).scalar_one_or_none()
        return default if value is None else json.loads(value)


class SettingWriter(SettingReader):
    """Changes settings."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def set(self, name: str, value: Any) -> None:
        """Set a setting to a JSON value."""
        text = canonical_json(value)
        placed = insert(settings).values(name=name, value=text)
        self._connection.execute(placed.on_conflict_do_update(index_elements=[settings.c.name], set_={"value": text}))
        self._trail.record_row(TrailAction.SETTING_CHANGED, "setting", name, value=value)
