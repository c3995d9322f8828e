"""Names, which languages write alike, go with what stands around them."""

import pytest

from corpus.preparation import prepare
from corpus.reading import read_bytes


@pytest.mark.parametrize("name", ["Чернов Илья Павлович", "Чернов И.П.", "И. П. Чернов", "Чернов И.П., Кузнецова Л.Р."])
def test_a_russian_name_alone_on_its_line_stays_in_a_kazakh_text(name: str) -> None:
    text = f"Жұмыс тобының құрамы мынадай болып бекітілсін:\n\n{name}\n\nОл құжаттарды сканерлеуге жауапты болады."
    (document,) = prepare(read_bytes("a.txt", text.encode())).documents
    assert document.language == "kk"


def test_an_office_before_a_name_tells_the_language_as_before() -> None:
    text = "Министр А. Жұмағалиев\n\nМинистр А. Жумагалиев\n\nҚосымша бұйрыққа сәйкес\n\nПриложение к приказу"
    languages = {
        segment.text: one.language for one in prepare(read_bytes("a.txt", text.encode())).documents for segment in one.segments
    }
    assert languages["Министр А. Жұмағалиев"] == "kk"
    assert languages["Приложение к приказу"] == "ru"
