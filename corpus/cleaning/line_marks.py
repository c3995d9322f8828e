"""What the form of a line says: a list mark, a contact line, capitals, a stop at the end."""

import re

from corpus.alphabets import CYRILLIC_UPPER, LOWER, UPPER
from corpus.markup.raised import RAISED
from corpus.numbered_titles import DIVISION_AFTER, DIVISION_BEFORE

BULLET_SIGNS = "•●▪◦‣\u2043■□➢✓❖♦○\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076"
"""What only ever stands before an item of a list; those for private use are bullets of Word's symbol fonts."""

LIST_MARK = re.compile(
    rf"\s*(?:[-–—*·{BULLET_SIGNS}](?=\s)"
    r"|\(?\d{1,3}(?:[.-]\d{1,3})*[.)](?!\d)(?=\s|[^\W\d_]{2})|\d{1,2}(?:\.\d{1,2}){1,4}\s"
    rf"|[IVXІХ]{{1,5}}[.)]\s|\(?(?:[{LOWER}]|[ivx]{{1,4}})\)\s)"
)
"""A bullet, dash, number or letter that opens an item: `– `, `• `, `3. `, `2.4. `, `9-2. `, `а) `, `(b) `, `(iii) `, `IV. `."""

BULLET = re.compile(rf"\s*[{BULLET_SIGNS}](?=\s)")
"""A sign that only ever opens a list item."""

CODE_MARK = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){3,4}\.?\s")
"""The number of an aim in a curriculum, which no sentence goes on with: `5.1.2.1 `."""

NUMBERED_TITLE = re.compile(
    rf"\s*[«“„\"]?(?:(?:{DIVISION_BEFORE})\s(?:\d{{1,3}}(?:[.-]\d{{1,2}})*|[IVXІХ]{{1,5}})"
    rf"|(?:\d{{1,3}}(?:-\d{{1,2}})?|[IVXІХ]{{1,5}})\s?[–-]\s?(?:{DIVISION_AFTER}))\.\s+[«“„\"]?[{UPPER}]"
)
"""The number of an article or chapter with its stop, and a capital behind it: `Статья 3. Порядок …`, `9-2-бап. Кеңес`."""

NUMBERED_HEADING = re.compile(rf"\s*\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}\s[{UPPER}][^.!?;:]{{2,79}}")
"""A heading of a report with its number, no stop behind either: `3 Көрсеткіштер`, `2.1 Новые книги`."""

TABLE_ROW = re.compile(r"   (?<=\S   ) *\S")
"""A line whose words stand in columns: `Кітап    12      3 500 тг`."""

FOOT_MARK = re.compile(rf"\s*(?:[{RAISED}]+\s?(?=[^\W\d_])|(?:\d{{1,2}}|\*+)(?=[{UPPER}]|e-?mail))")
"""A raised or plain number or a star before a word: an affiliation or a footnote begins: `²Торайғыров университеті`."""

HANGING_DASH = re.compile(r"[.!?…,»”]\s[–—-]\s*$")
"""A dash behind a stop at the end of a line: `– деді әкім. –`."""

_DATE = (
    r"(?:\d{4}\s?(?:жылғы|жыл|ж\.)\s?(?:«?\d{1,2}»?\s[^\W\d_]{3,9})|«?\d{1,2}»?\s[^\W\d_]{3,9}\s\d{4}\s?(?:года|год|г\.|жыл|ж\.)?"
    r"|\d{1,2}\.\d{1,2}\.\d{4}\s?(?:г\.|ж\.|года)?)(?:\s*№\s?\S{1,12})?"
)
DATE_ALONE = re.compile(rf"\s*{_DATE}\s*")
"""Nothing but a date, with or without a number: `2024 жылғы 12 наурыз № 45`, `12 марта 2024 года`, `12.03.2024 г.`."""

PLACE = re.compile(rf"\s*(?:г\.|гор\.|город|с\.|село|пос\.|посёлок|поселок|ауыл)\s?(?=[{CYRILLIC_UPPER}])")
"""A small word before the name of a place: `г. Астана`, `село Аксу`."""

_NAMED = rf"(?:{PLACE.pattern}[^\W\d_][\w-]{{2,24}}|[^\W\d_][\w-]{{2,24}}\s(?:қ\.|қаласы|а\.|ауылы))"
PLACE_AND_DATE = re.compile(rf"\s*(?:{_NAMED},?\s+{_DATE}|{_DATE},?\s+{_NAMED})\s*")
"""Where and when a paper was made and nothing else: `г. Кокшетау   18 января 2024 года`, `2024 жылғы 18 қаңтар, Көкшетау қ.`."""

CODE_ALONE = re.compile(r"\s*(?:ISSN|ISBN|DOI|УДК|ӘОЖ|UDC|ББК|КБЖ|МРНТИ|ҒТАМР|FTAMP|IRSTI)\b[\s:.№]*[\d(][\d\s().,;:/\[\]+–XХ-]*")
"""Nothing but the number a catalogue knows a text by: `ISSN 2789-1234`, `УДК 02:004.9`."""

