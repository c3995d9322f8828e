"""One module per sort of file, each with `read(file: RawFile) -> Contents`; READERS says which endings it reads."""

READERS = {
    "plain_text": (".txt", ".text", ".md", ".asc"),
    "pdf": (".pdf",),
}
"""Module of this package → the file name endings it reads. A new reader is a module and a line here."""

SORTS = {"PDF": "pdf"}
"""What a file is by its first bytes → the reader for it; everything else without an ending is plain text."""
