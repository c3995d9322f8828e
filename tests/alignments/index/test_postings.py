from collections.abc import Sequence

import numpy as np

from alignments.index.entries import Entry
from alignments.index.postings import Postings
from alignments.index.recipe import VARIANT_BITS, variant_number
from alignments.index.stem_marks import LONGEST
from alignments.memory import Memory


def postings(memory: Memory, entries: Sequence[Entry]) -> Postings:
    """The postings of a language of its own, with entries written."""
    made = Postings(memory.database)
    made.create("test")
    made.add("test", entries)
    made.write()
    return made


def found(made: Postings, stem: str, shortest: int = 0, longest: int = LONGEST) -> list[tuple[int, int]]:
    """(length, variant) of what is read."""
    bounds = (shortest, longest)
    (one,) = made.read("test", [[stem]], [bounds])
    first, none, second = made.read("test", [[stem], [], ["басқа", stem]], [bounds, bounds, bounds])
    read = np.sort(one).tolist()
    assert [np.sort(other).tolist() for other in (first, none, second)] == [read, [], read]
    return [(number >> VARIANT_BITS, number & (1 << VARIANT_BITS) - 1) for number in read]


def test_texts_of_similar_length_that_have_a_stem_are_found(memory: Memory) -> None:
    entries = [Entry(variant_number(unit, 0), 20 + unit, "", "заң күш" if unit % 2 else "заң") for unit in range(10)]
    made = postings(memory, entries)
    assert found(made, "күш", 22, 26) == [(23, 3 << 6), (25, 5 << 6)]
    assert len(found(made, "заң")) == 10
    assert found(made, "бұйрық") == []


def test_a_stem_that_stands_twice_in_a_text_has_it_once(memory: Memory) -> None:
    assert found(postings(memory, [Entry(64, 30, "", "заң мен заң")]), "заң") == [(30, 64)]


def test_what_comes_later_stands_beside_what_is_there(memory: Memory) -> None:
    far = variant_number(1_000_000, 2)
    made = postings(memory, [Entry(64, 30, "", "заң")])
    made.add("test", [Entry(128, 31, "", "заң"), Entry(far, 32, "", "заң")])
    made.write()
    assert found(made, "заң") == [(30, 64), (31, 128), (32, far)]


def test_removed_texts_are_no_longer_found(memory: Memory) -> None:
    entries = [Entry(64, 30, "", "заң күш"), Entry(128, 31, "", "заң")]
    made = postings(memory, entries)
    made.remove("test", entries[:1])
    assert found(made, "заң") == [(31, 128)]
    assert found(made, "күш") == []
    assert memory.database.fetch("SELECT count(*) FROM postings_test") == [(1,)]


def test_very_long_texts_count_as_equally_long(memory: Memory) -> None:
    made = postings(memory, [Entry(64, 2_000, "", "заң"), Entry(128, 5_000, "", "заң"), Entry(192, 40, "", "заң")])
    assert found(made, "заң", 1_500, 3_000) == [(LONGEST, 64), (LONGEST, 128)]
    assert found(made, "заң", 30, 50) == [(40, 192)]


def test_stems_of_most_shelves_are_read_with_all_others(memory: Memory) -> None:
    stems = [f"сөз{number}" for number in range(20_000)]
    entries = [Entry(variant_number(number, 0), 30, "", f"{stem} заң") for number, stem in enumerate(stems[::1_000])]
    first, second = postings(memory, entries).read("test", [stems, ["заң"]], [(0, LONGEST), (0, LONGEST)])
    assert sorted(first.tolist()) == sorted(second.tolist()) == [30 << VARIANT_BITS | entry.variant for entry in entries]
