"""Modifiers 90 and 95: what they add is the insurer's alone (MOD-90b, MOD-95d)."""

from dataclasses import replace
from fractions import Fraction

from tests.oracle.books import half_up
from tests.oracle.mod_anesthesia import anesthesia_price, is_timed, of_anesthesia, reported_units
from tests.oracle.mod_prices import (
    assistant_price,
    of_assistant,
    of_others,
    of_surgery,
    other_price,
    parts_of,
    surgery_price,
)
from tests.oracle.mod_standing import Terms, final, reported
from tests.oracle.mod_terms import bears, standby
from tests.oracle.paper import Entry, Paper


def shared(paper: Paper, entry: Entry) -> int | None:
    """The price of a line without 90 and 95, beyond which the patient bears nothing; None where it has neither."""
    if not (bears(entry, "90") or bears(entry, "95")) or standby(entry) or entry.section == "operating_room":
        return None
    if entry.section == "anesthesia" and not is_timed(paper, entry):
        return None
    if entry.section == "surgery":
        terms = plain(final(paper, entry, reported(paper, entry), of_surgery(paper, entry)))
        price = surgery_price(paper, entry, terms, parts_of(paper, entry))
    elif entry.section == "anesthesia":
        price = anesthesia_price(
            paper, entry, plain(final(paper, entry, reported_units(paper, entry), of_anesthesia(paper, entry)))
        )
    elif entry.section == "assistant":
        price = assistant_price(
            paper, entry, plain(final(paper, entry, reported(paper, entry), of_assistant(paper, entry)))
        )
    else:
        price = other_price(paper, entry, plain(final(paper, entry, reported(paper, entry), of_others(paper, entry))))
    return half_up(price)


def plain(terms: Terms) -> Terms:
    return replace(terms, full_time=False, town=Fraction(1))
