from pathlib import Path

import pytest

from corpus.documents import BlockKind, Document
from corpus.errors import CorpusError
from corpus.preparation import prepare
from corpus.reading import read, read_bytes

EXAMPLE = Path(__file__).parents[2] / "cli" / "example"


def documents(path: Path) -> dict[str, Document]:
    return {document.language: document for document in prepare(read(str(path))).documents}


def texts(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]


def test_an_article_with_three_abstracts_becomes_three_documents() -> None:
    found = documents(EXAMPLE / "article.txt")
    assert set(found) == {"kk", "ru", "en"}
    assert texts(found["ru"])[0] == "Аннотация"
    assert texts(found["ru"])[1].startswith("В статье рассматривается современное состояние публичных библиотек")
    assert texts(found["ru"])[-1].startswith("Ключевые слова: публичная библиотека")
    assert texts(found["en"])[0] == "Abstract"
    assert len(found["en"].segments) == 10
    assert "Кіріспе" in texts(found["kk"])
    assert not any(text == "23" or text.endswith(" 23") for text in texts(found["kk"]))


def test_paragraphs_are_numbered_over_the_whole_source() -> None:
    found = documents(EXAMPLE / "imprint.txt")
    assert max(segment.paragraph for segment in found["kk"].segments) < min(segment.paragraph for segment in found["ru"].segments)
    assert max(segment.paragraph for segment in found["ru"].segments) < min(segment.paragraph for segment in found["en"].segments)


def test_contact_lines_take_the_language_of_their_page() -> None:
    found = documents(EXAMPLE / "imprint.txt")
    for document in found.values():
        assert "www.example.kz" in texts(document)
        assert any("+7 (727) 000-00-00" in text for text in texts(document))


def test_labels_and_list_items_have_their_kind() -> None:
    article, decree = documents(EXAMPLE / "article.txt"), documents(EXAMPLE / "decree_kk.txt")
    kinds = {segment.text: segment.kind for segment in article["kk"].segments}
    assert kinds["Аңдатпа"] is BlockKind.HEADING
    assert [segment.kind for segment in decree["kk"].segments][-1] is BlockKind.LIST_ITEM


@pytest.mark.parametrize("name", ["decree_kk.txt", "decree_ru.txt", "decree_en.txt"])
def test_a_file_in_one_language_is_one_document(name: str) -> None:
    assert list(documents(EXAMPLE / name)) == [name[7:9]]


def test_offsets_point_at_the_source() -> None:
    reading = read(str(EXAMPLE / "decree_ru.txt"))
    for segment in prepare(reading).documents[0].segments:
        stretch = reading.text[segment.start : segment.stop]
        assert stretch[:1] == segment.text[:1]
        assert stretch[-1:] == segment.text[-1:]


def test_a_given_language_is_believed() -> None:
    reading = read(str(EXAMPLE / "imprint.txt"))
    assert [document.language for document in prepare(reading, languages=("ru",)).documents] == ["ru"]


def test_a_source_without_text_is_refused() -> None:
    reading = read_bytes("a.txt", "Сөз".encode())
    with pytest.raises(CorpusError, match=r"a\.txt: no text found"):
        prepare(type(reading)(reading.source, "", ()))


def test_a_stretch_of_another_language_is_remarked() -> None:
    text = (
        "Өкілдер бұл мәселе бойынша өз пікірін айтты және жиналыста түсіндірді, в результате чего страна стала одной из первых."
    )
    assert prepare(read_bytes("a.txt", text.encode())).remarks == (
        "a sentence in kk holds a stretch of another language: в результате чего страна стала одной из первых",
    )


