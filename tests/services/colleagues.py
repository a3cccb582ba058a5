"""The people of an office beside its first administrator, for tests of work that goes through several hands."""

from collections.abc import Mapping

from offices import PASSWORD

from app.domain.office import Role
from app.services.office import Office
from app.services.people import Session, add_person, sign_in

PEOPLE: Mapping[str, tuple[str, frozenset[Role]]] = {
    "reviewer": ("زری کمالی", frozenset({Role.REVIEWER})),
    "supervisor": ("داریوش نیک‌نام", frozenset({Role.SUPERVISOR})),
    "accountant": ("هما کاردان", frozenset({Role.ACCOUNTANT})),
    "everything": ("آرش همه‌کاره", frozenset(Role)),
}


def join(office: Office, name: str) -> Session:
    """Add one of these people to an office and sign them in."""
    full_name, roles = PEOPLE[name]
    add_person(office, None, name=name, full_name=full_name, roles=roles, password=PASSWORD)
    return sign_in(office, name, PASSWORD)
