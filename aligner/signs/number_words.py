"""Numbers written as words in Kazakh, Russian and English, in any case and as ordinals, and the words for thousands and more."""

import re
from functools import cache, lru_cache

from aligner.stemming.kazakh import kazakh_stem


def _counted(start: int, step: int, words: str) -> dict[str, int]:
    """Words that count up from a start by a step."""
    return {word: start + step * number for number, word in enumerate(words.split())}


_KAZAKH = {
    **_counted(0, 1, "нөл бір екі үш төрт бес алты жеті сегіз тоғыз"),
    **_counted(10, 10, "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан жүз"),
    **_counted(1, 1, "біреу екеу үшеу төртеу бесеу алтау жетеу"),
}
_KAZAKH_ORDINAL = re.compile(r"(.+?)[ыі]?нш[ыі].*")

_RUSSIAN_FORMS = {
    0: "ноль нуль ноля нуля нолю нулю нуле нолем нулем",
    1: "один одна одно одного одной одному одним одном одну",
    2: "два две двух двум двумя двое двоих двоим",
    3: "три трех трем тремя трое троих троим",
    4: "четыре четырех четырем четырьмя четверо четверых",
    5: "пять пяти пятью пятеро пятерых",
    6: "шесть шести шестью шестеро шестерых",
    7: "семь семи семью семеро семерых",
    8: "восемь восьми восемью восьмью",
    9: "девять девяти девятью",
    10: "десять десяти десятью",
    11: "одиннадцать одиннадцати одиннадцатью",
    12: "двенадцать двенадцати двенадцатью",
    13: "тринадцать тринадцати тринадцатью",
    14: "четырнадцать четырнадцати четырнадцатью",
    15: "пятнадцать пятнадцати пятнадцатью",
    16: "шестнадцать шестнадцати шестнадцатью",
    17: "семнадцать семнадцати семнадцатью",
    18: "восемнадцать восемнадцати восемнадцатью",
    19: "девятнадцать девятнадцати девятнадцатью",
    20: "двадцать двадцати двадцатью",
    30: "тридцать тридцати тридцатью",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти пятьюдесятью",
    60: "шестьдесят шестидесяти шестьюдесятью",
    70: "семьдесят семидесяти семьюдесятью",
    80: "восемьдесят восьмидесяти восемьюдесятью",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трехсот тремстам тремястами трехстах",
    400: "четыреста четырехсот четыремстам четырьмястами четырехстах",
    500: "пятьсот пятисот пятистам пятьюстами пятистах",
    600: "шестьсот шестисот шестистам шестьюстами шестистах",
    700: "семьсот семисот семистам семьюстами семистах",
    800: "восемьсот восьмисот восьмистам восемьюстами восьмистах",
    900: "девятьсот девятисот девятистам девятьюстами девятистах",
}
_RUSSIAN_ORDINALS = {
    **_counted(
        1, 1, "перв втор треть четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат"
    ),
    **_counted(16, 1, "шестнадцат семнадцат восемнадцат девятнадцат двадцат"),
    **_counted(30, 10, "тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност сот"),
    **_counted(200, 100, "двухсот трехсот четырехсот пятисот"),
    "тысячн": 1000,
}
_RUSSIAN_ENDING = re.compile(r"(?:[ыои]й|[аяео]я|[ое]е|[ое]го|[ое]му|[ыи]ми?|[ое]м|ые|ых|ую|ей|и[хм]?|я|е|ю)")
_RUSSIAN_COMPOUND = re.compile(
    r"(одно|двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|двенадцати|пятнадцати|двадцати|тридцати|сорока|пятидесяти|сто)"
    r"(?=лет|днев|суточ|недельн|месячн|часов|минутн|этаж|сторон|кратн|процентн|мест|метров|балльн|ступенч|класс|уровнев|томн)"
)
"""Words such as четырехдневный, трехэтажный, десятилетие."""

_RUSSIAN: dict[str, float] = {form: value for value, forms in _RUSSIAN_FORMS.items() for form in forms.split()}
_RUSSIAN |= dict.fromkeys(("полтора", "полторы", "полутора"), 1.5)

