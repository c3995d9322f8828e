from corpus.cleaning.layout import Layout
from corpus.cleaning.pieces import pieces_of
from corpus.reading import read_bytes


def test_cells_that_begin_small_say_nothing_of_the_gaps_inside_paragraphs() -> None:
    broken = ["Біздің конференцияға қатысу үшін", "баяндаманың қысқаша мазмұнын", "жазып, оны біздің мекенжайға", "жіберу керек"]
    lines = [*broken, "", "мерзімі", "", "тезистер", "", "баяндама", "", "жарна", "", "Құрметті әріптестер!", "", "Сізді"]
    pieces = pieces_of(read_bytes("a.txt", "\n".join(lines).encode()))
    layout = Layout(pieces)
    assert [layout.usual_gap(place) for place, piece in enumerate(pieces) if place and piece.gap] == [0] * 6
