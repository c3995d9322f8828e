import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import fastexcel
import pytest
from click.testing import CliRunner

from alignments.errors import AlignmentsError
from alignments.memory import open_memory
from alignments.units import Provenance, TermEntry, TranslationUnit, Variant
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


def test_a_concordance_starts_without_what_it_does_not_need(url: str) -> None:
    program = (
        "import atexit, sys; heavy = {'sqlalchemy', 'numpy', 'polars', 'numba', 'multiprocessing'};"
        "atexit.register(lambda: print(*heavy & sys.modules.keys(), 'loaded'));"
        f"from cli.main import main; sys.argv[1:] = ['--db', {url!r}, 'concordance', 'келісім']; main()"
    )
    shown = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60).stdout
    assert "подписали" in shown
    assert shown.endswith("\nloaded\n")


@pytest.mark.parametrize("columns", ["80", "200"])
def test_concordance_on_a_terminal_breaks_no_word(url: str, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = run(url, "concordance", "келісім")
    assert max(map(len, shown.splitlines())) <= int(columns)
    assert "подписали" in shown


def test_signs_beside_the_key_word_stay_beside_it(url: str) -> None:
    with open_memory(url) as memory:
        variants = (Variant("kk", "Ол «Қазына», «Қор» оқыды."), Variant("ru", "Он читал «Казну», «Фонд»."))
        memory.store.add_units([TranslationUnit("quoted", variants, 0.9)])
    assert "Ол «Қазына», «Қор» оқыды." in run(url, "concordance", "қазына").splitlines()[0]
    assert "Он читал «Казну», «Фонд»." in run(url, "concordance", "фонд").splitlines()[0]


def test_a_long_tag_stands_apart_from_its_text(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'latin.db'}"
    with open_memory(url) as memory:
        variants = (Variant("kk-Latn", "Qūjatqa qol qoiyldy."), Variant("ru", "Соглашение подписали."))
        memory.store.add_units([TranslationUnit("u1", variants, 0.9)])
    assert "kk-Latn Qūjatqa qol" in run(url, "concordance", "соглашение")


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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("укимет",), "укимет: not found as typed in kk; taken for үкімет\n"),
        (("үкімет", "--where", "ru=!закон"), "үкімет: found in kk, but no translation meets --where\n"),
        (("үкімет", "--page", "3", "--limit", "5"), "үкімет: nothing on page 3; 1 segment in kk on 1 page\n"),
        (("мұғалім",), "мұғалім: not found; try a shorter form with *, or another --language\n"),
    ],
)
def test_concordance_says_why_nothing_is_shown_and_what_was_taken(url: str, arguments: tuple[str, ...], said: str) -> None:
    assert said in CliRunner().invoke(tilmash, ["--db", url, "concordance", *arguments]).stderr


def test_match_as_json_has_the_promised_fields(url: str) -> None:
    best = json.loads(run(url, "match", "Үкімет жаңа заң қабылдады.", "--from", "kk", "--to", "ru", "--json"))[0]
    assert (best["similarity"], best["kind"], best["target"], best["unit"]) == (1.0, "exact", TEXTS[1][1], "u1")


def test_term_as_json_has_the_promised_fields(url: str) -> None:
    found = json.loads(run(url, "term", "үкімет", "--from", "kk", "--to", "ru", "--json"))
    best = found["translations"]["ru"][0]
    assert (found["query"], best["text"], best["count"], best["examples"]) == ("үкімет", "правительство", 1, ["u1"])


def test_term_says_as_what_it_took_a_word_and_what_was_perhaps_meant(url: str) -> None:
    taken = CliRunner().invoke(tilmash, ["--db", url, "term", "келисимшарт", "--from", "kk", "--to", "ru"])
    assert "контракт" in taken.stdout
    assert "келисимшарт: not found as typed in kk; taken for келісімшарт\n" in taken.stderr
    assert "perhaps учреждение – мекеме" in run(url, "term", "учереждение", "--from", "ru", "--to", "kk")


def test_stats_and_documents_as_json(url: str) -> None:
    counts = json.loads(run(url, "stats", "--json"))
    assert (counts["units"], counts["languages"], counts["kinds"]) == (3, {"kk-ru": 3}, {"1-1": 3})
    assert run(url, "documents", "--json") == ""


