"""`align-files`, `evaluate` and `compare`: no database, files or standard input."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import tilmash
from corpus.errors import CorpusError
from corpus.files import source_bytes

KK = ("Кітапхана жексенбіде ашық.", "Ол 1 250 кітапты сақтайды.", "Кіру тегін.")
RU = ("Библиотека открыта в воскресенье.", "Она хранит 1 250 книг.", "Вход бесплатный.")
BEADS = [[[0], [0]], [[1], [1]], [[2], [2]]]


def gold(tag: str = "kk") -> str:
    return json.dumps({"id": "a", "langs": {tag: KK, "ru": RU}, "gold": {f"{tag}-ru": BEADS}}, ensure_ascii=False) + "\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Run":
    monkeypatch.chdir(tmp_path)
    Path("gold.jsonl").write_text(gold(), encoding="utf-8")
    Path("kk.txt").write_text("\n".join(KK), encoding="utf-8")
    Path("ru.txt").write_text("\n".join(RU), encoding="utf-8")
    Path("right.ladder").write_text("0\t0\t1\n1\t1\t1\n2\t2\t1\n3\t3\t1\n", encoding="utf-8")
    Path("other.ladder").write_text("0\t0\t1\n1\t1\t1\n3\t3\t1\n", encoding="utf-8")
    return Run()


class Run:
    """Calls a command, with a text as its standard input."""

    def __call__(self, *arguments: str, given: str = "") -> Result:
        return CliRunner().invoke(tilmash, arguments, input=given.encode())


def test_gold_scores_what_is_aligned(run: Run) -> None:
    found = json.loads(run("evaluate", "gold.jsonl", "--json").stdout)
    (scored,) = found["sets"]
    assert (scored["name"], scored["pair"], scored["segments"], scored["strict"]["f1"]) == ("gold", "kk-ru", 6, 1)
    assert found["signature"]


def test_an_alignment_made_elsewhere_is_scored_as_a_table(run: Run) -> None:
    shown = run("evaluate", "gold.jsonl", "--alignment", "right.ladder").stdout.splitlines()
    assert shown[1].split()[:5] == ["gold", "kk-ru", "1.000", "1.000", "1.000"]
    assert shown[-1] == "right.ladder"


def test_gold_comes_from_standard_input_too(run: Run) -> None:
    result = run("evaluate", "-", "--alignment", "right.ladder", "--json", given=gold())
    assert json.loads(result.stdout)["sets"][0]["pair"] == "kk-ru"


@pytest.mark.parametrize("pair", ["kk-!!", "kk", "kk-ru-en", "-", ",", "kk-"])
def test_what_is_no_pair_of_languages_is_wrong_use(run: Run, pair: str) -> None:
    result = run("evaluate", "gold.jsonl", "--pairs", pair)
    assert (result.exit_code, "--pairs" in result.stderr) == (2, True)


@pytest.mark.parametrize("pair", ["kk-Latn-ru", "kk-latn-ru"])
def test_a_pair_may_have_tags_with_hyphens(run: Run, pair: str) -> None:
    result = run("evaluate", "-", "--pairs", pair, "--alignment", "right.ladder", given=gold("kk-Latn"))
    assert (result.exit_code, "kk-Latn-ru" in result.stdout) == (0, True)


def test_two_alignments_are_compared(run: Run) -> None:
    shown = run("compare", "right.ladder", "other.ladder", "--json", "--fail-on", "difference")
    found = json.loads(shown.stdout)
    assert (shown.exit_code, found["first"], found["second"], found["same"]) == (3, 3, 2, 1)
    (place,) = found["differences"]
    assert (len(place["first"]), len(place["second"])) == (2, 1)
    assert run("compare", "right.ladder", "right.ladder", "--fail-on", "difference").exit_code == 0


def test_the_comparison_for_people_names_both_files(run: Run) -> None:
    shown = run("compare", "right.ladder", "other.ladder").stdout
    assert (
        "  right.ladder\n    • first 2, second 2\n    • first 3, second 3\n  other.ladder\n    • first 2–3, second 2–3\n" in shown
    )
    assert "\n3 and 2 beads, 1 the same (40.0%); " in shown
    assert shown.endswith("; places that differ: 1, 1 of them only by joining beads of the other\n")


def test_positions_are_not_compared_with_texts(run: Run) -> None:
    Path("units.tsv").write_text("kk\tru\nКітап\tКнига\n", encoding="utf-8")
    assert run("compare", "right.ladder", "units.tsv").exit_code == 2


def test_standard_input_is_a_side_an_alignment_and_a_ladder(run: Run) -> None:
    aligned = run("align-files", "kk=-", "ru=ru.txt", "--segmented", given="\n".join(KK))
    assert [bead["kk"] for bead in json.loads(aligned.stdout)["beads"]] == [[0], [1], [2]]
    assert run("align-files", "kk=-", "ru=ru.txt", given="\n".join(KK)).exit_code == 0
    Path("aligned.jsonl").write_text(aligned.stdout, encoding="utf-8")
    assert json.loads(run("compare", "-", "aligned.jsonl", "--json", given=aligned.stdout).stdout)["agreement"] == 1
    ladder = Path("other.ladder").read_text(encoding="utf-8")
    assert json.loads(run("compare", "other.ladder", "-", "--json", given=ladder).stdout)["agreement"] == 1
    assert run("evaluate", "gold.jsonl", "--alignment", "-", given=ladder).stdout.endswith("standard input\n")


@pytest.mark.parametrize(
    "arguments", [("align-files", "kk=-", "ru=-"), ("compare", "-", "-"), ("evaluate", "-", "--alignment", "-")]
)
def test_standard_input_stands_for_one_file_only(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("segment", "-"),
        ("pretranslate", "-", "--from", "kk", "--to", "ru"),
        ("align-files", "kk=-", "ru=ru.txt"),
        ("evaluate", "-"),
    ],
)
def test_standard_input_has_the_limit_of_files(run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    monkeypatch.setattr(source_bytes, "LARGEST_FILE", 20)
    failure = run(*arguments, given=gold()).exception
    assert isinstance(failure, CorpusError)
    assert str(failure).startswith("standard input: larger than")
