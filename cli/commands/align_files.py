"""`tilmash align-files`: the aligner alone, on two or three files, with no database."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus.errors import CorpusError
from corpus.languages import canonical_tag

if TYPE_CHECKING:
    from aligner.alignment import Alignment
    from aligner.beads import Side

FORMATS = ("jsonl", "ladder", "tsv", "tmx")


class TaggedPath(click.ParamType[tuple[str, str]]):
    """A file and the language of its text: `kk=article.txt`."""

    name = "LANG=FILE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The canonical tag and the path."""
        if isinstance(value, tuple):
            return value
        tag, sign, path = str(value).partition("=")
        if not sign or not path:
            self.fail(f"{value!r} names no language; write kk=FILE", param, ctx)
        try:
            return canonical_tag(tag), path
        except CorpusError as error:
            self.fail(str(error), param, ctx)


@click.command(epilog="Example: tilmash align-files kk=order_kk.txt ru=order_ru.txt --format tsv")
@click.argument("files", nargs=-1, required=True, type=TaggedPath())
@click.option("--segmented", is_flag=True, help="A line is a segment; lines are never cut or joined.")
@click.option("--vectors", multiple=True, type=TaggedPath(), help="Sentence vectors of a side (.npy, one row a segment).")
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write here instead of to the terminal.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", help="jsonl: positions; tsv, tmx: texts.")
def command(
    files: tuple[tuple[str, str], ...], vectors: tuple[tuple[str, str], ...], output: str | None, form: str, *, segmented: bool
) -> None:
    """Align two or more FILES, each given as LANG=FILE, without a database."""
    from aligner.alignment import alignments  # noqa: PLC0415 - numba is loaded by the commands that need it

    if len(files) < 2:
        raise click.UsageError("one file given; give at least two, each as LANG=FILE")
    if len(dict(files)) < len(files):
        raise click.UsageError("a language is given twice; each file is one language's side")
    sides = [_segmented_side(*file) if segmented else _side(*file) for file in files]
    given = _vectors(dict(vectors), sides)
    (alignment,) = alignments([tuple(sides)], vectors=None if given is None else [given])
    _write(form, alignment, output)


def _side(language: str, path: str) -> "Side":
    """The file read, cleaned and segmented; the language is the one given."""
    from aligner.beads import Side  # noqa: PLC0415 - as above
    from corpus.preparation import prepare  # noqa: PLC0415 - as above
    from corpus.reading import read  # noqa: PLC0415 - as above

    documents = prepare(read(path), language=language).documents
    segments = [segment for document in documents if document.language == language for segment in document.segments]
    if not segments:
        raise CorpusError(f"{path}: no text in {language} found; check the language or give --segmented")
    starts = {
        s.position
        for before, s in zip([None, *segments], segments, strict=False)
        if before is None or before.paragraph != s.paragraph
    }
    return Side(language, tuple(segment.text for segment in segments), frozenset(starts))


def _segmented_side(language: str, path: str) -> "Side":
    from aligner.beads import Side  # noqa: PLC0415 - as above

    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: not UTF-8 at byte {error.start}; convert it first") from error
    return Side(language, tuple(text.removesuffix("\n").split("\n")) if text else ())


def _vectors(paths: Mapping[str, str], sides: Sequence["Side"]) -> list[object] | None:
    """One array a side as `--vectors` names them, or None."""
    import numpy as np  # noqa: PLC0415 - as above

    if not paths:
        return None
    missing = [side.language for side in sides if side.language not in paths]
    if missing or len(paths) > len(sides):
        raise click.UsageError(f"--vectors must name every side once; {', '.join(missing) or 'too many'} missing or too many")
    try:
        return [np.load(paths[side.language], allow_pickle=False) for side in sides]
    except ValueError as error:
        raise CorpusError(f"--vectors: not a NumPy array file ({error}); save it with numpy.save") from error


def _write(form: str, alignment: "Alignment", output: str | None) -> None:
    from aligner import signature  # noqa: PLC0415 - as above
    from alignments import beads_output  # noqa: PLC0415 - as above
    from cli.output import open_output  # noqa: PLC0415 - as above

    beads, sides = alignment.beads, alignment.sides
    if form == "tmx":
        from alignments.formats import tmx  # noqa: PLC0415 - as above

        with open_output(output) as stream:
            tmx.write(beads_output.as_units(beads, sides, signature(), "align-files"), stream)
        return
    with open_output(output) as stream:
        if form == "jsonl":
            stream.write(beads_output.as_json(beads, sides, alignment.by_languages()))
        else:
            stream.write((beads_output.as_ladder if form == "ladder" else beads_output.as_table)(beads, sides))
