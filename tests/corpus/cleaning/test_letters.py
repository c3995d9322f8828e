"""What must hold for every text: no letter is lost, offsets point at the source, cleaning twice is cleaning once."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.cleaning import STEPS
from corpus.cleaning.ledger import Ledger
from corpus.cleaning.pieces import pieces_of
from corpus.documents import Reading
from corpus.preparation import prepare
from corpus.reading import read_bytes

PIECES = (
    *(
        "Қазақстан",
        "қ а м т и д ы .",
        "К і р і с п е",
        "оппози-",
        "ция",
        "ерік – жігері",
        "60 – тан",
        "[12].",
        "болды.",
        "халқы...»",
        "«",
        "»",
    ),
    *(
        "Аңдатпа",
        "Ключевые слова:",
        "Abstract",
        "тiлi",
        "ХХІ",
        "23",
        "\n",
        "\n\n",
        "\n ",
        "\n      ",
        "  ",
        "( ).2-қосымша",
        "Заңының  сәйкес",
    ),
    *(
        "5-бабына",
        "– деді",
        "1)",
        "•",
        "\uf0b7",
        "и\u0306",
        "\u00ad",
        "\t",
        "www.example.kz",
        "Тел.:",
        "біз,ол",
        "Ә Ғ Қ Ң Ө Ұ Ү Һ І",
        "ғ",
        "енг і з",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text("әғқңөұүһіабвгд.,-–", min_size=2, max_size=8), min_size=1, max_size=25).map(
    " ".join
)
WITHOUT_LETTERS = {step.name for step in STEPS if step.changes_letters}


def reading_of(text: str) -> Reading:
    return read_bytes("a.txt", f"{text}\nсоңы".encode())


def letters(text: str) -> list[str]:
    return sorted(letter for letter in text if letter.isalpha())


@given(TEXTS)
@settings(max_examples=150)
def test_no_letter_is_lost_or_changed_by_a_step_that_does_not_say_so(text: str) -> None:
    pieces, ledger = pieces_of(reading_of(text)), Ledger()
    for step in STEPS:
        before = letters("".join(piece.text for piece in pieces))
        pieces = step.work(pieces, ledger)
        if not step.changes_letters:
            assert letters("".join(piece.text for piece in pieces)) == before, step.name


@given(TEXTS)
@settings(max_examples=150)
def test_every_segment_points_at_its_letters_in_the_source(text: str) -> None:
    reading = reading_of(text)
    for document in prepare(reading, skip=frozenset(WITHOUT_LETTERS)).documents:
        for segment in document.segments:
            stretch = reading.text[segment.start : segment.stop]
            assert not set(letters(segment.text)) - set(letters(stretch))


@given(TEXTS)
@settings(max_examples=150)
def test_segments_are_composed_and_without_control_characters(text: str) -> None:
    for document in prepare(reading_of(text)).documents:
        for position, segment in enumerate(document.segments):
            assert segment.position == position
            assert unicodedata.is_normalized("NFC", segment.text)
            assert segment.text == " ".join(segment.text.split())
            assert not any(unicodedata.category(character) == "Cc" for character in segment.text)


@given(TEXTS)
@settings(max_examples=150)
def test_cleaning_and_cutting_what_was_cleaned_and_cut_changes_nothing(text: str) -> None:
    once = [segment.text for document in prepare(reading_of(text), languages=("kk",)).documents for segment in document.segments]
    again = prepare(read_bytes("a.txt", "\n\n\n\n".join(once).encode()), languages=("kk",), skip=frozenset({"broken lines"}))
    assert [segment.text for document in again.documents for segment in document.segments] == once
