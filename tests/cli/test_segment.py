from pathlib import Path

from click.testing import CliRunner

from cli.commands.segment import command


def test_a_line_is_a_paragraph_and_a_sentence_becomes_a_line() -> None:
    result = CliRunner().invoke(command, input="Ол 1998 ж. туған. Кейін оқыды.\nЕкінші жол".encode())
    assert result.exit_code == 0
    assert result.output == "Ол 1998 ж. туған.\nКейін оқыды.\nЕкінші жол\n"


def test_broken_lines_are_joined_when_asked(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Кітапхана қала-\nның жады екені белгілі. Ол ашық.\n", encoding="utf-8")
    result = CliRunner().invoke(command, [str(file), "--broken-lines"])
    assert result.output == "Кітапхана қаланың жады екені белгілі.\nОл ашық.\n"


def test_the_language_may_be_given() -> None:
    result = CliRunner().invoke(command, ["--language", "en"], input=b"Dr. Brown came. He sat.")
    assert result.output.splitlines() == ["Dr. Brown came.", "He sat."]
