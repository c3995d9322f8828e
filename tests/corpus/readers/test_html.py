import pytest

from corpus.documents import BlockKind, Reading
from corpus.errors import CorpusError
from corpus.reading import read_bytes

ARTICLE = "".join(f"<p>Аудан кітапханасы биыл тағы бір ауылда ашылды, енді олардың саны {number}.</p>" for number in range(5, 12))


def read(page: str) -> Reading:
    reading = read_bytes("a.html", page.encode())
    assert all(reading.text[block.start : block.stop] == block.text for block in reading.blocks)
    return reading


def texts(page: str) -> list[str]:
    return [block.text for block in read(page).blocks]


def test_blocks_have_kinds() -> None:
    page = """<title> Хабар </title><h1>Тақырып</h1>Жалаң мәтін<p>Бір <b>екі</b>
    үш<br>төрт</p><ul><li>тармақ<ul><li>ішкі</ul></ul><aside role="doc-footnote"><p>Ескерту</p></aside><pre>бір
  екі</pre>"""
    reading = read(page)
    assert reading.title == "Хабар"
    assert [(block.text, block.kind) for block in reading.blocks] == [
        ("Тақырып", BlockKind.HEADING),
        ("Жалаң мәтін", BlockKind.PARAGRAPH),
        ("Бір екі үш\nтөрт", BlockKind.PARAGRAPH),
        ("тармақ", BlockKind.LIST_ITEM),
        ("ішкі", BlockKind.LIST_ITEM),
        ("Ескерту", BlockKind.NOTE),
        ("бір", BlockKind.LINE),
        ("  екі", BlockKind.LINE),
    ]


def test_raised_digits_stay_raised() -> None:
    assert texts("<p>12 м<sup>2</sup>, 5<sup>th</sup>, мәтін.<sup><a>[3]</a></sup></p>") == ["12 м², 5th, мәтін.[3]"]


def test_cells_have_row_and_column() -> None:
    page = "<table><tr><th colspan=2>бас</th><th>соң</th></tr><tr><td><p>кітап</p></td><td>книга</td></tr></table>"
    assert [(block.text, block.row, block.column) for block in read(page).blocks] == [
        ("бас", 0, 0),
        ("соң", 0, 2),
        ("кітап", 1, 0),
        ("книга", 1, 1),
    ]


@pytest.mark.parametrize(
    "surroundings",
    [
        "<nav>Мәзір</nav>",
        "<header>Әкімдік</header>",
        "<footer>Барлық құқықтар қорғалған</footer>",
        "<div class='main-menu'>Мәзір</div>",
        "<div id='breadcrumbs'>Басты бет</div>",
        "<div role='navigation'>Мәзір</div>",
        "<ul><li><a>Жаңалық</a></li><li><a>Байланыс</a></li><li><a>Карта</a></li></ul>",
        "<div style='display: none'>Жасырын</div>",
        "<script>var a = 'мәтін'</script>",
        "<form>Іздеу <select><option>бір</option></select></form>",
        "<div class='bread'><a>Басты бет</a> / <a>Жаңалықтар</a></div>",
        "<div><a href='/kk'>Қаз</a> | <a href='/ru'>Рус</a> | <a href='/en'>Eng</a></div>",
        "<div><h3>Тағы оқыңыз</h3><div><a>Жаңа мектеп салынды</a></div><div><a>Қалада көктем басталды</a></div></div>",
        "<div class='news-views'>Оқылған: 1 245</div>",
        "<div><p>© 2024 Барлық құқықтар қорғалған</p></div>",
        "<table><tr><td><a>Қызметтер</a></td><td><a>Құжаттар</a></td></tr></table>",
        "<div><a>Басты бет</a> → <span>Жаңалықтар</span></div>",
        "<div>Теги: <a>қала</a>, <a>құрылыс</a></div><div><a>Версия для печати</a></div><div>Қаралды: 1 245</div>",
        "<div><h3>Басқа жаңалықтар</h3><dl><dt><a>Ауылда клуб ашылды</a></dt></dl></div>",
        "<p hidden>Құпия</p>",
    ],
)
def test_what_stands_around_the_text_is_left_out(surroundings: str) -> None:
    assert texts(f"<body>{surroundings}<div>{ARTICLE}</div>{surroundings}</body>") == texts(f"<body>{ARTICLE}</body>")


@pytest.mark.parametrize("name", ["menu-page", "footer", "content comments"])
def test_an_element_with_most_of_the_text_is_kept_whatever_its_name(name: str) -> None:
    assert texts(f"<body><div class='{name}'>{ARTICLE}</div></body>") == texts(ARTICLE)


def test_the_head_of_an_article_is_part_of_it() -> None:
    assert texts(f"<article><header><h1>Тақырып</h1></header>{ARTICLE}</article>")[0] == "Тақырып"


