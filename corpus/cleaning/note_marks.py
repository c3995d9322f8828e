"""Note marks such as [41]: set off by one space, closed inside, with one stop behind and none before."""

import re

from corpus.cleaning.steps import substitution

_MARK = r"\[ ?\d[\d,;. –-]*\]"

NOTE_MARKS = substitution(
    "note marks",
    "note marks such as [41] set off by a space, a doubled stop before them taken out",
    (
        (re.compile(r"\[ *(\d[\d,;. –-]*?) *\](?!\()"), r"[\1]"),
        (re.compile(rf"(?<=[^\W\d_]|[»”)])(?={_MARK})"), " "),
        # `болды. [11].` and `ма?». [25].`; not `т.б. [14].`
        (re.compile(rf"(?<=[^\W\d_]{{3}}|[^\W\d_][.!?][»”])\.(?= ?{_MARK}\.)"), ""),
        (re.compile(rf"({_MARK})(?=[^\W\d_])"), r"\1 "),
    ),
    sign="[",
)
