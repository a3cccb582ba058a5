"""The supervisor's desk: departures from the rules are endorsed by another person, or go back to their reviewer."""

from collections.abc import Callable

from app.domain.departures import Thresholds
from app.domain.money import Rial
from app.domain.office import ClaimState, DecisionKind
from app.domain.rights import Action
from app.errors import UseError
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.presence import expect_on_no_other_desk
from app.services.results import settled_summary
from app.services.rights import corrected_by, expect_right, reviewed_by
from app.store.transactions import OfficeChange, OfficeView

THRESHOLD_RIAL_SETTING = "supervision_threshold_rial"
THRESHOLD_PERCENT_SETTING = "supervision_threshold_percent"
RETURNABLE = frozenset({ClaimState.AWAITING_SUPERVISOR, ClaimState.TECHNICALLY_DONE})
WHOLE = 100


class Supervision:
    """A signed-in supervisor's work on signed claims; each call returns the claim as it then lies on the desk."""

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office, self._session = office, session
        self._opening = opening or ClaimOpening(office)

    def endorse(self, shown: OpenClaim) -> OpenClaim:
        """Agree with all departures of a claim, as they were shown; its technical pass is done then.

        Raises UseError for a person's own work, and where the claim does not wait for a supervisor any more.
        """

        def write(unit: OfficeChange, now: OpenClaim) -> None:
            unit.decisions.add(now.id, DecisionKind.ENDORSE, result_digest=now.result.digest_of(None))
            unit.claims.set_state(now.id, ClaimState.TECHNICALLY_DONE)

        return self._act(shown, Action.ENDORSE, frozenset({ClaimState.AWAITING_SUPERVISOR}), write)

    def send_back(self, shown: OpenClaim, note: str) -> OpenClaim:
        """Return a claim to its reviewer with a note; its signature holds no longer. Raises UseError without a note."""
        note = note.strip()
        if not note:
            raise UseError("بنویسید چرا سند به رسیدگی بازمی‌گردد؛ کارشناس همین یادداشت را بالای سند می‌بیند.")

        def write(unit: OfficeChange, now: OpenClaim) -> None:
            unit.decisions.add(now.id, DecisionKind.SEND_BACK, result_digest=now.result.digest_of(None), reason=note)
            unit.sheets.void(now.id, note)
            unit.claims.set_state(now.id, ClaimState.IN_REVIEW)

        return self._act(shown, Action.SEND_BACK, RETURNABLE, write)

    def _act(
        self,
        shown: OpenClaim,
        action: Action,
        states: frozenset[ClaimState],
        write: Callable[[OfficeChange, OpenClaim], None],
    ) -> OpenClaim:
        with self._office.change(self._session.user.id) as unit:
            now = self._opening.open(unit, shown.id)
            user_id = self._session.user.id
            own = reviewed_by(user_id, now.decisions, now.sheets) or corrected_by(user_id, now.decisions)
            expect_right(self._session, action, own=own, now=unit)
            expect_on_no_other_desk(self._office, unit, now.id)
            if now.state not in states or now.sheets != shown.sheets:
                raise UseError("این سند در این میان به دست دیگری رسیده است. سند را دوباره باز کنید.")
            write(unit, now)
            changed = self._opening.open(unit, now.id)
            if changed.by_todays_rules is None:  # else what was kept at the signature tells on which grounds
                unit.results.put(now.id, settled_summary(changed.settlement))
        return changed.seen_by(self._session.user)


def thresholds_of(view: OfficeView | OfficeChange) -> Thresholds:
    """Return the thresholds of the office."""
    return Thresholds(view.settings.get(THRESHOLD_RIAL_SETTING), view.settings.get(THRESHOLD_PERCENT_SETTING))


def set_thresholds(office: Office, session: Session, rial: Rial | None, percent: int | None) -> Thresholds:
    """Set from where on departures wait for a supervisor, None for never; raises UseError.

    What is signed already stays where it is.
    """
    if rial is not None and rial < 0:
        raise UseError("آستانه ریالی منفی نمی‌شود. مبلغ را به ریال بنویسید، یا خالی بگذارید.")
    if percent is not None and not 0 <= percent <= WHOLE:
        raise UseError("آستانه درصدی باید میان ۰ و ۱۰۰ باشد. آن را اصلاح کنید، یا خالی بگذارید.")
    with office.change(session.user.id) as unit:
        expect_right(session, Action.SET_THRESHOLDS, now=unit)
        unit.settings.set(THRESHOLD_RIAL_SETTING, rial)
        unit.settings.set(THRESHOLD_PERCENT_SETTING, percent)
        return thresholds_of(unit)
