"""One module per sort of file, each with `read(file: RawFile) -> Contents`; READERS says which endings it reads."""

READERS = {
    "plain_text": (".txt", ".text", ".md", ".asc"),
    "docx": (".docx", ".docm", ".dotx"),
    "odt": (".odt", ".ott", ".odp", ".otp"),
    "pptx": (".pptx", ".pptm", ".ppsx", ".potx"),
    "pdf": (".pdf",),
    "html": (".html", ".htm", ".xhtml"),
    "epub": (".epub",),
    "mail": (".eml", ".mht", ".mhtml"),
    "outlook": (".msg",),
    "rtf": (".rtf",),
    "subtitles": (".srt", ".vtt"),
    "delimited": (".tsv", ".tab", ".csv"),
    "spreadsheet": (".xlsx", ".xlsm", ".xlsb", ".ods"),
}
"""Module of this package → the file name endings it reads. A new reader is a module and a line here."""

SORTS = {
    "PDF": "pdf",
    "DOCX": "docx",
    "ODT": "odt",
    "ODP": "odt",
    "PPTX": "pptx",
    "HTML": "html",
    "EPUB": "epub",
    "RTF": "rtf",
    "MSG": "outlook",
    "XLSX": "spreadsheet",
    "ODS": "spreadsheet",
}
"""What a file is by its first bytes → the reader for it; everything else without an ending is plain text."""
