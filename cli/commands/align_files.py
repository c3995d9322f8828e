"""`tilmash align-files`: the aligner alone, on two or three files, with no database."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.input import bytes_of, reading_of
from cli.languages import SIDE
from cli.talk import say_failures, say_remarks
from corpus.errors import CorpusError

if TYPE_CHECKING:
    from aligner.alignment import Alignment
    from aligner.beads import Side, Signature
    from aligner.lexicon import Lexicon
    from alignments.units import TermEntry

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FORMATS = ("jsonl", "ladder", "tsv", "tmx")


@click.command(epilog="Example: tilmash align-files kk=order_kk.txt ru=order_ru.txt --format tsv")
@click.argument("files", nargs=-1, required=True, type=SIDE)
@click.option("--segmented", is_flag=True, help="A line is a segment; lines are never cut or joined.")
@click.option("--vectors", multiple=True, type=SIDE, help="Sentence vectors of a side (.npy, one row a segment).")
@click.option("--terms", multiple=True, type=FILE, help="Your own terms as further evidence: TBX, table (.tsv), .dic, .dix.")
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="File to write; stdout by default.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="jsonl",
    show_default=True,
    help="jsonl and ladder hold positions, tsv and tmx texts.",
)
def command(  # noqa: PLR0913 - an argument an option
    files: tuple[tuple[str, str], ...],
    vectors: tuple[tuple[str, str], ...],
    terms: tuple[Path, ...],
    output: str | None,
    form: str,
    *,
    segmented: bool,
) -> None:
    """Align two or more FILES, each given as LANG=FILE (one may be `-`, stdin), without a database."""
    if len(files) < 2:
        raise click.UsageError("one file given; give at least two, each as LANG=FILE")
    if len(dict(files)) < len(files):
        raise click.UsageError("a language is given twice; each file is one language's side")
    if [path for _, path in files].count("-") > 1:
        raise click.UsageError("standard input can be one side only; give the others as files")
    from aligner.alignment import alignments, signature  # noqa: PLC0415 - numba is loaded by the commands that need it

    sides = [_segmented_side(*file) if segmented else _side(*file) for file in files]
    given = _vectors(dict(vectors), sides)
    lexicon = _lexicon(terms, tuple(side.language for side in sides))
    (alignment,) = alignments([tuple(sides)], lexicon=lexicon, vectors=None if given is None else [given])
    _write(form, alignment, output, signature(lexicon=lexicon, vectors=given is not None))


def _side(language: str, path: str) -> "Side":
    """The file read, cleaned and segmented; the language is the one given."""
    from aligner.beads import Side  # noqa: PLC0415 - as above
    from corpus.preparation import prepare  # noqa: PLC0415 - as above

    documents = prepare(reading_of(path), languages=(language,)).documents
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
        text = bytes_of(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
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


def _lexicon(paths: Sequence[Path], languages: tuple[str, ...]) -> "Lexicon":
    """The built-in lexicon and the terms of files; a word list is taken to be in the two languages, in their order."""
    from alignments.files.options import ReadOptions  # noqa: PLC0415 - as above
    from alignments.pairing.knowledge import extended_by  # noqa: PLC0415 - as above
    from alignments.term_files import read_terms  # noqa: PLC0415 - as above

    entries: list[TermEntry] = []
    for path in paths:
        options = ReadOptions(path.name, languages)
        entries += read_terms(path, options)
        say_remarks(options.report)
        say_failures(options.report.failures, options.report.failed)
    return extended_by(entries)


def _write(form: str, alignment: "Alignment", output: str | None, recipe: "Signature") -> None:
    from alignments import beads_output  # noqa: PLC0415 - as above
    from cli.output import open_output  # noqa: PLC0415 - as above

    beads, sides = alignment.beads, alignment.sides
    if form == "tmx":
        from alignments.formats import tmx  # noqa: PLC0415 - as above

        with open_output(output) as stream:
            tmx.write(beads_output.as_units(beads, sides, recipe, "align-files"), stream)
        return
    with open_output(output) as stream:
        if form == "jsonl":
            stream.write(beads_output.as_json(beads, sides, alignment.by_languages()))
        else:
            stream.write((beads_output.as_ladder if form == "ladder" else beads_output.as_table)(beads, sides))
