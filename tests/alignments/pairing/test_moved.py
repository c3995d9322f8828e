"""A section that stands at another place in the translation is a passage of its own."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from aligner.beads import Bead, Span
from alignments.pairing.bitexts import pair_groups
from alignments.pairing.groups import Group
from alignments.pairing.knowledge import Knowledge
from alignments.pairing.moved import without_moved
from alignments.pairing.passages import Passage, PassageSide
from alignments.units import TranslationUnit
from corpus.documents import BlockKind, Document, Segment, SourceFile
from corpus.library import StoredDocument

GARDEN = (
    ("Ботаникалық бақта 1 400 түрлі өсімдік өседі.", "В ботаническом саду растёт 1 400 видов растений."),
    ("Олардың ең сирегі 1936 жылы Алтайдан әкелінген.", "Самое редкое из них привезено с Алтая в 1936 году."),
    ("Бақ жұмысшылары қыста ағаштарды сабанмен жабады.", "Зимой работники сада укрывают деревья соломой."),
    ("Көктемде келушілер саны екі есе артады.", "Весной число посетителей увеличивается вдвое."),
    ("Бақта балаларға арналған үйірме ашылды.", "В саду открылся кружок для детей."),
)
STATION = (
    ("Теміржол вокзалы жөндеуге жабылды.", "Железнодорожный вокзал закрыт на ремонт."),
    ("Билеттер уақытша кассада сатылады.", "Билеты продаются во временной кассе."),
    ("Алматы пойызы 7-жолдан жүреді.", "Поезд в Алматы отправляется с 7-го пути."),
    ("Жолаушыларға тегін автобус қатынайды.", "Для пассажиров ходит бесплатный автобус."),
    ("Жөндеу 15 желтоқсанда аяқталады.", "Ремонт завершится 15 декабря."),
    ("Күту залына жаңа орындықтар қойылады.", "В зале ожидания установят новые кресла."),
    ("Сақтау камерасы тәулік бойы жұмыс істейді.", "Камера хранения работает круглосуточно."),
)
ONLY_KK = "Осыны айтып, атам мұртын сипап қойды."


def stored(number: int, language: str, texts: Sequence[str]) -> StoredDocument:
    segments = tuple(Segment(n, text, n, BlockKind.PARAGRAPH, 0, len(text)) for n, text in enumerate(texts))
    document = Document(language, language, SourceFile(language, language, "text"), segments)
    return StoredDocument(number, document, datetime(2026, 1, 1, tzinfo=UTC), len(segments))


def units_of(kazakh: Sequence[str], russian: Sequence[str]) -> tuple[TranslationUnit, ...]:
    (paired,) = pair_groups([Group("news", (stored(1, "kk", kazakh), stored(2, "ru", russian)))], Knowledge())
    return paired.units


def test_a_section_that_was_moved_is_paired_and_nothing_is_lost() -> None:
    kazakh = [*(kk for kk, _ in (*GARDEN, *STATION[:3])), ONLY_KK, *(kk for kk, _ in STATION[3:])]
    russian = [*(ru for _, ru in STATION), *(ru for _, ru in GARDEN)]
    units = units_of(kazakh, russian)
    assert {tuple(variant.text for variant in unit.variants) for unit in units} == {*GARDEN, *STATION, (ONLY_KK,)}
    held = Counter((variant.language, place) for unit in units for variant in unit.variants for place in variant.segments)
    assert held == Counter([("kk", place) for place in range(13)] + [("ru", place) for place in range(12)])


def test_what_only_one_side_has_is_no_moved_section() -> None:
    units = units_of([*(kk for kk, _ in STATION), *(kk for kk, _ in GARDEN)], [ru for _, ru in STATION])
    assert sorted(unit.provenance.passage for unit in units) == [0] * len(units)


def test_of_a_bead_of_one_side_stays_what_was_not_moved() -> None:
    kazakh, russian = stored(1, "kk", "абвг"), stored(2, "ru", "аб")
    whole = Passage((PassageSide(kazakh, Span(0, 4)), PassageSide(russian, Span(0, 2))))
    moved = Passage((PassageSide(kazakh, Span(1, 3)), PassageSide(russian, Span(0, 1))))
    beads = [Bead((Span(0, 4), Span(0, 0)), 0.7), Bead((Span(4, 4), Span(0, 2)), 0.6)]
    assert list(without_moved(whole, beads, [moved])) == [
        Bead((Span(0, 1), Span(0, 0)), 0.7),
        Bead((Span(3, 4), Span(0, 0)), 0.7),
        Bead((Span(4, 4), Span(1, 2)), 0.6),
    ]
