"""Killing the program in a loop of overrides loses at most the one under way, and the office stays sound."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.services.clock import system_clock
from app.services.office import Office
from tests.services.offices import NAME, PASSWORD, add_claims, claim, line, make_office

SCRIPT = Path(__file__).with_name("override_for_ever.py")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("seconds", [0.05, 0.21, 0.37, 0.6])
def test_a_kill_loses_at_most_the_override_under_way(tmp_path, seconds):
    folder = tmp_path / "office"
    office, session = make_office(folder, clock=system_clock)
    add_claims(office, session, claim("C-1", line(1, "T-CHEST", 1_000_000)))
    office.close()

    command = [sys.executable, str(SCRIPT), str(folder), NAME, PASSWORD]
    with subprocess.Popen(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True) as loop:
        heard = [loop.stdout.readline()]
        time.sleep(seconds)
        loop.kill()
        heard += loop.stdout.readlines()

    told = int(next(word for word in reversed(heard) if word.endswith("\n")))
    office = Office.open(folder)
    with office.read() as view:
        kept = [decision.amount for decision in view.decisions.of_claim(1)]
    assert kept in ([*range(1, told + 1)], [*range(1, told + 2)])
    assert office.store.check() == []
    office.close()
