import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import CorpusError
from corpus.files.encodings import EIGHT_BIT, decode

KAZAKH = "Кітапхана ауыл тұрғындарына күн сайын қызмет көрсетеді. Ғылыми әдебиет те, өнер туралы кітаптар да жеткілікті."
RUSSIAN = "Библиотека обслуживает жителей села ежедневно. Есть и научная литература, и книги об искусстве."
ENGLISH = "The library serves the people of the village every day. It keeps works of science as well as books on art."
FRENCH_WORDS = (
    "The café on the corner serves a crème brûlée and a pâté, and the décor is a cliché. The naïve fiancée left her résumé."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "kz1048"])
def test_kazakh_is_recognised_in_any_unicode_and_in_kz1048(encoding: str) -> None:
    assert decode("a.txt", KAZAKH.encode(encoding))[0] == KAZAKH


@pytest.mark.parametrize("encoding", [name for name in EIGHT_BIT if name not in {"windows-1252", "kz1048"}])
def test_russian_is_recognised_in_every_eight_bit_table(encoding: str) -> None:
    assert decode("a.txt", RUSSIAN.encode(encoding)) == (RUSSIAN, encoding)


def test_capitals_do_not_change_the_table() -> None:
    for encoding in ("windows-1251", "koi8-r", "kz1048"):
        assert decode("a.txt", RUSSIAN.upper().encode(encoding))[0] == RUSSIAN.upper()


def test_quotation_marks_alone_are_read_as_windows_1251() -> None:
    text = "“Quoted” — and a dash…"
    assert decode("a.txt", text.encode("windows-1251")) == (text, "windows-1251")


def test_accents_inside_latin_words_mean_windows_1252() -> None:
    assert decode("a.txt", FRENCH_WORDS.encode("windows-1252")) == (FRENCH_WORDS, "windows-1252")


def test_plain_english_is_utf8() -> None:
    assert decode("a.txt", ENGLISH.encode()) == (ENGLISH, "utf-8")


@given(st.text(st.sampled_from(KAZAKH + RUSSIAN + ENGLISH), min_size=1))
def test_utf8_is_always_read_exactly(text: str) -> None:
    assert decode("a.txt", text.encode()) == (text, "utf-8")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=50).map(KAZAKH.__add__))
def test_a_marked_utf16_text_is_read_exactly(text: str) -> None:
    assert decode("a.txt", b"\xff\xfe" + text.encode("utf-16-le")) == (text, "utf-16-le")


def test_a_given_encoding_is_obeyed() -> None:
    data = "ғ".encode("kz1048")
    assert decode("a.txt", data, "kz1048") == ("ғ", "kz1048")
    assert decode("a.txt", data, "windows-1251") == ("є", "windows-1251")


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (RUSSIAN.encode(), "martian", "a.txt: unknown encoding 'martian'; try utf-8, utf-16, windows-1251, kz1048"),
        (RUSSIAN.encode(), "rot13", "a.txt: unknown encoding 'rot13'; try utf-8, utf-16, windows-1251, kz1048"),
        (b"one\ntwo \xff", "utf-8", "a.txt, line 2: not utf-8; leave --encoding out to have it recognised"),
        (RUSSIAN.encode(), "windows-1251", "a.txt: windows-1251 gives no readable text; it looks like utf-8"),
        (RUSSIAN.encode("koi8-r"), "windows-1251", "a.txt: windows-1251 gives no readable text; it looks like koi8-r"),
        (bytes(range(256)) * 4, None, "a.txt: a binary file, not text"),
        (b"\xff\xfe\xfd\xfc", None, "a.txt: a binary file, not text"),
        (bytes(range(255, 223, -1)), None, "a.txt: a binary file, not text"),
        (b"\x01\x02\x03\x04\x05" * 9, None, "a.txt: a binary file, not text"),
        (RUSSIAN.encode()[:60] + b"\xd0\n" + RUSSIAN.encode(), None, "a.txt, line 1: damaged UTF-8 (byte 59); mend it there"),
        (
            "Książki są dobre, więc czytaj".encode("cp1250"),
            None,
            "a.txt: its encoding is not recognised; give it with --encoding, such as utf-8, windows-1251 or kz1048",
        ),
    ],
)
def test_what_is_no_text_in_a_known_encoding_is_one_clear_line(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(CorpusError) as raised:
        decode("a.txt", data, encoding)
    assert str(raised.value) == message


@pytest.mark.parametrize("text", ["The flow is 540 m³/s.", "It costs £5 – a lot.", "Heat it to 25 °C, 3 m² in all."])
def test_english_with_a_few_signs_beyond_ascii_is_windows_1252(text: str) -> None:
    assert decode("a.txt", text.encode("windows-1252"))[0] == text
