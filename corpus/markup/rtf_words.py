r"""The control words of RTF by what they mean for the text (Rich Text Format 1.9.1)."""

LEFT_OUT = frozenset(
    "colortbl filetbl listtable info pict objdata objclass nonshppict shprslt sp template listtext pntext annotation fldinst xe "
    "tc ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonesttables upr pgptbl rsidtbl revtbl".split()
)
"""Groups whose insides are no text for readers: tables of the file, pictures, comments, field codes, numbers of lists."""

KEPT = frozenset(("shpinst", "footnote", "nesttableprops"))
r"""Groups that are read although they begin with `\*`, as others do that a program may leave out when it does not know them."""

NUMBERS_OF_LISTS = frozenset(("listtext", "pntext"))
"""Groups that hold the number or bullet of a list item."""

ENDS = frozenset(("par", "sect", "cell", "nestcell"))
"""What ends a paragraph; the cells of a table inside a cell are paragraphs of it."""

SIGNS = {
    **dict.fromkeys(("line", "page", "column", "\n", "\r"), "\n"),
    **dict.fromkeys(("emspace", "enspace", "qmspace"), " "),
    **dict(zip("emdash endash lquote rquote ldblquote rdblquote bullet".split(), "—–‘’“”•", strict=True)),
    "tab": "\t",
    "~": "\u00a0",
    "_": "-",
    "{": "{",
    "}": "}",
    "\\": "\\",
}
"""Words and signs that stand for a letter."""

HIGHER, LOWERED = frozenset(("super", "up")), frozenset(("nosupersub", "sub", "dn"))
"""What raises letters, and what sets them on the line or below it."""

OF_FONTS = frozenset(("f", "deff", "ansicpg", "fcharset"))
"""What says in which font and code page letters are."""
