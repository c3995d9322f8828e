"""Kazakh in both Latin alphabets, read as Cyrillic."""

import pytest

from aligner.beads import Side
from aligner.spelling.kazakh_latin import in_cyrillic, side_in_cyrillic
from aligner.words import stem


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Jaña k\u0131tap boiynşa jūmys", "Жаңа кітап бойынша жұмыс"),
        ("Jańa kitap bo\u0131ynsha jumys", "Жаңа кітап бойынша жұмыс"),
        ("Qazaqstan 2025, ǵylym", "Қазақстан 2025, ғылым"),
        ("Izg\u0131 niet, \u0130ran, www.kitap.kz, a.omar@kitap.kz", "Ізгі ниет, Иран, www.kitap.kz, a.omar@kitap.kz"),
    ],
)
def test_both_alphabets_become_cyrillic_but_for_addresses(latin: str, cyrillic: str) -> None:
    assert in_cyrillic(latin) == cyrillic


def test_a_side_is_in_one_alphabet_though_some_segments_have_no_accent() -> None:
    side = side_in_cyrillic(Side("kk-Latn", ("Kitap bar.", "Jańa kitap bar."), frozenset({0})))
    assert side == Side("kk", ("Кітап бар.", "Жаңа кітап бар."), frozenset({0}))
    russian = Side("ru", ("Книга есть.",))
    assert side_in_cyrillic(russian) is russian


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("kitaphana", "кітапхана"),
        ("kitaphanasynyń", "кітапханасының"),
        ("k\u0131taphanalardağy", "кітапханалардағы"),
        ("kel\u0131s\u0131mder\u0131n", "келісімдерін"),
        ("barmaidy", "бармайды"),
    ],
)
def test_forms_in_latin_letters_have_the_stem_of_those_in_cyrillic_ones(latin: str, cyrillic: str) -> None:
    assert stem(latin, "kk-Latn") == stem(cyrillic, "kk")
    assert stem(latin, "kk-Latn-KZ") == stem(cyrillic, "kk")
    assert stem(latin, "kk") == latin
