"""The rival hunalign (Varga et al. 2005), where its program is installed, with an empty dictionary and with -realign."""

import shutil
import subprocess
import tempfile
from itertools import pairwise
from pathlib import Path

from aligner.beads import Side
from aligner.evaluation.agreement import Rung
from aligner.words import tokens


def is_installed() -> bool:
    """True when the program can be started."""
    return shutil.which("hunalign") is not None


def align_hunalign(first: Side, second: Side) -> list[Rung]:
    """The beads of its ladder."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("dictionary", "first", "second")]
        paths[0].write_text("", encoding="utf-8")
        for path, side in zip(paths[1:], (first, second), strict=True):
            path.write_text("".join(" ".join(tokens(text)) + "\n" for text in side.segments), encoding="utf-8")
        done = subprocess.run(["hunalign", "-realign", *map(str, paths)], capture_output=True, check=True, text=True)
    rungs = [tuple(map(int, line.split("\t")[:2])) for line in done.stdout.splitlines() if line.strip()]
    return [(tuple(range(i, x)), tuple(range(j, y))) for (i, j), (x, y) in pairwise(rungs)]
