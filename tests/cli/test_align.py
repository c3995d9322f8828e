"""Which groups `align` takes up, and what it says of them."""

from pathlib import Path

from click.testing import CliRunner, Result

from cli.main import tilmash

NOTICE_KK = """Бассейн дүйсенбіде жабық.

Билет құны 800 теңге.

Жеті жасқа дейінгі балалар тегін кіреді.

Су температурасы 28 градус.
"""
NOTICE_RU = """Бассейн закрыт по понедельникам.

Билет стоит 800 тенге.

Дети до семи лет проходят бесплатно.

Температура воды 28 градусов.
"""
STORY_KK = """Кеше кешке таман ауылға алыстан келген бейтаныс қонақ түсті.

Ол атын белдеуге байлап, үйге кірді де, ыстық шай сұрады.

Апам оған баяғыда өткен батырлар туралы ескі әңгіме айтып берді, ал біз пештің түбінде үнсіз тыңдап отырдық.

Түн ортасында жел көтеріліп, терезе қағылды.

– Бұл не дыбыс? – деп сұрады інім қорқып.

Таңға жуық бәріміз ұйықтап кеттік.

Оянсақ, қонақ та, оның аты да жоқ екен.
"""
ORDER_RU = """Приказываю принять на хранение мебель, поступившую 14 мая.

1. Создать комиссию из трёх человек.

2. Заведующей складом Орловой Н. П. подготовить акт.

3. Бухгалтерии поставить мебель на учёт до 20 мая.

4. Списать шесть стульев и два шкафа, пришедших в негодность.

5. Контроль за исполнением приказа возложить на заместителя директора по хозяйственной части.

6. Приказ вступает в силу со дня подписания.

Директор И. С. Белов
"""


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(tilmash, ["--db", f"sqlite:///{folder / 'memory.db'}", *arguments], catch_exceptions=False)


def added(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(folder, "add", *(str(folder / f"{name}.txt") for name in texts)).exit_code == 0


def test_companions_are_not_said_to_wait_for_their_translation(tmp_path: Path) -> None:
    added(tmp_path, бассейн=NOTICE_KK, pool=NOTICE_RU)
    said = run(tmp_path, "align").stderr
    assert "бассейн + pool: 4 units" in said
    assert "waits" not in said


def test_texts_joined_by_number_wait_no_longer(tmp_path: Path) -> None:
    added(tmp_path, бассейн=NOTICE_KK, pool=NOTICE_RU, әңгіме=STORY_KK)
    assert "бассейн + pool: 4 units" in run(tmp_path, "align", "1", "2").stderr
    said = run(tmp_path, "align").stderr
    assert "әңгіме: one language only (kk); it waits for its translation" in said
    assert "pool: one language only" not in said


def test_unrelated_files_of_one_name_are_named(tmp_path: Path) -> None:
    added(tmp_path, mix_kk=STORY_KK, mix_ru=ORDER_RU)
    said = run(tmp_path, "align").stderr
    assert "mix: the texts hardly translate each other" in said
    assert "tilmash show --group mix" in said
