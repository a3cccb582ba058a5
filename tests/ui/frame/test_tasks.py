"""The worker keeps its order, tells the GUI thread, can be cancelled, and leaves no thread behind."""

import threading
import weakref

import pytest
from PySide6.QtCore import QThread

from app.errors import UseError
from app.ui.tasks import Worker, sentence_of


def test_tasks_run_one_after_another_and_answer_on_the_gui_thread(worker, qtbot):
    ran, told, gui = [], [], QThread.currentThread()

    def work(number):
        ran.append((number, QThread.currentThread() is gui))
        return number

    for number in range(20):
        worker.start(
            lambda _report, number=number: work(number),
            done=lambda number: told.append((number, QThread.currentThread() is gui)),
        )

    qtbot.waitUntil(lambda: len(told) == 20)
    assert ran == [(number, False) for number in range(20)]
    assert told == [(number, True) for number in range(20)]


def test_progress_comes_before_the_result(worker, qtbot):
    heard = []

    def work(report):
        for step in range(3):
            report(step)
        return "done"

    task = worker.start(work, done=heard.append)
    task.progressed.connect(heard.append)

    qtbot.waitUntil(lambda: "done" in heard)
    assert heard == [0, 1, 2, "done"]


def test_a_cancelled_task_ends_at_its_next_report(worker, qtbot):
    begun, go_on, after = threading.Event(), threading.Event(), []

    def work(report):
        begun.set()
        go_on.wait(5)
        report("half")
        after.append("went on")

    task = worker.start(work, done=after.append)
    begun.wait(5)
    task.cancel()
    with qtbot.waitSignal(task.cancelled):
        go_on.set()
    assert after == []


def test_a_task_past_the_point_of_no_return_ends_as_if_nobody_had_cancelled_it(worker, qtbot):
    begun, go_on = threading.Event(), threading.Event()

    def work(report):
        begun.set()
        go_on.wait(5)
        report("stored", may_cancel=False)
        return "whole"

    task = worker.start(work)
    begun.wait(5)
    task.cancel()
    with qtbot.waitSignal(task.done) as done:
        go_on.set()
    assert done.args == ["whole"]


@pytest.mark.parametrize("error", [UseError("این پرونده پیش‌تر آمده است."), ValueError("claim 0012345679")])
def test_a_failed_task_hands_over_its_error_and_the_next_one_runs(worker, qtbot, error, caplog):
    def fail(_report):
        raise error

    task = worker.start(fail)
    with qtbot.waitSignal(task.failed) as failed:
        pass
    assert failed.args == [error]
    assert "0012345679" not in caplog.text

    with qtbot.waitSignal(worker.start(lambda _report: 7).done) as done:
        pass
    assert done.args == [7]


def test_people_read_the_sentence_of_an_error_and_never_the_inside_of_a_bug():
    assert sentence_of(UseError("این پرونده پیش‌تر آمده است.")) == "این پرونده پیش‌تر آمده است."
    assert "0012345679" not in sentence_of(ValueError("claim 0012345679"))


def test_finishing_cancels_what_reports_and_waits_for_what_does_not(themed):
    before = set(threading.enumerate())
    worker, begun, written = Worker(), threading.Event(), []

    def endless(report):
        begun.set()
        while True:
            report("on and on")

    worker.start(endless)
    worker.start(lambda _report: written.append("an answer"))
    begun.wait(5)
    worker.finish()

    assert written == ["an answer"]
    assert set(threading.enumerate()) <= before


def test_a_task_goes_when_it_has_told_its_end(worker, qtbot):
    told = []
    task = weakref.ref(worker.start(lambda _report: None, done=lambda _none: told.append(task() is not None)))
    qtbot.waitUntil(lambda: told == [True])
    assert task() is None
