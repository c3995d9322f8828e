"""export, import, lint and repair as a person calls them."""

import json
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions
from alignments.files.workbooks import new_workbook, sheet_rows
from alignments.formats.review import VERDICTS
from cli.main import tilmash

HOSTILE = Path(__file__).parents[1] / "alignments" / "formats" / "hostile"
TABLE = "kk\tru\ten\tauthor\nзаң\tзакон\tlaw\tАбай\nбұйрық\tприказ\t\t\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a table, and a memory of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TILMASH_DB", f"sqlite:///{tmp_path}/memory.db")
    (tmp_path / "table.tsv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def run(*arguments: str, text: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(tilmash, list(arguments), input=text)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_an_import_says_what_became_of_every_unit(folder: Path) -> None:
    (folder / "table.tsv").write_text(TABLE + "жалғыз\t\t\t\nа\tб\tв\tг\tд\n", encoding="utf-8")
    result = run("import", "table.tsv")

    assert result.exit_code == 1
    assert "failed: table.tsv, line 5: 5 cells for 4 columns" in result.stderr
    assert "skipped: text in one language only: 1" in result.stderr
    assert "read 4, created 2, updated 0, skipped 1, failed 1" in result.stderr


def test_stats_tell_of_every_import_but_no_trial(folder: Path) -> None:
    (folder / "table.tsv").write_text(TABLE, encoding="utf-8")
    with pytest.raises(AlignmentsError):
        run("import", str(HOSTILE / "32_truncated.tmx"))
    for options in (["--dry-run"], [], []):
        run("import", "table.tsv", *options)

    again, first = json.loads(run("stats", "--json").stdout)["imports"]
    assert (first["file"], first["read"], first["created"]) == ("table.tsv", first["created"], first["read"])
    assert (again["created"], again["skipped"]) == (0, first["read"])
    assert "table.tsv" in run("stats").stdout


def test_an_imported_file_is_named_where_its_units_are_shown(folder: Path) -> None:  # noqa: ARG001 - the memory
    run("import", "table.tsv")

    assert run("documents").stdout == "imported from  units\ntable.tsv          2\n"
    assert run("documents", "--json").stdout == ""
    assert "exact, table.tsv, unit" in run("match", "бұйрық", "--from", "kk", "--to", "ru").stdout
    assert "    table.tsv, unit" in run("concordance", "бұйрық").stdout
    assert json.loads(run("concordance", "бұйрық", "--format", "jsonl").stdout)["position"] is None


def test_a_second_import_adds_nothing(folder: Path) -> None:  # noqa: ARG001 - the memory
    assert run("import", "table.tsv").exit_code == 0

    assert "read 2, created 0, updated 0, skipped 2, failed 0" in run("import", "table.tsv").stderr


def test_of_a_table_of_words_is_said_how_to_take_them_for_terms(folder: Path) -> None:
    rows = ["kk\tru", "салық\tналог", "кіріс\tдоход", "шығыс\tрасход", "қазына\tказна", "жалақы\tзаработная плата"]
    (folder / "words.tsv").write_text("\n".join(rows), encoding="utf-8")

    assert "--format terms" in run("import", "words.tsv").stderr
    assert "--format terms" not in run("import", "table.tsv").stderr


def test_terms_come_under_the_tags_of_the_memory(folder: Path) -> None:
    (folder / "terms.tsv").write_text("kk-KZ\tru-RU\nқазына\tказна\n", encoding="utf-8")
    assert "kk-KZ is kept as kk" in run("import", "terms.tsv").stderr
    assert "казна" in run("term", "қазына", "--from", "kk", "--to", "ru").stdout


def test_what_is_known_of_a_document_goes_by_its_group(folder: Path) -> None:
    for group, author in (("first", "А. Бірінші"), ("second", "Б. Екінші")):
        table = f"kk\tru\tauthor\nБірінші сөйлем осы, {group}.\tПервое предложение, {group}.\t{author}\n"
        table += f"Екінші сөйлем осы, {group}.\tВторое предложение, {group}.\t{author}\n"
        table += f"Үшінші сөйлем осы, {group}.\tТретье предложение, {group}.\t{author}\n"
        (folder / group).mkdir()
        (folder / group / "law.tsv").write_text(table, encoding="utf-8")
        run("add", f"{group}/law.tsv", "--group", group)
    run("align")
    units = [json.loads(line) for line in run("export", "jsonl").stdout.splitlines()]
    assert {dict(one["properties"])["author"] for one in units if "first" in str(one["variants"])} == {"А. Бірінші"}


def test_a_full_disk_is_named(folder: Path) -> None:  # noqa: ARG001 - the memory
    run("import", "table.tsv")
    with pytest.raises(OSError, match="/dev/full"):
        run("export", "jsonl", "--output", "/dev/full")


def test_a_document_is_no_memory(folder: Path) -> None:
    (folder / "order.docx").write_bytes(b"PK")
    with pytest.raises(AlignmentsError, match="`tilmash add` stores documents"):
        run("import", "order.docx")


def test_units_under_the_bound_of_probability_are_counted(folder: Path) -> None:  # noqa: ARG001 - the memory
    run("import", "table.tsv")
    assert "less probable than" not in run("export", "jsonl", "--min-probability", "0.5").stderr
    rows = [
        json.loads(line) | {"probability": 0.25 * place} for place, line in enumerate(run("export", "jsonl").stdout.splitlines())
    ]
    run("import", "-", "--format", "jsonl", "--policy", "replace", text="\n".join(map(json.dumps, rows)))
    assert "2 units left out: less probable than --min-probability" in run("export", "jsonl", "--min-probability", "0.5").stderr


def test_a_dry_run_keeps_nothing(folder: Path) -> None:  # noqa: ARG001 - the memory
    assert "it would be: read 2, created 2" in run("import", "table.tsv", "--dry-run").stderr

    assert run("export", "jsonl").stdout == ""


def test_a_broken_file_changes_nothing(folder: Path) -> None:  # noqa: ARG001 - the memory
    with pytest.raises(AlignmentsError, match=r"32_truncated\.tmx, line 2, unit 3"):
        run("import", str(HOSTILE / "32_truncated.tmx"))

    assert run("export", "jsonl").stdout == ""


def test_the_country_written_for_the_language_is_the_language(folder: Path) -> None:
    run("import", "table.tsv")
    (folder / "office.tmx").write_text(run("export", "tmx").stdout.replace('"kk"', '"KZ"'), encoding="utf-8")
    other = ("--db", f"sqlite:///{folder}/other.db")
    assert "kz is kept as kk" in run(*other, "import", "office.tmx").stderr
    assert '"kk"' in run(*other, "export", "jsonl").stdout


@pytest.mark.parametrize(("tag", "said"), [("kz", "is a country, no language; write kk"), ("zz_z", "there is no language zz")])
def test_what_is_no_language_is_refused(folder: Path, tag: str, said: str) -> None:
    (folder / "note.txt").write_text("Жиналыс ертең өтеді.", encoding="utf-8")
    result = run("add", "note.txt", "--language", tag)
    assert result.exit_code != 0
    assert said in result.stderr


def test_regions_are_left_out_and_said(folder: Path) -> None:  # noqa: ARG001 - the memory
    result = run("import", str(HOSTILE / "18_kk_KZ_underscore.tmx"))

    assert "kk-KZ is kept as kk" in result.stderr
    assert '<tuv xml:lang="kk">' in run("export", "tmx").stdout


def test_ids_of_another_file_are_no_reason_to_skip_a_unit(folder: Path) -> None:
    for name, text in (("a", "бір\tодин"), ("b", "екі\tдва")):
        (folder / f"{name}.tsv").write_text(f"id\tkk\tru\n1\t{text}\n", encoding="utf-8")
        assert "created 1" in run("import", f"{name}.tsv").stderr

    assert len(run("export", "jsonl").stdout.splitlines()) == 2


def test_a_newer_unit_takes_the_place_of_the_stored_one(folder: Path) -> None:
    for year, text in ((2025, "один"), (2026, "два"), (2024, "три")):
        (folder / "a.tsv").write_text(f"id\tkk\tru\tchanged\n1\tбір\t{text}\t{year}-01-01\n", encoding="utf-8")
        run("import", "a.tsv")

    assert "два" in run("export", "tsv").stdout


def test_standard_input_is_a_file(folder: Path) -> None:  # noqa: ARG001 - the memory
    assert "created 2" in run("import", "-", "--format", "tsv", text=TABLE).stderr


def test_zeros_on_standard_input_are_refused(folder: Path) -> None:  # noqa: ARG001 - the memory
    for form in ("tmx", "tsv", "jsonl", "csv"):
        with pytest.raises(AlignmentsError, match="zeros"):
            run("import", "-", "--format", form, text=b"\x00" * 1_000_000)


def test_an_unknown_ending_asks_for_the_format(folder: Path) -> None:
    (folder / "a.xyz").touch()
    with pytest.raises(AlignmentsError, match="give --format"):
        run("import", "a.xyz")


def test_one_sided_units_are_left_out_and_counted(folder: Path) -> None:  # noqa: ARG001 - the memory
    run("import", "table.tsv")
    result = run("export", "tmx", "--languages", "kk,en")

    assert result.stdout.count("<tu ") == 1
    assert "1 unit left out: text in fewer than two of kk, en" in result.stderr


def test_a_pair_orders_the_languages_and_a_map_renames_them(folder: Path) -> None:  # noqa: ARG001 - the memory
    run("import", "table.tsv")
    text = run("export", "tmx", "--pair", "ru-kk", "--language-map", "kk=kk-KZ").stdout

    assert 'srclang="ru"' in text
    assert text.index('xml:lang="ru"') < text.index('xml:lang="kk-KZ"')
    assert 'xml:lang="en"' not in text


def test_a_language_that_no_unit_has_is_an_error(folder: Path) -> None:
    run("import", "table.tsv")
    with pytest.raises(AlignmentsError, match="no unit has text in de"):
        run("export", "tmx", "--languages", "kk,de", "--output", "a.tmx")

    assert not (folder / "a.tmx").exists()


def test_a_bilingual_format_asks_for_a_pair(folder: Path) -> None:  # noqa: ARG001 - the memory
    run("import", "table.tsv")
    with pytest.raises(AlignmentsError, match="--pair kk-ru"):
        run("export", "xliff")


@pytest.mark.parametrize(("choice", "count"), [("together", 1), ("first", 1), ("all", 2), ("best", 1)])
def test_several_texts_in_one_language_go_out_as_asked(folder: Path, choice: str, count: int) -> None:  # noqa: ARG001 - the memory
    run("import", str(HOSTILE / "26_two_variants_same_lang.tmx"))
    text = run("export", "tmx", "--variants", choice).stdout

    assert text.count("<tu ") == count
    assert text.count("<tuv") == {"together": 3, "all": 4}.get(choice, 2)


def test_moses_goes_out_and_comes_back(folder: Path) -> None:  # noqa: ARG001 - the memory
    run("import", "table.tsv")
    assert "2 units written to corpus.kk, corpus.ru" in run("export", "moses", "--pair", "kk-ru", "--output", "corpus").stderr

    assert Path("corpus.kk").read_text(encoding="utf-8") == "заң\nбұйрық\n"
    assert "read 2, created 2" in run("import", "corpus.kk", "--format", "moses").stderr
    assert "read 2, created 0" in run("import", "corpus", "--format", "moses", "--languages", "kk,ru").stderr


def test_a_part_for_training_has_no_text_of_the_part_for_tests(folder: Path) -> None:
    lines = [f"{number} бап\t{number} статья\tзаң {number % 9}" for number in range(90)]
    (folder / "table.tsv").write_text("\n".join(["kk\tru\tkk document", *lines, "3 бап\tстатья 3\tереже"]), encoding="utf-8")
    run("import", "table.tsv")
    told = [run("export", "moses", "--pair", "kk-ru", "--part", part, "--output", part[0]).stderr for part in ("1/3", "2-3/3")]
    tests, training = (set((folder / f"{name}.kk").read_text(encoding="utf-8").splitlines()) for name in "12")

    assert tests
    assert training
    assert not tests & training
    assert "left out: in other parts" in told[0]
    assert "write 1/10 for the first of ten parts" in run("export", "tmx", "--part", "3/2").stderr
    assert "--part has no use there" in run("export", "review", "--part", "1/2", "--output", "a.xlsx").stderr


@pytest.mark.parametrize("form", ["tmx", "xliff", "xliff2", "po", "csv", "tsv", "xlsx", "parquet", "jsonl"])
def test_what_went_out_is_known_when_it_comes_back(folder: Path, form: str) -> None:  # noqa: ARG001 - the memory
    run("import", "table.tsv")
    run("export", form, "--pair", "kk-ru", "--output", "out")

    assert "read 2, created 0, updated 0, skipped 2, failed 0" in run("import", "out", "--format", form).stderr


def test_a_review_workbook_of_any_name_is_recognised_by_its_columns(folder: Path) -> None:
    run("import", "table.tsv")
    run("export", "review", "--output", "questions.xlsx")
    run("export", "xlsx", "--output", "table.xlsx")

    told = run("import", "questions.xlsx").stderr
    assert "no row has a verdict or a corrected text" in told
    assert "read 0, created 0" in told
    assert "read 2, created 0, updated 0, skipped 2" in run("import", str(folder / "table.xlsx")).stderr


def answered(path: Path, **answers: tuple[int, str]) -> None:
    """Write answers, each by its column (with `_` for a space) and row, into a workbook."""
    rows = [list(row) for row in sheet_rows(BytesIO(path.read_bytes()), ReadOptions(path.name))]
    for column, (row, text) in answers.items():
        rows[row][rows[0].index(column.replace("_", " "))] = text
    with path.open("wb") as stream, new_workbook(stream) as workbook:
        sheet = workbook.add_worksheet()
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)