def test_several_such_sentences_are_one_remark_in_which_each_stretch_stands_once() -> None:
    text = "Өкілдер бұл мәселе бойынша өз пікірін айтты және жиналыста түсіндірді, {}."
    stretches = ["в результате чего страна стала одной из первых", "что это было сделано ещё в прошлом году"]
    (remark,) = prepare(read_bytes("a.txt", "\n".join(text.format(one) for one in [*stretches, stretches[0]]).encode())).remarks
    assert remark == f"3 sentences in kk hold a stretch of another language: {stretches[0]}; {stretches[1]}"


def test_an_unknown_language_is_kept_and_remarked() -> None:
    preparation = prepare(read_bytes("a.txt", "Das ist nicht für die Leser.\n\nБұл – оқырманға арналған мәтін.".encode()))
    assert {document.language for document in preparation.documents} == {"und", "kk"}
    assert preparation.remarks[0].startswith("language not recognised in 1 of the segments")


GERMAN = """Die Brücke wird nach der Reparatur wieder geöffnet.
Sie ist für Fußgänger und Radfahrer bestimmt, aber nicht für Autos.
Im Herbst werden die Lampen durch neue ersetzt."""


@pytest.mark.parametrize("name", ["notice_de.txt", "de/notice.txt"])
def test_a_language_that_is_not_recognised_is_taken_from_the_name(name: str) -> None:
    found = prepare(read_bytes(name, GERMAN.encode()))
    assert [(one.language, len(one.segments)) for one in found.documents] == [("de", 3)]
    assert found.remarks == ("taken to be in de, as its name says",)


def test_a_name_is_not_believed_against_the_text() -> None:
    text = "Мост снова открыт после ремонта.\nОн закрыт для машин."
    assert [one.language for one in prepare(read_bytes("notice_de.txt", text.encode())).documents] == ["ru"]


def test_a_text_in_no_language_we_know_tells_how_to_name_it() -> None:
    (remark,) = prepare(read_bytes("notice.txt", GERMAN.encode())).remarks
    assert remark.startswith("language not recognised in 3 of the segments")
    assert remark.endswith("; say which with --language")


def test_a_text_half_in_a_language_we_do_not_know_tells_how_to_name_both() -> None:
    (remark,) = prepare(read_bytes("notice.txt", f"Көпір жөндеуден кейін қайта ашылды.\n\n{GERMAN}".encode())).remarks
    assert remark.endswith("; say which with --language kk,…")


def test_a_text_is_in_the_languages_that_are_given() -> None:
    text = f"Көпір жөндеуден кейін қайта ашылды. Ол жаяу жүргіншілерге арналған.\n\nRadio Shalqar\n\n{GERMAN}"
    found = prepare(read_bytes("notice.txt", text.encode()), languages=("kk", "de"))
    assert [(one.language, len(one.segments)) for one in found.documents] == [("kk", 2), ("de", 4)]
    assert found.remarks == ()


def test_a_language_that_is_not_given_is_not_found() -> None:
    text = "Мост снова открыт после ремонта.\n\nOpen Bridge Sound System\n\nКөпір қайта ашылды."
    found = {one.language: len(one.segments) for one in prepare(read_bytes("notice.txt", text.encode())).documents}
    assert found == {"ru": 1, "en": 1, "kk": 1}
    given = {one.language for one in prepare(read_bytes("notice.txt", text.encode()), languages=("kk", "ru")).documents}
    assert given == {"kk", "ru"}


def test_the_language_that_a_file_states_counts_where_it_is_one_of_those_given() -> None:
    page = '<html lang="en"><body><p lang="fr">Le pont est ouvert.</p><p>Көпір ашылды.</p></body></html>'
    found = prepare(read_bytes("a.html", page.encode()), languages=("kk", "fr"))
    assert {one.language: texts(one) for one in found.documents} == {"fr": ["Le pont est ouvert."], "kk": ["Көпір ашылды."]}


def test_two_languages_that_we_do_not_know_cannot_be_told_apart() -> None:
    with pytest.raises(CorpusError, match="de and fr cannot be told apart in one text; give each a file of its own"):
        prepare(read_bytes("notice.txt", GERMAN.encode()), languages=("kk", "de", "fr"))


