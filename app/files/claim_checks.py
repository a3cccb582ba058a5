"""What a claim or submission must satisfy beyond its schema; documents are normalised, and may still be malformed."""

from collections.abc import Iterator
from typing import Any

from app.domain.facts import FactDictionary, FactScope
from app.domain.persian import persian_digits, rials
from app.files.date_checks import check_day, check_moment, check_month, check_order
from app.files.fact_checks import check_facts
from app.files.identity_checks import check_iban, check_patient_id
from app.files.json_parts import FieldPath
from app.files.problem_texts import Code
from app.files.problems import Place, Problems, shown
from app.files.schema_checks import CLAIM_FILE, PlaceOf, check_schema, schema_validator

AMOUNT_LIMIT = 10**13
COUNT_LIMIT = 10**6
PAST_SCOPES = (FactScope.LINE, FactScope.CLAIM)
SUBMISSION_PLACE = Place(row="درخواست هزینه")


def claim_places(document: Any, position: int) -> PlaceOf:
    """Return how the steps of a path inside a claim are named: by its id and its lines' numbers, where it has them."""
    claim_id = document.get("id") if isinstance(document, dict) else None
    name = claim_id if isinstance(claim_id, str) and claim_id else f"شماره {persian_digits(position)} پرونده"

    def place_of(path: FieldPath) -> Place:
        match path:
            case ("lines", int(index), *steps):
                place = Place(claim=name, line=_line_number(document["lines"], index))
            case ("history", int(index), *steps):
                place = Place(claim=name, row=f"سابقه {persian_digits(index + 1)}")
            case steps:
                place = Place(claim=name)
        return place.along(steps)

    return place_of


def submission_place(path: FieldPath) -> Place:
    """Return the place of a path inside the submission."""
    return SUBMISSION_PLACE.along(path)


def _line_number(lines: Any, index: int) -> int:
    """Return the number that a line bears, or else its position; the line may be missing where keys are double."""
    line = lines[index] if isinstance(lines, list) and index < len(lines) else None
    number = line.get("no") if isinstance(line, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else index + 1


def _objects(document: dict[str, Any], key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a list with their positions; anything else is the schema's to refuse."""
    rows = document.get(key)
    return ((index, row) for index, row in enumerate(rows if isinstance(rows, list) else ()) if isinstance(row, dict))


def _object(document: dict[str, Any], key: str) -> dict[str, Any]:
    value = document.get(key)
    return value if isinstance(value, dict) else {}


class ClaimChecker:
    """Notes every fault of the submission and the claims of one file."""

    def __init__(self, dictionary: FactDictionary, problems: Problems, *, strict_identity: bool) -> None:
        self._strict_identity = strict_identity
        self._dictionary = dictionary
        self._problems = problems
        self._claim_ids: set[str] = set()
        self._specialties = frozenset(dictionary.vocabularies.get("specialty", ()))
        self._conditions = frozenset(dictionary.vocabularies.get("condition", ()))

    def check_submission(self, document: Any) -> None:
        """Note every fault of the submission."""
        check_schema(schema_validator(CLAIM_FILE, "submission"), document, submission_place, self._problems)
        if not isinstance(document, dict):
            return
        check_month(document, "month", SUBMISSION_PLACE, self._problems)
        check_day(document, "delivered_on", SUBMISSION_PLACE, self._problems)
        provider, place = _object(document, "provider"), SUBMISSION_PLACE.at("provider")
        begins = check_day(provider, "contract_from", place, self._problems)
        ends = check_day(provider, "contract_to", place, self._problems)
        check_order(begins, ends, ("contract_from", "contract_to"), place, self._problems)
        self._facts(document, SUBMISSION_PLACE, FactScope.SUBMISSION)

    def check_claim(self, document: Any, place_of: PlaceOf) -> None:
        """Note every fault of a claim."""
        check_schema(schema_validator(CLAIM_FILE, "claim"), document, place_of, self._problems)
        if not isinstance(document, dict):
            return
        place = place_of(())
        self._claim_id(document, place)
        self._patient(_object(document, "patient"), place.at("patient"))
        self._person(_object(document, "prescriber"), place.at("prescriber"))
        self._days(document, place)
        self._amounts(_object(document, "written"), place.at("written"))
        self._facts(document, place, FactScope.CLAIM)
        self._lines(document, place_of)
        for index, row in _objects(document, "history"):
            self._service(row, place_of(("history", index)), *PAST_SCOPES)

    def _claim_id(self, claim: dict[str, Any], place: Place) -> None:
        claim_id = claim.get("id")
        if not isinstance(claim_id, str):
            return
        if claim_id in self._claim_ids:
            self._problems.add(Code.REPEATED_CLAIM, place.at("id"))
        self._claim_ids.add(claim_id)

    def _patient(self, patient: dict[str, Any], place: Place) -> None:
        check_patient_id(patient, place, self._problems, strict=self._strict_identity)
        check_iban(patient, place, self._problems)
        check_day(patient, "birth_date", place, self._problems)
        conditions = patient.get("conditions")
        for condition in conditions if isinstance(conditions, list) else ():
            if isinstance(condition, str) and condition not in self._conditions:
                self._problems.add(Code.UNKNOWN_CONDITION, place.at("conditions"), value=shown(condition))

    def _person(self, person: dict[str, Any], place: Place) -> None:
        specialty = person.get("specialty")
        if isinstance(specialty, str) and specialty not in self._specialties:
            self._problems.add(Code.UNKNOWN_SPECIALTY, place.at("specialty"), value=shown(specialty))

    def _days(self, claim: dict[str, Any], place: Place) -> None:
        check_day(claim, "prescription_date", place, self._problems)
        check_day(claim, "service_date", place, self._problems)
        admitted = check_moment(claim, "admitted_at", place, self._problems)
        discharged = check_moment(claim, "discharged_at", place, self._problems)
        check_order(admitted, discharged, ("admitted_at", "discharged_at"), place, self._problems)

    def _lines(self, claim: dict[str, Any], place_of: PlaceOf) -> None:
        if claim.get("lines") == []:
            self._problems.add(Code.NO_LINES, place_of(("lines",)))
        numbers: set[Any] = set()
        for index, line in _objects(claim, "lines"):
            place = place_of(("lines", index))
            number = line.get("no")
            if isinstance(number, int) and number in numbers:
                self._problems.add(Code.REPEATED_LINE, place.at("no"))
            numbers.add(number if isinstance(number, int) else None)
            self._amounts(line, place)
            self._service(line, place, FactScope.LINE)
            self._person(_object(line, "performer"), place.at("performer"))

    def _service(self, row: dict[str, Any], place: Place, *scopes: FactScope) -> None:
        check_day(row, "date", place, self._problems)
        self._limit(row, "qty", COUNT_LIMIT, place)
        self._limit(row, "no", COUNT_LIMIT, place)
        self._facts(row, place, *scopes)

    def _amounts(self, document: dict[str, Any], place: Place) -> None:
        for field in ("amount", "total", "patient_share", "insurer_share"):
            self._limit(document, field, AMOUNT_LIMIT, place)

    def _limit(self, document: dict[str, Any], field: str, limit: int, place: Place) -> None:
        value = document.get(field, 0)
        if not isinstance(value, str | list | dict | None) and value >= limit:
            expected = f"کمتر از {rials(limit)}"
            self._problems.add(Code.TOO_LARGE, place.at(field), value=shown(value), expected=expected)

    def _facts(self, document: dict[str, Any], place: Place, *scopes: FactScope) -> None:
        check_facts(_object(document, "facts"), scopes, place, self._dictionary, self._problems)
