"""Arguments and options that name languages: one, several, pairs of them, a tag for another, the language of a file."""

import re

import click

from corpus.errors import CorpusError
from corpus.languages import canonical_tag, known_tag


class LanguageTag(click.ParamType[str]):
    """A BCP 47 tag, brought into canonical form; `of_files` takes those of files, whether there is such a language or not."""

    name = "LANG"

    def __init__(self, *, of_files: bool = False) -> None:
        self._read = canonical_tag if of_files else known_tag

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The canonical tag, or wrong use."""
        try:
            return self._read(str(value))
        except CorpusError as error:
            self.fail(str(error), param, ctx)


class LanguageTags(click.ParamType[tuple[str, ...]]):
    """Several tags, separated by commas."""

    name = "LANG,LANG"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The canonical tags in the order given, each once; at least one."""
        if isinstance(value, tuple):
            return value
        tags = dict.fromkeys(LANGUAGE.convert(tag, param, ctx) for tag in str(value).split(",") if tag.strip())
        if not tags:
            self.fail(f"{value!r} names no language; write kk,ru", param, ctx)
        return tuple(tags)


class LanguagePair(click.ParamType[tuple[str, str]]):
    """Two languages, the source first: `kk-ru`, `kk-Latn-ru`, or `kk,ru` where hyphens do not tell the tags apart."""

    name = "LANG-LANG"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The two canonical tags."""
        if isinstance(value, tuple):
            return value
        text = str(value).strip()
        tags = [LANGUAGE.convert(tag, param, ctx) for tag in (text.split(",") if "," in text else _two_tags(text))]
        if len(set(tags)) != 2:
            self.fail(f"{text!r} is no pair of languages; write kk-ru or kk-Latn-ru", param, ctx)
        return tags[0], tags[1]


class LanguagePairs(click.ParamType[tuple[tuple[str, str], ...]]):
    """Pairs of languages, separated by commas: `kk-ru,ru-en`."""

    name = "LANG-LANG,…"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[tuple[str, str], ...]:
        """The pairs in the order given; at least one."""
        if isinstance(value, tuple):
            return value
        pairs = tuple(PAIR.convert(pair, param, ctx) for pair in str(value).split(",") if pair.strip())
        if not pairs:
            self.fail(f"{value!r} names no pair of languages; write kk-ru,ru-en", param, ctx)
        return pairs


_LANGUAGE = re.compile("[a-z]{2,3}")
"""A language inside a tag: scripts have four letters, regions are written in capitals."""


def _two_tags(pair: str) -> tuple[str, ...]:
    """`kk-Latn-ru` as (kk-Latn, ru): the second tag begins at the only later part that is written as a language is."""
    parts = pair.split("-")
    begins = [1] if len(parts) == 2 else [place for place in range(1, len(parts)) if _LANGUAGE.fullmatch(parts[place])]
    return ("-".join(parts[: begins[0]]), "-".join(parts[begins[0] :])) if len(begins) == 1 else ()


class LanguageMap(click.ParamType[tuple[str, str]]):
    """One language under two tags: `kk=kk-KZ`."""

    name = "LANG=LANG"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The canonical tags, the one that is met and the one that is meant."""
        if isinstance(value, tuple):
            return value
        met, sign, meant = str(value).partition("=")
        if not sign:
            self.fail(f"{value!r} is no pair of tags; write kk=kk-KZ", param, ctx)
        return LanguageTag(of_files=True).convert(met, param, ctx), LANGUAGE.convert(meant, param, ctx)


class SidePath(click.ParamType[tuple[str, str]]):
    """A file and the language of its text: `kk=article.txt`."""

    name = "LANG=FILE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The canonical tag and the path."""
        if isinstance(value, tuple):
            return value
        tag, sign, path = str(value).partition("=")
        if not sign or not path:
            self.fail(f"{value!r} names no language; write kk=FILE", param, ctx)
        return LANGUAGE.convert(tag, param, ctx), path


LANGUAGE = LanguageTag()
LANGUAGES = LanguageTags()
PAIR = LanguagePair()
PAIRS = LanguagePairs()
LANGUAGE_MAP = LanguageMap()
SIDE = SidePath()


def to_another_language(
    context: click.Context, parameter: click.Parameter, given: str | tuple[str, ...]
) -> str | tuple[str, ...]:
    """The languages of --to, or wrong use when the one of --from is among them."""
    language = context.params.get("language")
    if language in ((given,) if isinstance(given, str) else given):
        raise click.BadParameter(f"{language} is the language of --from; name another one", context, parameter)
    return given
