"""Text that remembers, for every character, where it stood in the source."""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the half-open stretch start…stop of a text by `new`; start == stop inserts."""

    start: int
    stop: int
    new: str


@dataclass(frozen=True, slots=True)
class TracedText:
    """A text and the source offset (code points) of each of its characters."""

    text: str
    offsets: Sequence[int]

    @classmethod
    def of(cls, text: str, start: int, stop: int) -> "TracedText":
        """The text of a block as read; where it is longer than its stretch, the rest points at the last character."""
        if len(text) == stop - start:
            return cls(text, range(start, stop))
        last = max(start, stop - 1)
        return cls(text, array("I", (min(start + index, last) for index in range(len(text)))))

    @property
    def start(self) -> int:
        """The first source offset that any character came from."""
        return min(self.offsets)

    @property
    def stop(self) -> int:
        """One behind the last source offset that any character came from."""
        return max(self.offsets) + 1

    def part(self, start: int, stop: int) -> "TracedText":
        """The half-open stretch start…stop."""
        return TracedText(self.text[start:stop], self.offsets[start:stop])

    def stripped(self) -> "TracedText":
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, max(start, len(self.text.rstrip())))

    def edited(self, edits: Sequence[Edit]) -> "TracedText":
        """With edits carried out; they come in order and do not overlap. A new character points at the one it stands for."""
        if not edits:
            return self
        pieces, offsets, done = [], array("I"), 0
        for edit in edits:
            pieces += [self.text[done : edit.start], edit.new]
            offsets.extend(self.offsets[done : edit.start])
            offsets.extend(self._offsets_of_new(edit))
            done = edit.stop
        pieces.append(self.text[done:])
        offsets.extend(self.offsets[done:])
        return TracedText("".join(pieces), offsets)

    def _offsets_of_new(self, edit: Edit) -> Iterable[int]:
        last = max(edit.start, edit.stop - 1)
        return (self.offsets[min(edit.start + index, last, len(self.offsets) - 1)] for index in range(len(edit.new)))

    def substituted(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> tuple["TracedText", list[Edit]]:
        """Every match replaced, group references in `new` filled in, and the edits that did it; no change is no edit."""
        has_groups = isinstance(new, str) and "\\" in new
        edits = []
        for match in pattern.finditer(self.text):
            replacement = new(match) if callable(new) else match.expand(new) if has_groups else new
            if replacement != match[0]:
                edits.append(_smallest(match.start(), match[0], replacement))
        return self.edited(edits), edits


def _smallest(start: int, old: str, new: str) -> Edit:
    """The edit without what the two texts share at both ends, so that every character kept keeps its place."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    return Edit(start + head, start + len(old) - tail, new[head : len(new) - tail])


def _shared(first: str, second: str) -> int:
    """How many characters two texts have in common at their beginning."""
    shorter = min(len(first), len(second))
    return next((place for place in range(shorter) if first[place] != second[place]), shorter)


def joined(texts: Sequence[TracedText], separator: str) -> TracedText:
    """Several texts behind each other; the separator points at the character before it."""
    if len(texts) == 1:
        return texts[0]
    offsets = array("I", texts[0].offsets)
    for before, after in pairwise(texts):
        offsets.extend([before.offsets[-1] if before.text else after.start] * len(separator))
        offsets.extend(after.offsets)
    return TracedText(separator.join(text.text for text in texts), offsets)
