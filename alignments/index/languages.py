"""Which languages have search tables, and whether these were filled with the words and stems as they are made now."""

import re

from alignments.errors import AlignmentsError
from alignments.index.recipe import recipe
from corpus.storage.database import Database

_NAME = re.compile(r"[a-z0-9_]{1,40}")


class IndexedLanguages:
    """The rows of the table `indexed`, read once and kept."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, tuple[str, str, bool]] | None = None

    def name(self, language: str) -> str | None:
        """What the language's search tables end in; None while it has none."""
        return self._rows().get(language, (None, "", True))[0]

    def existing(self, language: str) -> str:
        """What the search tables of a language that has some end in."""
        return self._rows()[language][0]

    def outdated(self) -> tuple[str, ...]:
        """Languages whose tables were filled with other words or stems than those made now."""
        return tuple(language for language, (_, made, _) in self._rows().items() if made != recipe(language))

    def add(self, language: str, *, is_counted: bool = True) -> str:
        """Register a language; the name its tables shall end in."""
        name = language.lower().replace("-", "_")
        if not _NAME.fullmatch(name):
            raise AlignmentsError(f"{language!r}: no language tag that can be searched; use one such as kk, ru or en")
        self._database.execute("DELETE FROM indexed WHERE language = ?", (language,))
        row = {"language": language, "name": name, "recipe": recipe(language), "is_counted": is_counted}
        self._database.insert("indexed", [row])
        self._known = None
        return name

    def counted(self) -> tuple[str, ...]:
        """Languages whose vocabulary is counted."""
        return tuple(language for language, row in self._rows().items() if row[2])

    def uncounted(self) -> tuple[str, ...]:
        """Languages whose vocabulary is to be counted again."""
        return tuple(language for language, row in self._rows().items() if not row[2])

    def mark(self, *, is_counted: bool) -> None:
        """Say of every language whether its vocabulary is counted."""
        self._database.execute("UPDATE indexed SET is_counted = ?", (is_counted,))
        self._known = None

    def forget(self) -> None:
        """Read the table again next time, after a transaction that failed or another program's work."""
        self._known = None

    def all(self) -> tuple[str, ...]:
        """Every language that has search tables."""
        return tuple(self._rows())

    def _rows(self) -> dict[str, tuple[str, str, bool]]:
        if self._known is None:
            rows = self._database.fetch("SELECT language, name, recipe, is_counted FROM indexed")
            self._known = {language: (name, made, bool(is_counted)) for language, name, made, is_counted in sorted(rows)}
        return self._known
