"""Whose work each view of the queue shows."""

import pytest
from offices import add_claims, claim, line

from app.domain.office import Role
from app.services.queue import VIEW_ROLES, VIEWS, QueueFilter, QueueView, counts, views_of


def names(*roles):
    return {view.value for view in views_of(frozenset(roles))}


def test_every_view_asks_for_something_and_is_somebodys():
    assert set(VIEWS) == set(VIEW_ROLES) == set(QueueView)
    assert {view for view, roles in VIEW_ROLES.items() if not roles} == {QueueView.ALL}  # all claims are nobody's work


@pytest.mark.parametrize(
    ("role", "theirs", "not_theirs"),
    [
        (Role.REVIEWER, {"open", "mine", "to_answer", "clean", "awaiting", "done", "away"}, {"ready", "in_accounting"}),
        (Role.SUPERVISOR, {"awaiting", "closed", "objected"}, {"open", "ready", "away"}),
        (Role.ACCOUNTANT, {"ready", "in_accounting", "closed", "objected"}, {"open", "awaiting"}),
    ],
)
def test_people_see_the_views_of_their_work(role, theirs, not_theirs):
    seen = names(role)
    assert theirs <= seen
    assert not seen & not_theirs


def test_who_has_several_roles_sees_the_views_of_each_once_in_one_order():
    both = views_of(frozenset({Role.REVIEWER, Role.ACCOUNTANT}))
    assert set(both) == set(views_of(frozenset({Role.REVIEWER}))) | set(views_of(frozenset({Role.ACCOUNTANT})))
    assert list(both) == [view for view in QueueView if view in both]


@pytest.mark.parametrize(
    ("role", "first"),
    [(Role.REVIEWER, QueueView.OPEN), (Role.SUPERVISOR, QueueView.AWAITING), (Role.ACCOUNTANT, QueueView.READY)],
)
def test_the_day_of_each_begins_with_what_waits_for_them(role, first):
    assert views_of(frozenset({role}))[0] is first


def test_an_administrator_alone_sees_no_claims():
    assert views_of(frozenset({Role.ADMINISTRATOR})) == ()


def test_only_the_views_of_a_person_are_counted(desk):
    office, session = desk
    add_claims(office, session, claim("C-1", line(1, "T-CHEST", 60_000)))
    views = views_of(frozenset({Role.ACCOUNTANT}))
    found = counts(office, QueueFilter(QueueView.READY), views)
    assert set(found.views) == set(views)
    assert found.views[QueueView.READY] == 0
