"""Ctrl-C and kill: one line, nothing half-kept, and the same command goes on."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from cli.start import main

ROWS = "kk\tru\n" + "".join(f"Бұл {number}-сөйлем.\tЭто {number}-е предложение.\n" for number in range(500))


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "cli.main", "--db", f"sqlite:///{folder / 'memory.db'}", *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_an_import_that_is_stopped_says_so_keeps_nothing_and_may_be_repeated(tmp_path: Path, sign: signal.Signals) -> None:
    command = started(tmp_path, "import", "-", "--format", "tsv")
    assert command.stdin is not None
    command.stdin.write(ROWS.encode())
    command.stdin.flush()
    while not (tmp_path / "memory.db").exists() and command.poll() is None:
        time.sleep(0.05)
    command.send_signal(sign)
    _, said = command.communicate(timeout=60)
    assert said.decode().strip() == "tilmash: stopped; what was finished before is kept"
    assert command.returncode in {1, -signal.SIGINT}  # the latter when the signal met Python inside an `exec`, as dataclasses do
    _, said = started(tmp_path, "import", "-", "--format", "tsv").communicate(ROWS.encode(), timeout=60)
    assert said.decode().startswith("read 500, created 500")


class Stopped(ModuleType):
    """A module that is being loaded when Ctrl-C comes."""

    def __getattr__(self, name: str) -> object:
        raise KeyboardInterrupt(name)


def test_a_command_that_is_stopped_while_it_is_loaded_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cli.main", Stopped("cli.main"))
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == "tilmash: stopped before anything was done"
