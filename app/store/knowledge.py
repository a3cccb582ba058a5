"""What the office knew at a place of its trail: the one order in which everything came in, whatever the clocks said.

A signed claim is judged by what stood in the trail before its signature; what comes in later changes nothing of it.
"""

from sqlalchemy import ColumnElement, Text, cast, func, literal, select

from app.domain.office import SETTLED_STATES, TrailAction
from app.store.schema import claims, trail


def known(word: str, key: ColumnElement[int], known_at: int | None) -> ColumnElement[bool]:
    """Tell of a row whether it was entered by a place of the trail (None: now); `word` begins its subject."""
    if known_at is None:
        return literal(True)
    entry = select(trail.c.seq).where(trail.c.subject == literal(f"{word}/") + cast(key, Text), trail.c.seq <= known_at)
    return entry.exists()


def settled(known_at: int | None) -> ColumnElement[bool]:
    """Tell of a claim whether it was settled at a place of the trail (None: now)."""
    if known_at is None:
        return claims.c.state.in_(sorted(SETTLED_STATES))
    state = (
        select(func.json_extract(trail.c.payload, "$.state"))
        .where(trail.c.claim_id == claims.c.id, trail.c.action == TrailAction.STATE_CHANGED.value)
        .where(trail.c.seq <= known_at)
        .order_by(trail.c.seq.desc())
        .limit(1)
    )
    return state.scalar_subquery().in_(sorted(SETTLED_STATES))