def test_review_and_purge_from_the_command_line(url: str) -> None:
    run(url, "review", "accept", "u0", "--who", "Айгүл")
    assert "Айгүл" in run(url, "review", "log")
    run(url, "purge", "--group", "order")
    assert json.loads(run(url, "stats", "--json"))["units"] == 3
    run(url, "purge", "--group", "order", "--yes")
    assert json.loads(run(url, "stats", "--json"))["units"] == 0


def refused(url: str, *arguments: str) -> str:
    """The one line with which a call is refused."""
    result = CliRunner().invoke(tilmash, ["--db", url, *arguments])
    assert result.exit_code != 0
    return str(result.exception) if isinstance(result.exception, AlignmentsError) else result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "--languages", "kk,de"),
        ("concordance", "заң", "--language", "de"),
        ("concordance", "заң", "--show", "de"),
        ("concordance", "заң", "--where", "de=Gesetz"),
        ("term", "заң", "--from", "de", "--to", "ru"),
        ("term", "заң", "--from", "kk", "--to", "ru,de"),
        ("terms", "extract", "--from", "kk", "--to", "de"),
        ("match", "Үкімет жаңа заң қабылдады.", "--from", "de", "--to", "ru"),
    ],
)
def test_a_language_the_memory_does_not_have_is_an_error(url: str, arguments: tuple[str, ...]) -> None:
    assert refused(url, *arguments) == "no units in de; there are units in kk, ru"


@pytest.mark.parametrize(
    "command", [("term", "заң"), ("terms", "extract"), ("match", "Үкімет жаңа заң қабылдады."), ("pretranslate", "none.txt")]
)
def test_a_translation_into_the_same_language_is_refused(url: str, command: tuple[str, ...]) -> None:
    said = refused(url, *command, "--to", "kk", "--from", "kk")
    assert "kk is the language of --from; name another one" in said


def test_show_names_every_unit_and_every_language(url: str) -> None:
    with open_memory(url) as memory:
        variants = (Variant("kk-Latn", "Qala tynyş."), Variant("ru", "Город спокоен."))
        memory.store.add_units([TranslationUnit("latin", variants)])
    shown = run(url, "show")
    assert shown.split("\n")[0].split() == ["kk", "kk-Latn", "ru"]
    assert "unit u0, 90 %" in shown
    assert "unit latin" in shown
    assert "Qala tynyş." in shown


def test_a_concordance_is_counted_by_document_and_drawn_by_lot(url: str, tmp_path: Path) -> None:
    assert run(url, "concordance", "келісім", "--count-by", "document").splitlines()[-1].split() == ["бұйрық", "2", "2"]
    run(url, "concordance", "келісім", "--count-by", "document", "--output", str(tmp_path / "k.tsv"))
    assert (tmp_path / "k.tsv").read_text(encoding="utf-8") == "document\tsegments\toccurrences\nбұйрық\t2\t2\n"
    assert "text or tsv" in wrong_use(url, "concordance", "келісім", "--count-by", "document", "--format", "html")
    drawn = CliRunner().invoke(tilmash, ["--db", url, "concordance", "келісім", "--sample", "1", "--format", "jsonl"])
    assert drawn.stdout.count("\n") == 1
    assert "1 of 2 segments in kk, drawn by lot" in drawn.stderr


def test_a_concordance_as_csv_has_the_cells_of_the_tsv(url: str) -> None:
    with open_memory(url) as memory:
        memory.store.add_units(
            [TranslationUnit("q", (Variant("kk", 'Ол "келісім", деді.'), Variant("ru", "Он сказал, «согласие».")))]
        )
    rows = list(csv.reader(run(url, "concordance", "келісім", "--format", "csv").splitlines()))
    assert rows == [line.split("\t") for line in run(url, "concordance", "келісім", "--format", "tsv").splitlines()]


def test_what_touches_the_key_word_stands_with_it_on_a_page(url: str) -> None:
    texts = ("Балабақша: жаңа жыл", "Бұл – «балабақша».", "Біз балабақшаға бардық.")
    with open_memory(url) as memory:
        memory.store.add_units(
            TranslationUnit(f"b{place}", (Variant("kk", text), Variant("ru", "Детский сад"))) for place, text in enumerate(texts)
        )
    page = run(url, "concordance", "балабақша", "--format", "html")

    assert '<span class="keyword"><b>Балабақша</b>:</span><span class="right"> жаңа жыл</span>' in page
    assert '<span class="left">Бұл – </span><span class="keyword">«<b>балабақша</b>».</span>' in page
    assert '<span class="keyword"><b>балабақшаға</b></span><span class="right"> бардық.</span>' in page


