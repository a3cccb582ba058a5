"""How wide each person keeps the panes of the desk: a convenience in a file of the office's folder, and no record."""

import json
from dataclasses import dataclass
from typing import Any

from app.services.office import Office
from app.store.folder import reporting_file_faults, write_private_file

FILE_NAME = "pane-widths.json"
WIDEST = 10_000


@dataclass(frozen=True, slots=True)
class PaneWidths:
    """Widths of the panes in the screen's units, in the window in which they were chosen."""

    queue: int
    bill: int
    why: int


def widths_of(office: Office, user_id: int) -> PaneWidths | None:
    """Return how wide a person keeps the panes; None who never moved them, or where the file says nothing of use."""
    kept = _kept(office).get(str(user_id))
    if not isinstance(kept, list) or [type(width) for width in kept] != [int] * 3:
        return None
    return PaneWidths(*kept) if all(0 < width <= WIDEST for width in kept) else None


def keep_widths(office: Office, user_id: int, widths: PaneWidths | None) -> None:
    """Keep how wide a person has made the panes, None for as wide as everybody's; raises MachineError."""
    kept = _kept(office)
    kept.pop(str(user_id), None)
    if widths is not None:
        kept[str(user_id)] = [widths.queue, widths.bill, widths.why]
    path = office.store.folder / FILE_NAME
    with reporting_file_faults(path.parent):
        write_private_file(path, json.dumps(kept).encode())


def _kept(office: Office) -> dict[str, Any]:
    """Return the widths of all; a file that is not there or was spoilt keeps nobody from their desk."""
    try:
        kept = json.loads((office.store.folder / FILE_NAME).read_bytes())
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
