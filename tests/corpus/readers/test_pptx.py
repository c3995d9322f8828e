from collections.abc import Callable, Mapping

from corpus.documents import BlockKind
from corpus.preparation import prepare
from corpus.reading import read_bytes

MakeZip = Callable[[Mapping[str, str | bytes]], bytes]

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:p="urn:p" xmlns:a="urn:a" xmlns:r="{RELATIONS}"'


def shape(*paragraphs: str, role: str = "") -> str:
    place = f'<p:nvPr><p:ph type="{role}"/></p:nvPr>' if role else "<p:nvPr/>"
    inside = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in paragraphs)
    return f"<p:sp><p:nvSpPr>{place}</p:nvSpPr><p:txBody>{inside}</p:txBody></p:sp>"


def relations(**parts: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{sort}" Target="{part}"/>' for name, (sort, part) in parts.items()
    )
    return f"<Relationships>{inside}</Relationships>"


def presentation(*slides: str, notes: str = "") -> dict[str, str | bytes]:
    """Slides whose members are numbered from the last to the first, as after moving them about."""
    count = len(slides)
    listed = "".join(f'<p:sldId id="{256 + place}" r:id="r{place}"/>' for place in range(count))
    named = {f"r{place}": ("slide", f"slides/slide{count - place}.xml") for place in range(count)}
    members: dict[str, str | bytes] = {
        "ppt/presentation.xml": f"<p:presentation {SPACES}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(**named),
    }
    for place, slide in enumerate(slides):
        members[f"ppt/slides/slide{count - place}.xml"] = f"<p:sld {SPACES}><p:cSld><p:spTree>{slide}</p:spTree></p:cSld></p:sld>"
    if notes:
        members[f"ppt/slides/_rels/slide{count}.xml.rels"] = relations(n=("notesSlide", "../notesSlides/notesSlide1.xml"))
        members["ppt/notesSlides/notesSlide1.xml"] = f"<p:notes {SPACES}>{notes}</p:notes>"
    return members


def test_slides_are_read_in_the_order_of_the_show_with_their_numbers_as_pages(make_zip: MakeZip) -> None:
    first = shape("Кітапхана", role="title") + shape("Жаңа ғимарат", "Оқу залы", role="body") + shape("1", role="sldNum")
    second = f"<p:grpSp>{shape('Рақмет!')}</p:grpSp>"
    reading = read_bytes("a.pptx", make_zip(presentation(first, second, notes=shape("Сұраққа жауап беру.", role="body"))))
    assert [(block.text, block.kind, block.page) for block in reading.blocks] == [
        ("Кітапхана", BlockKind.HEADING, 1),
        ("Жаңа ғимарат", BlockKind.PARAGRAPH, 1),
        ("Оқу залы", BlockKind.PARAGRAPH, 1),
        ("Сұраққа жауап беру.", BlockKind.NOTE, 1),
        ("Рақмет!", BlockKind.PARAGRAPH, 2),
    ]


def test_cells_of_a_table_have_row_and_column(make_zip: MakeZip) -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<a:tc><a:txBody><a:p><a:r><a:t>{cell}</a:t></a:r></a:p></a:txBody></a:tc>" for cell in cells)
        return f"<a:tr>{inside}</a:tr>"

    slide = f"<p:graphicFrame><a:graphic><a:tbl>{row('Ауыл', 'Село')}{row('Көше', 'Улица')}</a:tbl></a:graphic></p:graphicFrame>"
    reading = read_bytes("a.pptx", make_zip(presentation(slide)))
    assert [(block.text, block.row, block.column) for block in reading.blocks] == [
        ("Ауыл", 0, 0),
        ("Село", 0, 1),
        ("Көше", 1, 0),
        ("Улица", 1, 1),
    ]


def test_a_presentation_without_its_name_is_known_by_its_first_bytes(make_zip: MakeZip) -> None:
    reading = read_bytes("scan", make_zip(presentation(shape("Кітапхана"))))
    assert [block.text for block in reading.blocks] == ["Кітапхана"]


def test_titles_in_two_languages_are_cut_at_their_slashes(make_zip: MakeZip) -> None:
    titles = [
        ("Ауыл мектептерінің дамуы", "Развитие сельских школ"),
        ("Негізгі нәтижелер", "Основные результаты"),
        ("Назарларыңызға рақмет!", "Спасибо за внимание!"),
    ]
    slides = [shape(f"{kk} / {ru}", role="title") + shape("2019 / 2020") for kk, ru in titles]
    documents = prepare(read_bytes("a.pptx", make_zip(presentation(*slides)))).documents
    cut = {one.language: [segment.text for segment in one.segments] for one in documents}
    assert [kk for kk, _ in titles] == [text for text in cut["kk"] if not text[0].isdigit()]
    assert [ru for _, ru in titles] == [text for text in cut["ru"] if not text[0].isdigit()]


def test_a_diagram_is_read_where_it_stands(make_zip: MakeZip) -> None:
    def point(text: str) -> str:
        return f"<d:pt><d:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></d:t></d:pt>"

    frame = '<p:graphicFrame><a:graphic><d:relIds xmlns:d="urn:d" r:dm="d1"/></a:graphic></p:graphicFrame>'
    members = presentation(shape("Кезеңдер", role="title") + frame + shape("Соңы"))
    members["ppt/slides/_rels/slide1.xml.rels"] = relations(d1=("diagramData", "../diagrams/data1.xml"))
    points = f"{point('Жоспарлау')}<d:pt/>{point('Құрылыс')}"
    members["ppt/diagrams/data1.xml"] = f'<d:dataModel xmlns:d="urn:d" {SPACES}><d:ptLst>{points}</d:ptLst></d:dataModel>'
    assert read_bytes("a.pptx", make_zip(members)).text == "Кезеңдер\nЖоспарлау\nҚұрылыс\nСоңы"


def test_hidden_slides_are_left_out_and_named(make_zip: MakeZip) -> None:
    members = presentation(shape("Бірінші"), shape("Екінші"), shape("Үшінші"))
    members["ppt/slides/slide2.xml"] = str(members["ppt/slides/slide2.xml"]).replace("<p:sld ", '<p:sld show="0" ')
    reading = read_bytes("a.pptx", make_zip(members))
    assert [(block.text, block.page) for block in reading.blocks] == [("Бірінші", 1), ("Үшінші", 3)]
    assert reading.remarks == ("hidden slides left out: 2",)
