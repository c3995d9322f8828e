"""How often each cleaning step changed something, with examples to look at."""

from collections import Counter, defaultdict

from corpus.cleaning.traced import Edit
from corpus.documents import Repair

EXAMPLES = 5
"""How many (before, after) examples a repair keeps."""

CONTEXT = 14
"""How many characters an example shows on each side of a change."""


class Ledger:
    """The book the steps write their repairs into."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._examples: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)

    def note(self, step: str, before: str, after: str) -> None:
        """One repair, shown as the text before and after it; "" after means it was taken out."""
        self._counts[step] += 1
        if len(self._examples[step]) < EXAMPLES and (before, after) not in self._examples[step]:
            self._examples[step].append((before, after))

    def note_edits(self, step: str, text: str, edits: list[Edit]) -> None:
        """The edits of one text, each shown with a little of its surroundings."""
        for edit in edits:
            left, right = text[max(0, edit.start - CONTEXT) : edit.start], text[edit.stop : edit.stop + CONTEXT]
            self.note(step, f"{left}{text[edit.start : edit.stop]}{right}".strip(), f"{left}{edit.new}{right}".strip())

    def repairs(self, steps: tuple[str, ...]) -> tuple[Repair, ...]:
        """The repairs in the order of the steps; steps that found nothing are left out."""
        return tuple(Repair(step, self._counts[step], tuple(self._examples[step])) for step in steps if self._counts[step])
