"""Titles are recognised in the book's lists by whole words, whatever letters, digits and marks they are written with."""

import pytest

from app.domain.dates import JalaliDate
from app.rules.titles import row_of_title, words_of
from tests.catalogue.expansion import rulebook


class Day:
    """The figures as they stand on a day: what the look-up needs of a case."""

    def figure(self, name):
        """Return a figure of the rule book."""
        return rulebook().figure(name, JalaliDate(1395, 3, 5))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("سرنگ (۵ سی‌سی)", " سرنگ 5 سی سی "),
        ("كاور كفش، يك‌بار/مصرف", " کاور کفش یک بار مصرف "),
        ("NG-Tube", " ng-tube "),
        ("گـاز", " گاز "),
        ("چسبِ لکوپلاست", " چسب لکوپلاست "),
    ],
)
def test_letters_digits_and_marks_are_normalised(title, words):
    assert words_of(title) == words


@pytest.mark.parametrize(
    ("title", "figure", "key"),
    [
        ("گاز ۱۰ در ۱۰", "nursing_consumable_titles", "gauze"),
        ("گاز  N2O", "nursing_consumable_titles", None),
        ("گازی", "nursing_consumable_titles", None),
        ("سرنگ پمپ تزریق", "nursing_consumable_titles", None),
        ("بسته بتادین و الکل", "nursing_consumable_titles", "alcohol"),
        ("کلاه یک بار مصرف", "disposable_wear_titles", "cap"),
        ("تعویض خون و تزریق خون", "nicu_included_titles", None),
        ("lp", "nicu_included_titles", "sepsis_workup"),
        ("help", "nicu_included_titles", None),
    ],
)
def test_a_title_matches_a_row_by_whole_words_and_no_exception(title, figure, key):
    row = row_of_title(Day(), title, figure)

    assert (row["key"] if row else None) == key
