import pytest

from corpus.markup.symbols import symbol


@pytest.mark.parametrize(
    ("place", "sign"), [("F0B0", "°"), ("F0B1", "±"), ("F0B3", "≥"), ("F06D", "μ"), ("F0E5", "∑"), ("00B4", "×")]
)
def test_signs_of_the_font_symbol_are_unicode(place: str, sign: str) -> None:
    assert symbol("Symbol", place) == sign  # as Adobe's table has it


def test_signs_of_other_fonts_stay_and_what_is_no_number_is_no_sign() -> None:
    assert symbol("Wingdings", "F0FC") == "\uf0fc"
    assert symbol("Symbol", "") == ""
