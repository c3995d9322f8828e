"""Which files belong together by their names: `report_kk.docx`, `report.ru.docx` and `en/report.docx` are the group `report`."""

import re
from collections.abc import Mapping
from pathlib import PurePath

from corpus.languages import ENGLISH, KAZAKH, LANGUAGE_NAMES, OTHER_LANGUAGE_NAMES, RUSSIAN

_MARKS = {
    **LANGUAGE_NAMES,
    **dict.fromkeys(("kk-kz", "kk_kz"), KAZAKH),
    **dict.fromkeys(("ru-ru", "ru_ru", "ru-kz"), RUSSIAN),
    **dict.fromkeys(("en-us", "en_us", "en-gb"), ENGLISH),
}
"""How people mark a file's language in its name or in its folder's name."""

_FOLDERS = _MARKS | OTHER_LANGUAGE_NAMES

_BEFORE = frozenset({"на", "in"})
_BEHIND = frozenset(
    {"яз", "язык", "языке", "версия", "вариант", "version", "language", "тіл", "тілі", "тілінде", "нұсқа", "нұсқасы"}
)
"""Words that stand around a mark and belong to it: `(на каз. яз.)`, `қазақ тілінде`, `русская версия`."""

_PARTS = re.compile(r"[^ ._()\[\]-]+")
_EDGES = " ._-()[]"


def language_mark(name: str) -> tuple[str, str | None]:
    """A name without its mark, and the language marked: `report_kk` → (`report`, `kk`).

    A mark stands first or last between separators; a name with several marks (`kk-ru dictionary`) is left as it is. Marks of
    languages that are not recognised (`report_de`) stand last.
    """
    parts = list(_PARTS.finditer(name))
    words = [part[0].lower() for part in parts]
    places = [place for place, word in enumerate(words) if word in _MARKS]
    if not places and len(words) > 1 and words[-1] in OTHER_LANGUAGE_NAMES:
        return name[: parts[-1].start()].rstrip(_EDGES), OTHER_LANGUAGE_NAMES[words[-1]]
    if len(places) != 1:
        return name, None
    first = last = places[0]
    while first > 0 and words[first - 1] in _BEFORE:
        first -= 1
    while last + 1 < len(words) and words[last + 1] in _BEHIND:
        last += 1
    before, after = name[: parts[first].start()].rstrip(_EDGES), name[parts[last].end() :].lstrip(_EDGES)
    return (before or after, _MARKS[words[places[0]]]) if bool(before) != bool(after) else (name, None)


def strange_language(path: str) -> str | None:
    """The language that a name (`report_de.txt`) or its folder (`de/report.txt`) gives when it is none of those recognised."""
    file = PurePath(path)
    language = language_mark(file.stem)[1] or _FOLDERS.get(file.parent.name.lower())
    return language if language in OTHER_LANGUAGE_NAMES.values() else None


def group_key(path: str) -> str:
    """The path without its ending, its language mark and a folder that is named after a language."""
    file = PurePath(path)
    stem, _ = language_mark(file.stem)
    folders = [folder for folder in file.parent.parts if folder.lower() not in _FOLDERS]
    return str(PurePath(*folders, stem)) if len(file.parent.parts) - len(folders) <= 1 else str(file.parent / stem)


def group_name(path: str, taken: Mapping[str, str]) -> str:
    """A short name for the group of a file: its bare name, with folders before it where another group has that name.

    `taken` says which groups exist already: name → key of one of their files.
    """
    key = PurePath(group_key(path))
    for length in range(1, len(key.parts) + 1):
        name = " ".join(str(PurePath(*key.parts[-length:])).split())
        if name not in taken or _is_one_place(taken[name], str(key)):
            return name
    return str(key)


def _is_one_place(one: str, other: str) -> bool:
    """True when one path is the end of the other: `docs/report` and `/home/aliya/docs/report`."""
    shorter, longer = sorted((PurePath(one).parts, PurePath(other).parts), key=len)
    return longer[len(longer) - len(shorter) :] == shorter
