"""Files of every sort, written as plainly as their formats allow."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

import pytest

Text = tuple[float, float, float, str]
"""x, y (points from the lower left corner), size of type, text."""
MakePdf = Callable[..., bytes]
MakeZip = Callable[[Mapping[str, str | bytes]], bytes]

_DESCENDANT = (
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 600"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    " /FontDescriptor << /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -200 1000 800]"
    " /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>"
)
_BOLD = _DESCENDANT.replace("/Plain", "/Plain-Bold")
_MAP_BEGIN = (
    "/CIDInit /ProcSet findresource begin begincmap /CMapName /C def 1 begincodespacerange <0000> <FFFF> endcodespacerange"
)


@pytest.fixture
def make_pdf() -> MakePdf:
    return pdf_of


@pytest.fixture
def make_zip() -> MakeZip:
    return zip_of


def zip_of(members: Mapping[str, str | bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def pdf_of(*pages: Sequence[Text], rotate: int = 0, matrix: str = "1 0 0 1", figures: str = "") -> bytes:
    """A PDF whose letters are all 0.6 of their size wide; texts are drawn in the order given, behind the figures (operators).

    The font /F is plain, /B bold; it has the letters of the texts.
    """
    used = sorted({ord(letter) for page in pages for *_, text in page for letter in text})
    mapping = "".join(f"1 beginbfchar <{code:04X}> <{code:04X}> endbfchar\n" for code in used)
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        _DESCENDANT,
        _stream(f"{_MAP_BEGIN}\n{mapping}endcmap end"),
    ]
    for number, page in enumerate(pages):
        drawn = f"{figures}\n" + "".join(
            f"BT /F {size} Tf {matrix} {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n" for x, y, size, text in page
        )
        bold = f"<< /Type /Font /Subtype /Type0 /BaseFont /B /Encoding /Identity-H /DescendantFonts [{_BOLD}] /ToUnicode 5 0 R >>"
        shown = f"/MediaBox [0 0 600 800] /Rotate {rotate} /Resources << /Font << /F 3 0 R /B {bold} >> >>"
        bodies += [f"<< /Type /Page /Parent 2 0 R {shown} /Contents {7 + 2 * number} 0 R >>", _stream(drawn)]
    return _assembled(bodies)


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex()


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _assembled(bodies: Sequence[str]) -> bytes:
    written = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}".encode("ascii") + end.encode("ascii")