def test_an_old_kazakh_font_is_named() -> None:
    text = "Ќазаќстан Республикасыныѓ азаматтары заѓды сыйлайды, ґз ўстанымын айтады, тілін ќўрметтейді жјне балаларын оќытады."
    remark = prepare(read_bytes("a.txt", text.encode())).remarks[0]
    assert remark.startswith("typed in an old Kazakh font that is no Unicode (Ќазаќстан)")
    assert "convert the text" in remark


def test_a_text_in_an_old_font_is_not_half_repaired() -> None:
    text = "Біздiѓ ауылымыз биік таудыѓ баурайында, Ќаратал ґзенініѓ жаѓасында. Ќыста ќар ќалыѓ жауады."
    (document,) = prepare(read_bytes("a.txt", text.encode()), languages=("kk",)).documents
    assert " ".join(texts(document)) == text


def test_ukrainian_is_no_old_font() -> None:
    text = "Її брати живуть у Києві, а сестра є вчителькою в селі. Ґанок їхнього дому виходить на річку."
    assert not any("old Kazakh font" in remark for remark in prepare(read_bytes("a.txt", text.encode())).remarks)


def test_the_title_is_that_of_the_reading_or_the_name_of_the_file() -> None:
    assert documents(EXAMPLE / "decree_en.txt")["en"].title == "decree_en"


def test_paragraphs_that_alternate_between_languages_stay_apart_without_a_stop() -> None:
    lines = (
        "Мектеп асханасындағы тамақ сапасын тексеру туралы хабарландыру",
        "Объявление о проверке качества питания в школьной столовой",
        "Notice on the inspection of the quality of school meals",
        "Тексеру келесі сейсенбіде таңғы сағат тоғызда басталады",
        "Проверка начнётся в следующий вторник в девять часов утра",
        "The inspection starts next Tuesday at nine in the morning",
    )
    found = {one.language: texts(one) for one in prepare(read_bytes("notice.txt", "\n".join(lines).encode())).documents}
    assert found == {"kk": list(lines[::3]), "ru": list(lines[1::3]), "en": list(lines[2::3])}


@pytest.mark.parametrize("cells", [("Директор А. Омаров", "Директор А. Омаров"), ("Кітап", "Книга"), ("Автор", "Автор")])
def test_a_short_cell_takes_the_language_of_its_column(cells: tuple[str, str]) -> None:
    assert cell_languages(cells) == ["kk", "ru"]


def test_a_sentence_of_another_language_keeps_it_in_any_column() -> None:
    assert cell_languages(("Все сотрудники читального зала сейчас в отпуске.", "Перевод ещё не готов.")) == ["ru", "ru"]


def cell_languages(last: tuple[str, str]) -> list[str]:
    """The languages of the last row of a table in Kazakh and Russian."""
    rows = [
        ("Кітапхана жұмыс күндері кешке дейін ашық.", "Библиотека открыта по будням до вечера."),
        ("Оқырман билеті жыл сайын жаңартылады.", "Читательский билет обновляется ежегодно."),
        ("Жоғалған кітаптың құны төленеді.", "Стоимость потерянной книги возмещается."),
        ("Сирек кітаптар залда беріледі.", "Редкие книги выдаются в зале."),
        last,
    ]
    table = "".join(f"<tr><td>{left}</td><td>{right}</td></tr>" for left, right in rows)
    preparation = prepare(read_bytes("a.html", f"<html><body><table>{table}</table></body></html>".encode()))
    found = {(segment.row, segment.column): one.language for one in preparation.documents for segment in one.segments}
    return [found[len(rows) - 1, column] for column in (0, 1)]


SIGNS = """\
Кіру есігі / Вход / Entrance
Шығу есігі / Выход / Exit
Кассалар залы / Кассовый зал / Ticket hall
Күту бөлмесі / Зал ожидания / Waiting room
"""


