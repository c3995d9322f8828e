"""`tilmash lexicon`: check and show the built-in Kazakh-Russian-English lexicon."""

import sys
from typing import IO, TYPE_CHECKING

import click

from cli.languages import LANGUAGE
from cli.output import json_line
from cli.talk import say
from cli.terminal_tables import print_table
from corpus.errors import CorpusError

if TYPE_CHECKING:
    from aligner.lexicon import Concept

COLUMNS = ("kk", "ru", "en", "part of speech", "field")


@click.group("lexicon", epilog="Example: tilmash lexicon show бап")
def command() -> None:
    """Check and show the built-in Kazakh-Russian-English lexicon."""


@command.command("check", epilog="Example: tilmash lexicon check my-terms.tsv")
@click.argument("file", type=click.File(encoding="utf-8"), required=False)
def check(file: IO[str] | None) -> None:
    """Name the faults of a file of entries, or of the built-in ones: wrong letters, doubled concepts, empty sides, spaces."""
    from aligner.lexicon.entries import builtin_faults, faults  # noqa: PLC0415 - the lexicon is loaded when it is asked for

    try:
        found = list(builtin_faults() if file is None else faults(file.name, file.read()))
    except UnicodeDecodeError:
        raise CorpusError(f"{file.name if file else 'standard input'}: not UTF-8; save it as UTF-8") from None
    for fault in found:
        click.echo(fault)
    if found:
        sys.exit(1)
    say("no faults")


@command.command("show", epilog="Example: tilmash lexicon show шешім --language kk")
@click.argument("term")
@click.option("--language", type=LANGUAGE, help="Language of the term; otherwise all three are searched.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def show(term: str, language: str | None, *, as_json: bool) -> None:
    """Show the concepts that have this term, in whatever form it is given; countries, units and the like are ICU's."""
    from aligner.lexicon import icu_lexicon  # noqa: PLC0415 - as above

    lexicon = icu_lexicon()
    if language is not None and language not in lexicon.languages:
        raise click.UsageError(f"the lexicon has no {language}; it has {', '.join(lexicon.languages)}")
    languages = lexicon.languages if language is None else (language,)
    concepts = dict.fromkeys(concept for tag in languages for concept in lexicon.find(term, tag))
    if as_json:
        for concept in concepts:
            json_line(_fields(concept))
    elif concepts:
        print_table(COLUMNS, map(_row, concepts))
    else:
        say(f"{term}: not in the lexicon")


@command.command("stats", epilog="Example: tilmash lexicon stats")
def stats() -> None:
    """Count concepts and terms by field."""
    from aligner.lexicon.entries import LANGUAGES, counts_by_field  # noqa: PLC0415 - as above

    print_table(("field", "concepts", *(f"{language} terms" for language in LANGUAGES)), counts_by_field())


def _row(concept: "Concept") -> tuple[str, ...]:
    return (*("; ".join(terms) for terms in concept.terms), concept.part_of_speech, concept.field)


def _fields(concept: "Concept") -> dict[str, object]:
    kk, ru, en = concept.terms
    return {"kk": kk, "ru": ru, "en": en, "part_of_speech": concept.part_of_speech, "field": concept.field}
