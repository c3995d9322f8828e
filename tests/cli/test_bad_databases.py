"""What a person sees when the database cannot do what is asked: one line, exit code 1, and nothing lost."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

from alignments.memory import open_memory
from alignments.units import Provenance, TranslationUnit, Variant
from cli.main import main
from corpus.storage.database import PRAGMAS

NOBODY = 65534
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that others may enter, with a memory of three units."""
    place = Path(mkdtemp(prefix="tilmash-others-"))
    place.chmod(0o755)
    texts = (("Келісім бекітілді.", "Соглашение утверждено."), ("Заң күшіне енді.", "Закон вступил в силу."), ("Бап.", "Статья."))
    with open_memory(f"sqlite:///{place}/memory.db") as memory:
        origin = Provenance("imported", "old.tmx")
        memory.store.add_units(
            TranslationUnit(f"u{n}", (Variant("kk", kk), Variant("ru", ru)), provenance=origin)
            for n, (kk, ru) in enumerate(texts)
        )
    yield place
    place.chmod(0o755)
    shutil.rmtree(place)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command line as a person does: exit code, stdout, stderr."""

    def call(url: str, *arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["tilmash", "--db", url, *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        code, said = (ended.value.code, "") if isinstance(ended.value.code, int) else (1, str(ended.value.code))
        return code, out, err + said

    return call


@pytest.fixture
def read_only(folder: Path) -> Iterator[str]:
    """The memory for somebody who may only read it and its folder."""
    (folder / "memory.db").chmod(0o444)
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    yield f"sqlite:///{folder}/memory.db"
    if is_root:
        os.seteuid(0)


READING = [
    ("concordance", "келісім"),
    ("concordance", "келіс*", "--format", "jsonl"),
    ("term", "келісім", "--from", "kk", "--to", "ru"),
    ("match", "Келісім бекітілді.", "--from", "kk", "--to", "ru"),
    ("show",),
    ("stats",),
    ("export", "jsonl"),
    ("check", "--format", "jsonl"),
]


@pytest.fixture
def answers(folder: Path, run: Run) -> list[tuple[int, str, str]]:
    """What its owner is told. Every module is loaded then: somebody else may not read every installation."""
    return [run(f"sqlite:///{folder}/memory.db", *arguments) for arguments in READING]


def test_a_memory_that_may_only_be_read_answers_the_same(answers: list[tuple[int, str, str]], run: Run, read_only: str) -> None:
    assert [run(read_only, *arguments) for arguments in READING] == answers
    assert {code for code, _, _ in answers} == {0}


@pytest.mark.usefixtures("answers")
def test_a_memory_that_may_only_be_read_is_not_written(run: Run, read_only: str) -> None:
    code, out, err = run(read_only, "purge", "--group", "old.tmx", "--yes")
    assert (code, out) == (1, "")
    assert "cannot be written; check the permissions" in err


def test_a_memory_is_read_beside_its_writer_by_those_who_may_not_write(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_memory(f"sqlite:///{folder}/memory.db") as writer:
        monkeypatch.setattr("corpus.storage.database.is_read_only", lambda _file: True)
        with open_memory(f"sqlite:///{folder}/memory.db") as reader:
            assert reader.store.count() == 3
            writer.store.add_units([TranslationUnit("new", (Variant("kk", "Жаңа."), Variant("ru", "Новое.")))])
            assert reader.store.count() == 4


def test_a_memory_of_a_newer_version_is_refused_and_stays(folder: Path, run: Run) -> None:
    place = folder / "memory.db"
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE tilmash_version SET version_num = '9999'")
    connection.close()
    for arguments in (("concordance", "келісім"), ("purge", "--duplicates", "--yes")):
        code, out, err = run(f"sqlite:///{place}", *arguments)
        assert (code, out, err.count("\n")) == (1, "", 0)
        assert "newer tilmash" in err
    with sqlite3.connect(place) as connection:
        assert connection.execute("SELECT count(*) FROM units").fetchone() == (3,)
    connection.close()


def test_a_locked_memory_is_said_and_can_still_be_read(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    place = folder / "memory.db"
    monkeypatch.setattr("corpus.storage.database.PRAGMAS", (*PRAGMAS, "busy_timeout = 50"))
    holder = sqlite3.connect(place, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert run(f"sqlite:///{place}", "concordance", "келісім")[0] == 0
    code, out, err = run(f"sqlite:///{place}", "purge", "--group", "old.tmx", "--yes")
    assert (code, out) == (1, "")
    assert "locked by another program" in err
    holder.close()


def test_a_full_disk_costs_nothing_that_was_kept(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    place, file = folder / "memory.db", folder / "many.tsv"
    lines = (f"Бұйрық {number} күшіне енеді.\tПриказ {number} вступает в силу." for number in range(5_000))
    file.write_text("\n".join(["kk\tru", *lines]), encoding="utf-8")
    monkeypatch.setattr("corpus.storage.database.PRAGMAS", (*PRAGMAS, f"max_page_count = {place.stat().st_size // 4096 + 60}"))
    code, out, err = run(f"sqlite:///{place}", "import", str(file))
    assert (code, out) == (1, "")
    assert "the disk is full; nothing of this step was kept" in err
    monkeypatch.undo()
    with open_memory(f"sqlite:///{place}") as memory:
        assert [unit.id for unit in memory.store.units()] == ["u0", "u1", "u2"]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("memory:db", "not a database URL"),
        ("sqlite:////nowhere/at/all/memory.db", "the folder does not exist"),
        ("postgresql://somebody:secret@127.0.0.1:1/x", "the server refused"),
    ],
)
def test_a_wrong_url_or_password_is_one_line(run: Run, url: str, reason: str) -> None:
    pytest.importorskip("psycopg", reason="PostgreSQL needs psycopg")
    code, out, err = run(url, "show")
    assert (code, out, err.count("\n")) == (1, "", 0)
    assert reason in err
    assert "secret" not in err


@pytest.mark.parametrize("arguments", [("show",), ("stats",), ("documents",), ("align",), ("check",), ("export", "jsonl")])
def test_only_what_brings_something_makes_a_memory(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    _, _, said = run(f"sqlite:///{tmp_path}/new.db", *arguments)
    assert "no memory here yet" in said
    assert list(tmp_path.iterdir()) == []


def test_options_behind_a_file_are_not_guessed_at(run: Run, tmp_path: Path) -> None:
    code, _, said = run(f"sqlite:///{tmp_path}/new.db?timeout=5", "stats")
    assert (code, "leave out what is behind the ?" in said) == (1, True)
