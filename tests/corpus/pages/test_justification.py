from corpus.pages.fragments import Fragment, Word
from corpus.pages.justification import without_stretches
from corpus.pages.letters import Type
from corpus.pages.lines import Line

WIDTH = 125.0


def line(text: str, gap: float, y: float, left: float = 0.0) -> Line:
    """A line whose words, of five points a letter, each stand in a stretch of their own, so far apart."""
    words = []
    for word in text.split():
        words.append(Word(word, left, left + 5 * len(word)))
        left += 5 * len(word) + gap
    return Line(tuple(Fragment((word,), y, y + 10) for word in words))


def spread(text: str, y: float, width: float = WIDTH) -> Line:
    words = text.split()
    return line(text, (width - 5 * sum(map(len, words))) / (len(words) - 1), y)


TEXT = ("Дүкен сенбі күндері", "жұмысын жалғастырады,", "қалғандары демалады.")
JUSTIFIED = [*(spread(text, 700 - 12 * number) for number, text in enumerate(TEXT)), line("Келіңіз.", 3, 664)]


def stretches(lines: list[Line]) -> list[int]:
    """How many stretches each line has in the end."""
    return [len(line.fragments) for line in without_stretches(lines)]


def test_lines_stretched_to_the_right_edge_become_one_stretch() -> None:
    assert stretches(JUSTIFIED) == [1, 1, 1, 1]
    assert [line.text for line in without_stretches(JUSTIFIED)] == [*TEXT, "Келіңіз."]


def test_a_line_that_does_not_reach_the_edge_keeps_its_gaps() -> None:
    short = line("Бұл да", 20, 712)
    assert stretches([short, *JUSTIFIED]) == [2, 1, 1, 1, 1]


def test_rows_of_which_few_are_as_if_stretched_are_a_table() -> None:
    rows = [
        spread(text, 700 - 12 * number)
        for number, text in enumerate(("Сүт 350", "Айранның екеуі 410", "Айранмайлар 90", "Қымыз 1200"))
    ]
    assert stretches([*rows, line("Бағасы бір дананың құны", 3, 652)]) == [2, 3, 2, 2, 4]


def test_an_edge_is_where_a_third_of_the_lines_end() -> None:
    ragged = [line("х" * (6 + number), 0, 640 - 12 * number) for number in range(8)]
    assert stretches([*JUSTIFIED[1:3], *ragged]) == [2, 2, *[1] * 8]
    assert stretches([JUSTIFIED[0], *ragged[:2]]) == [3, 1, 1]


def test_of_two_edges_the_right_one_is_the_edge_of_the_column() -> None:
    narrow = [line("х" * 20, 0, 736), line("х" * 20, 0, 724)]
    assert stretches([*narrow, *JUSTIFIED[1:]]) == [1, 1, 1, 1, 1]


def test_a_line_is_stretched_when_the_next_word_with_its_space_had_no_room() -> None:
    def first_gap(gap: float) -> list[int]:
        end = 50 + gap
        return stretches([line("Дүкен сенбі", gap, 700), line("жабық", 0, 688, left=end - 25), line("Иә", 0, 676)])

    assert first_gap(31) == [1, 1, 1]
    assert first_gap(34) == [2, 1, 1]


def test_letters_that_touch_are_no_words_of_a_stretched_line() -> None:
    touching = line("Дүкен2 сенбі", 1, 700)
    edge = touching.fragments[-1].right
    assert stretches([touching, line("жабық", 0, 688, left=edge - 25), line("Иә", 0, 676)]) == [2, 1, 1]


def test_a_stretch_of_words_in_several_types_has_none() -> None:
    bold, plain = Type(is_bold=True, size=10.0), Type(is_bold=False, size=10.0)

    def printed(types: tuple[Type, Type]) -> Type | None:
        words = [Fragment(one.words, one.bottom, one.top, kind) for one, kind in zip(JUSTIFIED[1].fragments, types, strict=True)]
        return without_stretches([Line(tuple(words)), *JUSTIFIED[2:]])[0].fragments[0].type

    assert printed((bold, bold)) == bold
    assert printed((bold, plain)) is None
    assert printed((plain, bold)) is None
