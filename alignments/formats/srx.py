"""SRX 2.0: our segmentation rules for Kazakh, Russian and English, for tools that cut texts themselves."""

from typing import IO

from alignments.files.options import WriteOptions
from corpus.segmentation.srx import srx


def write(_nothing: object, stream: IO[str], _options: WriteOptions = WriteOptions()) -> None:  # noqa: B008 - frozen
    """Write the rules of all languages."""
    stream.write(srx())
