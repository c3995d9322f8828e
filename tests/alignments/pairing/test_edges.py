"""What the reach for the edge of a passage brought in stays only where the texts speak for it."""

from datetime import UTC, datetime

import pytest

from aligner.beads import Bead, Span
from aligner.lexicon import builtin_lexicon
from alignments.pairing.edges import trimmed
from alignments.pairing.passages import PassageSide
from corpus.documents import BlockKind, Document, Segment, SourceFile
from corpus.library import StoredDocument

PASSAGE_KK, PASSAGE_RU = "Кітапхана жексенбіде жұмыс істемейді.", "Библиотека не работает в воскресенье."


def side(language: str, *texts: str, tried: int = 1) -> PassageSide:
    segments = tuple(Segment(n, text, n, BlockKind.PARAGRAPH, 0, len(text)) for n, text in enumerate(texts))
    document = Document("a", language, SourceFile("a", "a", "text"), segments)
    stored = StoredDocument(1, document, datetime(2026, 1, 1, tzinfo=UTC), len(segments))
    return PassageSide(stored, Span(0, len(texts)), tried_before=tried)


def kept(kk: str, ru: str, probability: float, tried: int = 1) -> int:
    """How many of two beads stay when the first was brought in by the reach."""
    beads = [Bead((Span(place, place + 1),) * 2, probability) for place in (0, 1)]
    sides = [side("kk", kk, PASSAGE_KK, tried=tried), side("ru", ru, PASSAGE_RU, tried=tried)]
    return len(trimmed(beads, sides, builtin_lexicon()))


@pytest.mark.parametrize(
    ("kk", "ru"),
    [
        ("Ә.Т. Жұмабаев, Л.К. Сейтова", "А.Т. Жумабаев, Л.К. Сейтова"),
        ("Жаңа кітапхана ережелері", "Новые правила библиотеки"),
        ("2024 ж. 15 б.", "2024 г. 15 с."),
    ],
)
def test_lines_that_share_names_words_or_all_numbers_stay(kk: str, ru: str) -> None:
    assert kept(kk, ru, 0.6) == 2


def test_strangers_go_though_the_aligner_had_no_better_pair_for_them() -> None:
    assert kept("Таулы жолда тұман түсті.", "Т. Оспанова", 0.97) == 1


def test_works_cited_under_other_numbers_go() -> None:
    assert kept("2. Ахметов Б. Кітапхана ісі. – 2019.", "5. Громов Д. Библиотечное дело. – 2019.", 0.97) == 1


def test_what_the_aligner_is_certain_of_stays() -> None:
    assert kept("Таулы жолда тұман түсті.", "Т. Оспанова", 0.995) == 2


def test_what_belongs_to_the_passage_itself_stays() -> None:
    assert kept("Таулы жолда тұман түсті.", "Т. Оспанова", 0.6, tried=0) == 2
