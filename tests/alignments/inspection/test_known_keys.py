"""Keys are found by their first bits as by a search through all of them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from alignments.inspection.known_keys import KnownKeys

KEYS = st.lists(st.integers(0, (1 << 64) - 1) | st.integers(0, 9), max_size=20)


@given(KEYS, KEYS)
def test_known_keys_have_their_place_and_others_one_number_more(known: list[int], others: list[int]) -> None:
    keys, rising = KnownKeys.of(np.array(known, dtype=np.uint64)), sorted(set(known))
    wanted = [rising.index(key) if key in rising else len(rising) for key in (*known, *others)]
    assert len(keys) == len(rising)
    assert keys.numbers(np.array([*known, *others], dtype=np.uint64)).tolist() == wanted
