from contextlib import suppress
from typing import Any

import pytest

from alignments.concordance.counts import Count, counts_by
from alignments.concordance.highlights import highlighted
from alignments.concordance.lines import ConcordanceRequest, concordance, count_segments
from alignments.concordance.neighbours import neighbours
from alignments.errors import AlignmentsError
from alignments.index import search_index
from alignments.memory import Memory, open_memory
from alignments.units import TranslationUnit, Variant


def keywords(memory: Memory, text: str, language: str = "kk", **options: Any) -> list[str]:  # noqa: ANN401 - the fields of a request
    page = concordance(memory.store, ConcordanceRequest(text, language, **options))
    return [line.keyword for line in page.lines]


FINDS = [
    ("келісім", {}, {"Келісімге", "келісім", "Келісімдер", "келісімін"}),
    ("келісім", {"exact": True}, {"келісім"}),
    ('"келісім"', {}, {"келісім"}),
    ("келісімд*", {}, {"Келісімдер"}),
    ("*лісім*", {}, {"Келісімге", "келісім", "Келісімдер", "келісімін"}),
    ("*дер", {}, {"Келісімдер"}),
    ("келісім(ге|ін)", {"regex": True}, {"Келісімге", "келісімін"}),
    ("жер сілкінісі", {}, {"Жер сілкінісі", "Жер сілкінісінен"}),
    ("келисим", {}, {"Келісімге", "келісім", "Келісімдер", "келісімін"}),
    ("12", {}, {"12"}),
    ("К*імд*", {}, {"Келісімдер"}),
    ("*е*і*м", {}, {"келісім", "ешкім"}),
    ("Ескі *ісім*", {}, {"Ескі келісім"}),
    ("КЕЛІСІМ(ГЕ|ІН)", {"regex": True}, {"Келісімге", "келісімін"}),
]


@pytest.mark.parametrize(("text", "options", "found"), FINDS)
def test_a_search_finds_its_forms(filled: Memory, text: str, options: dict[str, Any], found: set[str]) -> None:
    assert set(keywords(filled, text, **options)) == found


def test_forms_in_latin_letters_are_found(memory: Memory) -> None:
    texts = (
        ("Mektep k\u0131taphanasy aşyldy.", "Открылась школьная библиотека."),
        ("K\u0131taphanağa bardyq.", "Мы пошли в библиотеку."),
        ("Büg\u0131n keld\u0131k.", "Мы пришли сегодня."),
    )
    memory.store.add_units(
        TranslationUnit(str(number), (Variant("kk-Latn", latin), Variant("ru", russian)))
        for number, (latin, russian) in enumerate(texts)
    )
    assert set(keywords(memory, "k\u0131taphana", "kk-Latn")) == {"k\u0131taphanasy", "K\u0131taphanağa"}
    assert keywords(memory, "kel", "kk-Latn") == ["keld\u0131k"]


TYPED = (
    ("Өзенге көпір салынды.", "Через реку построен мост.", "A bridge was built over the river."),
    ("Көктемде қазықтарды жазып қойдық.", "Весной мы записали столбы.", "In spring we listed the posts."),
    ("Аудан көрмесін балалар көрді.", "Районную выставку увидели дети.", "Children saw the exhibition of the district."),
    ("Қойылған сұраққа жауап берілді.", "На заданный вопрос ответили.", "The question that was put was answered."),
    ("Жазда қордың кірісі өсті.", "Летом доход фонда вырос.", "The income of the fund, founded long ago, grew in summer."),
    ("Корм жеткізілді.", "Корм для птиц доставлен, тур окончен.", "They found the feed."),
)

FINDS_TYPED = [
    ("озен", "kk", ["Өзенге"], ("өзен",)),
    ("озеннин", "kk", ["Өзенге"], ("өзеннің",)),
    ("кор", "kk", ["қордың"], ("қор",)),
    ("казык", "", ["қазықтарды"], ("қазық",)),
    ("корме", "", ["көрмесін"], ("көрме",)),
    ("корм", "ru", ["Корм"], ()),
    ("озенге копир", "kk", ["Өзенге көпір"], ("өзенге", "көпір")),
    ("копир озен", "kk", [], ()),
    ("ешки", "kk", [], ()),
]


