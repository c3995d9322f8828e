import json
from pathlib import Path

from click.testing import CliRunner

from cli.commands.lexicon import command
from corpus.errors import CorpusError


def test_show_finds_a_term_in_any_form_and_language() -> None:
    shown = CliRunner().invoke(command, ["show", "статьи", "--json"])
    assert shown.exit_code == 0
    assert {"kk": ["бап"], "ru": ["статья"], "en": ["article"], "part_of_speech": "noun", "field": "state-and-law"} in [
        json.loads(line) for line in shown.output.splitlines()
    ]


def test_show_says_when_a_term_is_not_there() -> None:
    shown = CliRunner().invoke(command, ["show", "xyzzy"])
    assert (shown.exit_code, shown.output) == (0, "xyzzy: not in the lexicon\n")


def test_names_that_icu_brings_are_shown_too() -> None:
    assert "Mauritius" in CliRunner().invoke(command, ["show", "Маврикийде"]).output


def test_a_language_that_the_lexicon_lacks_is_wrong_use() -> None:
    shown = CliRunner().invoke(command, ["show", "Artikel", "--language", "de"])
    assert (shown.exit_code, "the lexicon has no de; it has kk, ru, en" in shown.output) == (2, True)


def test_check_passes_the_built_in_entries() -> None:
    assert CliRunner().invoke(command, ["check"]).exit_code == 0


def test_check_names_the_faults_of_a_file(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("kk\tru\ten\tpos\nбап\t\tarticle\tnoun\n", encoding="utf-8")
    checked = CliRunner().invoke(command, ["check", str(own)])
    assert checked.exit_code == 1
    assert "line 2: the ru side is empty" in checked.output


def test_check_of_a_file_that_is_not_utf_8_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_bytes("kk\tru\nбап\tстатья\n".encode("cp1251"))
    failure = CliRunner().invoke(command, ["check", str(tmp_path / "own.tsv")]).exception
    assert isinstance(failure, CorpusError)
    assert str(failure).endswith("own.tsv: not UTF-8; save it as UTF-8")


def test_stats_count_every_field() -> None:
    counted = CliRunner().invoke(command, ["stats"])
    assert counted.exit_code == 0
    assert counted.output.splitlines()[-1].startswith("all")
