"""Is a hyphen at the end of a line part of the word? The document's own spelling answers first."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from corpus.cleaning.paired_words import PAIRED

HYPHENS = ("-", "\u2010")
"""The hyphen of the keyboard and the typographic one."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ADJECTIVE = re.compile(r"(?:лық|лік|дық|дік|тық|тік)$")


class Vocabulary:
    """The words of a document, except those at a broken line's two ends, in lower case, with their counts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        for text in texts:
            self._counts.update(_whole_words(text))
        self._sorted = sorted(self._counts)

    def count(self, word: str) -> int:
        """How often a word stands in the document."""
        return self._counts[word]

    def has_beginning(self, beginning: str) -> bool:
        """True when some word begins like this: `оппозиц` for `оппозициялық`."""
        place = bisect_left(self._sorted, beginning)
        return place < len(self._sorted) and self._sorted[place].startswith(beginning)


def _whole_words(text: str) -> Iterable[str]:
    lines = text.lower().split("\n")
    for number, line in enumerate(lines):
        words = _WORD.findall(line)
        broken_behind = number + 1 < len(lines) and line.rstrip().endswith(HYPHENS)
        broken_before = number > 0 and lines[number - 1].rstrip().endswith(HYPHENS)
        yield from words[int(broken_before) : len(words) - int(broken_behind)]


def hyphen_belongs(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """True when left-right is written with a hyphen: `күш-⏎жігерін`, `КСРО-⏎дағы`, `1990-⏎шы`; false for `Оппози-⏎ция`."""
    last = left.rpartition("-")[2]
    if last[-1].isdigit() or right[0].isdigit() or right[0].isupper() or (len(last) > 1 and last.isupper()):
        return True
    low_left, low_right = left.lower(), right.lower()
    solid, hyphenated = vocabulary.count(low_left + low_right), vocabulary.count(f"{low_left}-{low_right}")
    if solid != hyphenated:
        return hyphenated > solid
    return _looks_compound(low_left, low_right, vocabulary)


def _looks_compound(left: str, right: str, vocabulary: Vocabulary) -> bool:
    last = left.rpartition("-")[2]
    if any(last == first and right.startswith(second) for first, second in PAIRED):
        return True
    # `нормативтік-⏎өкімдік`; and `құрылымы-⏎ол`, where the hyphen stands for a dash
    if (_ADJECTIVE.search(last) and _ADJECTIVE.search(right) and len(right) > 5) or (right == "ол" and len(last) > 4):
        return True
    ahead = right[: min(3, len(right))]
    solid, hyphenated = vocabulary.has_beginning(left + ahead), vocabulary.has_beginning(f"{left}-{ahead}")
    if solid != hyphenated:
        return hyphenated
    if len(right) < 4 or len(last) < 3:
        return False
    both_are_words = vocabulary.count(last) > 0 and (vocabulary.count(right) > 0 or vocabulary.has_beginning(right[:5]))
    return both_are_words and (bool(_ADJECTIVE.search(last)) or vocabulary.count(right) > 0)