@pytest.fixture
def typed(memory: Memory) -> Memory:
    memory.store.add_units(
        TranslationUnit(f"t{number}", tuple(map(Variant, ("kk", "ru", "en"), texts))) for number, texts in enumerate(TYPED)
    )
    return memory


@pytest.mark.parametrize(("text", "language", "found", "taken"), FINDS_TYPED)
def test_a_word_typed_without_kazakh_letters_finds_all_forms(
    typed: Memory, text: str, language: str, found: list[str], taken: tuple[str, ...]
) -> None:
    page = concordance(typed.store, ConcordanceRequest(text, language))
    assert ([line.keyword for line in page.lines], page.taken) == (found, taken)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("child", "en", {"Children"}),
        ("children", "en", {"Children"}),
        ("build", "en", {"built"}),
        ("find", "en", {"found"}),
        ("find the feed", "en", {"found the feed"}),
        ("founded", "en", {"founded", "found"}),
        ("қой", "kk", {"қойдық", "Қойылған"}),
        ("қою", "kk", {"қойдық", "Қойылған"}),
        ("беру", "kk", {"берілді"}),
        ("көр", "kk", {"көрді"}),
        ("жаз", "kk", {"Жазда"}),
        ("жазу", "kk", {"жазып"}),
    ],
)
def test_irregular_forms_bare_roots_and_passives_belong_to_the_word(
    typed: Memory, text: str, language: str, found: set[str]
) -> None:
    assert set(keywords(typed, text, language)) == found


def test_it_is_said_when_only_a_condition_excludes_what_is_found(filled: Memory) -> None:
    request = ConcordanceRequest("музей", "kk", where=(("ru", "!музей"),))
    page = concordance(filled.store, request)
    assert (page.lines, page.total, page.is_excluded) == ((), 0, True)
    assert not concordance(filled.store, ConcordanceRequest("мұғалім", "kk", where=(("ru", "!музей"),))).is_excluded


def test_translations_can_be_required_and_excluded(filled: Memory) -> None:
    assert keywords(filled, "келісім", where=(("ru", "!соглашение"),)) == ["келісімін"]
    assert keywords(filled, "келісім", where=(("ru", "согласие"),)) == ["келісімін"]
    assert len(keywords(filled, "келісім", where=(("ru", "!согласие"), ("en", "agreement")))) == 3


def test_contexts_are_in_the_order_of_the_kazakh_alphabet(filled: Memory) -> None:
    page = concordance(filled.store, ConcordanceRequest("музей|көл", "kk", regex=True, sort="left"))
    assert [line.left for line in page.lines] == ["Ұлттық ", "Үлкен "]  # ұ is before ү in the alphabet, after it in Unicode


def test_pages_follow_each_other(filled: Memory) -> None:
    first = concordance(filled.store, ConcordanceRequest("келісім", "kk", sort="position", limit=2))
    second = concordance(filled.store, ConcordanceRequest("келісім", "kk", sort="position", first=2, limit=2))
    assert [line.unit for line in first.lines + second.lines] == ["u0", "u1", "u2", "u3"]
    assert (first.total, second.total) == (4, 4)


def test_a_line_says_where_it_stands(filled: Memory) -> None:
    line = concordance(filled.store, ConcordanceRequest("музей", "kk", show=("en",))).lines[0]
    assert (line.document, line.position, line.probability, line.unit) == ("order kk", 6, 0.9, "u6")
    assert line.translations == (("en", "The national museum is closed for repair."),)
    assert line.left + line.keyword + line.right == "Ұлттық музей жөндеуге жабылды."


@pytest.mark.parametrize("sort", ["right", "left", "position"])
@pytest.mark.parametrize("limit", [50, 90, 301])
def test_pages_of_many_segments_have_each_of_them_once(memory: Memory, sort: str, limit: int) -> None:
    words = [f"{chr(ord('а') + number * 7 % 29)}{number}" for number in range(620)]
    memory.store.add_units(TranslationUnit(f"u{n}", (Variant("kk", f"{word} кітап {word}"),)) for n, word in enumerate(words))
    pages = [
        concordance(memory.store, ConcordanceRequest("кітап", "kk", sort=sort, first=first, limit=limit)).lines
        for first in range(0, 620, limit)
    ]
    units = [line.unit for page in pages for line in page]
    assert sorted(units) == sorted(f"u{number}" for number in range(620))


