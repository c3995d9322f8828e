"""What a person is told when something fails: one line, what, where, what to do."""

import os

import click

ISSUES = "please report it with the command and, if you may, the file"


def one_line(failure: object) -> str:
    """The line to print for a failure; an unforeseen one raises again when $TILMASH_DEBUG is set."""
    if isinstance(failure, str):
        return f"tilmash: {failure}"
    if isinstance(failure, BaseException) and not is_expected(failure) and os.environ.get("TILMASH_DEBUG"):
        raise failure
    return f"tilmash: {message_of(failure)}"


def wrong_use_line(wrong_use: click.ClickException) -> str:
    """The line for a command that was not called as it can be: what is wrong, and where its page is."""
    command = wrong_use.ctx.command_path if isinstance(wrong_use, click.UsageError) and wrong_use.ctx else "tilmash"
    if isinstance(wrong_use, click.NoSuchOption) and wrong_use.option_name == "--db":
        return f"{command}: --db stands before the command: tilmash --db {command.replace('tilmash', 'URL', 1)} …"
    return f"{command}: {message_of(wrong_use.format_message()).rstrip('.')}; see `{command} --help`"


def is_expected(failure: BaseException) -> bool:
    """True for the errors of our rooms and of the operating system, whose messages are meant for people."""
    from aligner.errors import AlignerError  # noqa: PLC0415 - the rooms are not loaded for --help
    from alignments.errors import AlignmentsError  # noqa: PLC0415 - as above
    from corpus.errors import CorpusError  # noqa: PLC0415 - as above

    return isinstance(failure, AlignerError | AlignmentsError | CorpusError | OSError)


def message_of(failure: object) -> str:
    """The failure as one line without control characters."""
    if isinstance(failure, OSError) and failure.strerror:
        text = f"{failure.filename}: {failure.strerror}" if failure.filename else failure.strerror
    elif isinstance(failure, BaseException) and not is_expected(failure):
        text = f"unforeseen {type(failure).__name__}: {failure}; {ISSUES}"
    else:
        text = str(failure)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