def test_a_review_workbook_comes_back_as_decisions(folder: Path) -> None:
    run("import", "table.tsv")
    run("export", "review", "--output", "a.review.xlsx")
    answered(folder / "a.review.xlsx", verdict=(1, "accept"), ru_corrected=(2, "распоряжение"))

    assert "read 2, created 0, updated 2" in run("import", "a.review.xlsx", "--who", "Айгүл").stderr
    units = [json.loads(line) for line in run("export", "jsonl").stdout.splitlines()]
    assert [unit["status"] for unit in units] == ["accepted", "accepted"]
    assert units[1]["variants"][1]["text"] == "распоряжение"
    assert units[1]["changed_by"] == "Айгүл"
    assert "skipped 2" in run("import", "a.review.xlsx").stderr


def test_what_a_reviewer_wrote_where_it_is_not_looked_for_is_told_of(folder: Path) -> None:
    run("import", "table.tsv")
    run("export", "review", "--output", "a.review.xlsx")
    answered(folder / "a.review.xlsx", ru=(1, "Распоряжение."), note=(2, "спросить юриста"))
    told = run("import", "a.review.xlsx")

    assert told.exit_code == 0
    assert "row 2: the text under ru is not that of the memory; a correction belongs under `ru corrected`" in told.stderr
    assert "row 3: a note alone is not kept; choose a verdict beside it" in told.stderr
    assert "read 0, created 0, updated 0" in told.stderr


