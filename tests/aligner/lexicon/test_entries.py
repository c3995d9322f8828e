import pytest

from aligner.lexicon.entries import (
    HEADER,
    LANGUAGES,
    PARTS_OF_SPEECH,
    builtin_concepts,
    builtin_faults,
    counts_by_field,
    faults,
    parse,
)


def file(*lines: str) -> str:
    return "\n".join((HEADER, *lines, ""))


def test_the_entries_have_no_faults() -> None:
    assert list(builtin_faults()) == []


def test_the_lexicon_is_as_large_as_promised() -> None:
    assert len(builtin_concepts()) >= 8000


def test_every_concept_has_terms_in_every_language_and_a_known_part_of_speech() -> None:
    for concept in builtin_concepts():
        assert all(concept.in_language(language) for language in LANGUAGES)
        assert concept.part_of_speech in PARTS_OF_SPEECH


def test_a_line_is_read_and_written_alike() -> None:
    line = "тармақша\tподпункт\tsubparagraph; sub-clause\tnoun"
    (concept,) = parse("law", file(line))
    assert concept.in_language("en") == ("subparagraph", "sub-clause")
    assert concept.line == line


def test_a_language_the_lexicon_lacks_has_no_terms() -> None:
    (concept,) = parse("law", file("бап\tстатья\tarticle\tnoun"))
    assert concept.in_language("de") == ()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("бaп\tстатья\tarticle\tnoun", "letters foreign to kk in 'бaп'"),  # the second letter is Latin
        ("бап\tстaтья\tarticle\tnoun", "letters foreign to ru"),  # Latin a
        ("бап\tстатьі\tarticle\tnoun", "letters foreign to ru"),  # Kazakh і
        ("бап\tстатья\taрticle\tnoun", "letters foreign to en"),  # Cyrillic р
        ("бап\t\tarticle\tnoun", "the ru side is empty"),
        ("бап\tстатья\tarticle \tnoun", "stray spaces"),
        ("бап\tстатья\tarticle;item\tnoun", "letters foreign to en in 'article;item'"),
        ("бап\tстатья\tnew  article\tnoun", "stray spaces"),
        ("бап\tстатья\tarticle; article\tnoun", "a term twice"),
        ("бап\tстатья\tarticle\tsubstantive", "unknown part of speech 'substantive'"),
        ("бап\tстатья\tarticle", "3 columns"),
    ],
)
def test_a_faulty_line_is_refused(line: str, complaint: str) -> None:
    (fault,) = faults("law", file(line))
    assert fault.startswith("law, line 2: ")
    assert complaint in fault


def test_a_doubled_concept_is_refused() -> None:
    (fault,) = faults("law", file("бап\tстатья\tarticle\tnoun", "бап; бабы\tстатья\tsection; article\tnoun"))
    assert fault == "law, line 3: the same concept as line 2 (бап – статья)"


def test_another_sense_of_the_same_word_is_no_doubled_concept() -> None:
    assert not list(faults("law", file("бет\tлицо\tface\tnoun", "бет\tстраница\tpage\tnoun")))
    assert not list(faults("law", file("дауыс\tголос\tvoice\tnoun", "дауыс\tголос\tvote\tnoun")))


@pytest.mark.parametrize("text", ["", "бап\tстатья\tarticle\tnoun\n"])
def test_a_file_without_its_heading_is_refused(text: str) -> None:
    assert next(faults("law", text)).startswith("law, line 1: the first line must be")


def test_counts_end_with_the_whole_lexicon() -> None:
    *fields, last = counts_by_field()
    assert last[0] == "all"
    assert last[1] == len(builtin_concepts()) == sum(int(row[1]) for row in fields)
