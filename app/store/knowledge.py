"""What the office knew at a place of its trail: the one order in which everything came in, whatever the clocks said.

A signed claim is judged by what stood in the trail before its signature; what comes in later changes nothing of it.
"""

from typing import Any

from sqlalchemy import ColumnElement, Text, cast, func, literal, select

from app.domain.office import SETTLED_STATES, TrailAction
from app.store.schema import claims, sheets, trail


def known(word: str, key: ColumnElement[int], known_at: int | None) -> ColumnElement[bool]:
    """Tell of a row whether it was entered by a place of the trail (None: now); `word` begins its subject."""
    if known_at is None:
        return literal(True)
    entry = select(trail.c.seq).where(trail.c.subject == literal(f"{word}/") + cast(key, Text), trail.c.seq <= known_at)
    return entry.exists()


def settled(known_at: int | None) -> ColumnElement[bool]:
    """Tell of a claim whether its version at a place of the trail (None: now) was settled."""
    state, _version = _standing(known_at)
    return state.in_(sorted(SETTLED_STATES))


def settles(known_at: int | None) -> ColumnElement[bool]:
    """Tell of a sheet whether it may settle its claim at a place of the trail (None: now).

    On a settled claim any may, the latest does. While a claim is reviewed anew after an objection, what the version
    before paid stands until the new one is settled.
    """
    _state, version = _standing(known_at)
    return settled(known_at) | (sheets.c.version < version)


def _standing(known_at: int | None) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Return state and version of a claim at a place of the trail."""
    if known_at is None:
        return claims.c.state, claims.c.version
    return _last_told("$.state", known_at), _last_told("$.version", known_at)


def _last_told(field: str, known_at: int) -> ColumnElement[Any]:
    told = (
        select(func.json_extract(trail.c.payload, field))
        .where(trail.c.claim_id == claims.c.id, trail.c.action == TrailAction.STATE_CHANGED.value)
        .where(trail.c.seq <= known_at)
        .order_by(trail.c.seq.desc())
        .limit(1)
        .correlate(claims)
    )
    return told.scalar_subquery()
