"""Measures that translators convert: «20 футқа» beside «6 метров»."""

import re

_MEASURE = re.compile(
    r"[\s-]*(?:\w+[\s-])?(?:mph|miles?|feet|foot|ft|inch|yards?|pounds?|lbs?|gallons?|acres?|°?[FC]\b|фут|мил[ья]|дюйм|ярд|акр|галлон|"
    r"фунт|km|metres?|meters?|cm|kg|kilo|litres?|hectares?|км|м\b|метр|см|сантиметр|кг|килограмм|литр|га\b|гектар|градус|degrees)",
    re.IGNORECASE,
)

_FACTORS = (2.54, 1.609, 0.3048, 0.9144, 0.4536, 0.4047, 3.785)
"""Inch in centimetres, mile in kilometres, foot and yard in metres, pound in kilograms, acre in hectares, gallon in litres."""

TOLERANCE = 0.08
"""«385 миль» becomes «620 км»: what is converted is rounded."""


def is_measure(text: str, stop: int) -> bool:
    """True when a unit of measure follows the number that ends here: «20 футқа», «85-mph winds»."""
    return _MEASURE.match(text, stop) is not None


def is_converted(value: str, other: str) -> bool:
    """True when one number is the other in another system of measures: 10 inches are 25 centimetres."""
    first, second = float(value), float(other)
    if min(first, second) <= 0:
        return False
    if min(abs(first * 9 / 5 + 32 - second), abs(second * 9 / 5 + 32 - first)) <= 1:
        return True
    ratios = (first / second, second / first)
    return any(abs(ratio / factor - 1) <= TOLERANCE for ratio in ratios for factor in _FACTORS)
