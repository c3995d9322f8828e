"""The letters of Kazakh, Russian and English, written for the inside of a character class: `[{UPPER}]`."""

CYRILLIC_UPPER = "А-ЯЁӘҒҚҢӨҰҮҺІ"
CYRILLIC_LOWER = "а-яёәғқңөұүһі"
UPPER = f"A-Z{CYRILLIC_UPPER}"
LOWER = f"a-z{CYRILLIC_LOWER}"
