import pytest

from corpus.errors import CorpusError
from corpus.reading import read_bytes

SRT = """1
00:00:01,000 --> 00:00:02,500
– Қайда барасың?
– Үйге. Анам күтіп отыр.

2
00:00:03,000 --> 00:00:04,000
<i>Ол үнсіз есікті жапты да,

3
00:00:04,100 --> 00:00:06,000
баспалдақпен төмен</i>
{\\an8}түсіп кетті.

4
00:00:07,000 --> 00:00:08,000
Таң атты
"""
VTT = """WEBVTT

NOTE made by hand

intro
00:01.000 --> 00:02.000 align:start
<v Anna>The door was
open.

00:03.000 --> 00:04.000
25 people came in.
"""


def spoken(name: str, text: str) -> list[str]:
    reading = read_bytes(name, text.encode())
    assert all(reading.text[block.start : block.stop] == block.text for block in reading.blocks)
    return [block.text for block in reading.blocks]


@pytest.mark.parametrize("text", [SRT, SRT.replace("\n", "\r\n")], ids=["LF", "CRLF"])
def test_a_sentence_over_several_titles_is_one_and_speakers_stay_apart(text: str) -> None:
    assert spoken("film.srt", text) == [
        "– Қайда барасың?",
        "– Үйге. Анам күтіп отыр.",
        "Ол үнсіз есікті жапты да, баспалдақпен төмен түсіп кетті.",
        "Таң атты",
    ]


def test_headers_notes_and_names_of_titles_are_left_out() -> None:
    assert spoken("film.vtt", VTT) == ["The door was open.", "25 people came in."]


def test_a_file_without_times_is_refused() -> None:
    with pytest.raises(CorpusError, match=r"film\.srt: holds no subtitles"):
        read_bytes("film.srt", "Бұл жай мәтін.".encode())
