"""Reference packs that an office writes itself: dated fees, in the form of the contract."""

import json
from collections.abc import Iterable

from app.domain.dates import JalaliDate
from app.domain.reference import Fee


def fee_pack_text(name: str, issued_on: JalaliDate, fees: Iterable[Fee], *, official: bool) -> str:
    """Return a pack of fees as JSON text, one row a line; equal fees give equal text."""
    rows = ",\n    ".join(
        json.dumps({"key": fee.key, "from": str(fee.start), "rial": fee.rial, "source": fee.source}, ensure_ascii=False)
        for fee in fees
    )
    head = json.dumps(
        {
            "format": "rasidegi/reference",
            "version": 1,
            "name": name,
            "issued_on": str(issued_on),
            "official": official,
        },
        ensure_ascii=False,
        indent=2,
    )
    return f'{head[:-2]},\n  "fees": [\n    {rows}\n  ]\n}}\n'
