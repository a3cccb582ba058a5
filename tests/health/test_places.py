"""The repository names no place outside itself: no folder of one machine, no registry's host."""

import re

A_MACHINES_OWN = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|tmp/bash_jobs)/|\.library\b")
LOCKED_PLACE = re.compile(r"://|^-i |^--|^/| @ ", re.MULTILINE)


def test_no_file_names_a_folder_of_one_machine(texts):
    named = {str(path): found.group() for path, text in texts.items() if (found := A_MACHINES_OWN.search(text))}

    assert {path: found for path, found in named.items() if path != "tests/health/test_places.py"} == {}


def test_the_lock_files_name_no_place(texts):
    locks = {path: text for path, text in texts.items() if path.match("packaging/lock/*.txt")}

    assert len(locks) == 3
    assert {str(path): found.group() for path, text in locks.items() if (found := LOCKED_PLACE.search(text))} == {}
