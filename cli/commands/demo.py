"""`tilmash demo`: the main job on the bundled example, command by command."""

import shlex
from importlib import resources
from pathlib import Path

import click

from cli.databases import url_of

STEPS = (
    ("Read three kinds of messy documents: clean, recognise the languages, cut into sentences", "add documents"),
    ("Find the passages that translate each other and align them, three languages at once", "align"),
    ("See the aligned units side by side, each with the chance in percent that it is right", "show --group article --limit 8"),
    ("Look a word up in context: every form of it, sorted by the Kazakh alphabet", "concordance кітапхана --limit 6"),
    ("Ask how a term is translated", "term 'көшпелі кітапхана' --from kk --to ru,en --no-examples"),
    (
        "Look a new sentence up in the memory",
        "match '4. Кітапханашылардың біліктілігін арттыру курстары екі жыл сайын өткізілсін.' --from kk --to ru",
    ),
    ("Ask which lines to doubt, and why: the order in Russian has a wrong number", "check --limit 5"),
    ("Count what there is", "stats"),
    ("Write the translation memory for OmegaT, Trados, memoQ …", "export tmx --output memory.tmx"),
    ("… a page to read and print", "concordance кітапхана --format html --output concordance.html"),
    ("… and a report on the quality of the alignment, with pictures", "check --format html --output report.html"),
)
"""What is shown, in order: what it does for a person, and the command line that does it."""

NEXT = """\
Open {folder}/report.html and {folder}/concordance.html in a browser, and memory.tmx in your CAT tool.

On your own documents (text, PDF, Word, …):
    tilmash add MYFILE.docx MYFOLDER/       read and store; --explain shows every repair
    tilmash align                           pair and align what is new
    tilmash term WORD --from kk --to ru,en  how a term is translated
    tilmash check                           what to doubt
    tilmash export tmx --output my.tmx      the translation memory
`tilmash COMMAND --help` says more."""


@click.command("demo", epilog="Example: tilmash demo")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("demo"))
def command(folder: Path) -> None:
    """Run the main job on the bundled example: a journal article, an order in three files, an imprint page.

    Everything it makes stands in FOLDER (default: ./demo) and may be deleted afterwards.
    """
    _lay_out(folder)
    for number, (purpose, line) in enumerate(STEPS, start=1):
        click.secho(f"\n{number}. {purpose}", bold=True)
        click.secho(f"$ tilmash {line}\n", dim=True)
        _run(folder, shlex.split(line))
    click.secho("\nWhat to try next", bold=True)
    click.echo(NEXT.format(folder=folder))


def _lay_out(folder: Path) -> None:
    """Copy the example's documents into the folder and make way for a fresh memory."""
    documents = folder / "documents"
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "demo.db").is_file():
        raise click.UsageError(f"{folder}: holds other files, which the demo might overwrite; name a new folder")
    documents.mkdir(parents=True, exist_ok=True)
    for source in resources.files("cli.example").iterdir():
        if source.name.endswith(".txt"):
            (documents / source.name).write_bytes(source.read_bytes())
    for old in folder.glob("demo.db*"):
        old.unlink()


def _run(folder: Path, arguments: list[str]) -> None:
    """Run one command as if it had been typed inside the folder."""
    from cli.main import tilmash  # noqa: PLC0415 - the table of commands imports this module

    in_folder = [str(folder / word) if word in _FILES else word for word in arguments]
    tilmash.main(["--db", url_of(str(folder / "demo.db")), *in_folder], prog_name="tilmash", standalone_mode=False)


_FILES = {"documents", "memory.tmx", "concordance.html", "report.html"}