def test_a_workbook_of_what_needs_a_look_has_what_check_lists_in_its_order(folder: Path) -> None:
    rows = [
        "Кітапхана 2019 жылы ашылды.\tБиблиотека открылась в 2019 году.",
        "Мектеп 2020 жылы салынды.\tШкола построена в 2020 году.",
        "Көпір 2016 жылы жөнделді (толық.\tМост отремонтирован в 2016 году (полностью).",
        "Мұражай 2021 жылы көшті.\tМузей переехал в 2012 году.",
    ]
    (folder / "table.tsv").write_text("\n".join(["kk\tru", *rows]), encoding="utf-8")
    run("import", "table.tsv")
    listed = list(dict.fromkeys(json.loads(line)["unit"] for line in run("check", "--format", "jsonl").stdout.splitlines()))
    told = run("export", "review", "--severity", "info", "--output", "a.review.xlsx").stderr
    table = list(sheet_rows(BytesIO((folder / "a.review.xlsx").read_bytes()), ReadOptions("a")))

    assert len(listed) == 2
    assert [row[0] for row in table[1:]] == listed
    assert table[1][table[0].index("ru")] == "Музей переехал в 2012 году."
    assert "2 units left out: no error or warning or info was found in them" in told
    assert "1 unit written" in run("export", "review", "--severity", "error", "--output", "b.review.xlsx").stderr