@pytest.mark.parametrize(
    ("encoding", "declaration"),
    [
        ("windows-1251", "<meta charset=windows-1251>"),
        ("kz1048", '<meta http-equiv="Content-Type" content="text/html; charset=KZ-1048">'),
        ("utf-8", "<meta charset=windows-1251>"),
        ("utf-8", '<?xml version="1.0" encoding="utf-8"?>'),
        ("utf-16", ""),
        ("windows-1251", ""),
    ],
)
def test_the_encoding_is_declared_or_recognised(encoding: str, declaration: str) -> None:
    sentence = "В библиотеке много книг и журналов." if encoding == "windows-1251" else "Кітапханада ғылыми журналдар көп."
    assert read_bytes("a.html", f"{declaration}<html><p>{sentence}</p></html>".encode(encoding)).text == sentence


def test_deep_nesting_is_read_or_refused_but_never_cut() -> None:
    assert texts("<font>" * 1500 + "мәтін") == ["мәтін"]
    assert texts("<div>" * 1500 + "мәтін" + "</div> соңы" * 10) == ["мәтін", *["соңы"] * 10]
    with pytest.raises(CorpusError, match="nested too deeply"):
        read("<p>бас</p>" + "<div>" * 3000 + "мәтін")


def test_a_note_mark_that_is_a_link_is_raised() -> None:
    assert texts("<p>Сөз<sup><a href='#n'>1</a></sup> туралы, Ким В.<sup>1,2*</sup></p>") == ["Сөз¹ туралы, Ким В.¹,²*"]


def test_a_page_that_is_a_list_of_links_is_read() -> None:
    page = "".join(
        f"<div><a>{number}-бұйрық: кітапхана қорын толықтыру туралы</a> <a>орысша нұсқасы</a></div>" for number in range(9)
    )
    assert len(texts(f"<body>{page}</body>")) == 9


def test_a_large_part_that_a_button_shows_is_read() -> None:
    other = ARTICLE.replace("Аудан кітапханасы биыл", "В этом году")
    assert len(texts(f"<body><div>{ARTICLE}</div><div style='display: none'>{other}</div></body>")) == 14


def test_a_row_of_links_in_a_table_is_kept() -> None:
    row = "<tr><td>1</td><td><a>Кітапхана туралы</a></td><td><a>О библиотеке</a></td></tr>"
    assert texts(f"<body>{ARTICLE}<table>{row}</table></body>")[-3:] == ["1", "Кітапхана туралы", "О библиотеке"]


def test_tables_that_cells_beside_each_other_hold_are_text_of_these_cells() -> None:
    def inner(*rows: str) -> str:
        return f"<td><p>бас</p><table>{''.join(f'<tr><td>{row}</td><td>12</td></tr>' for row in rows)}</table></td>"

    reading = read(f"<table><tr>{inner('кітап', 'дәптер')}{inner('книга', 'тетрадь')}</tr><tr><td>аяқ</td></tr></table>")
    assert [(block.text, block.row, block.column) for block in reading.blocks] == [
        *((text, 0, 0) for text in ("бас", "кітап", "12", "дәптер", "12")),
        *((text, 0, 1) for text in ("бас", "книга", "12", "тетрадь", "12")),
        ("аяқ", 1, 0),
    ]


def test_a_table_that_lays_out_a_page_leaves_the_one_inside_its_rows() -> None:
    inner = "<table><tr><td>кітап</td><td>книга</td></tr><tr><td>дәптер</td><td>тетрадь</td></tr></table>"
    blocks = read(f"<table><tr><td>Бөлімдер</td><td>{inner}</td></tr></table>").blocks
    assert [(block.text, block.row, block.column) for block in blocks][1:] == [
        ("кітап", 1, 0),
        ("книга", 1, 1),
        ("дәптер", 2, 0),
        ("тетрадь", 2, 1),
    ]


def test_a_page_that_does_not_end_is_read_and_told_of_and_an_empty_one_refused() -> None:
    assert read(f"<html><body>{ARTICLE}").remarks == ("its end is missing; if it was cut off on the way, get it again",)
    assert read(ARTICLE).remarks == read(f"<html><body>{ARTICLE}</body></html>").remarks == ()
    with pytest.raises(CorpusError, match=r"^a\.html: no text found in it$"):
        read(" \n")


def test_words_of_buttons_stay_in_the_tables_and_headings_of_the_text() -> None:
    page = f"<div>{ARTICLE}<h2>Іздеу</h2><table><tr><td>Печать</td><td>Жүктеу</td></tr></table><p>Поделиться</p></div>"
    assert texts(f"<body>{page}</body>")[-3:] == ["Іздеу", "Печать", "Жүктеу"]
