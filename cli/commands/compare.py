"""`tilmash compare`: where two alignments differ."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.input import FILE_OR_STDIN, STDIN, alignment_file
from cli.output import json_line, open_output

if TYPE_CHECKING:
    from alignments.comparison import ComparedBead, Comparison, Difference


@click.command("compare", epilog="Example: tilmash compare old.tmx new.tmx --limit 20")
@click.argument("first", type=FILE_OR_STDIN)
@click.argument("second", type=FILE_OR_STDIN)
@click.option("--limit", type=click.IntRange(0), help="Show this many places at most.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object for machines.")
@click.option("--fail-on", type=click.Choice(["difference"]), help="Exit with 3 when they differ.")
def command(first: Path, second: Path, limit: int | None, *, as_json: bool, fail_on: str | None) -> None:
    """Put two alignments of the same texts side by side and list where they differ.

    FIRST and SECOND are TMX, tables or other exchange formats, ladders, or JSON lines of `align-files`; one may be `-`, stdin,
    which holds JSON lines, a TMX or a ladder. Where one has more languages than the other, those that both have are compared.
    """
    from alignments.alignment_files import read_beads  # noqa: PLC0415 - the formats are loaded by the commands that need them
    from alignments.comparison import compare  # noqa: PLC0415 - as above

    if first == second == STDIN:
        raise click.UsageError("standard input can be one of the two only; give the other as a file")
    with alignment_file(first) as one, alignment_file(second) as other:
        (kind, ours), (other_kind, theirs) = read_beads(one), read_beads(other)
    if kind != other_kind:
        raise click.UsageError(f"{first} holds {kind}, {second} {other_kind}; compare texts with texts, positions with positions")
    comparison = compare(ours, theirs)
    if as_json:
        json_line(_as_object(comparison, limit))
    else:
        with open_output(None) as stream:
            stream.writelines(_as_text(comparison, (str(first), str(second)), limit))
    if fail_on and comparison.differences:
        raise click.exceptions.Exit(3)


def _as_text(comparison: "Comparison", names: tuple[str, str], limit: int | None) -> Iterator[str]:
    for number, place in enumerate(islice(comparison.differences, limit), start=1):
        yield f"{number}.\n"
        yield from _side(names[0], place.first)
        yield from _side(names[1], place.second)
        yield "\n"
    joined = sum(place.is_join for place in comparison.differences)
    of_these = f", {joined:,} of them only by joining beads of the other" if joined else ""
    compared = f"{' and '.join(comparison.languages)} compared: " if comparison.languages else ""
    yield (
        f"{compared}{comparison.first:,} and {comparison.second:,} beads, {comparison.same:,} the same "
        f"({comparison.agreement:.1%}); places that differ: {len(comparison.differences):,}{of_these}\n"
    )


def _side(name: str, beads: "tuple[ComparedBead, ...]") -> Iterator[str]:
    yield f"  {name}\n" if beads else f"  {name}: nothing\n"
    for bead in beads:
        for number, line in enumerate(bead.shown):
            yield f"    {'•' if number == 0 else ' '} {line}\n"


def _as_object(comparison: "Comparison", limit: int | None) -> dict[str, object]:
    return {
        "first": comparison.first,
        "second": comparison.second,
        "same": comparison.same,
        "agreement": round(comparison.agreement, 4),
        **({"languages": comparison.languages} if comparison.languages else {}),
        "differences": [_place(place) for place in islice(comparison.differences, limit)],
    }


def _place(place: "Difference") -> dict[str, object]:
    first, second = ([bead.shown for bead in beads] for beads in (place.first, place.second))
    return {"first": first, "second": second, "join": place.is_join}
