"""Units of measure behind a number, and whether two amounts are the same in miles and kilometres, inches and centimetres …"""

import re

_UNITS = {
    "mile": r"мил[яьи]|miles?\b|mph\b",
    "km": r"км|километр|шақырым|km|kph\b|kilomet",
    "foot": r"фут|feet\b|foot\b|ft\b",
    "m": r"м\b|метр|m\b|met(?:er|re)",
    "inch": r"дюйм|inch",
    "cm": r"см\b|сантиметр|cm\b|centimet",
    "pound": r"фунт|pound|lbs?\b",
    "kg": r"кг|килограмм|келі|kg|kilo(?:gram|s?\b)",
    "degree": r"градус|degree|°",
    "acre": r"акр|acre",
    "ha": r"га\b|гектар|hectare|ha\b",
}
_BEHIND = re.compile(
    r"[\s\u00a0-]{0,2}(?:(?:to|до|ден|дан|-|–|—)?[\s\u00a0-]{0,2}\d[\d.,]{0,12}[\s\u00a0-]{0,2})?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())
    + ")",
    re.IGNORECASE,
)
"""A unit stands behind the last number of a range: 2 to 4 inches."""

_IN_ANOTHER = {
    ("mile", "km"): 1.609,
    ("foot", "m"): 0.3048,
    ("inch", "cm"): 2.54,
    ("pound", "kg"): 0.4536,
    ("acre", "ha"): 0.4047,
}
_ROUNDED = 0.06
"""How far translators round, as a share of the amount: 20 feet are 6 metres."""

_FREEZING, _STEP = 32, 5 / 9


def unit_behind(text: str, stop: int) -> str:
    """The unit that the number ending at an offset is counted in; empty when there is none that is ever converted."""
    match = _BEHIND.match(text, stop)
    return match.lastgroup or "" if match else ""


def is_converted(amount: str, unit: str, other_amount: str, other_unit: str) -> bool:
    """True when one amount is the other one in a unit of another system: 10 inches, 25 cm; 80 degrees, 27 degrees."""
    first, second = _size(amount), _size(other_amount)
    if first is None or second is None:
        return False
    if unit == other_unit == "degree":
        return _is_fahrenheit(first, second) or _is_fahrenheit(second, first)
    if (other_unit, unit) in _IN_ANOTHER:
        first, second, unit, other_unit = second, first, other_unit, unit
    factor = _IN_ANOTHER.get((unit, other_unit))
    return factor is not None and abs(first * factor - second) <= _ROUNDED * first * factor


def _is_fahrenheit(fahrenheit: float, celsius: float) -> bool:
    return abs((fahrenheit - _FREEZING) * _STEP - celsius) <= 1


def _size(amount: str) -> float | None:
    return float(amount) if amount.count(".") <= 1 else None
