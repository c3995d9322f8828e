"""Kazakh letters by their sound: which endings may follow which, and which vowels go together."""

BACK, FRONT = "аоұыяё", "әеөүіэ"
"""An ending has the row of the last vowel before it; и, у and ю belong to both rows."""

FULL_VOWELS = BACK + FRONT
GLIDES = "иуюй"
NASALS = "мнң"
LIQUIDS = "рл"
BUZZING = "зжбвгғд"
VOICED = GLIDES + LIQUIDS + BUZZING
VOICELESS = "пткқсшщчцхфһбвгд"
"""Loans end in б в г д and sound voiceless: клуб-тан, округ-тің."""

CONSONANTS = VOICED + NASALS + VOICELESS
SOFT_SIGN = "ь"

HARDENED = {"г": "к", "ғ": "қ", "б": "п"}
"""What a last к, қ or п becomes before a vowel, and back: кітап – кітабы, жүрек – жүрегі."""

_WAVERING = ("ь", "ов", "ев", "к", "г")
_ROW = {letter: row for row, letters in (("back", BACK), ("front", FRONT)) for letter in letters}


def row(stem: str) -> str:
    """`back` or `front` by the last vowel, `both` where usage wavers, empty without any vowel.

    It wavers after и, у, ю (тарихы, режимі), a soft sign (рольдер), к and г, which behind a back vowel are foreign
    (банктің), and in Russian surnames (Әуезовтің).
    """
    if stem.endswith(_WAVERING):
        return "both"
    for letter in reversed(stem):
        if letter in _ROW:
            return _ROW[letter]
        if letter in "иую":
            return "both"
    return ""


def hardened(stem: str) -> str:
    """The stem with its last letter as it is when nothing follows: жүрег → жүрек."""
    return stem[:-1] + HARDENED.get(stem[-1], stem[-1]) if stem else stem


def syllables(stem: str) -> int:
    """How many vowels there are; у and и behind a vowel are glides: тау has one."""
    count, before = 0, ""
    for letter in stem:
        if letter in _ROW or (letter in "иую" and before not in _ROW):
            count += 1
        before = letter
    return count
