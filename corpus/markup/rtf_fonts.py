"""Which letters the bytes of an RTF file are: by the code page of their font, or of the file."""

from dataclasses import dataclass, field

from corpus.markup.symbols import symbol

_CODE_PAGES = {
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
r"""The number of a font's `\fcharset` and the code page that it means; a font with another one has that of the file."""

_SIGNS = 2
r"""The `\fcharset` of fonts whose letters are signs."""

_PRIVATE = 0xF000
"""Word adds it to the places of such fonts."""


@dataclass(slots=True)
class Font:
    r"""A font of the file: its name and its `\fcharset`."""

    name: str = ""
    charset: int = 0


@dataclass(slots=True)
class Fonts:
    """The fonts that the beginning of a file lists by their numbers, and the code page of the file."""

    code_page: str = "cp1252"
    listed: dict[int, Font] = field(default_factory=dict)

    def decoded(self, letters: bytes, number: int) -> str:
        """Bytes as the letters of a font."""
        font = self.listed.get(number, Font())
        if font.charset == _SIGNS:
            return "".join(symbol(font.name, f"{_PRIVATE + byte:X}") for byte in letters)
        return letters.decode(_CODE_PAGES.get(font.charset, self.code_page), "replace")

    def letter(self, code: int, number: int) -> str:
        r"""The letter that `\u` names: negative ones are meant beyond 32,767, signs of a font by their places."""
        unsigned = code & 0xFFFF
        font = self.listed.get(number, Font())
        is_sign = font.charset == _SIGNS and _PRIVATE <= unsigned <= _PRIVATE + 0xFF
        return symbol(font.name, f"{unsigned:X}") if is_sign else chr(unsigned)
