"""What is said on stderr."""

import logging

import pytest

from cli.talk import say_what_is_logged


def test_what_a_room_logs_is_said_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    say_what_is_logged("aligner.compiling")
    logging.getLogger("aligner.compiling").info("this takes half a minute")
    assert "this takes half a minute\n" in capsys.readouterr().err
