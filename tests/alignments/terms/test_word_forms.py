import pytest

from alignments.index.recipe import index_words
from alignments.terms.word_forms import nearness

FORMS = """
kk noun білімнің білім | form
kk noun білімді білім | form
kk adj білім білімді | relative
kk adj білімділер білімді | form
kk noun тексерудің тексеру | form
kk noun тексереді тексеру | relative
kk verb тексереді тексеру | form
kk noun кітабы кітап | form
ru noun судьи судья | form
ru noun судьи суд | relative
ru noun суд судно | relative
ru noun друзьям друг | form
ru noun месяцев месяц | form
ru noun рынками рынок | form
ru noun людей человек | same
ru noun решений решение | form
ru noun решенный решение | relative
ru noun служащих служащий | form
ru noun районная район | relative
ru adj образованным образованный | form
ru adj образование образованный | relative
ru adj решена решенный | form
ru adv нужного нужно | relative
ru verb публикует публиковать | same
ru verb меняется менять | relative
ru verb меняется меняться | form
ru verb представленных представить | form
ru verb покупает приобретать | relative
kk noun жібереді рұқсат | relative
ru noun окружающей среды окружающая среда | form
ru noun сотая статья сотые статьи | form
en noun parties party | form
en noun mineral miner | relative
en verb planned plan | form
en noun planned plan | relative
en verb found find | same
en adj objectivity objective | relative
en noun labour market labor market | same
"""


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_a_form_is_told_from_a_relative(line: str) -> None:
    given, _, wanted = line.partition(" | ")
    language, part_of_speech, *words = given.split()
    half = len(words) // 2
    found = nearness(index_words(" ".join(words[:half])), " ".join(words[half:]), language, part_of_speech)
    assert found.name.lower() == wanted