_SORT = re.compile(
    f"(?P<bullet>{BULLET.pattern})"
    r"|(?P<dotted>\s*\d{1,2}(?:\.\d{1,2}){1,4}\.?\s)"
    rf"|(?P<dash>\s*[-–—*]\s)|(?P<bracket>\s*\(?\d{{1,3}}(?:-\d{{1,2}})?\))|(?P<number>\s*\d{{1,3}}(?:-\d{{1,2}})?\.\s)|(?P<letter>\s*\(?(?:[{LOWER}]|[ivx]{{1,4}})\)\s)"
)

CONTACT = re.compile(
    r"\s*(?:(?:тел|факс|моб|ұялы тел|whatsapp|tel|phone|fax|mob|e-?mail|эл\.?\s?почта|эл\.?\s?пошта|web|сайт|site)\b[\s.:+(]"
    r"|(?:исп|орынд)\.\s?(?=[^\W\d_])|https?://|www\.|\S+@\S+\.\w)",
    re.IGNORECASE,
)
"""A line that opens with a telephone, fax, mail or web address, or says who wrote the letter: it is a line of its own."""

CLOSING = re.compile(
    r"\s*(?:Құрметпен|Сәлеммен|(?:Ізгі|Игі) (?:ниетпен|тілекпен)"
    r"|С (?:глубоким )?уважением|С наилучшими пожеланиями|Искренне Ваша?"
    r"|Yours (?:sincerely|faithfully|truly)|Sincerely(?: yours)?|(?:Kind|Best|Warm) regards|Regards|(?:With )?[Bb]est wishes)"
    r"[,.!]?\s*"
)
"""What a letter closes with, above the name: `Құрметпен,`."""

_INITIALS, _SURNAME = rf"(?:[{UPPER}]\.\s?){{1,2}}", rf"[{UPPER}][^\W\d_]+"
SIGNATURE = re.compile(rf"[^\W\d_]\s(?:{_INITIALS}{_SURNAME}|{_SURNAME}\s{_INITIALS})\s*$")
"""A line that ends with a name and its initials: `Министр А. Жұмағалиев`, `директор Ибраева Р.`."""

KINDS_OF_PAPER = frozenset(
    "БҰЙРЫҚ ҚАУЛЫ ШЕШІМ ҮКІМ ХАТТАМА ӨКІМ ЖАРЛЫҚ ҰЙҒАРЫМ АКТ АНЫҚТАМА ЕСЕП ӨТІНІШ СЕНІМХАТ "
    "ПРИКАЗ ПОСТАНОВЛЕНИЕ РЕШЕНИЕ ПРИГОВОР ПРОТОКОЛ РАСПОРЯЖЕНИЕ УКАЗ ОПРЕДЕЛЕНИЕ СПРАВКА ОТЧЁТ ОТЧЕТ ЗАЯВЛЕНИЕ ДОВЕРЕННОСТЬ "
    "ORDER DECISION RESOLUTION JUDGMENT PROTOCOL DECREE MINUTES".split()
)
"""What stands alone on the line below a letterhead; forms that go on with it, such as ЗАҢЫ and ҚАУЛЫСЫ, are none."""

_SCRIPTS = (("Latin", re.compile("[A-Za-z\u00c0-\u024f]")), ("Cyrillic", re.compile("[\u0400-\u052f]")))
_DIVIDED = re.compile("[^\\W_][-\u2010–]")
_ENDS_SENTENCE = re.compile(rf"[.!?…][»”\"')\]]*[{RAISED}]*(?:\s*\[[\d,;\s–-]+\]\.?)?\s*$")
_OPEN_END = re.compile(r".?[,«“(\[]|\s[–—-]|[^\W\d_]–")
_STARTS_LOW = re.compile(r"\s*[«»“„\"(\[…]*\.{0,3}\s?(?P<first>\w)")
_STARTS_CLOSING = re.compile(r"\s*(?:[)\]”,;:.!?%]|»(?![^\W\d_]))(?!\.\.)")


def is_divided(line: str) -> bool:
    """True when a line ends inside a word or compound: `Оппози-`, `общественно–`."""
    return _DIVIDED.fullmatch(line.rstrip()[-2:]) is not None


def ends_sentence(line: str) -> bool:
    """True when a line ends with a stop, closing quotes and note marks apart."""
    return _ENDS_SENTENCE.search(line) is not None


def stays_open(line: str) -> bool:
    """True when a line cannot be the end of anything: it ends with a comma, a dash or an opening mark."""
    return _OPEN_END.fullmatch(line.rstrip()[-2:]) is not None


def starts_low(line: str) -> bool:
    """True when a line begins with a small letter or a closing mark, so that it continues something."""
    if _STARTS_CLOSING.match(line):
        return True
    first = _STARTS_LOW.match(line)
    return first is not None and first["first"].islower()


def starts_high(line: str) -> bool:
    """True when the first letter of a line is a capital."""
    first = _STARTS_LOW.match(line)
    return first is not None and first["first"].isupper()


def is_capitals(line: str) -> bool:
    """True for a line of at least four letters, all capitals."""
    return line.isupper() and sum(map(str.isalpha, line)) >= 4


def scripts(line: str) -> frozenset[str]:
    """Which of the scripts Latin and Cyrillic the line has letters of."""
    return frozenset(name for name, letter in _SCRIPTS if letter.search(line))


def have_same_mark(first: str, second: str) -> bool:
    """True when two lines open with the same sort of list mark."""
    one = _SORT.match(first)
    other = _SORT.match(second) if one is not None else None
    return one is not None and other is not None and one.lastgroup == other.lastgroup
