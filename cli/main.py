"""The command `tilmash`: the table of commands, and how an error becomes one line and an exit code."""

import gc
import sys
from importlib import import_module
from signal import SIGTERM, default_int_handler, signal

import click

from cli.failures import one_line, wrong_use_line
from cli.talk import say_what_is_logged

COMMANDS = {
    "demo": "Run the main job on the bundled example and show what comes out.",
    "add": "Read, clean, recognise, cut and store documents.",
    "documents": "List the stored documents.",
    "align": "Pair and align the stored documents.",
    "align-files": "Align two or three files without a database.",
    "show": "Show aligned units side by side, each with its probability.",
    "concordance": "Find a word in context, with its aligned translations.",
    "term": "Find how a term is translated.",
    "terms": "Propose bilingual terms from the whole memory, or list its entries.",
    "match": "Look a sentence up in the memory: exact, context and fuzzy matches.",
    "pretranslate": "Look up every segment of a document in the memory.",
    "check": "List the units to doubt, and why.",
    "dismiss": "Mark an issue as a false alarm, so that it is not raised again.",
    "review": "Accept, reject, edit, split or merge units.",
    "explain": "Say why segments were paired, or why a text was cut as it was.",
    "stats": "Count documents, units, languages and kinds of bead.",
    "export": "Write the memory as TMX, XLIFF, TBX, tables and other formats.",
    "import": "Read units, terms or word lists into the memory.",
    "merge": "Take another memory into this one, by a policy.",
    "lint": "Say what is wrong in an exchange file.",
    "repair": "Mend what can be mended in a broken TMX file.",
    "evaluate": "Score alignments against gold.",
    "compare": "Show where two alignments differ.",
    "segment": "Clean a text and cut it into sentences, one a line.",
    "lexicon": "Check and show the built-in Kazakh-Russian-English lexicon.",
    "purge": "Delete documents, duplicates or a person's traces from the memory.",
}
"""Every command with its line of help; the command itself lives in `cli.commands`, in the module of the same name."""


class CommandTable(click.Group):
    """A group that imports a command only when it is called, so that `--help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Every name of the table, in its order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of this name, imported now; None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"cli.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Print the table without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=CommandTable, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--db",
    "url",
    metavar="URL",
    help="Database, a file or an SQLAlchemy URL; stands before the command. Otherwise $TILMASH_DB, otherwise tilmash.db here.",
)
@click.version_option(package_name="tilmash")
@click.pass_context
def tilmash(context: click.Context, url: str | None) -> None:
    """Turn Kazakh, Russian and English documents into aligned translation memories.

    Start with `tilmash demo`. On your own documents: `tilmash add FILE…`, `tilmash align`, then `concordance`, `term`,
    `check` and `export tmx`.
    """
    context.obj = url


FEWER_COLLECTIONS = 20_000
"""Objects made between two searches for garbage: the usual 700 cost a short command a twentieth of its time."""


def main() -> None:
    """Run the command line; every failure is one line on stderr and exit code 1. `kill` stops it as Ctrl-C does."""
    gc.set_threshold(FEWER_COLLECTIONS)
    if sys.stderr.isatty():
        say_what_is_logged("aligner.compiling")
    signal(SIGTERM, default_int_handler)
    try:
        code = tilmash.main(prog_name="tilmash", standalone_mode=False)
    except click.Abort:
        sys.exit(one_line("stopped; what was finished before is kept"))
    except click.exceptions.NoArgsIsHelpError as bare:
        bare.show()
        sys.exit(bare.exit_code)
    except click.ClickException as wrong_use:
        click.echo(wrong_use_line(wrong_use), err=True)
        sys.exit(wrong_use.exit_code)
    except Exception as failure:  # noqa: BLE001 - the one place where a failure becomes a line for people
        sys.exit(one_line(failure))
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
