"""A user's own terms, in whatever form they come, are evidence for the aligner from the moment they are imported."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import tilmash

KAZAKH = ("Құлбезек тозып біткен.", "Өртімек тозып біткен.", "Ширпік тозып біткен.", "Сабдарақ тозып біткен.")
RUSSIAN = ("Скрутица износилась.", "Пригладень износился.")
RIGHT = {("Ширпік тозып біткен.", "Скрутица износилась."), ("Сабдарақ тозып біткен.", "Пригладень износился.")}
TOOLS = (("құлбезек", "обмотник"), ("өртімек", "подвязень"), ("ширпік", "скрутица"), ("сабдарақ", "пригладень"))
TABLE = "\n".join(["kk\tru", *map("\t".join, TOOLS), ""])
WORD_LISTS = {
    "tools.terms.tsv": TABLE,
    "tools.dic": "".join(f"{russian} @ {kazakh}\n" for kazakh, russian in TOOLS),
    "tools.dix": '<dictionary><section id="main" type="standard">{}</section></dictionary>'.format(
        "".join(f'<e><p><l>{kk}<s n="n"/></l><r>{ru}<s n="n"/></r></p></e>' for kk, ru in TOOLS)
    ),
    "tools.tbx": '<tbx type="TBX-Basic" style="dct" xml:lang="kk" xmlns="urn:iso:std:iso:30042:ed-2">'
    "<tbxHeader><fileDesc><sourceDesc><p>smith</p></sourceDesc></fileDesc></tbxHeader><text><body>{}</body></text></tbx>".format(
        "".join(
            f'<conceptEntry id="c{number}"><langSec xml:lang="kk"><termSec><term>{kk}</term></termSec></langSec>'
            f'<langSec xml:lang="ru"><termSec><term>{ru}</term></termSec></langSec></conceptEntry>'
            for number, (kk, ru) in enumerate(TOOLS)
        )
    ),
}


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(tilmash, ["--db", f"sqlite:///{folder / 'memory.db'}", *arguments], catch_exceptions=False)


def pairs(folder: Path) -> set[tuple[str, ...]]:
    units = map(json.loads, run(folder, "export", "jsonl").stdout.splitlines())
    return {tuple(one["text"] for one in unit["variants"]) for unit in units if len(unit["variants"]) > 1}


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A folder with a memory of two documents that use names of tools which nobody but their craftsmen knows."""
    for language, lines in (("kk", KAZAKH), ("ru", RUSSIAN)):
        (tmp_path / f"workshop_{language}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    paths = [str(tmp_path / f"workshop_{language}.txt") for language in ("kk", "ru")]
    assert run(tmp_path, "add", paths[0], "--language", "kk", "--group", "workshop").exit_code == 0
    assert run(tmp_path, "add", paths[1], "--language", "ru", "--group", "workshop").exit_code == 0
    assert run(tmp_path, "align").exit_code == 0
    return tmp_path


@pytest.mark.parametrize(("name", "separator"), [("list.tsv", "\t"), ("list.csv", ",")])
def test_a_list_of_words_that_is_taken_for_units_is_told_of(tmp_path: Path, name: str, separator: str) -> None:
    rows = [("kk", "ru"), *TOOLS, ("сап", "рукоять")]
    (tmp_path / name).write_text("".join(f"{separator.join(row)}\n" for row in rows), encoding="utf-8")
    assert "take them with --format terms" in run(tmp_path, "import", str(tmp_path / name)).stderr
    assert run(tmp_path, "import", str(tmp_path / name), "--format", "terms").exit_code == 0
    assert "kk: сап\tru: рукоять" in run(tmp_path, "terms", "list").stdout


def test_terms_beside_files_are_told_of_where_a_cell_seems_to_hold_several(tmp_path: Path) -> None:
    for name, text in (
        ("kk.txt", "Ширпік тозды."),
        ("ru.txt", "Скрутица износилась."),
        ("t.tsv", "kk\tru\nширпік\tскрутица, крутка\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = run(
        tmp_path, "align-files", f"kk={tmp_path / 'kk.txt'}", f"ru={tmp_path / 'ru.txt'}", "--terms", str(tmp_path / "t.tsv")
    )
    assert "'скрутица, крутка'" in done.stderr


@pytest.mark.parametrize("name", WORD_LISTS)
def test_imported_terms_align_what_could_not_be_aligned_without_them(workshop: Path, name: str) -> None:
    assert pairs(workshop) != RIGHT
    (workshop / name).write_text(WORD_LISTS[name], encoding="utf-8")
    assert run(workshop, "import", str(workshop / name), "--languages", "kk,ru").exit_code == 0
    assert run(workshop, "align", "--again").exit_code == 0
    assert pairs(workshop) == RIGHT
    (unit, _) = run(workshop, "export", "jsonl").stdout.splitlines()
    assert "|lexicon:builtin+4 terms " in json.loads(unit)["signature"]


def test_accepted_units_are_examples_and_the_recipe_says_so(workshop: Path) -> None:
    unit = json.loads(run(workshop, "export", "jsonl").stdout.splitlines()[0])["id"]
    run(workshop, "review", "accept", unit)
    assert run(workshop, "align", "--again").exit_code == 0
    recipes = [json.loads(line)["signature"] for line in run(workshop, "export", "jsonl").stdout.splitlines()]
    assert any("|examples:1 " in recipe for recipe in recipes)


def test_explanations_name_the_words_that_own_terms_translate(workshop: Path) -> None:
    (workshop / "tools.terms.tsv").write_text(TABLE, encoding="utf-8")
    run(workshop, "import", str(workshop / "tools.terms.tsv"))
    run(workshop, "align", "--again")
    unit = json.loads(run(workshop, "export", "jsonl").stdout.splitlines()[0])["id"]
    assert "Ширпік – Скрутица" in run(workshop, "explain", unit).stdout


@pytest.mark.parametrize("name", ["tools.tsv", *WORD_LISTS])
def test_files_are_aligned_with_terms_of_a_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(WORD_LISTS.get(name, TABLE), encoding="utf-8")
    for language, lines in (("kk", KAZAKH), ("ru", RUSSIAN)):
        (tmp_path / language).write_text("\n".join(lines), encoding="utf-8")
    sides = [f"{language}={tmp_path / language}" for language in ("kk", "ru")]
    done = run(tmp_path, "align-files", *sides, "--segmented", "--terms", str(tmp_path / name))
    assert [(bead["kk"], bead["ru"]) for bead in json.loads(done.stdout)["beads"][2:]] == [([2], [0]), ([3], [1])]


def test_a_file_without_terms_is_refused_as_terms(tmp_path: Path) -> None:
    (tmp_path / "memory.tmx").write_text("<tmx/>", encoding="utf-8")
    (tmp_path / "kk").write_text("Бап.", encoding="utf-8")
    (tmp_path / "ru").write_text("Статья.", encoding="utf-8")
    sides = [f"{language}={tmp_path / language}" for language in ("kk", "ru")]
    with pytest.raises(Exception, match="tmx holds no terms"):
        run(tmp_path, "align-files", *sides, "--terms", str(tmp_path / "memory.tmx"))
