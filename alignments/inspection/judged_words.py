"""Words that were judged once, remembered by their keys."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from alignments.inspection.letters import Letters
from alignments.inspection.rows import Places, are_among
from alignments.inspection.texts import Flags


class JudgedWords:
    """What a function says of words, which is asked about each of them once."""

    def __init__(self, judge: Callable[[str], bool]) -> None:
        self._judge = judge
        self._keys, self._flags = np.zeros(0, np.uint64), np.zeros(0, np.bool_)

    def are(self, letters: Letters, words: Places) -> Flags:
        """What the function says of these words."""
        distinct, firsts, places = np.unique(letters.word_keys(words), return_index=True, return_inverse=True)
        new = ~are_among(distinct, self._keys)
        if new.any():
            self._remember(distinct[new], [self._judge(word) for word in letters.spelt(words[firsts[new]])])
        flags: Flags = self._flags[np.searchsorted(self._keys, distinct)][places]
        return flags

    def _remember(self, keys: NDArray[np.uint64], flags: Sequence[bool]) -> None:
        at = np.searchsorted(self._keys, keys)
        self._keys, self._flags = np.insert(self._keys, at, keys), np.insert(self._flags, at, flags)
