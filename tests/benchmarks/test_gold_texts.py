"""The texts written for training and for measuring: all can be read, each side is in its language, none stands there twice."""

import re
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.gold_texts import damaged, parted, read_written

PROJECT = Path(__file__).parents[2]
FILES = sorted((*PROJECT.glob("tests/gold/*.txt"), *PROJECT.glob("benchmarks/held_out/*.txt")))
LETTERS = {
    "kk": "[ӘҒҚҢӨҰҮҺІ]",
    "ru": "[ЫЭЁЩЪЬ]",
    "de": r"[ÄÖÜß]|\b(der|die|das|und|ich)\b",
    "fr": r"[ÉÈÊÀÇÔ]|\b(le|la|les|des|un)\b",
    "hu": "[ŐŰÁÉ]",
    "is": "[ÞÐÆÖ]",
    "pl": "[ĄĆĘŁŃŚŻŹ]",
    "es": r"[ÁÉÍÓÚÑ¿]|\b(el|los|las|del|que)\b",
    "tr": "[ĞŞİIÇÖÜ]",
    "ja": "[\u3041-\u30ff]",
    "zh": "[\u4e00-\u9fff]",
    "en": r"\b(the|of|and|to|a|in|is|for|at|on|by|it)\b",
}
"""What most longer sentences of this language have; where letters do not tell enough, its small words."""
LATE = "~ Кеш болды. ¦ Қайтайық. || Home! ¦ It is late.\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_segment_stands_in_the_gold_of_every_pair_once_and_in_order(path: Path) -> None:
    document = read_written(path).document()
    assert all(len(side) >= 20 for side in document.sides)
    for pair, rungs in document.rungs.items():
        for place, language in enumerate(pair):
            reached = [position for rung in rungs for position in rung[place]]
            assert reached == list(range(len(document.side(language))))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_side_is_written_in_its_language(path: Path) -> None:
    for side in read_written(path).document().sides:
        found = [bool(re.search(LETTERS[side.language], text, re.IGNORECASE)) for text in side.segments if len(text) > 15]
        assert sum(found) > len(found) / 2, side.language


def test_no_document_stands_there_twice() -> None:
    sides = Counter(side.segments for path in FILES for side in read_written(path).document().sides)
    assert [segments[0] for segments, times in sides.items() if times > 1] == []


def test_long_sentences_stand_in_one_document_only() -> None:
    places = {(text, path.stem) for path in FILES for bead in read_written(path).beads for side in bead for text in side}
    times = Counter(text for text, _ in places if len(text.split()) > 7)
    assert [text for text, count in times.items() if count > 1] == []


def test_segments_translate_each_other_one_by_one_unless_the_line_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(f"kk || en\nИә. ¦ Келемін. || Yes. ¦ I am coming.\n{LATE}", encoding="utf-8")
    document = read_written(path).document()
    assert document.rungs["kk", "en"] == (((0,), (0,)), ((1,), (1,)), ((2, 3), (2, 3)))


def test_segments_without_a_translation_stand_alone(tmp_path: Path) -> None:
    path = tmp_path / "three.txt"
    path.write_text("kk || ru || en\nКүн суық. || Мороз. ¦ Ветер. ||\n", encoding="utf-8")
    document = read_written(path).document()
    assert document.rungs["ru", "en"] == (((0,), ()), ((1,), ()))
    assert document.rungs["kk", "ru"] == (((0,), (0, 1)),)


def test_what_belongs_together_stays_so_in_a_damaged_text(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text("kk || en\n" + LATE * 9, encoding="utf-8")
    rungs = damaged(read_written(path), 1, left_out=0, joined=0.9, cut=0).document().rungs["kk", "en"]
    assert {(len(first), len(second)) for first, second in rungs} == {(2, 2)}


def test_a_line_with_a_side_too_many_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text("kk || en\nИә. || Да. || Yes.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"two\.txt: 3 sides"):
        read_written(path)


def test_of_parted_blocks_each_side_has_what_the_other_lost(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text("kk || en\n" + "".join(f"{number}-жол. || Line {number}.\n" for number in range(8)), encoding="utf-8")
    document = parted(read_written(path).document(), 1, inside=1, ends=1)
    kazakh, english = ({re.sub(r"\D", "", text) for text in side.segments} for side in document.sides)
    assert len(kazakh) == len(english) == 4
    assert kazakh.isdisjoint(english)
    assert sorted(document.rungs["kk", "en"]) == sorted([*((((i,), ())) for i in range(4)), *((((), (j,))) for j in range(4))])
