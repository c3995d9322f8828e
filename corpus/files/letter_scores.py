"""How much a text looks like Kazakh or Russian by its letters alone, to tell encodings apart."""

from math import log10

_PER_MILLE = (
    "а100 е81 о68 н67 т65 р51 с50 ы48 л48 и46 д37 м32 к31 і28 в24 у22 п21 қ19 б19 з17 г14 я13 ж12 й12 ь9 ш8 ң8 ғ8 ч7 х6 "
    "ә5 ұ5 ц4 ө4 ю3 ү3 э2 ф2 щ2 ъ1 ё1 һ1"
)
"""Letters in a thousand of mixed Kazakh and Russian prose, rounded."""

_POINTS = {entry[0]: log10(float(entry[1:])) for entry in _PER_MILLE.split()}
_TYPOGRAPHIC = frozenset("«»„“”‘’–—…№§°·•\u00a0±×−¹²³½¼¾£€©®™µ")
_FOREIGN_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœšžÿ")
_STRANGE = -1.5
_CASE_BREAK = -1.0
_SCRIPT_BREAK = -2.0


def score(text: str) -> float:
    """The mean points of the letters beyond ASCII, about 1.4 for Kazakh and Russian and below 0.2 for a wrong encoding.

    Signs such as « and — count nothing; a text that has nothing else beyond ASCII is plausible in any case: 1.0.
    """
    points, counted = 0.0, 0
    previous, was_plain_letter = "", False
    for letter in text:
        is_plain_letter = letter.isascii() and letter.isalpha()
        if not letter.isascii() and letter not in _TYPOGRAPHIC:
            counted += 1
            points += _points(letter, previous, touches_plain_letter=was_plain_letter)
        elif is_plain_letter and previous.lower() in _POINTS:
            points += _SCRIPT_BREAK  # «мир» read in a wrong table may become «mир»
        previous, was_plain_letter = letter, is_plain_letter
    return points / counted if counted else 1.0


def _points(letter: str, previous: str, *, touches_plain_letter: bool) -> float:
    """The points of one letter beyond ASCII after the one before it."""
    small = letter.lower()
    if small in _FOREIGN_LETTERS:  # the é of «résumé»: an accent inside a Latin word
        return 1.0 if touches_plain_letter and letter == small else _STRANGE
    if small not in _POINTS:
        return _STRANGE
    points = _POINTS[small]
    if touches_plain_letter:
        points += _SCRIPT_BREAK
    if letter != small and previous.islower():  # «пРИВЕТ»: capitals and small letters changed places
        points += _CASE_BREAK
    return points
