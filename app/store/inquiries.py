"""The inquiries about cover that were typed in."""

from typing import Any

from sqlalchemy import Connection, RowMapping, Select, insert, select

from app.domain.claim import Insurer
from app.domain.dates import JalaliDate
from app.domain.inquiries import Inquiry, InquiryWay
from app.domain.office import OPEN_STATES, TrailAction
from app.store.knowledge import known
from app.store.schema import claims, inquiries, results
from app.store.trail import TrailWriter


class InquiryReader:
    """Reads inquiries."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_patient(self, patient_id: str) -> tuple[Inquiry, ...]:
        """Return the inquiries about a person, the first recorded first."""
        return self._read(select(inquiries).where(inquiries.c.patient_id == patient_id).order_by(inquiries.c.id))

    def of_day(self, patient_id: str, day: JalaliDate, *, known_at: int | None = None) -> Inquiry | None:
        """Return the latest inquiry about a person's cover on a day, None where nobody asked.

        `known_at` is the place of the trail up to which anything counts (None: now).
        """
        query = select(inquiries).where(inquiries.c.patient_id == patient_id, inquiries.c.day == str(day))
        query = query.where(known("inquiry", inquiries.c.id, known_at)).order_by(inquiries.c.id.desc()).limit(1)
        return next(iter(self._read(query)), None)

    def latest(self, limit: int = 200) -> tuple[Inquiry, ...]:
        """Return the inquiries that were recorded last, the latest first."""
        return self._read(select(inquiries).order_by(inquiries.c.id.desc()).limit(limit))

    def open_claims_of(self, patient_id: str) -> tuple[int, ...]:
        """Return the claims of a person that still take words, by their ids."""
        query = select(claims.c.id).where(claims.c.patient_id == patient_id, claims.c.state.in_(sorted(OPEN_STATES)))
        return tuple(self._connection.scalars(query.order_by(claims.c.id)))

    def claims_of(self, patient_id: str, day: JalaliDate) -> tuple[int, ...]:
        """Return the claims of a person for services of a day, closed ones too, by their ids."""
        query = select(claims.c.id).where(claims.c.patient_id == patient_id, claims.c.service_day == str(day))
        return tuple(self._connection.scalars(query.order_by(claims.c.id)))

    def asking(self, insurer: Insurer, *, after: int = 0, limit: int = 20) -> tuple[int, ...]:
        """Return the next open claims of an insurer that ask for something, cover or other, by their ids."""
        query = (
            select(claims.c.id)
            .join(results, results.c.claim_id == claims.c.id)
            .where(claims.c.state.in_(sorted(OPEN_STATES)), claims.c.id > after, results.c.queries > 0)
            .where(claims.c.insurer == insurer.value)
            .order_by(claims.c.id)
            .limit(limit)
        )
        return tuple(self._connection.scalars(query))

    def _read(self, query: Select[Any]) -> tuple[Inquiry, ...]:
        return tuple(_inquiry(row) for row in self._connection.execute(query).mappings())


def _inquiry(row: RowMapping) -> Inquiry:
    return Inquiry(
        id=row["id"],
        patient_id=row["patient_id"],
        day=JalaliDate.parse(row["day"]),
        way=InquiryWay(row["way"]),
        covered=row["answer"] == "covered",
        tracking_code=row["tracking_code"],
        special=row["kind"] == "special",
        valid_to=JalaliDate.parse(row["valid_to"]) if row["valid_to"] else None,
        asked_on=JalaliDate.parse(row["asked_on"]),
        recorded_by=row["recorded_by"],
        recorded_at=row["recorded_at"],
    )


class InquiryWriter(InquiryReader):
    """Records inquiries by the person of the transaction."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def add(
        self,
        patient_id: str,
        day: JalaliDate,
        *,
        way: InquiryWay,
        covered: bool,
        asked_on: JalaliDate,
        tracking_code: str | None = None,
        special: bool = False,
        valid_to: JalaliDate | None = None,
    ) -> Inquiry:
        """Record what an inquiry about a person's cover on a day answered; a later one stands in its place."""
        added = insert(inquiries).values(
            patient_id=patient_id,
            day=str(day),
            way=way.value,
            answer="covered" if covered else "not_covered",
            tracking_code=tracking_code,
            kind="special" if special else "general",
            valid_to=None if valid_to is None else str(valid_to),
            asked_on=str(asked_on),
            recorded_by=self._trail.actor,
            recorded_at=self._trail.at,
        )
        row = self._connection.execute(added.returning(*inquiries.c)).mappings().one()
        self._trail.record_row(TrailAction.INQUIRY_RECORDED, "inquiry", row["id"])
        return _inquiry(row)
