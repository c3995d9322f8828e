"""`tilmash pretranslate`: a document looked up in the memory, segment by segment."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cli.databases import opened_memory
from cli.input import reading_of
from cli.languages import LANGUAGE, to_another_language
from cli.output import form_of, json_line, open_binary_output, open_output
from cli.talk import progress, say
from cli.terminal_tables import table_lines

if TYPE_CHECKING:
    from alignments.matching.pretranslation import Pretranslated
    from corpus.documents import Preparation

ENDINGS = {".tsv": "tsv", ".txt": "tsv", ".jsonl": "jsonl", ".xlf": "xliff", ".xliff": "xliff", ".xlsx": "xlsx"}
FORMS = ("xliff", "tsv", "jsonl", "xlsx")


@click.command("pretranslate", epilog="Example: tilmash pretranslate order.txt --from kk --to ru --output order.xlf")
@click.argument("file")
@click.option("--from", "language", type=LANGUAGE, required=True, is_eager=True, help="Language of FILE.")
@click.option("--to", "target", type=LANGUAGE, required=True, callback=to_another_language, help="Language of the translation.")
@click.option("--output", "-o", metavar="FILE", help=f"File to write ({', '.join(ENDINGS)}); stdout by default.")
@click.option("--format", "form", type=click.Choice(FORMS), help="Instead of the one the file name says.")
@click.option("--min", "least", type=click.FloatRange(30, 100), default=70, show_default=True, help="Least similarity, per cent.")
@click.option("--encoding", help="Encoding of a text file; found out when not given.")
@click.option("--analysis", "only_analysis", is_flag=True, help="Print the analysis by bands only.")
@click.option("--json", "as_json", is_flag=True, help="With --analysis: one JSON object.")
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    file: str,
    language: str,
    target: str,
    output: str | None,
    form: str | None,
    least: float,
    encoding: str | None,
    *,
    only_analysis: bool,
    as_json: bool,
) -> None:
    """Look every segment of FILE (`-` is stdin) up in the memory and write what was found, with an analysis by bands.

    In a file in several languages only what is in the language of --from is looked up. In tables `differences` says how a
    fuzzy match became the text: [-old-] is in the memory, {+new+} in FILE.
    """
    from alignments.matching.pretranslation import analysis, pretranslate  # noqa: PLC0415 - nothing of the memory is loaded for help

    chosen = form_of(output, form, ENDINGS)
    segments = _segments(file, encoding, language)
    with opened_memory() as memory:
        found = pretranslate(memory.store, segments, language, target, least / 100)
        done = list(progress(found, "segments", len(segments)))
    bands = analysis(done)
    if only_analysis and as_json:
        json_line({band: {"segments": count, "words": words} for band, count, words in bands})
        return
    if not only_analysis:
        _write(done, chosen, output, (file, language, target))
    for line in table_lines(("band", "segments", "words"), [*bands, _total(bands)]):
        click.echo(line, err=not only_analysis)


def _total(bands: Sequence[tuple[str, int, int]]) -> tuple[str, int, int]:
    return "all", sum(count for _, count, _ in bands), sum(words for _, _, words in bands)


def _segments(file: str, encoding: str | None, language: str) -> list[str]:
    """The segments of the file in its language, in reading order; all of them unless some are clearly in another one."""
    from alignments.errors import AlignmentsError  # noqa: PLC0415 - as above
    from corpus.languages import UNKNOWN  # noqa: PLC0415 - as above
    from corpus.preparation import prepare  # noqa: PLC0415 - as above

    reading = reading_of(file, encoding)
    texts = _by_language(prepare(reading))
    if texts.keys() <= {language, UNKNOWN}:
        return _by_language(prepare(reading, languages=(language,)))[language]
    others = ", ".join(f"{len(texts[other])} in {other}" for other in texts if other != language)
    if language not in texts:
        raise AlignmentsError(f"{file}: no segment in {language}, but {others}; give another --from")
    say(f"{file}: segments left out because of their language: {others}")
    return texts[language]


def _by_language(preparation: "Preparation") -> dict[str, list[str]]:
    return {document.language: [segment.text for segment in document.segments] for document in preparation.documents}


def _write(done: "list[Pretranslated]", form: str, output: str | None, about: tuple[str, str, str]) -> None:
    """Write what was found; `about` is the file, its language and that of the translation."""
    file, language, target = about
    if form == "xlsx":
        from cli.workbooks import write_sheet  # noqa: PLC0415 - one of four forms

        with open_binary_output(output) as binary:
            write_sheet(binary, "pretranslation", _rows(done, language, target), (60, 60, 50, 10, 10, 24, 20, 12), {})
        return
    with open_output(output) as stream:
        for part in _parts(done, form, file, language, target):
            click.echo(part, file=stream, nl=False)


def _parts(done: "list[Pretranslated]", form: str, file: str, language: str, target: str) -> Iterator[str]:
    if form == "xliff":
        from alignments.matching.pretranslation_xliff import xliff  # noqa: PLC0415 - as above

        return xliff(done, file, language, target)
    if form == "jsonl":
        return _json_lines(done)
    return ("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in _rows(done, language, target))


def _rows(done: "list[Pretranslated]", language: str, target: str) -> Iterator[tuple[str, ...]]:
    from alignments.matching.differences import marked  # noqa: PLC0415 - as above

    yield (language, target, "differences", "similarity", "kind", "document", "unit", "band")
    for one in done:
        match = one.match
        found = ("",) * 6
        if match is not None:
            differences = marked(one.source, match.source) if match.kind == "fuzzy" else ""
            found = (match.target, differences, f"{match.similarity:.2f}", match.kind, match.document, match.unit)
        yield (one.source, *found, one.band)


def _json_lines(done: "list[Pretranslated]") -> Iterator[str]:
    import json  # noqa: PLC0415 - one of three forms

    for one in done:
        fields: dict[str, object] = {"source": one.source, "band": one.band}
        if one.match is not None:
            match = one.match
            fields |= {"target": match.target, "similarity": match.similarity, "kind": match.kind, "unit": match.unit}
            fields |= {"match": match.source, "document": match.document}
        yield json.dumps(fields, ensure_ascii=False) + "\n"
