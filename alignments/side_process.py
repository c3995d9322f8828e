"""One function in a process of its own, which works while its owner does something else."""

import gc
from collections.abc import Callable
from multiprocessing import Pipe, get_all_start_methods, get_context
from signal import SIG_DFL, SIG_IGN, SIGINT, SIGTERM, signal
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from alignments.errors import AlignmentsError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Question = TypeVar("Question")
Answer = TypeVar("Answer")


def can_fork() -> bool:
    """True where a process can be divided, with all that it holds."""
    return "fork" in get_all_start_methods()


def begin_beside_owner() -> None:
    """What a process does first that works for another.

    It leaves Ctrl-C to its owner: it reaches all processes of a terminal, and one is enough to stop, to say so and to end the
    others. It leaves what it inherits alone: collecting garbage there would copy it and took a third of its time.
    """
    gc.freeze()
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_DFL)


class SideProcess(Generic[Question, Answer]):
    """Answers one question at a time; whoever asks takes the answer before asking again, so that nobody waits for ever.

    The process is forked, so the function may hold on to anything. It ends with its owner, also when that one is killed.
    """

    def __init__(self, work: Callable[[Question], Answer]) -> None:
        self._pipe, theirs = Pipe()
        self._process = get_context("fork").Process(target=_serve, args=(work, theirs, self._pipe), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, question: Question) -> None:
        """Give the process something to work on."""
        self._pipe.send(question)

    def answer(self) -> Answer:
        """What it made of the question. Raises AlignmentsError when somebody ended the process."""
        try:
            answer: Answer = self._pipe.recv()
        except (EOFError, OSError):
            raise AlignmentsError("a process of this command was ended from outside, perhaps for memory; run it again") from None
        return answer

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join()
        self._pipe.close()


def _serve(work: Callable[[Any], Any], pipe: "Connection[Any, Any]", owners: "Connection[Any, Any]") -> None:
    """Answer questions until the owner has gone, whose end of the pipe must not stay open here."""
    owners.close()
    begin_beside_owner()
    try:
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        return
