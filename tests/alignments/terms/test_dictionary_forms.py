import pytest

from alignments.terms.dictionary_forms import dictionary_form

FORMS = """
ru книжного фонда | книжный фонд
ru модернизации сельских библиотек | модернизация сельских библиотек
ru национальной безопасности | национальная безопасность
ru верховного суда | верховный суд
ru социальных сетей | социальных сетей
ru социальной сети | социальная сеть
ru грозового фронта | грозового фронта
ru национальное управление | национальное управление
ru населенных пунктов | населенный пункт
ru непреодолимой силы | непреодолимая сила
ru новому дому | новый дом
ru почвы и воды озера | почвы и воды озера
ru служащих музея | служащих музея
ru дней | день
ru обвинений | обвинение
ru сельских | сельский
ru закона | закон
kk жер сілкінісінен | жер сілкінісі
kk сайлау науқанының | сайлау науқаны
kk құрама штаттар | құрама штаттар
kk кітапханалардың | кітапхана
ru публикует | публиковать
ru рассматривают | рассматривать
ru утверждает | утверждать
ru районная | районный
ru снов | снов
ru далее | далее
ru национальная | национальный
kk сауда | сауда
kk шартын жариялайды | шартын жариялайды
kk хан сарайды | хан сарай
en elections | election
en scottish | scottish
en trade wars | trade wars
"""


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_a_dictionary_has_the_word_itself(line: str) -> None:
    language, _, rest = line.partition(" ")
    inflected, wanted = rest.split(" | ")
    assert dictionary_form(inflected, language) == wanted
