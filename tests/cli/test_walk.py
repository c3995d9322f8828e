"""The walk a user takes, from messy files to a memory, a concordance and a TMX, on the bundled example."""

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree as ET

import click
import pytest
from click.testing import CliRunner, Result

from cli.main import COMMANDS, tilmash

XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(tilmash, ["--db", f"sqlite:///{folder / 'memory.db'}", *arguments], catch_exceptions=False)


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example's documents and the memory made of them."""
    folder = tmp_path_factory.mktemp("walk")
    for source in resources.files("cli.example").iterdir():
        if source.name.endswith(".txt"):
            (folder / source.name).write_bytes(source.read_bytes())
    assert run(folder, "add", *map(str, sorted(folder.glob("*.txt")))).exit_code == 0
    assert run(folder, "align").exit_code == 0
    return folder


def units(folder: Path) -> list[dict[str, str]]:
    lines = run(folder, "export", "jsonl").stdout.splitlines()
    return [{one["language"]: one["text"] for one in json.loads(line)["variants"]} for line in lines]


def test_a_mixed_article_gives_its_abstract_in_three_languages(memory: Path) -> None:
    assert {"kk": "Аңдатпа", "ru": "Аннотация", "en": "Abstract"} in units(memory)
    survey = next(unit for unit in units(memory) if "1,486" in unit.get("en", ""))
    assert survey["kk"].startswith("Авторлар 1 486 оқырманнан")
    assert survey["ru"].startswith("Авторы опросили 1 486 читателей")


def test_sentences_merged_in_one_language_stay_together(memory: Path) -> None:
    mobile = next(unit for unit in units(memory) if "especially high" in unit.get("en", ""))
    assert mobile["kk"].endswith("Алайда мұндай қызмет тек үш қалада бар.")
    assert mobile["ru"].endswith("однако такая услуга есть лишь в трёх городах.")


def test_key_words_become_units_of_their_own(memory: Path) -> None:
    assert {"kk": "көшпелі кітапхана", "ru": "передвижная библиотека", "en": "mobile library"} in units(memory)


def test_files_named_by_language_are_aligned_and_an_omission_leaves_two_languages(memory: Path) -> None:
    certificate = next(unit for unit in units(memory) if unit.get("kk", "").startswith("Курстарды аяқтаған"))
    assert certificate == {
        "kk": "Курстарды аяқтаған қызметкерлерге сертификат беріледі.",
        "ru": "Работникам, окончившим курсы, выдаётся сертификат.",
    }


def test_the_kazakh_body_is_not_taken_for_a_translation(memory: Path) -> None:
    assert not any("қонақжай бөлмесі" in unit.get("kk", "") for unit in units(memory) if len(unit) > 1)


def test_the_same_file_is_not_stored_twice(memory: Path) -> None:
    before = run(memory, "documents", "--json").stdout
    again = run(memory, "add", str(memory / "imprint.txt"))
    assert again.exit_code == 0
    assert "not stored again" in again.output
    assert run(memory, "documents", "--json").stdout == before


def test_a_term_is_answered_with_its_translations(memory: Path) -> None:
    answer = json.loads(run(memory, "term", "кітапханашы", "--from", "kk", "--to", "ru,en", "--json").stdout)
    assert answer["translations"]["ru"][0]["text"] == "библиотекарь"
    assert answer["translations"]["en"][0]["text"] == "librarian"


def test_a_concordance_finds_inflected_forms_with_their_translations(memory: Path) -> None:
    lines = [json.loads(line) for line in run(memory, "concordance", "кітапхана", "--format", "jsonl").stdout.splitlines()]
    assert {"кітапхана", "кітапханалардың", "кітапханасының"} & {line["keyword"].lower() for line in lines}
    assert all(set(line["translations"]) <= {"ru", "en"} for line in lines)


def test_a_match_finds_the_sentence_and_its_translation(memory: Path) -> None:
    sentence = "Кітапхана қызметтері ақысыз көрсетіледі."
    best = json.loads(run(memory, "match", sentence, "--from", "kk", "--to", "ru", "--json").stdout)[0]
    assert "Услуги библиотек предоставляются бесплатно." in best["target"]
    assert best["similarity"] > 0.9


def test_the_tmx_holds_every_unit_in_every_language(memory: Path) -> None:
    assert run(memory, "export", "tmx", "--output", str(memory / "memory.tmx")).exit_code == 0
    found = ET.parse(memory / "memory.tmx").getroot().findall(".//tu")  # noqa: S314 - our own file
    assert len(found) == sum(len(unit) > 1 for unit in units(memory))
    assert {tuv.get(XML_LANGUAGE) for unit in found for tuv in unit.findall("tuv")} == {"kk", "ru", "en"}


def test_check_says_which_units_to_doubt(memory: Path) -> None:
    result = run(memory, "check", "--format", "jsonl")
    assert result.exit_code == 0
    assert {"unit", "check", "severity", "message", "language", "start", "stop"} <= set(json.loads(result.stdout.splitlines()[0]))


def test_aligning_again_changes_nothing(memory: Path) -> None:
    before = units(memory)
    assert run(memory, "align", "--again").exit_code == 0
    assert units(memory) == before


def command_names() -> Iterator[tuple[str, ...]]:
    """Every command, and every one that stands under another."""
    for name in COMMANDS:
        yield (name,)
        command = tilmash.get_command(click.Context(tilmash), name)
        if isinstance(command, click.Group):
            yield from ((name, under) for under in command.commands)


@pytest.mark.parametrize("names", list(command_names()))
def test_every_command_has_help_with_an_example(names: tuple[str, ...]) -> None:
    result = CliRunner().invoke(tilmash, [*names, "--help"])
    assert result.exit_code == 0
    assert "Example" in result.output


def test_merged_units_stay_merged_when_the_documents_are_aligned_again(memory: Path, tmp_path: Path) -> None:
    run(tmp_path, "add", *map(str, sorted(memory.glob("decree_*.txt"))))
    run(tmp_path, "align")
    ids = [json.loads(line)["id"] for line in run(tmp_path, "export", "jsonl").stdout.splitlines()]
    assert run(tmp_path, "review", "merge", ids[4], ids[5]).exit_code == 0
    merged = units(tmp_path)
    assert len(merged) == len(ids) - 1
    assert run(tmp_path, "align", "--again").exit_code == 0
    assert sorted(map(str, units(tmp_path))) == sorted(map(str, merged))