def test_a_page_longer_than_what_is_sorted_together_is_sorted_whole(memory: Memory) -> None:
    memory.store.add_units(TranslationUnit(f"u{n}", (Variant("kk", f"кітап {999 - n}"),)) for n in range(300))
    page = concordance(memory.store, ConcordanceRequest("кітап", "kk", limit=300))
    assert [line.unit for line in page.lines] == [f"u{number}" for number in range(299, -1, -1)]
    assert (page.total, page.sorted_segments) == (300, 300)
    assert concordance(memory.store, ConcordanceRequest("кітап", "kk")).sorted_segments == 250


def test_the_language_is_found_out(filled: Memory) -> None:
    assert concordance(filled.store, ConcordanceRequest("соглашение")).language == "ru"
    assert concordance(filled.store, ConcordanceRequest("museum")).language == "en"


@pytest.mark.parametrize(("text", "language"), [("келіс*", "kk"), ("*шение", "ru"), ("agre*", "en"), ("xyz*", "en")])
def test_the_language_of_a_wildcard_is_found_out(filled: Memory, text: str, language: str) -> None:
    page = concordance(filled.store, ConcordanceRequest(text))
    assert page.lines == () if text == "xyz*" else page.language == language


def test_translations_of_the_key_word_are_marked(filled: Memory) -> None:
    page = concordance(filled.store, ConcordanceRequest("жер сілкінісі", "kk"))
    line = highlighted(filled.store, page.lines)[0]
    texts = dict(line.translations)
    marked = {language: texts[language][start:stop].casefold() for language, start, stop in line.highlights}
    assert marked["ru"].startswith("землетрясени")
    assert marked["en"] == "earthquake"


def test_neighbours_are_counted(filled: Memory) -> None:
    found = neighbours(concordance(filled.store, ConcordanceRequest("күш", "kk")).lines)
    assert dict(found.before) == {"келісім": 1, "күні": 1}


