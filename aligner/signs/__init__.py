"""Signs that survive translation: numbers, dates, names, abbreviations, list marks, each in its own module."""
