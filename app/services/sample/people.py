"""The people of the samples: insured persons and physicians that nobody is."""

from functools import cache
from random import Random
from typing import Any

from app.domain.dates import JalaliDate
from app.domain.identity import national_check_digit
from app.files.yaml12 import read_yaml
from app.resources import resource

# no place in the country has been given this beginning of a national code
UNUSED_PREFIX = "999"
SERIALS = 1_000_000
DAYS_OF_A_YEAR = 365


@cache
def _names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = read_yaml(resource("sample", "people.yaml"))
    return names


class People:
    """Draws people; no national code comes twice from one drawer, as long as it has any left."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._next_serial = random.randrange(SERIALS)
        self._specialties: dict[str, int] = {}

    def patient(self, day: JalaliDate, ages: tuple[int, int], sex: str | None) -> dict[str, Any]:
        """Return an insured person who is between so many full years old on a day."""
        sex = sex or self._random.choice(("female", "male"))
        age = self._random.randint(*ages)
        born = day.plus_years(-age).plus_days(-self._random.randrange(1, DAYS_OF_A_YEAR))
        first_name = self._random.choice(_names()[f"{sex}_names"])
        return {
            "id": self._national_code(),
            "name": f"{first_name} {self._random.choice(_names()['surnames'])}",
            "birth_date": str(born),
            "sex": sex,
        }

    def physician(self, qualification: str, specialty: str) -> dict[str, Any]:
        """Return one of a few physicians of a specialty; a council number always has the same name."""
        surnames = _names()["physician_surnames"]
        number = self._random.randrange(len(surnames))
        specialty_number = self._specialties.setdefault(specialty, len(self._specialties) + 1)
        return {
            "id": f"{UNUSED_PREFIX}{specialty_number:02d}{number + 1}",
            "name": f"دکتر {surnames[number]}",
            "qualification": qualification,
            "specialty": specialty,
        }

    def _national_code(self) -> str:
        code = national_code(self._next_serial)
        self._next_serial = (self._next_serial + 1) % SERIALS
        if len(set(code)) == 1:  # ten equal digits pass the checksum and are refused all the same
            return self._national_code()
        return code


def national_code(serial: int) -> str:
    """Return a good national code that nobody was given; neighbouring serials do not look like neighbours."""
    # 618033 has no factor in common with a million
    nine = f"{UNUSED_PREFIX}{serial * 618033 % SERIALS:06d}"
    return f"{nine}{national_check_digit(nine)}"
