"""The versions of a claim's assessment: what an earlier one paid, what was objected to, and how that was answered.

A version that was signed stays as it was signed. An objection belongs to the version against which it was made; the
next version has to answer it before it may be signed itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.assessment import ClaimResult
from app.domain.line_words import AMOUNT_KINDS, answers_an_objection, in_force
from app.domain.money import Rial
from app.domain.office import Decision, DecisionKind, Role, SignedSheet
from app.domain.office_records import Objection

_CHANGING = AMOUNT_KINDS | {DecisionKind.WAIVE}


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """What an earlier version of a claim paid: rials by line number, and the sheet on which that was signed.

    `signed_by` and `signed_at` are those of its reviewer, `file_name` the PDF with all signatures of the version.
    """

    version: int
    approved: Mapping[int, Rial]
    signed_by: int
    signed_at: str
    file_name: str

    @property
    def total(self) -> Rial:
        """What the version paid in all."""
        return sum(self.approved.values())


@dataclass(frozen=True, slots=True)
class VersionSheets:
    """The sheets under which a version was settled: the one that says what is paid, and the last one signed."""

    reviewed: SignedSheet
    last: SignedSheet


def sheets_of_versions(sheets: Iterable[SignedSheet], before: int) -> tuple[VersionSheets, ...]:
    """Return the sheets of the versions before one, the first version first; a voided sheet settles nothing."""
    held: dict[int, list[SignedSheet]] = {}
    for sheet in sheets:
        if sheet.version < before and sheet.voided is None:
            held.setdefault(sheet.version, []).append(sheet)
    found = []
    for version in sorted(held):
        reviewed = [sheet for sheet in held[version] if sheet.role is Role.REVIEWER]
        if reviewed:
            found.append(VersionSheets(reviewed[-1], held[version][-1]))
    return tuple(found)


def signed_before(user_id: int, sheets: Iterable[SignedSheet], version: int) -> bool:
    """Tell whether a person signed an earlier version, in whichever role: the next one is other people's work."""
    return any(sheet.signed_by == user_id and sheet.version < version for sheet in sheets)


def answer_to(objection: Objection, decisions: Iterable[Decision], result: ClaimResult) -> Decision | None:
    """Return the latest word that answers an objection, None while it waits.

    That is a word with a reason, said of the objected line (or of the whole claim) after the objection came in and on
    what the engine says today: another amount, a deduction, a finding set aside, or an answer that leaves all as it is.
    """
    said = [word for word in decisions if _answers(word, objection) and in_force(word, result)]
    return said[-1] if said else None


def _answers(word: Decision, objection: Objection) -> bool:
    speaks = word.kind in _CHANGING or answers_an_objection(word)
    later = word.line == objection.line and word.at >= objection.recorded_at
    return speaks and later and not word.undone and bool(word.reason)
