"""The pinned Qt for Python and the interpreter bear one another."""

import os
import subprocess
import sys

LOOP = """
from PySide6.QtWidgets import QApplication, QLabel

application = QApplication([])
label = QLabel()
for _ in range(20_000):
    label.setVisible(False)
print("stood")
"""


def test_twenty_thousand_calls_do_not_abort():
    """PySide6 6.12.0 drops a reference of None at every call that returns nothing.

    On CPython 3.11, where None is counted, the process aborts after about 5,700 such calls: in the middle of a
    reviewer's day, and in no short test. It runs in a process of its own because an abort takes the process along.
    """
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run([sys.executable, "-c", LOOP], env=environment, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout.strip()) == (0, "stood"), run.stderr
