"""Where two texts differ, word by word."""

import re
from collections.abc import Iterator

from rapidfuzz.distance.Indel import opcodes

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


def differences(text: str, source: str) -> Iterator[tuple[str, str]]:
    """How the source becomes the text: pieces marked `=` (in both), `-` (in the source only), `+` (in the text only)."""
    ours, theirs = _PIECE.findall(text), _PIECE.findall(source)
    for step in opcodes(theirs, ours):
        if step.tag == "equal":
            yield "=", "".join(theirs[step.src_start : step.src_end])
            continue
        if step.src_end > step.src_start:
            yield "-", "".join(theirs[step.src_start : step.src_end])
        if step.dest_end > step.dest_start:
            yield "+", "".join(ours[step.dest_start : step.dest_end])


def marked(text: str, source: str) -> str:
    """The differences in one line: `[-old-]` is in the source only, `{+new+}` in the text only."""
    signs = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
    return "".join(f"{signs[kind][0]}{piece}{signs[kind][1]}" for kind, piece in differences(text, source))
