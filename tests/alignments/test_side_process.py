"""A process beside its owner answers one question after another, and ends with its owner."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alignments.errors import AlignmentsError
from alignments.side_process import SideProcess


def doubled(text: str) -> str:
    return text * 2


def test_every_question_gets_its_answer() -> None:
    beside = SideProcess(doubled)
    for text in ("бап", "статья" * 100_000):
        beside.ask(text)
        assert beside.answer() == text * 2
    beside.close()


def test_a_process_that_somebody_ended_is_one_clear_line() -> None:
    beside = SideProcess(os._exit)
    beside.ask(9)
    with pytest.raises(AlignmentsError, match="ended from outside"):
        beside.answer()
    beside.close()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks /proc which processes live")
def test_it_ends_when_its_owner_is_killed() -> None:
    program = """
import os, time
from alignments.side_process import SideProcess
beside = SideProcess(lambda _: os.getpid())
beside.ask(None)
print(beside.answer(), flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        process = Path("/proc") / owner.stdout.readline().decode().strip()
        owner.send_signal(signal.SIGKILL)
    for _ in range(600):
        if not process.exists() or "Z" in (process / "stat").read_text().split()[2]:
            return
        time.sleep(0.1)
    raise AssertionError("it goes on without its owner")
