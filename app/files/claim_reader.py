"""Reading a claim file: in one pass, every fault at once, and nothing at all of a faulty file.

Claims are handed over one by one by `app.files.json_stream`, normalised, checked and made into values; what stays in
memory is the values alone. At the first fault the values are let go, and reading goes on only to find the other faults.
"""

from pathlib import Path
from typing import Any

from app.domain.claim import Claim, Submission
from app.domain.claim_document import claim_from_document, submission_from_document
from app.domain.facts import FactDictionary
from app.domain.persian import code_text
from app.files.claim_checks import ClaimChecker, claim_places, submission_place
from app.files.json_parts import JsonError, Part
from app.files.json_stream import JsonFile, Progress
from app.files.normalising import Normaliser
from app.files.problem_texts import Code
from app.files.problems import WHOLE_FILE, Place, Problems, shown
from app.files.read_report import ReadReport
from app.files.schema_checks import PlaceOf
from app.files.versions import check_version

FORMAT = "rasidegi/claims"
MEMBERS = ("format", "version", "submission", "claims")


def read_claim_file(
    path: Path, dictionary: FactDictionary, *, strict_identity: bool = False, progress: Progress | None = None
) -> ReadReport:
    """Read a claim file and return what stands in it or what is wrong with it; a bad file raises nothing.

    A national code whose check digit fails is an error where `strict_identity`, as it must be before a claim enters an
    office; an audit on trial, whose amounts do not hang on who the patient is, only warns of it. `progress` hears of
    the bytes read and the bytes in all, and may raise to cancel.
    """
    file = JsonFile(path, progress)
    problems = Problems(path.name)
    checker = ClaimChecker(dictionary, problems, strict_identity=strict_identity)
    return _Reading(path, dictionary, file, problems, checker).report()


class _AnotherFormat(Exception):
    """The file declares another format or version, so its content is not looked at."""


class _Reading:
    """One claim file on its way from bytes to values."""

    def __init__(
        self, path: Path, dictionary: FactDictionary, file: JsonFile, problems: Problems, checker: ClaimChecker
    ) -> None:
        self._path = path
        self._dictionary = dictionary
        self._file = file
        self._problems = problems
        self._checker = checker
        self._normaliser = Normaliser(dictionary, problems)
        self._header: dict[str, Any] = {}
        self._submission: Submission | None = None
        self._claims: list[Claim] = []
        self._good: list[str] = []
        self._last_claim: str | None = None

    def report(self) -> ReadReport:
        """Read the file to its end, or as far as it can be read."""
        whole = False
        try:
            for part in self._file.parts("claims"):
                self._take(part)
            self._check_members()
            whole = True
        except _AnotherFormat:
            pass
        except JsonError as error:
            self._problems.add_json_error(error, self._after_last_claim())
        except OSError as error:
            self._problems.add_os_error(error)
        good = whole and not self._problems.errors
        return ReadReport(
            path=self._path,
            sha256=self._file.sha256,
            submission=self._submission if good else None,
            claims=tuple(self._claims) if good else (),
            problems=self._problems.all(),
            good_claims=tuple(self._good),
            omitted=self._problems.omitted,
        )

    def _take(self, part: Part) -> None:
        if part.position is not None:
            self._take_claim(part, part.position)
            return
        self._note_faults(part, lambda path: Place(field=part.key) if path == (part.key,) else submission_place(path))
        self._header.setdefault(part.key, part.value)
        if part.key == "submission":
            self._take_submission(part.value)
        elif part.key in {"format", "version"} and {"format", "version"} <= self._header.keys():
            self._check_format()

    def _take_submission(self, document: Any) -> None:
        errors = self._problems.errors
        if isinstance(document, dict):
            self._normaliser.normalise(document, submission_place)
        self._checker.check_submission(document)
        if self._problems.errors == errors:
            self._submission = submission_from_document(document, self._dictionary)

    def _take_claim(self, part: Part, position: int) -> None:
        document, errors = part.value, self._problems.errors
        if isinstance(document, dict):
            self._normaliser.normalise(document, claim_places(document, position))
        place_of = claim_places(document, position)
        self._note_faults(part, place_of)
        self._checker.check_claim(document, place_of)
        self._last_claim = place_of(()).claim
        if self._problems.errors == errors:
            self._good.append(document["id"])
        if self._problems.errors:
            self._claims.clear()
        else:
            self._claims.append(claim_from_document(document, self._dictionary))

    def _note_faults(self, part: Part, place_of: PlaceOf) -> None:
        for fault, path in part.faults:
            self._problems.add(Code(fault.value), place_of(path))

    def _check_format(self) -> None:
        """Let go of everything else that was found where the file is of another format or version."""
        problems = Problems(self._path.name)
        if not check_version(self._header, FORMAT, problems):
            self._problems, self._good = problems, []
            raise _AnotherFormat

    def _check_members(self) -> None:
        """Note what the top-level object lacks, and what does not belong there."""
        self._check_format()
        for name in MEMBERS:
            if name not in self._header:
                self._problems.add(Code.MISSING_FIELD, Place(field=name))
        for name in sorted(self._header.keys() - set(MEMBERS)):
            self._problems.add(Code.UNKNOWN_FIELD, Place(field=name))
        claims = self._header.get("claims")
        if "claims" in self._header and not isinstance(claims, list):
            self._problems.add(Code.WRONG_TYPE, Place(field="claims"), value=shown(claims), expected="یک فهرست")
        elif claims == [] and self._last_claim is None:
            self._problems.add(Code.NO_CLAIMS, Place(field="claims"))

    def _after_last_claim(self) -> Place:
        if self._last_claim is None:
            return WHOLE_FILE
        return Place(row=f"پس از سند {code_text(self._last_claim)}")