@pytest.mark.parametrize("command", [("concordance", "келісім"), ("terms", "extract", "--from", "kk", "--to", "ru")])
def test_a_file_of_an_unknown_kind_is_not_written(url: str, command: tuple[str, ...], tmp_path: Path) -> None:
    assert "this is written as" in refused(url, *command, "--output", str(tmp_path / "k.pdf"))
    assert not (tmp_path / "k.pdf").exists()


def test_the_ending_of_the_file_says_what_is_written(url: str, tmp_path: Path) -> None:
    run(url, "concordance", "келісім", "--output", str(tmp_path / "k.xlsx"))
    run(url, "concordance", "келісім", "--output", str(tmp_path / "k.html"))
    assert (tmp_path / "k.xlsx").read_bytes()[:2] == b"PK"
    assert (tmp_path / "k.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.fixture
def table(tmp_path: Path) -> str:
    """A table with a Kazakh and a Russian column."""
    rows = (
        ("Үкімет жаңа заң қабылдады.", "Правительство приняло новый закон."),
        ("Қалада жаңа мектеп ашылды.", "В городе открылась новая школа."),
        ("Балалар ауласында ойнап жүр.", "Дети играют во дворе."),
    )
    (tmp_path / "table.tsv").write_text("".join(f"{kk}\t{ru}\n" for kk, ru in rows), encoding="utf-8")
    return str(tmp_path / "table.tsv")


def test_only_cells_of_the_language_asked_for_are_pretranslated(url: str, table: str) -> None:
    rows = [line.split("\t") for line in run(url, "pretranslate", table, "--from", "kk", "--to", "ru").splitlines()]
    assert [row[0] for row in rows[1:]] == [
        "Үкімет жаңа заң қабылдады.",
        "Қалада жаңа мектеп ашылды.",
        "Балалар ауласында ойнап жүр.",
    ]
    assert (rows[1][1], rows[1][-1]) == ("Правительство приняло новый закон.", "100 %")


def test_a_table_of_fuzzy_matches_says_what_is_new(url: str, tmp_path: Path) -> None:
    (tmp_path / "new_kk.txt").write_text("Үкімет ескі заң қабылдады.\nҮкімет жаңа заң қабылдады.\n", encoding="utf-8")
    asked = ("pretranslate", str(tmp_path / "new_kk.txt"), "--from", "kk", "--to", "ru")
    head, fuzzy, exact = (line.split("\t") for line in run(url, *asked).splitlines())
    place = head.index("differences")
    assert (fuzzy[place], exact[place]) == ("Үкімет {+ескі+}[-жаңа-] заң қабылдады.", "")
    assert json.loads(run(url, *asked, "--format", "jsonl").splitlines()[0])["match"] == "Үкімет жаңа заң қабылдады."


def test_a_pretranslated_workbook_is_a_workbook(url: str, table: str, tmp_path: Path) -> None:
    run(url, "pretranslate", table, "--from", "kk", "--to", "ru", "--output", str(tmp_path / "done.xlsx"))
    cells = fastexcel.read_excel(tmp_path / "done.xlsx").load_sheet(0).to_polars()
    assert cells["kk"].to_list()[0] == "Үкімет жаңа заң қабылдады."
    assert cells["ru"].to_list()[0] == "Правительство приняло новый закон."


def test_a_unit_that_has_several_answers_is_shown_once(url: str) -> None:
    shown = run(url, "term", "үкімет", "--from", "kk", "--to", "ru")
    (head,) = (line for line in shown.splitlines() if "unit u1" in line)
    assert "правительство; " in head
    assert shown.count("\nkk  Үкімет жаңа заң қабылдады.\nru  Правительство приняло новый закон.\n") == 1


def test_pairs_rarer_than_asked_for_are_not_proposed(url: str) -> None:
    assert run(url, "terms", "extract", "--from", "kk", "--to", "ru", "--min-count", "2").splitlines()[1:] == []
    assert "үкімет\tправительство" in run(url, "terms", "extract", "--from", "kk", "--to", "ru", "--min-count", "1")


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "--group", "law"),
        ("export", "tmx", "--group", "law"),
        ("export", "tmx", "--document", "law"),
        ("purge", "--group", "law"),
    ],
)
def test_a_group_or_document_that_the_memory_lacks_is_an_error(url: str, arguments: tuple[str, ...]) -> None:
    with pytest.raises(AlignmentsError, match=r"law: no unit .* (units came from order$|lists the titles)"):
        run(url, *arguments)


