import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from alignments.memory import open_memory
from alignments.units import Provenance, TranslationUnit, Variant
from cli.main import tilmash

TEXTS = (
    ("Келісімге екі тарап қол қойды.", "Соглашение подписали обе стороны."),
    ("Үкімет жаңа заң қабылдады.", "Правительство приняло новый закон."),
    ("Ол <келісімін> берді & кетті.", "Он дал <согласие> & ушёл."),
)


@pytest.fixture
def url(tmp_path: Path) -> str:
    place = f"sqlite:///{tmp_path}/memory.db"
    with open_memory(place) as memory:
        memory.store.add_units(
            TranslationUnit(
                f"u{number}",
                (Variant("kk", kk, "бұйрық", (number,)), Variant("ru", ru, "приказ", (number,))),
                0.9,
                provenance=Provenance("aligned", "order", 0, number),
            )
            for number, (kk, ru) in enumerate(TEXTS)
        )
    return place


def run(url: str, *arguments: str) -> str:
    result = CliRunner().invoke(tilmash, ["--db", url, *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_concordance_as_json_has_the_promised_fields(url: str) -> None:
    first = json.loads(run(url, "concordance", "келісім", "--format", "jsonl", "--sort", "position").splitlines()[0])
    assert first["keyword"] == "Келісімге"
    assert first["translations"] == {"ru": "Соглашение подписали обе стороны."}
    assert {"unit", "language", "left", "right", "document"} <= first.keys()


@pytest.mark.parametrize("columns", ["80", "200"])
def test_concordance_on_a_terminal_breaks_no_word(url: str, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = run(url, "concordance", "келісім")
    assert max(map(len, shown.splitlines())) <= int(columns)
    assert "подписали" in shown


def test_concordance_as_a_page_escapes_and_fetches_nothing(url: str) -> None:
    page = run(url, "concordance", "келісім", "--format", "html")
    assert "&lt;" in page
    assert "<келісімін>" not in page
    assert "http" not in page


def test_concordance_as_a_table_and_a_spreadsheet(url: str, tmp_path: Path) -> None:
    rows = [line.split("\t") for line in run(url, "concordance", "келісім", "--format", "tsv").splitlines()]
    assert rows[0] == ["left", "keyword", "right", "ru", "document", "segment", "probability", "unit"]
    assert {len(row) for row in rows} == {8}
    run(url, "concordance", "келісім", "--format", "xlsx", "--output", str(tmp_path / "k.xlsx"))
    assert (tmp_path / "k.xlsx").read_bytes()[:2] == b"PK"


def test_conditions_and_counts(url: str) -> None:
    assert run(url, "concordance", "келісім", "--where", "ru=!соглашение", "--count").strip() == "1"


def test_match_as_json_has_the_promised_fields(url: str) -> None:
    best = json.loads(run(url, "match", "Үкімет жаңа заң қабылдады.", "--from", "kk", "--to", "ru", "--json"))[0]
    assert (best["similarity"], best["kind"], best["target"], best["unit"]) == (1.0, "exact", TEXTS[1][1], "u1")


def test_term_as_json_has_the_promised_fields(url: str) -> None:
    found = json.loads(run(url, "term", "үкімет", "--from", "kk", "--to", "ru", "--json"))
    best = found["translations"]["ru"][0]
    assert (found["query"], best["text"], best["count"], best["examples"]) == ("үкімет", "правительство", 1, ["u1"])


def test_stats_and_documents_as_json(url: str) -> None:
    counts = json.loads(run(url, "stats", "--json"))
    assert (counts["units"], counts["languages"], counts["kinds"]) == (3, {"kk-ru": 3}, {"1-1": 3})
    assert run(url, "documents", "--json") == ""


def test_review_and_purge_from_the_command_line(url: str) -> None:
    run(url, "review", "accept", "u0", "--who", "Айгүл")
    assert "Айгүл" in run(url, "review", "log")
    run(url, "purge", "--source", "order")
    assert json.loads(run(url, "stats", "--json"))["units"] == 3
    run(url, "purge", "--source", "order", "--yes")
    assert json.loads(run(url, "stats", "--json"))["units"] == 0
