"""`tilmash pretranslate`: a document looked up in the memory, segment by segment."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cli.options import LANGUAGE, opened_memory
from cli.output import json_line, open_output, progress, say, table_lines

if TYPE_CHECKING:
    from alignments.matching.pretranslation import Pretranslated


@click.command("pretranslate", epilog="Example: tilmash pretranslate order.txt --from kk --to ru --output order.xlf")
@click.argument("file")
@click.option("--from", "language", type=LANGUAGE, required=True, help="Language of FILE.")
@click.option("--to", "target", type=LANGUAGE, required=True, help="Language of the translation.")
@click.option("--output", metavar="FILE", help="File to write (.xlf, .xliff: XLIFF; otherwise a table); stdout by default.")
@click.option("--format", "form", type=click.Choice(["xliff", "tsv", "jsonl"]), help="Instead of the one the file name says.")
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
    """Look every segment of FILE up in the memory and write what was found, with an analysis by bands."""
    from alignments.matching.pretranslation import analysis, pretranslate  # noqa: PLC0415 - nothing of the memory is loaded for help

    segments = _segments(file, encoding, language)
    with opened_memory() as memory:
        found = pretranslate(memory.store, segments, language, target, least / 100)
        done = list(progress(found, "segments", len(segments)))
    bands = analysis(done)
    if only_analysis and as_json:
        json_line({band: {"segments": count, "words": words} for band, count, words in bands})
        return
    if not only_analysis:
        with open_output(output) as stream:
            for part in _parts(done, form or _form(output), file, language, target):
                click.echo(part, file=stream, nl=False)
    for line in table_lines(("band", "segments", "words"), bands):
        click.echo(line, err=not only_analysis)


def _segments(file: str, encoding: str | None, language: str) -> list[str]:
    """The segments of the file in its language, in reading order."""
    from corpus.preparation import prepare  # noqa: PLC0415 - as above
    from corpus.reading import read  # noqa: PLC0415 - as above

    preparation = prepare(read(file, encoding=encoding), language=language)
    found = [segment.text for document in preparation.documents if document.language == language for segment in document.segments]
    if not found:
        say(f"{file}: no segment in {language}")
    return found


def _form(output: str | None) -> str:
    return "xliff" if output is not None and output.lower().endswith((".xlf", ".xliff")) else "tsv"


def _parts(done: "list[Pretranslated]", form: str, file: str, language: str, target: str) -> Iterator[str]:
    if form == "xliff":
        from alignments.matching.pretranslation_xliff import xliff  # noqa: PLC0415 - as above

        return xliff(done, file, language, target)
    return _json_lines(done) if form == "jsonl" else _tsv_lines(done, language, target)


def _tsv_lines(done: "list[Pretranslated]", language: str, target: str) -> Iterator[str]:
    yield f"{language}\t{target}\tsimilarity\tkind\tdocument\tunit\tband" + "\n"
    for one in done:
        match = one.match
        found = ("",) * 5
        if match is not None:
            found = (match.target, f"{match.similarity:.2f}", match.kind, match.document, match.unit)
        yield "\t".join(" ".join(cell.split()) for cell in (one.source, *found, one.band)) + "\n"


def _json_lines(done: "list[Pretranslated]") -> Iterator[str]:
    import json  # noqa: PLC0415 - one of three forms

    for one in done:
        fields: dict[str, object] = {"source": one.source, "band": one.band}
        if one.match is not None:
            match = one.match
            fields |= {"target": match.target, "similarity": match.similarity, "kind": match.kind, "unit": match.unit}
        yield json.dumps(fields, ensure_ascii=False) + "\n"