def wrong_use(url: str, *arguments: str) -> str:
    result = CliRunner().invoke(tilmash, ["--db", url, *arguments])
    assert result.exit_code == 2
    return result.stderr


def test_counts_and_neighbours_are_written_where_they_are_wanted(url: str, tmp_path: Path) -> None:
    output = tmp_path / "found.txt"
    assert run(url, "concordance", "келісім", "--count", "--output", str(output)) == ""
    assert output.read_text(encoding="utf-8") == "2\n"
    assert run(url, "concordance", "келісім", "--neighbours", "--output", str(output)) == ""
    assert "келісімге" in output.read_text(encoding="utf-8")


@pytest.mark.parametrize("what", ["--count", "--neighbours"])
def test_counts_and_neighbours_are_text_only(url: str, tmp_path: Path, what: str) -> None:
    assert "written as text" in wrong_use(url, "concordance", "келісім", what, "--output", str(tmp_path / "found.html"))
    assert list(tmp_path.glob("found*")) == []


def test_the_ending_names_the_form_of_what_check_writes(url: str, tmp_path: Path) -> None:
    with open_memory(url) as memory:
        memory.store.add_units([TranslationUnit("wrong", (Variant("kk", "Бағасы 500 теңге."), Variant("ru", "Цена 600 тенге.")))])
    for name, begin in (("r.html", "<!doctype html>"), ("r.jsonl", '{"unit"'), ("r.txt", "doubt ")):
        run(url, "check", "--output", str(tmp_path / name))
        assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(begin)
    assert ".txt, .jsonl, .html" in wrong_use(url, "check", "--output", str(tmp_path / "r.pdf"))


def test_the_report_leaves_no_severity_out(url: str) -> None:
    assert "--severity" in wrong_use(url, "check", "--format", "html", "--severity", "error")


def test_an_issue_is_dismissed_and_listed_with_who_and_why(url: str) -> None:
    with open_memory(url) as memory:
        memory.store.add_units([TranslationUnit("wrong", (Variant("kk", "Бағасы 500 теңге."), Variant("ru", "Цена 600 тенге.")))])
    assert '"check": "numbers"' in run(url, "check", "--only", "numbers", "--format", "jsonl")
    run(url, "dismiss", "wrong", "numbers", "--note", "other money", "--who", "aigul")
    assert run(url, "check", "--only", "numbers", "--format", "jsonl") == ""
    listed = json.loads(run(url, "dismiss", "--list", "--json"))
    assert (listed["unit"], listed["check"], listed["who"], listed["note"]) == ("wrong", "numbers", "aigul", "other money")
    assert "other money" in run(url, "dismiss", "--list")


def test_what_no_check_found_is_not_dismissed(url: str) -> None:
    with open_memory(url) as memory:
        memory.store.add_units([TranslationUnit("wrong", (Variant("kk", "Бағасы 500 теңге."), Variant("ru", "Цена 600 тенге.")))])
    for arguments, told in ((("brackets",), "brackets has found nothing there"), (("numbers", "--language", "ru"), "not in ru")):
        result = CliRunner().invoke(tilmash, ["--db", url, "dismiss", "wrong", *arguments])
        assert isinstance(result.exception, AlignmentsError)
        assert told in str(result.exception)
    assert run(url, "dismiss", "--list", "--json") == ""


