"""Entries of a table of contents: the page at their end belongs to the paper, not to the text."""

import re

_PAGE = re.compile(r"[ \t.\u2026]*\t[ \t]*(?:\d{1,4}|[ivxl]{1,7})\s*\Z", re.IGNORECASE)


def without_page(entry: str) -> str:
    """The text of an entry without the tab and the page behind it: `Кіріспе⇥3` → `Кіріспе`."""
    return _PAGE.sub("", entry)
