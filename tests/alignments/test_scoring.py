"""Alignments made elsewhere against gold."""

import json
from pathlib import Path

import pytest

from aligner.evaluation.gold import GoldDocument, parse_gold
from alignments.errors import AlignmentsError
from alignments.scoring import score_file

GOLD = {
    "id": "order",
    "langs": {
        "kk": ["Бұйрық шықты.", "Ол қаңтарда күшіне енеді.", "Қол қойды."],
        "ru": ["Издан приказ.", "Он вступает в силу.", "В январе."],
    },
    "gold": {"kk-ru": [[[0], [0]], [[1], [1, 2]], [[2], []]]},
}
PAIR = ("kk", "ru")


@pytest.fixture
def gold() -> list[GoldDocument]:
    return list(parse_gold([json.dumps(GOLD)]))


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_ladder_of_the_gold_scores_full_marks(tmp_path: Path, gold: list[GoldDocument]) -> None:
    score = score_file(written(tmp_path / "a.ladder", "0\t0\t1\n1\t1\t1\n2\t3\t1\n3\t3\t1\n"), gold, PAIR)
    assert score.strict.f1 == 1


def test_positions_of_align_files_are_scored(tmp_path: Path, gold: list[GoldDocument]) -> None:
    beads = [{"kk": [0], "ru": [0]}, {"kk": [1], "ru": [1]}, {"kk": [2], "ru": [2]}]
    score = score_file(written(tmp_path / "a.jsonl", json.dumps({"beads": beads})), gold, PAIR)
    assert score.strict.precision == pytest.approx(1 / 3)
    assert score.lax.recall == 1


def test_units_are_found_again_by_their_texts(tmp_path: Path, gold: list[GoldDocument]) -> None:
    table = "kk\tru\nБұйрық шықты.\tИздан приказ.\nОл қаңтарда күшіне енеді.\tОн вступает в силу. В январе.\n"
    score = score_file(written(tmp_path / "a.tsv", table), gold, PAIR)
    assert score.strict.precision == 1
    assert score.strict.recall == 1


def test_text_that_is_not_in_the_gold_is_named(tmp_path: Path, gold: list[GoldDocument]) -> None:
    with pytest.raises(AlignmentsError, match="Басқа мәтін"):
        score_file(written(tmp_path / "a.tsv", "kk\tru\nБасқа мәтін.\tИздан приказ.\n"), gold, PAIR)


def test_ladder_for_several_documents_is_refused(tmp_path: Path, gold: list[GoldDocument]) -> None:
    with pytest.raises(AlignmentsError, match="the gold has 2"):
        score_file(written(tmp_path / "a.ladder", "0\t0\t1\n3\t3\t1\n"), gold * 2, PAIR)


def test_a_ladder_over_three_sides_is_not_taken_for_one_of_its_pairs(tmp_path: Path, gold: list[GoldDocument]) -> None:
    with pytest.raises(AlignmentsError, match="over 3 sides"):
        score_file(written(tmp_path / "a.ladder", "0\t0\t0\t1\n3\t3\t3\t1\n"), gold, PAIR)


@pytest.mark.parametrize("text", ["0\n1\n", "0 x\n", "Кітап\n"])
def test_a_file_that_is_no_ladder_is_one_line(tmp_path: Path, gold: list[GoldDocument], text: str) -> None:
    with pytest.raises(AlignmentsError, match="no rung"):
        score_file(written(tmp_path / "a.ladder", text), gold, PAIR)


def test_an_alignment_that_is_not_utf_8_is_one_line(tmp_path: Path, gold: list[GoldDocument]) -> None:
    (tmp_path / "a.ladder").write_bytes("0 0 Кітап".encode("cp1251"))
    with pytest.raises(AlignmentsError, match="not UTF-8"):
        score_file(tmp_path / "a.ladder", gold, PAIR)