HOSTILE = [
    '" OR 1=1 --',
    "келісім'; DROP TABLE units; --",
    'words:"x" NEAR/3',
    "a AND NOT b",
    "%_%",
    "кел\u0000ісім",
    "(((",
    "'|&!<->:*",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_syntax_of_databases_is_only_text(filled: Memory, text: str) -> None:
    with suppress(AlignmentsError):
        concordance(filled.store, ConcordanceRequest(text))
    assert filled.store.count() == 10


@pytest.mark.parametrize("options", [{}, {"exact": True}, {"regex": True}, {"where": (("ru", "а" * 100_000),)}])
def test_a_query_of_a_hundred_thousand_letters_is_refused(filled: Memory, options: dict[str, Any]) -> None:
    with pytest.raises(AlignmentsError, match="at most 1,000"):
        keywords(filled, "заң" if "where" in options else "а" * 100_000, **options)


def test_a_hundred_stars_are_answered_at_once(filled: Memory) -> None:
    filled.store.add_units([TranslationUnit("long", (Variant("kk", "а" * 100),))])
    assert keywords(filled, "а*" * 100 + "б*а") == []
    assert keywords(filled, "а*" * 50) == ["а" * 100]


def test_words_added_later_are_found_inside_too(filled: Memory) -> None:
    assert keywords(filled, "*оқулы*") == []
    filled.store.add_units([TranslationUnit("new", (Variant("kk", "Жаңа оқулықтар келді."),))])
    assert keywords(filled, "*оқулы*") == ["оқулықтар"]
    filled.store.remove_units(["new"])
    assert keywords(filled, "*оқулы*") == []


def test_words_that_another_program_added_are_found_inside_too(filled: Memory, url: str) -> None:
    assert keywords(filled, "*оқулы*") == []
    with open_memory(url) as other:
        other.store.add_units([TranslationUnit("new", (Variant("kk", "Жаңа оқулықтар келді."),))])
    assert keywords(filled, "*оқулы*") == ["оқулықтар"]


@pytest.mark.parametrize(("bound", "value", "wildcard"), [("COUNTED", 10, "*ітап*"), ("MOST_FORMS", 1, "кіт*")])
def test_words_too_many_to_be_counted_are_counted_when_asked(
    memory: Memory, monkeypatch: pytest.MonkeyPatch, bound: str, value: int, wildcard: str
) -> None:
    monkeypatch.setattr(search_index, bound, value)
    texts = ["кітап пен кітапхана", "кітаптар", "кітапхана үйі"]
    memory.store.add_units(TranslationUnit(f"u{n}", (Variant("kk", text),)) for n, text in enumerate(texts))
    request = ConcordanceRequest(wildcard, "kk", sort="position", limit=2)
    page = concordance(memory.store, request)
    assert (page.total, page.is_at_most) == (4, True)
    assert count_segments(memory.store, request) == 3


@pytest.mark.parametrize("wildcard", ["*лас*", "*і", "к*і*м", "*а*", "ж*", "*'*", "*%*", "*_*"])
def test_words_are_found_inside_alike_when_asked_again(filled: Memory, wildcard: str) -> None:
    vocabulary = filled.store.index.vocabulary
    first, second, third = (vocabulary.fitting("kk", wildcard, 3) for _ in range(3))
    assert first == second == third


@pytest.mark.parametrize("text", ["", " ", "*", "**", "***"])
def test_an_empty_query_is_refused(filled: Memory, text: str) -> None:
    with pytest.raises(AlignmentsError):
        keywords(filled, text)


def test_an_expression_that_explodes_elsewhere_is_answered(filled: Memory) -> None:
    assert keywords(filled, "(а+)+$", regex=True) == []


@pytest.mark.parametrize(
    ("expression", "reason"),
    [("кел(ісім", "unclosed group"), ("(?<=а)б", "look-around"), ("а{1000}{1000}{1000}", ".*exceeds size limit")],
)
def test_a_broken_expression_is_one_clear_line(filled: Memory, expression: str, reason: str) -> None:
    with pytest.raises(AlignmentsError, match=f"not a regular expression \\({reason}") as caught:
        keywords(filled, expression, regex=True)
    assert "\n" not in str(caught.value)


def test_an_empty_memory_says_what_to_do(memory: Memory) -> None:
    with pytest.raises(AlignmentsError, match="no units yet"):
        keywords(memory, "келісім")


def test_a_sample_is_the_same_each_time_and_grows_by_what_is_added(filled: Memory) -> None:
    def drawn(size: int, **options: Any) -> list[str]:  # noqa: ANN401 - the fields of a request
        page = concordance(filled.store, ConcordanceRequest("келісім", "kk", sample=size, **options))
        assert page.total == 4
        return [line.unit for line in page.lines]

    two, three = set(drawn(2)), set(drawn(3))
    assert drawn(2) == drawn(2)
    assert len(two) == 2
    assert two < three
    assert drawn(9) == [line.unit for line in concordance(filled.store, ConcordanceRequest("келісім", "kk")).lines]


def test_occurrences_are_counted_by_document_and_by_property(filled: Memory) -> None:
    dated = (("year", "2021"),)
    filled.store.add_units(
        [
            TranslationUnit("a", (Variant("kk", "Ақбозат пен ақбозат.", "ертек"), Variant("ru", "Акбозат.")), properties=dated),
            TranslationUnit("b", (Variant("kk", "Ақбозат шапты.", "жыр"), Variant("ru", "Акбозат скакал.")), properties=dated),
            TranslationUnit("c", (Variant("kk", "Ақбозатты мінді.", "жыр"), Variant("ru", "Сел верхом."))),
        ]
    )
    page = concordance(filled.store, ConcordanceRequest("ақбозат", "kk", limit=100))
    known = {("", "жыр"): (("year", "1999"),)}

    assert counts_by(filled.store, page, "document", {}) == (Count("ертек", 1, 2), Count("жыр", 2, 2))
    assert counts_by(filled.store, page, "year", {}) == (Count("", 1, 1), Count("2021", 2, 3))
    assert counts_by(filled.store, page, "year", known) == (Count("1999", 1, 1), Count("2021", 2, 3))
    with pytest.raises(AlignmentsError, match=r"^author: no unit found has this property; count by document, year$"):
        counts_by(filled.store, page, "author", {})
