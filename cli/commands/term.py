"""`tilmash term`: how a term is translated."""

from typing import TYPE_CHECKING

import click

from cli.databases import opened_memory
from cli.languages import LANGUAGE, LANGUAGES, to_another_language
from cli.output import json_line
from cli.talk import counted, say
from cli.terminal_tables import print_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignments.memory import Memory
    from alignments.terms.translations import TermTranslations, Translation


SHOWN_WITH_EXAMPLES = 3
"""Answers in each language that come with the units they stand in."""

MOST_OF_A_PART = 3
"""Translations shown of a word of a phrase that has none itself."""


@click.command("term", epilog="Example: tilmash term 'жер пайдаланушы' --from kk --to ru,en")
@click.argument("text")
@click.option("--from", "language", type=LANGUAGE, required=True, is_eager=True, help="Language of TEXT.")
@click.option(
    "--to", "targets", type=LANGUAGES, required=True, callback=to_another_language, help="Languages of the translations."
)
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Translations a language.")
@click.option("--examples/--no-examples", default=True, show_default=True, help="Show units that have the first three answers.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(  # noqa: PLR0913 - one parameter an option
    text: str, language: str, targets: tuple[str, ...], *, limit: int, examples: bool, as_json: bool
) -> None:
    """Find how TEXT, a word or phrase in any of its forms, is translated in the memory.

    Answers come from term entries, from the units and from the built-in lexicon, best first, each with the number of units
    that have both terms. An answer from `stem` is what the lexicon has for another word with the stem of TEXT: a weak hint.
    """
    from alignments.terms.translations import term_translations  # noqa: PLC0415 - nothing of the memory is loaded for help

    with opened_memory() as memory:
        found = term_translations(memory.store, text, language, targets, limit)
        if as_json:
            json_line(_fields(found))
        else:
            _print(found, memory, examples=examples)
    if found.taken:
        say(f"{text}: not found as typed in {found.language}; taken for {found.taken}")
    if found.is_thin:
        say(f"{text}: {_thin(found)}")


def _thin(found: "TermTranslations") -> str:
    where = f"in {counted(found.hits, 'unit')} only" if found.hits else "in no unit of the memory"
    return f"{where}; take the answers as hints" if any(answers for _, answers in found.translations) else where


def _fields(found: "TermTranslations") -> dict[str, object]:
    translations = {
        target: [
            {"text": one.text, "score": one.score, "count": one.count, "examples": one.examples, "sources": one.sources}
            for one in answers
        ]
        for target, answers in found.translations
    }
    told = {"query": found.query, "language": found.language, "hits": found.hits, "translations": translations}
    return {**told, "taken": found.taken} if found.taken else told


def _print(found: "TermTranslations", memory: "Memory", *, examples: bool) -> None:
    for target, answers in found.translations:
        click.echo(f"{found.query} ({found.language}, {found.hits} unit{'' if found.hits == 1 else 's'}) → {target}")
        if answers:
            rows = [(one.text, f"{one.score:.2f}", one.count, ", ".join(one.sources)) for one in answers]
            print_table(("translation", "score", "units", "from"), rows)
        else:
            click.echo(_no_translation(found, target))
        if examples:
            _print_examples(answers[:SHOWN_WITH_EXAMPLES], found.language, target, memory)
        click.echo()


def _no_translation(found: "TermTranslations", target: str) -> str:
    """That there is none, with what the lexicon knows of its parts, or has that is spelt nearly so."""
    from alignments.terms.lexicon_terms import known_parts  # noqa: PLC0415 - as above
    from alignments.terms.misspelt import likeliest_term  # noqa: PLC0415 - as above

    parts = known_parts(found.query, found.language, target)
    if parts:
        return f"no translation found; its parts: {'; '.join(_part(part, terms) for part, terms in parts)}"
    meant = likeliest_term(found.query, found.language)
    known = known_parts(meant, found.language, target) if meant else ()
    return f"no translation found; perhaps {_part(*known[0])}" if known else "no translation found"


def _part(part: str, terms: "Sequence[str]") -> str:
    return f"{part} – {', '.join(terms[:MOST_OF_A_PART])}"


def _print_examples(answers: "Sequence[Translation]", language: str, target: str, memory: "Memory") -> None:
    """Every unit once, headed by the answers that it has."""
    shown: dict[str, list[str]] = {}
    for one in answers:
        for name in one.examples:
            shown.setdefault(name, []).append(one.text)
    for name, terms in shown.items():
        unit = memory.store.unit(name)
        texts = ((tag, unit.variant(tag)) for tag in (language, target))
        click.echo()
        print_table(("", f"{'; '.join(terms)} – unit {name}"), [(tag, variant.text) for tag, variant in texts if variant])