_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH = {
    **_counted(0, 1, f"zero one two three four five six seven eight nine ten {_TEENS}"),
    **_counted(1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
    **_counted(13, 1, "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"),
    **_counted(20, 10, _TENS),
    **_counted(20, 10, _TENS.replace("ty", "tieth")),
    "hundred": 100,
    "hundredth": 100,
    "once": 1,
    "twice": 2,
    "dozen": 12,
}

_SCALES = {
    "kk": {"мың": 3, "миллион": 6, "млн": 6, "миллиард": 9, "млрд": 9, "триллион": 12, "трлн": 12},
    "ru": {"тыс": 3, "тысяч": 3, "млн": 6, "миллион": 6, "млрд": 9, "миллиард": 9, "трлн": 12, "триллион": 12},
    "en": {"thousand": 3, "million": 6, "mln": 6, "mn": 6, "billion": 9, "bln": 9, "bn": 9, "trillion": 12, "trln": 12, "tn": 12},
}
_BEGINNING = 3
_RUSSIAN_SCALE = re.compile(r"(тыс|тысяч|млн|миллион|млрд|миллиард|трлн|триллион)(?:а|ы|у|е|ей|ами|ам|ах|ов|ом|ью|и)?")


_WORDS = {"kk": [*_KAZAKH], "ru": [*_RUSSIAN, *_RUSSIAN_ORDINALS, "третий"], "en": [*_ENGLISH]}


@cache
def candidate_words(language: str) -> re.Pattern[str] | None:
    """Finds in a small-letter text the words that begin as number words do; None for a language without them.

    What stands before is looked at behind the first letter: a pattern that begins with letters is found faster.
    """
    if language not in _WORDS:
        return None
    beginnings: dict[str, set[str]] = {}
    for word in (*_WORDS[language], *_SCALES[language]):
        beginnings.setdefault(word[0], set()).add(word[1:_BEGINNING])
    known = (rf"{first}(?<![^\W\d_].)(?:{'|'.join(sorted(rest))})" for first, rest in beginnings.items())
    return re.compile(rf"(?:{'|'.join(known)})[^\W\d_]*")


@lru_cache(maxsize=1 << 16)
def scale(word: str, language: str) -> int:
    """The power of ten that a folded word stands for behind a number: 6 for млн, миллионнан, million; 0 for other words."""
    known = _SCALES.get(language, {})
    if language == "kk":
        return known.get(word) or known.get(kazakh_stem(word), 0)
    if language == "ru":
        match = _RUSSIAN_SCALE.fullmatch(word)
        return known[match[1]] if match else 0
    return known.get(word, 0)


@lru_cache(maxsize=1 << 16)
def number_of(word: str, language: str) -> float | None:
    """The number that a folded word names, as a cardinal or ordinal, below a thousand; None for other words."""
    if language == "kk":
        ordinal = _KAZAKH_ORDINAL.fullmatch(word)
        return _KAZAKH.get(kazakh_stem(_soft_ended(ordinal[1])) if ordinal else kazakh_stem(word))
    if language == "ru":
        return _russian_number(word)
    return _ENGLISH.get(word) if language == "en" else None


def _soft_ended(stem: str) -> str:
    """The cardinal of an ordinal that lost its last vowel or hardened it: жиырмасыншы, қырқыншы."""
    return {"қырқ": "қырық", "жиырмас": "жиырма"}.get(stem, next((full for full in _KAZAKH if full[:-1] == stem), stem))


def _russian_number(word: str) -> float | None:
    if word in _RUSSIAN:
        return _RUSSIAN[word]
    if compound := _RUSSIAN_COMPOUND.match(word):
        return _RUSSIAN.get(compound[1], 1)
    stem = next(
        (stem for stem in _RUSSIAN_ORDINALS if word.startswith(stem) and _RUSSIAN_ENDING.fullmatch(word, len(stem))), None
    )
    return 3 if word == "третий" else _RUSSIAN_ORDINALS[stem] if stem else None
