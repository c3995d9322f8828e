import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import tilmash

TEXTS = {
    "report_kk.txt": "Кітапхана ауыл тұрғындарына күн сайын қызмет көрсетеді. Оқырмандар саны жыл сайын өсіп келеді.",
    "report.ru.txt": "Библиотека обслуживает жителей села ежедневно. Число читателей растёт с каждым годом.",
    "en/report.txt": "The library serves the people of the village every day. The number of readers grows every year.",
}
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text)

    def run_add(*arguments: str, **settings: str) -> Result:
        return CliRunner().invoke(tilmash, ["--db", "sqlite:///memory.db", "add", *arguments], **settings)  # type: ignore[arg-type] # input is text

    return run_add


def stored() -> list[dict[str, object]]:
    listing = CliRunner().invoke(tilmash, ["--db", "sqlite:///memory.db", "documents", "--json"])
    return [json.loads(line) for line in listing.stdout.splitlines()]


def test_three_languages_are_one_group_by_their_names(run: Run) -> None:
    result = run(*TEXTS)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == [
        "report_kk.txt: kk 2 segments (document 1); group report",
        "report.ru.txt: ru 2 segments (document 2); group report",
        "en/report.txt: en 2 segments (document 3); group report",
    ]
    assert result.stderr == ""
    assert {(one["language"], one["group"]) for one in stored()} == {("kk", "report"), ("ru", "report"), ("en", "report")}


def test_a_file_is_stored_once(run: Run) -> None:
    run("report_kk.txt")
    result = run("report_kk.txt")
    assert result.exit_code == 0
    assert result.stderr == "report_kk.txt: stored before, not stored again: kk 2 segments (document 1); group report\n"
    assert len(stored()) == 1


def test_a_stored_file_that_is_wanted_otherwise_is_told_which_documents_go_first(run: Run) -> None:
    run("report_kk.txt")
    said = run("report_kk.txt", "--language", "kk-Latn").stderr
    assert "to store it in another way, `tilmash purge --document 1 --yes` first" in said


def test_the_last_version_of_a_file_counts_and_an_older_one_can_come_back(run: Run) -> None:
    run("report_kk.txt")
    Path("report_kk.txt").write_text(TEXTS["report_kk.txt"] + " Кітап қоры да толықты.")
    assert "changed since it was stored (document 1)" in run("report_kk.txt").stderr
    assert [(one["id"], one["older_version"]) for one in stored()] == [(1, True), (2, False)]

    Path("report_kk.txt").write_text(TEXTS["report_kk.txt"])
    assert "changed since it was stored (document 2)" in run("report_kk.txt").stderr
    assert [(one["older_version"], one["segments"]) for one in stored()] == [(True, 3), (False, 2)]


def test_texts_from_standard_input_are_no_versions_of_each_other(run: Run) -> None:
    for language, text in (("kk", TEXTS["report_kk.txt"]), ("ru", TEXTS["report.ru.txt"]), ("kk", TEXTS["report_kk.txt"])):
        run("-", "--group", "piped", "--language", language, input=text)
    assert [(one["language"], one["older_version"]) for one in stored()] == [("kk", False), ("ru", False)]


def test_one_language_only_is_said(run: Run) -> None:
    result = run("report_kk.txt")
    assert result.stderr == "report: one language only (kk); nothing to align until its translation is added\n"
    assert run("report.ru.txt").stderr == ""


def test_a_file_that_fails_is_one_line_and_the_others_are_stored(run: Run) -> None:
    Path("empty.txt").touch()
    result = run("empty.txt", *TEXTS, "none.txt")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == ["tilmash: empty.txt: the file is empty", "tilmash: none.txt: no such file"]
    assert len(stored()) == 3


def test_standard_input_is_a_file(run: Run) -> None:
    result = run("-", "--title", "Хабарландыру", "--language", "kk", input=TEXTS["report_kk.txt"])
    assert result.exit_code == 0, result.stderr
    assert [(one["language"], one["title"], one["group"]) for one in stored()] == [("kk", "Хабарландыру", "Хабарландыру")]


def test_a_group_can_be_named(run: Run) -> None:
    run(*TEXTS, "--group", "жылдық есеп")
    assert {one["group"] for one in stored()} == {"жылдық есеп"}


def test_an_encoding_can_be_given(run: Run) -> None:
    Path("old.txt").write_bytes("Өлең".encode("kz1048"))
    assert run("old.txt", "--encoding", "kz1048", "--language", "kk").exit_code == 0
    assert run("report_kk.txt", "--encoding", "martian").stderr.startswith("tilmash: report_kk.txt: unknown encoding 'martian'")


def test_explain_shows_repairs_and_languages(run: Run) -> None:
    Path("torn.txt").write_text("Библиотека обслуживает жите-\nлей села ежедневно, без выходных.\n")
    lines = run("torn.txt", "--explain").stdout.splitlines()
    assert lines[1:3] == ["  read as plain text (utf-8): 2 blocks", "  ru: 1 segment (100%), 60 characters"]
    assert any(line.startswith("  line-end hyphens: 1") for line in lines)


def test_a_step_can_be_left_out_and_an_unknown_step_is_wrong_use(run: Run) -> None:
    Path("torn.txt").write_text("Библиотека обслуживает жите-\nлей села ежедневно, без выходных.\n")
    assert "line-end hyphens" not in run("torn.txt", "--explain", "--skip", "line-end hyphens").stdout
    result = run("torn.txt", "--skip", "magic")
    assert result.exit_code == 2
    assert "no cleaning step 'magic'" in result.stderr


def test_a_folder_is_looked_through(run: Run) -> None:
    Path("en/cover.jpg").write_bytes(b"\xff\xd8\xff")
    result = run("en")
    assert result.stdout == "en/report.txt: en 2 segments (document 1); group report\n"
    assert "1 file of another sort passed over, such as en/cover.jpg" in result.stderr


def test_a_name_with_a_line_break_stays_on_one_line(run: Run) -> None:
    Path("two\nlines.txt").write_text(TEXTS["report_kk.txt"])
    assert run("two\nlines.txt").stdout == "two\\nlines.txt: kk 2 segments (document 1); group two lines\n"


def test_files_too_many_to_be_compared_are_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignments.pairing.companions.MOST_FILES", 1)
    Path("заң.txt").write_text(TEXTS["report_kk.txt"])
    Path("закон.txt").write_text(TEXTS["report.ru.txt"])
    run("заң.txt", "закон.txt")
    aligned = CliRunner().invoke(tilmash, ["--db", "sqlite:///memory.db", "align"])
    assert aligned.exit_code == 0
    assert "2 files stand alone, too many to be compared with each other; add translations under one name" in aligned.stderr
