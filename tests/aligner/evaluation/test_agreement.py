"""Scores against hand-computed cases of the published definition (Vecalign's scorer)."""

import pytest

from aligner.beads import Bead, Span
from aligner.errors import AlignerError
from aligner.evaluation.agreement import Agreement, agreement, rungs_of
from aligner.evaluation.gold import parse_gold

GOLD = (((0,), (0,)), ((1,), (1, 2)), ((2,), ()), ((3,), (3,)))


def test_gold_against_itself_is_perfect() -> None:
    perfect = agreement(GOLD, GOLD)
    assert (perfect.strict.f1, perfect.lax.f1) == (1.0, 1.0)


def test_precision_counts_one_sided_beads_and_recall_does_not() -> None:
    # Found 1-1, 1-1, 0-1, 1-0, 1-1: right are the first, the omission of segment 2 and the last, so 3 of 5;
    # of the three gold beads with two sides the first and the last were found, so 2 of 3.
    found = (((0,), (0,)), ((1,), (1,)), ((), (2,)), ((2,), ()), ((3,), (3,)))
    score = agreement(found, GOLD)
    assert score.strict.precision == pytest.approx(3 / 5)
    assert score.strict.recall == pytest.approx(2 / 3)
    assert score.strict.f1 == pytest.approx(2 * (3 / 5) * (2 / 3) / (3 / 5 + 2 / 3))


def test_a_bead_that_shares_one_pair_of_segments_is_laxly_right() -> None:
    # 1-1 of segment 1 touches the gold bead 1-2; a one-sided bead that gold lacks touches nothing.
    found = (((0,), (0,)), ((1,), (1,)), ((), (2,)), ((2,), ()), ((3,), (3,)))
    score = agreement(found, GOLD)
    assert score.lax.precision == pytest.approx(4 / 5)
    assert score.lax.recall == 1.0


def test_a_merged_bead_touches_but_is_not_strictly_right() -> None:
    found = (((0, 1), (0, 1, 2)), ((2, 3), (3,)))
    score = agreement(found, GOLD)
    assert (score.strict.precision, score.strict.recall) == (0.0, 0.0)
    assert (score.lax.precision, score.lax.recall) == (1.0, 1.0)


def test_scores_are_summed_over_documents_not_averaged() -> None:
    total = agreement(GOLD, GOLD) + agreement((((0,), (1,)),), (((0,), (0,)),))
    assert total.strict.precision == pytest.approx(4 / 5)
    assert total.strict.recall == pytest.approx(3 / 4)


def test_nothing_against_nothing_is_zero_not_an_error() -> None:
    assert Agreement().strict.f1 == 0.0


def test_beads_of_three_sides_are_not_scored() -> None:
    with pytest.raises(AlignerError, match="two sides at a time"):
        rungs_of([Bead((Span(0, 1), Span(0, 1), Span(0, 1)))])


def test_gold_lines_become_documents() -> None:
    line = '{"id": "a", "langs": {"kk": ["Бір.", "Екі."], "ru": ["Раз, два."]}, "gold": {"kk-ru": [[[0, 1], [0]]]}}'
    (document,) = parse_gold([line, "\n"])
    assert document.side("kk").segments == ("Бір.", "Екі.")
    assert document.rungs["kk", "ru"] == (((0, 1), (0,)),)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "no JSON from letter 1 on"),
        ('{"id": 1', "no JSON from letter 9 on"),
        ("[1]", "a line is one object"),
        ('{"langs": {"kk": ["Бір."]}}', "`gold` is missing"),
        ('{"langs": {"kk": ["Бір."], "ru": ["Раз."]}, "gold": {"kk-ru": [[0]]}}', "a bead is a list of positions"),
        ('{"langs": {"kk": ["Бір."], "ru": ["Раз."]}, "gold": {"kk-ru": 7}}', "a bead is a list of positions"),
        ('{"langs": {"kk": "Бір.", "ru": []}, "gold": {}}', "list of strings"),
        ('{"langs": {"kk": ["Бір."], "ru": ["Раз."]}, "gold": {"kk-en": []}}', "not in `langs`"),
        ('{"langs": {"kk": ["Бір."], "ru": ["Раз."]}, "gold": {"kk-ru": [[[0], [7]]]}}', "position 7"),
    ],
)
def test_a_line_that_is_no_gold_document_is_named(line: str, reason: str) -> None:
    with pytest.raises(AlignerError, match=r"gold\.jsonl, line 1: ") as error:
        list(parse_gold([line], "gold.jsonl"))
    assert reason in str(error.value)