def test_lines_in_three_languages_are_cut_at_their_slashes() -> None:
    documents = prepare(read_bytes("a.txt", SIGNS.encode())).documents
    assert {one.language: texts(one)[:2] for one in documents} == {
        "kk": ["Кіру есігі", "Шығу есігі"],
        "ru": ["Вход", "Выход"],
        "en": ["Entrance", "Exit"],
    }
    assert [segment.row for segment in documents[0].segments] == [0, 1, 2, 3]


def test_a_cell_that_fills_a_row_is_cut_at_its_slash_and_others_are_not() -> None:
    rows = [
        ("Жалпы ережелер / Общие положения",),
        ("Кітапхана сенбіде ашық.", "Библиотека открыта в субботу."),
        ("Төлем тәртібі / Порядок оплаты",),
        ("Жарна жылына бір рет төленеді / аударылады.", "Взнос платится раз в год."),
        ("Қорытынды ережелер / Заключительные положения",),
    ]
    inside = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    documents = prepare(read_bytes("a.html", f"<html><body><table>{inside}</table></body></html>".encode())).documents
    assert {one.language: texts(one) for one in documents} == {
        "kk": ["Жалпы ережелер", rows[1][0], "Төлем тәртібі", rows[3][0], "Қорытынды ережелер"],
        "ru": ["Общие положения", rows[1][1], "Порядок оплаты", rows[3][1], "Заключительные положения"],
    }


GLOSSARY = """Құрылыс сөздігі
іргетас — фундамент — foundation
жүк көтергіш қабырға — несущая стена — load-bearing wall
құрылыс алаңы — строительная площадка — construction site
"""


def test_kazakh_letters_that_became_question_marks_are_told() -> None:
    text = "Құрметті оқырман! Журнал уақытында шықты. Сіз келесі санды қашан күтесіз? Біз күздің басында шығарамыз."
    lost = text.encode("cp1251", "replace")
    (remark,) = (one for one in prepare(read_bytes("a.txt", lost)).remarks if "lost" in one)
    assert remark.startswith("its Kazakh letters were lost when it was saved (??рметті)")
    assert not any("lost" in one for one in prepare(read_bytes("a.txt", text.encode())).remarks)


def test_a_glossary_is_cut_at_its_dashes() -> None:
    documents = prepare(read_bytes("a.txt", GLOSSARY.encode())).documents
    assert {one.language: texts(one)[-1] for one in documents} == {
        "kk": "құрылыс алаңы",
        "ru": "строительная площадка",
        "en": "construction site",
    }


def test_terms_and_what_they_mean_in_one_language_stay_whole() -> None:
    lines = "Іргетас – үйдің тірегі\nШатыр – үйдің төбесі\nСылақ – қабырғаның беті"
    assert texts(prepare(read_bytes("a.txt", lines.encode())).documents[0]) == lines.split("\n")


def test_a_single_line_is_cut_where_the_form_has_shown_the_order_of_its_languages() -> None:
    form = (
        "Тегі, аты / Фамилия, имя: ______\nТуған күні / Дата рождения: ______\nТұрғылықты мекенжайы / Адрес проживания: ______\n"
    )
    documents = prepare(
        read_bytes("a.txt", f"{form}\nБос орындарды толтырыңыз.\n\nЕрежемен таныстым. / С правилами ознакомлен.".encode())
    )
    assert {one.language: texts(one)[-1] for one in documents.documents} == {
        "kk": "Ережемен таныстым.",
        "ru": "С правилами ознакомлен.",
    }


def test_slashes_between_words_of_one_language_stay() -> None:
    lines = "Мұғалім / ұстаз сөзі\nОқушы / шәкірт сөзі\nАта-ана / қамқоршы сөзі"
    assert texts(prepare(read_bytes("a.txt", lines.encode())).documents[0]) == lines.split("\n")