def test_a_translation_that_was_missing_comes_from_a_review_workbook(folder: Path) -> None:
    run("import", "table.tsv")
    run("export", "review", "--output", "a.review.xlsx")
    answered(folder / "a.review.xlsx", en_corrected=(2, "order"))

    assert "updated 1" in run("import", "a.review.xlsx").stderr
    assert "бұйрық\tприказ\torder" in run("export", "tsv").stdout


def test_a_review_workbook_that_libreoffice_saved_comes_back(folder: Path) -> None:
    run("import", "table.tsv")
    run("export", "review", "--output", "a.review.xlsx")
    answered(folder / "a.review.xlsx", verdict=(1, "қабылдау"), ru_corrected=(2, "распоряжение"))
    rows = sheet_rows(BytesIO((folder / "a.review.xlsx").read_bytes()), ReadOptions("a"))
    (folder / "back.ods").write_bytes(open_document(rows))

    assert "read 2, created 0, updated 2" in run("import", "back.ods").stderr


def open_document(rows: Iterable[Sequence[str]]) -> bytes:
    """An OpenDocument spreadsheet of texts."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    names = "urn:oasis:names:tc:opendocument:xmlns"
    table = "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows)
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0"/>')
        package.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0" '
            f'xmlns:text="{names}:text:1.0"><office:body><office:spreadsheet><table:table table:name="review">{table}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return stream.getvalue()


@pytest.mark.parametrize("word", VERDICTS)
def test_every_verdict_that_a_review_workbook_offers_is_understood(folder: Path, word: str) -> None:
    run("import", "table.tsv")
    run("export", "review", "--output", "a.review.xlsx")
    answered(folder / "a.review.xlsx", verdict=(1, word))

    assert "updated 1" in run("import", "a.review.xlsx").stderr


def test_terms_come_in_and_go_out_as_tbx(folder: Path) -> None:
    (folder / "words.terms.tsv").write_text("kk\tru\nзаң\tзакон\n", encoding="utf-8")

    assert "created 1" in run("import", "words.terms.tsv").stderr
    assert "<term>закон</term>" in run("export", "tbx").stdout


def test_of_a_pair_of_languages_only_entries_with_both_go_out(folder: Path) -> None:
    (folder / "words.terms.tsv").write_text("kk\tru\ten\nзаң\tзакон\tlaw\nжарғы\t\tcharter\n", encoding="utf-8")
    run("import", "words.terms.tsv")
    for form in ("tbx", "terms"):
        result = run("export", form, "--pair", "kk-ru")
        assert "жарғы" not in result.stdout
        assert "1 term entry written" in result.stderr
        assert "1 term entry left out: terms in fewer than two of kk, ru" in result.stderr
    with pytest.raises(AlignmentsError, match="no term entry has a term in de"):
        run("export", "tbx", "--pair", "kk-de")


def test_terms_that_come_again_under_another_name_are_not_doubled(folder: Path) -> None:
    for name, rows in (("old.terms.tsv", "заң\tзакон\n"), ("new.terms.tsv", "заң\tзакон\nжарғы\tустав\n")):
        (folder / name).write_text(f"kk\tru\n{rows}", encoding="utf-8")
    run("import", "old.terms.tsv")
    told = run("import", "new.terms.tsv").stderr

    assert "skipped: the same terms are there already: 1" in told
    assert "read 2, created 1, updated 0, skipped 1, failed 0" in told
    assert run("export", "tbx").stdout.count("<term>закон</term>") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("tbx", "--max-doubt", "0.1"), "tbx holds terms; --max-doubt has no use there"),
        (("terms", "--status", "accepted"), "terms holds terms; --status has no use there"),
        (("srx", "--pair", "kk-ru"), "srx holds segmentation rules; --pair has no use there"),
        (("tmx", "--min-doubt", "0.9", "--max-doubt", "0.1"), "no doubt is both 0.9 or more and 0.1 or less"),
    ],
)
def test_an_export_passes_over_no_option_in_silence(folder: Path, arguments: tuple[str, ...], message: str) -> None:  # noqa: ARG001
    refused = run("export", *arguments)

    assert refused.exit_code == 2
    assert message in refused.stderr
    assert not refused.stdout


def test_the_lexicon_goes_out_as_tbx_and_the_rules_as_srx(folder: Path) -> None:  # noqa: ARG001 - the memory
    assert run("export", "tbx", "--lexicon", "--languages", "kk,ru").stdout.count("<conceptEntry") > 1000
    assert run("export", "srx").stdout.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<srx')


def test_lint_fails_only_when_asked_to(folder: Path) -> None:  # noqa: ARG001 - a folder of its own
    path = str(HOSTILE / "27_no_srclang_header.tmx")

    assert run("lint", path).exit_code == 0
    assert run("lint", path, "--fail-on", "error").exit_code == 3
    assert run("lint", str(HOSTILE / "21_baddate.tmx"), "--fail-on", "warning").exit_code == 0
    assert json.loads(run("lint", path, "--json").stdout)["rule"] == "srclang"


def test_repair_says_what_it_mended(folder: Path) -> None:
    result = run("repair", str(HOSTILE / "11_ctrl_ref.tmx"), "--output", "mended.tmx")

    assert "characters that XML forbids taken out: 2" in result.stderr
    assert "created 1" in run("import", str(folder / "mended.tmx")).stderr
