import pytest

from aligner.spelling.kazakh_latin import in_cyrillic


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Jaña k\u0131tap boiynşa jūmys", "жаңа кітап бойынша жұмыс"),
        ("Jańa kitap bo\u0131ynsha jumys", "жаңа кітап бойынша жұмыс"),
        ("Qazaqstan 2025, ǵylym", "қазақстан 2025, ғылым"),
    ],
)
def test_both_alphabets_become_cyrillic(latin: str, cyrillic: str) -> None:
    assert in_cyrillic(latin) == cyrillic
