import pytest

from corpus.recognition.language_id import recognise

TEXTS = [
    ("kk", "Кітапхана таңертең ашылады"),
    ("kk", "Бала мектепке барды"),
    ("kk", "Facebook желісінде жазылды"),
    ("kk", "алма мен ара туралы"),
    ("ru", "Библиотека открывается утром"),
    ("ru", "Дети пошли в школу"),
    ("ru", "В журнале «Қоғам және Дәуір» вышла статья"),
    ("en", "The library opens in the morning"),
    ("en", "public library, small town"),
    ("en", "Reports of the Qazaqstan Institute were published"),
    ("kk-Latn", "Qazaq tili – memlekettik til, balalar mektepke bardy"),
    ("kk-Latn", "Jaña kitaptar keldi, oqyrmandar quandy"),
    ("kk-Arab", "قازاق ءتىلى – مەملەكەتتىك ءتىل"),
    ("und", ""),
    ("und", "123 456"),
    ("und", "+7 (727) 000-00-00, office@example.kz, www.example.kz"),
    ("und", "Das ist nicht für die Leser"),
    ("und", "Die Bücherei wird nach dem Umbau wieder geöffnet, aber noch nicht jetzt"),
    ("und", "L'école n'est plus là, mais elle était très belle"),
    ("und", "Książka była już na stole, który stał przy oknie"),
    ("en", "The café reopened after the naïve curator had left"),
    ("und", "这是一个图书馆"),
    ("und", "Бул жаңы китеп жана анын автору үчүн белек эмес деген ошол"),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_text_is_recognised(language: str, text: str) -> None:
    assert recognise(text) == language
