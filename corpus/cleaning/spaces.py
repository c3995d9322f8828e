"""Spaces where they belong: none before a stop or inside quotation marks, one behind a stop and between words glued together."""

import re

from corpus.alphabets import CYRILLIC_LOWER, CYRILLIC_UPPER, LOWER, UPPER
from corpus.cleaning.steps import substitution

_CYRILLIC = f"{CYRILLIC_UPPER}{CYRILLIC_LOWER}"
_SUFFIX = (
    "(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|да|де|та|те|дан|ден|тан|тен|нан|нен|ды|ді|ты|ті|ны|ні|мен|бен|пен"
    "|дағы|дегі|тағы|тегі|лық|лік|дық|дік|тық|тік|лар|лер|дар|дер|тар|тер|шы|ші|ша|ше|ом|ами)"
)

SPACES = substitution(
    "spaces",
    "no space before a stop or inside quotation marks and brackets",
    (
        # `( ).`: what stood between was a link that the converter moved
        (re.compile(r"(?<=[\w»”\")\]%]) +(?=[,;!?](?![)(])|:(?! ?\d)|\.(?![.\w]))"), ""),
        # German books quote the other way round: `sagte Benno. »Nein« – er`, `„Nein“ sagte`
        (re.compile(r"(?<=[\w.!?…,»”%]) +(?=[)\]”]|»(?![A-Za-zÀ-ž]))"), ""),
        (re.compile(r"(?:(?<=^[«“(\[])|(?<=[^\w.!?…,»”][«“(\[])) +(?=\S)"), ""),
    ),
)

GLUED_WORDS = substitution(
    "glued words",
    "a space put between words that ran together behind a stop or quotation mark",
    (
        # `табылады.Сондықтан` and `республикалық.15 тілде`; not `Ар.Рух.Хак`, not an address
        (
            re.compile(rf"(?<![\w.@/])([{LOWER}]{{3,}}+[.!?…])(?=[{UPPER}][{LOWER}]+(?![{LOWER}]*[.@/]\w)|\d{{1,4}} [{LOWER}])"),
            r"\1 ",
        ),
        # `дамуы,оның`
        (re.compile(rf"([,;:])(?<=[{_CYRILLIC}]{{2}}.)(?=[{_CYRILLIC}]{{2}})"), r"\1 "),
        # `керек»деп`; but the suffix of `«Алаш»тың` belongs to the word
        (re.compile(rf"»(?<=[\w.!?…)].)(?=[{_CYRILLIC}A-Za-z])(?!{_SUFFIX}(?!\w))"), "» "),
        # `қойды«...` and `ішінара[12]` are left to the note marks; here the opening mark only
        (re.compile(rf"«(?<=[{LOWER}].)(?=[\w.…])"), " «"),
        # `more than300 books`
        (re.compile(r"\b(than|from|about|over|under|nearly|of|in|by)(?=\d{2})"), r"\1 "),
        # `Facebookи Twitter`
        (re.compile(r"(?<=[A-Za-z]{3})(и|және|мен)(?= [A-Z])"), r" \1"),
    ),
)
