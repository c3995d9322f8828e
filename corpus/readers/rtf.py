"""RTF: paragraphs and table cells; striprtf takes the control words out."""

from corpus.contents import Blocks, Contents, RawFile
from corpus.documents import BlockKind
from corpus.errors import CorpusError


def read(file: RawFile) -> Contents:
    """The text of an RTF file, letters decoded by the code page that the file names."""
    try:
        from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise CorpusError("reading RTF needs striprtf: pip install 'tilmash[documents]'") from error
    if file.data.rstrip(b" \r\n\t\x00")[-1:] != b"}":
        raise CorpusError(f"{file.name}: the RTF is cut off, its end is missing; get it again")
    blocks = Blocks(file.name)
    rows = 0
    text: str = rtf_to_text(file.data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call] # it has no types
    for line in text.split("\n"):
        if line.endswith("|"):  # striprtf ends every cell with |
            for column, cell in enumerate(line[:-1].split("|")):
                blocks.add(cell.strip(), BlockKind.CELL, row=rows, column=column)
            rows += 1
        else:
            blocks.add(line.strip(), BlockKind.PARAGRAPH)
    return Contents(blocks.text(), tuple(blocks.gathered))
