import pytest

from corpus.groups import group_key, group_name, language_mark

NAMES = """
report_kk.docx          | report         | kk
report.ru.docx          | report         | ru
report-en.docx          | report         | en
report (ENG).docx       | report         | en
Есеп 2024 қаз.docx      | Есеп 2024      | kk
museum_qaz.txt          | museum         | kk
rus_decree_118.txt      | decree_118     | ru
kk-ru dictionary.txt    | kk-ru dictionary |
Шешім №3 (на каз.яз).doc | Шешім №3      | kk
Шешім №3 (на рус. яз.).doc | Шешім №3    | ru
Жарғы қазақ тілінде.doc | Жарғы          | kk
Жарғы - русская версия.doc | Жарғы       | ru
charter in English.doc  | charter        | en
на русском языке.doc    | на русском языке |
Мәселе язык.doc         | Мәселе язык    |
report_de.txt           | report         | de
report-FR.docx          | report         | fr
Charter (Deutsch).docx  | Charter        | de
de facto.txt            | de facto       |
policy_it_ru.docx       | policy_it      | ru
budget_uk.docx          | budget_uk      |
report.docx             | report         |
en.txt                  | en             |
enrolment.txt           | enrolment      |
the kk alphabet.txt     | the kk alphabet |
"""

KEYS = """
kk/report.txt           | report
docs/ru/report.txt      | docs/report
docs/report_en.txt      | docs/report
docs/en/report_en.txt   | docs/report
de/report.txt           | report
kk/ru/report.txt        | kk/ru/report
/srv/Қазақша/жарлық.txt | /srv/жарлық
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("file", "group", "language"), rows(NAMES))
def test_a_language_marked_in_a_name_is_taken_off(file: str, group: str, language: str) -> None:
    stem = file.rpartition(".")[0]
    assert language_mark(stem) == (group, language or None)


@pytest.mark.parametrize(("file", "key"), rows(KEYS))
def test_a_folder_named_after_a_language_is_no_part_of_the_group(file: str, key: str) -> None:
    assert group_key(file) == key


def test_files_of_one_name_in_two_places_are_two_groups() -> None:
    taken = {"letter": "2023/letter"}
    assert group_name("2023/letter_kk.txt", taken) == "letter"
    assert group_name("2024/letter_kk.txt", taken) == "2024/letter"
    assert group_name("/home/aliya/2023/letter_ru.txt", taken) == "letter"
    assert group_name("2024/decree.txt", taken) == "decree"
