"""`tilmash evaluate`: align the segments of gold files and score the result."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.input import FILE_OR_STDIN, NAME, STDIN, alignment_file, lines_of
from cli.languages import PAIRS
from cli.talk import progress

if TYPE_CHECKING:
    from aligner.evaluation.gold import GoldDocument
    from aligner.evaluation.gold_scores import GoldScore


@click.command(epilog="Example: tilmash evaluate gold/news.jsonl --pairs kk-ru,kk-en")
@click.argument("gold", nargs=-1, required=True, type=FILE_OR_STDIN)
@click.option("--pairs", type=PAIRS, default=(), help="Score these pairs only, such as kk-ru,ru-en.")
@click.option(
    "--sides",
    type=click.Choice(["all", "two"]),
    default="all",
    show_default=True,
    help="Align all sides of a document at once, or each two by themselves.",
)
@click.option(
    "--alignment", type=FILE_OR_STDIN, help="Score this TMX, table, ladder or align-files output instead (`-` is stdin)."
)
@click.option("--without-lexicon", is_flag=True, help="Leave out the built-in lexicon.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object for machines.")
def command(  # noqa: PLR0913 - an argument an option
    gold: tuple[Path, ...],
    pairs: tuple[tuple[str, str], ...],
    sides: str,
    alignment: Path | None,
    *,
    without_lexicon: bool,
    as_json: bool,
) -> None:
    """Align the segments of GOLD files (`-` is stdin) and score the beads against theirs.

    Strict: a bead is right when gold has the same one; lax: when it shares a pair of segments with a gold bead.
    """
    if alignment is not None:
        scores = _of_file(alignment, gold, pairs)
        name = NAME if alignment == STDIN else alignment.name
        click.echo(_as_json(name, scores) if as_json else _as_table(name, scores))
        return
    from aligner import signature  # noqa: PLC0415 - numba is loaded by the commands that need it
    from aligner.alignment import BUILTIN, LexiconChoice  # noqa: PLC0415 - as above
    from aligner.evaluation.gold_scores import score_gold  # noqa: PLC0415 - as above

    lexicon: LexiconChoice = None if without_lexicon else BUILTIN
    scores = []
    for path in progress(gold, "aligning"):
        documents = _documents(path)
        scores += [(path.stem, score) for score in score_gold(documents, pairs, two_sides=sides == "two", lexicon=lexicon)]
    click.echo(
        _as_json(str(signature(lexicon=lexicon)), scores) if as_json else _as_table(str(signature(lexicon=lexicon)), scores)
    )


def _documents(path: Path) -> "tuple[GoldDocument, ...]":
    from aligner.evaluation.gold import parse_gold  # noqa: PLC0415 - as above

    with lines_of(path) as lines:
        return tuple(parse_gold(lines, NAME if path == STDIN else str(path)))


def _of_file(path: Path, gold: Sequence[Path], pairs: Sequence[tuple[str, str]]) -> "list[tuple[str, GoldScore]]":
    """The score of an alignment made elsewhere, for each pair named, or the only one there is."""
    from aligner.evaluation.gold_scores import GoldScore  # noqa: PLC0415 - as above
    from alignments.scoring import score_file  # noqa: PLC0415 - as above

    if len(gold) != 1:
        raise click.UsageError("--alignment is scored against one gold file; name one")
    if path == gold[0] == STDIN:
        raise click.UsageError("standard input can be one of the two only; give the other as a file")
    documents = _documents(gold[0])
    there = tuple(dict.fromkeys(pair for document in documents for pair in document.rungs))
    chosen = tuple(pairs) or there
    if not set(chosen) <= set(there) or (not pairs and len(there) > 1):
        raise click.UsageError(f"say which pair the alignment is of: --pairs with one of {', '.join(map('-'.join, there))}")
    segments = {pair: sum(len(document.side(tag)) for document in documents for tag in pair) for pair in chosen}
    with alignment_file(path) as file:
        return [(gold[0].stem, GoldScore(pair, score_file(file, documents, pair), segments[pair], 0.0)) for pair in chosen]


def _as_json(signature: str, scores: Sequence[tuple[str, "GoldScore"]]) -> str:
    sets = [
        {
            "name": name,
            "pair": "-".join(score.pair),
            **{
                kind: {"precision": value.precision, "recall": value.recall, "f1": value.f1}
                for kind, value in (("strict", score.agreement.strict), ("lax", score.agreement.lax))
            },
            "segments": score.segments,
            "seconds": round(score.seconds, 3),
        }
        for name, score in scores
    ]
    return json.dumps({"signature": signature, "sets": sets}, ensure_ascii=False)


def _as_table(signature: str, scores: Sequence[tuple[str, "GoldScore"]]) -> str:
    lines = [f"{'set':<20} {'pair':<8} {'strict P':>8} {'R':>6} {'F1':>6} {'lax P':>8} {'R':>6} {'F1':>6} {'segments/s':>11}"]
    for name, score in scores:
        strict, lax = score.agreement.strict, score.agreement.lax
        figures = (
            f"{strict.precision:8.3f} {strict.recall:6.3f} {strict.f1:6.3f} {lax.precision:8.3f} {lax.recall:6.3f} {lax.f1:6.3f}"
        )
        lines.append(f"{name:<20} {'-'.join(score.pair):<8} {figures} {score.segments / max(score.seconds, 1e-3):11.0f}")
    return "\n".join([*lines, signature])
