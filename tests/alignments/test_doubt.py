"""Doubt orders units by the chance that they are wrong."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from alignments.columns import columns_of
from alignments.doubt import doubts_of
from alignments.examination import examine
from alignments.inspection.background import Background, background_of
from alignments.inspection.batch import Batch
from alignments.units import TranslationUnit, Variant

RIGHT = TranslationUnit(
    "r", (Variant("kk", "Астанада халықаралық форум өтті."), Variant("ru", "В Астане прошел международный форум."))
)
WRONG = TranslationUnit("w", (Variant("kk", "Астанада халықаралық форум өтті."), Variant("ru", "Цена 1 500 тенге.")))


def test_unrelated_texts_are_doubted_more() -> None:
    right, wrong = examine([RIGHT, WRONG])
    assert wrong.doubt > right.doubt


@given(st.floats(0, 1), st.floats(0, 1))
def test_doubt_falls_as_probability_rises(one: float, other: float) -> None:
    low, high = sorted((one, other))
    doubts = [doubts_of(Batch(columns_of([replace(RIGHT, probability=value)]), Background()))[0] for value in (low, high)]
    assert doubts[0] >= doubts[1]


@given(st.floats(0, 1))
def test_doubt_is_never_less_than_what_the_aligner_doubted(probability: float) -> None:
    assert doubts_of(Batch(columns_of([replace(RIGHT, probability=probability)]), Background()))[0] >= 1 - probability


def test_unit_of_one_text_has_a_doubt_of_its_own() -> None:
    alone = TranslationUnit("a", (Variant("kk", "Астанада халықаралық форум өтті."),), 0.2)
    columns = columns_of([RIGHT, alone])
    assert 0 < doubts_of(Batch(columns, background_of([columns])))[1] < 1
