import pytest

from corpus.labels import Label, label_alone, label_length, label_of

LABELS = [
    ("Аңдатпа", Label.ABSTRACT),
    ("АННОТАЦИЯ", Label.ABSTRACT),
    ("Abstract:", Label.ABSTRACT),
    ("Аңдатпа. Мақалада кітап туралы айтылады.", Label.ABSTRACT),
    ("Abstract — The article", Label.ABSTRACT),
    ("Түйінді сөздер: кітап, қала", Label.KEYWORDS),
    ("Кілт сөздер: кітап", Label.KEYWORDS),
    ("Тірек сөздер: кітап", Label.KEYWORDS),
    ("Ключевые слова: книга", Label.KEYWORDS),
    ("Key words: book", Label.KEYWORDS),
    ("Keywords – book", Label.KEYWORDS),
    ("1. Кіріспе", Label.INTRODUCTION),
    ("II. Методы", Label.METHODS),
    ("Әдебиеттер тізімі", Label.REFERENCES),
    ("Заключение", Label.CONCLUSION),
    ("Кітапхана", None),
    ("Аннотация на книгу", None),
    ("Введение новых правил", None),
    ("қорытынды", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_a_label_is_known(text: str, label: Label | None) -> None:
    assert label_of(text) is label


def test_a_run_in_label_is_not_alone() -> None:
    assert label_alone("Key words: book") is None
    assert label_alone("Key words:") is Label.KEYWORDS


def test_the_length_of_a_run_in_label_ends_where_its_text_begins() -> None:
    text = "Key words: book, town"
    assert text[label_length(text) :] == "book, town"
    assert label_length("Key words") == len("Key words")
    assert label_length("A town") == 0