def test_in_a_large_memory_nobody_looks_whether_there_is_such_an_issue(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.commands.dismiss.LOOKED_THROUGH", 1)
    run(url, "dismiss", "u0", "brackets")
    assert json.loads(run(url, "dismiss", "--list", "--json"))["unit"] == "u0"


def test_units_are_shown_as_json_as_they_are_exported(url: str) -> None:
    assert run(url, "show", "--json") == run(url, "export", "jsonl")
    assert json.loads(run(url, "show", "--json", "--page", "2", "--limit", "1"))["id"] == "u1"


def test_a_database_may_be_named_by_its_file(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = url.removeprefix("sqlite:///")
    assert run(file, "show") == run(url, "show")
    monkeypatch.setenv("TILMASH_DB", file)
    assert CliRunner().invoke(tilmash, ["show"]).stdout == run(url, "show")


def test_show_says_how_to_go_on(url: str) -> None:
    def told(*arguments: str) -> str:
        return CliRunner().invoke(tilmash, ["--db", url, "show", *arguments]).stderr.strip()

    assert told("--limit", "2") == "units 1–2 of 3; the next: --page 2"
    assert told("--limit", "2", "--page", "2") == "units 3–3 of 3"
    assert told("--limit", "2", "--page", "3") == "none of 3 units of this kind"
    assert told("--limit", "0") == "units 1–3 of 3"


def test_units_side_by_side_make_a_page_to_print(url: str, tmp_path: Path) -> None:
    with open_memory(url) as memory:
        alone = TranslationUnit(
            "3f2a90bc11d04e57", (Variant("kk", "Ешкім жоқ."),), 1.0, provenance=Provenance("aligned", "қосымша")
        )
        unsure = TranslationUnit("unsure", (Variant("kk", "Иә."), Variant("ru", "Ну да.")), 0.4)
        memory.store.add_units([alone, unsure])
    run(url, "show", "--output", str(tmp_path / "page.html"))
    page = (tmp_path / "page.html").read_text(encoding="utf-8")

    assert '<th lang="kk">қазақ тілі</th><th lang="ru">русский</th>' in page
    assert '<td lang="kk">Ол &lt;келісімін&gt; берді &amp; кетті.</td>' in page
    assert page.index(">order</th>") < page.index("Келісімге") < page.index(">қосымша</th>")
    assert '>3f2a90bc</td><td lang="kk">Ешкім жоқ.</td><td class="missing">—</td>' in page
    assert '<tr class="doubtful"><td class="id" title="unsure">unsure<br>40%</td>' in page
    assert page.count("<tr") == page.count("</tr>") == 9
    assert not re.search(r"https?://|<script|<link|@import|url\(", page)


def test_decisions_are_told_as_json_and_by_the_beginning_of_an_id(url: str) -> None:
    with open_memory(url) as memory:
        memory.store.add_units([TranslationUnit("3f2a90bc", (Variant("kk", "Жаңа үй."), Variant("ru", "Новая дом.")))])
    run(url, "review", "edit", "3f2a90bc", "Новый дом.", "--language", "ru", "--who", "aigul", "--note", "род")
    assert "aigul" in run(url, "review", "log", "3f2a")
    told = json.loads(run(url, "review", "log", "--json"))
    assert (told["unit"], told["verdict"], told["who"], told["note"]) == ("3f2a90bc", "edit", "aigul", "род")
    assert {"language": "ru", "text": "Новая дом."} in told["before"]
    assert told["became"] == ["3f2a90bc"]


def test_term_entries_are_listed_as_json(url: str) -> None:
    with open_memory(url) as memory:
        memory.store.add_terms([TermEntry("1", (("kk", "үй"), ("ru", "дом"), ("ru", "здание")), "noun", source="list")])
    told = json.loads(run(url, "terms", "list", "--json"))
    assert told["terms"] == {"kk": ["үй"], "ru": ["дом", "здание"]}
    assert (told["id"], told["part_of_speech"], told["source"]) == ("1", "noun", "list")


def test_an_unknown_check_is_wrong_use(url: str) -> None:
    for arguments in (("dismiss", "u0", "nonsense"), ("check", "--only", "nonsense")):
        assert "'nonsense' is no check; choose from numbers" in wrong_use(url, *arguments)


def test_dismissing_needs_a_unit_and_a_check(url: str) -> None:
    wrong_use(url, "dismiss", "u0")
    assert CliRunner().invoke(tilmash, ["--db", url, "dismiss", "none", "numbers"]).exit_code == 1


@pytest.mark.parametrize("arguments", [("term", "заң", "--from", "kk", "--to", ","), ("export", "tmx", "--languages", "")])
def test_an_empty_list_of_languages_is_wrong_use(url: str, arguments: tuple[str, ...]) -> None:
    assert "names no language" in wrong_use(url, *arguments)


def test_a_language_given_twice_is_written_once(url: str) -> None:
    once = run(url, "export", "jsonl", "--languages", "kk,ru")
    assert run(url, "export", "jsonl", "--languages", "kk,kk,ru") == once
    assert [variant["language"] for variant in json.loads(once.splitlines()[0])["variants"]] == ["kk", "ru"]
