"""Compounds printed with spaces around their hyphen are closed, whatever they end in; other dashes stay."""

from collections.abc import Callable

import pytest

Cleaned = Callable[..., list[str]]

BEHIND_NUMBERS = """тан тен дан ден нан нен тың тің дың дің ның нің ға ге қа ке да де та те шы ші ы і сы сі ін ын
дағы дегі тағы тегі нші ншы бап бабы бапты бабын бабының тармақ тармағы тармағының тарау тарауы сынып жылдық жылдығы
го му й я е х ми ти летие летия летию летний летняя летнего st nd rd th"""
RUSSIAN = """научно-технический общественно-политического социально-экономическому культурно-массовым морально-этическая
политико-правовую объективно-историческое англо-русских торгово-промышленными гражданско-правовой
литературно-критической интеллектуально-творческий финансово-кредитной учебно-методический военно-морскому
лечебно-профилактических северо-западного юго-восточной немецко-казахский"""


@pytest.mark.parametrize("ending", BEHIND_NUMBERS.split())
@pytest.mark.parametrize("dash", [" - ", " – ", " -", "- ", "–"])
def test_an_ending_is_closed_up_to_its_number(ending: str, dash: str, cleaned: Cleaned) -> None:
    assert cleaned(f"Барлығы 60{dash}{ending} туралы") == [f"Барлығы 60-{ending} туралы"]


@pytest.mark.parametrize("text", ["60 – 70 адам", "2020 – жыл", "60 – тандап алды"])
def test_what_is_no_ending_stays_apart(text: str, cleaned: Cleaned) -> None:
    assert cleaned(f"Барлығы {text}") == [f"Барлығы {text}"]


@pytest.mark.parametrize("compound", RUSSIAN.split())
def test_a_russian_compound_adjective_is_closed(compound: str, cleaned: Cleaned) -> None:
    assert cleaned(f"Это {compound.replace('-', ' - ')} вопрос") == [f"Это {compound} вопрос"]
