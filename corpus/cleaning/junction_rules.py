"""Does the next line continue the paragraph? Named rules in order; the first that knows decides."""

import re
from functools import lru_cache

from corpus.alphabets import LOWER
from corpus.cleaning.junctions import Junction
from corpus.cleaning.layout import SLACK_ENDED, SLACK_OPEN, WIDEST
from corpus.cleaning.line_marks import (
    BULLET,
    CLOSING,
    CODE_ALONE,
    CODE_MARK,
    CONTACT,
    DATE_ALONE,
    FOOT_MARK,
    HANGING_DASH,
    KINDS_OF_PAPER,
    LIST_MARK,
    NUMBERED_HEADING,
    NUMBERED_TITLE,
    PLACE,
    PLACE_AND_DATE,
    SIGNATURE,
    TABLE_ROW,
    ends_sentence,
    have_same_mark,
    is_capitals,
    is_divided,
    scripts,
    starts_high,
    starts_low,
    stays_open,
)
from corpus.labels import label_alone, label_of
from corpus.languages import UNKNOWN
from corpus.recognition.language_id import recognise

_DATE_START = re.compile(rf"\s*\d{{1,4}} [{LOWER}]")
_ACT_START = re.compile(r"\s*(?:Указом|Приказом|Постановлением|Решением|Законом|Распоряжением|Протоколом|Договором)\b")
_POSTCODE_END = re.compile(r"\b\d{6}[,.]?\s*$")
_COLON_END = re.compile(r"[:;]\s*$")
_NUMBER_SIGN_END = re.compile(r"(?:№|\bNo\.?)\s*$")
_NUMBER_ALONE = re.compile(r"\s*\d[\w/-]{0,11}\s*")
_MARK_ALONE = re.compile(r"\s*\(?\d{1,2}(?:[.-]\d{1,2})*[.)]\s*")
_BLANK_TO_FILL = re.compile(r"_{3,}")
_NUMBER_OF_PAPER = re.compile(r"№\s?\S{1,12}")
_QUOTE = re.compile(r"^\s*[«“„\"]")
SHORTEST = 30
"""Characters a line must have to go on over a torn page."""

SHORT_LINE = 0.75
"""The share of the width below which a line is short."""

SHORTEST_WORD = 2
"""Letters; a word so short ends no line of its own: `в`, `из`."""

SURE, SURE_OF_HEADING = 6.0, 2.5
"""The leads (nats) at which a line, or one of two in capitals, counts as being in another language than its neighbour."""


def _labels_stand_apart(junction: Junction) -> bool | None:
    """`доктрина. ⏎ Abstract` and `Аңдатпа ⏎ Тәуелсіздікке …`: a head word opens and closes a paragraph."""
    if label_of(junction.after) is not None and not stays_open(junction.before):
        return False
    return False if label_alone(junction.before) is not None else None


def _overlong_lines_are_whole(junction: Junction) -> bool | None:
    """A paragraph a line: nothing was broken."""
    return False if len(junction.before) > WIDEST else None


def _words_continue(junction: Junction) -> bool | None:
    """`Оппози-⏎ция`, `общественно–⏎политической`."""
    return True if is_divided(junction.before) and junction.after.lstrip()[:1].isalnum() else None


def _list_marks_alone_continue(junction: Junction) -> bool | None:
    """`4. ⏎ Бақылау өзіме қалдырылсын.`: the number of an item, which wide spaces set apart from it."""
    if not _MARK_ALONE.fullmatch(junction.before) or LIST_MARK.match(junction.after) or junction.opens_page:
        return None
    return True if junction.gap == 0 and junction.after.strip()[:1].isalpha() else None


def _numbers_of_papers_continue(junction: Junction) -> bool | None:
    """`ЖАЛҒА АЛУ ШАРТЫ № ⏎ 47`: a number sign, and the number alone on the next line."""
    return True if _NUMBER_SIGN_END.search(junction.before) and _NUMBER_ALONE.fullmatch(junction.after) else None


def _hanging_dashes_continue(junction: Junction) -> bool | None:
    """`– деді әкім. – ⏎ Біз құрылысты …`: a dash between the author's words and speech ends no line of its own."""
    return True if HANGING_DASH.search(junction.before) and junction.is_close() else None


def _foot_marks_begin(junction: Junction) -> bool | None:
    """`¹Каспий университеті, Ақтау ⏎ ²Торайғыров университеті, Павлодар`: affiliations and notes each have their line."""
    return False if FOOT_MARK.match(junction.after) and not stays_open(junction.before) else None


def _dates_stand_alone(junction: Junction) -> bool | None:
    """`12 марта 2024 года № 45 ⏎ город Актобе`: nothing but a date, with a number or with room for the next word."""
    if not DATE_ALONE.fullmatch(junction.before):
        return None
    return False if "№" in junction.before or not junction.is_full(SLACK_OPEN) else None


def _places_with_dates_stand_alone(junction: Junction) -> bool | None:
    """`заседания совета библиотеки ⏎ г. Кокшетау 18 января 2024 года ⏎ Председатель: …`; but `прошло в ⏎ г. Кокшетау …`."""
    before, after = junction.before, junction.after
    if PLACE_AND_DATE.fullmatch(after):
        return None if stays_open(before) or len(before.split()[-1]) <= SHORTEST_WORD else False
    return False if PLACE_AND_DATE.fullmatch(before) and not starts_low(after) else None


def _codes_stand_alone(junction: Junction) -> bool | None:
    """`ISSN 2789-1234 ⏎ ДАЛА ҒЫЛЫМИ ЖУРНАЛЫ`: what a catalogue calls a text is no part of its title."""
    return False if CODE_ALONE.fullmatch(junction.before) or CODE_ALONE.fullmatch(junction.after) else None


def _list_items_begin(junction: Junction) -> bool | None:
    """`… жасасын; ⏎ 2) кітапхана …`, `… толықтырылсын: ⏎ «14-1) кітапхана …`; but `3-тармағының ⏎ 2) тармақшасы` runs on."""
    if BULLET.match(junction.after) or CODE_MARK.match(junction.after) or have_same_mark(junction.before, junction.after):
        return False
    if _COLON_END.search(junction.before) and LIST_MARK.match(_QUOTE.sub("", junction.after)):
        return False
    if not LIST_MARK.match(junction.after):
        return None
    runs_on = junction.is_full(SLACK_ENDED) and not ends_sentence(junction.before) and not _COLON_END.search(junction.before)
    return None if runs_on and junction.is_close() else False


def _numbered_titles_begin(junction: Junction) -> bool | None:
    """`… өзгерістер енгізу туралы ⏎ 1-бап. Өзгерістер …`, however full the line before is."""
    return False if NUMBERED_TITLE.match(junction.after) and not stays_open(junction.before) else None


def _numbered_titles_end(junction: Junction) -> bool | None:
    """`1-бап. Негізгі ұғымдар ⏎ Осы Заңда мынадай …`, unless the line is quite full."""
    if not NUMBERED_TITLE.match(junction.before) or not starts_high(junction.after) or stays_open(junction.before):
        return None
    return None if junction.is_full(SLACK_ENDED) else False


def _numbered_headings_stand_alone(junction: Junction) -> bool | None:
    """`Report on libraries in 2025 ⏎ 1 General information ⏎ 2025 was a good year.`; but `согласно пункту ⏎ 1 Положения …`."""
    before, after = junction.before, junction.after
    if NUMBERED_HEADING.fullmatch(before) and not starts_low(after) and not junction.is_full(SLACK_OPEN):
        return False
    is_short = len(after.strip()) < SHORT_LINE * junction.width
    return False if NUMBERED_HEADING.fullmatch(after) and is_short and not stays_open(before) else None


def _closings_stand_alone(junction: Junction) -> bool | None:
    """`Құрметпен, ⏎ директор Р. Ыбыраева`."""
    return False if CLOSING.fullmatch(junction.before) or CLOSING.fullmatch(junction.after) else None


def _contact_lines_stand_apart(junction: Junction) -> bool | None:
    """`4 ⏎ Тел.: +7 …`; but `www.kisi.kz, ⏎ www.kaziss.kz` is one."""
    if stays_open(junction.before):
        return None
    return False if CONTACT.match(junction.after) or CONTACT.match(junction.before) else None


def _scripts_stand_apart(junction: Junction) -> bool | None:
    """`… передвижная библиотека. ⏎ A.B. Seitkali, G.M. Ormantayeva`: a line in another script behind a stop."""
    if not ends_sentence(junction.before):
        return None
    before, after = scripts(junction.before), scripts(junction.after)
    return False if before and after and before.isdisjoint(after) else None


def _languages_stand_apart(junction: Junction) -> bool | None:
    """`… № 118 бұйрығы ⏎ Приказ Министра культуры …`: paragraphs that alternate between languages, often without a stop.

    So does `кооператив жиналысы ⏎ собрания кооператива` where the line had room for the next word.
    """
    if stays_open(junction.before) or (junction.is_full(SLACK_OPEN) and not starts_high(junction.after)):
        return None
    before = _spoken(junction.before)
    return False if before != UNKNOWN and _spoken(junction.after) not in {before, UNKNOWN} else None


@lru_cache(maxsize=2)
def _spoken(line: str) -> str:
    """Asked for each line twice: as the second of two lines, then as the first."""
    return recognise(line, SURE)


def _table_rows_stand_apart(junction: Junction) -> bool | None:
    """`Кітап    12      3 500 тг`: white space inside a line makes columns; `5 наурыз      № 45 ⏎ Астана`.

    But `желісі      екі      облысты ⏎ жалғады` was spread to the margin.
    """
    before, after = junction.before.strip(), junction.after.strip()
    if not TABLE_ROW.search(before) or junction.is_spread:
        return None
    return False if TABLE_ROW.search(after) or not starts_low(after) else None


def _blanks_to_fill_stand_apart(junction: Junction) -> bool | None:
    """`Төраға ________ А. Бекова ⏎ Хатшы ________ Л. Гончар`: each signs on a line of its own."""
    return False if _BLANK_TO_FILL.search(junction.before) and _BLANK_TO_FILL.search(junction.after) else None


def _verse_keeps_its_lines(junction: Junction) -> bool | None:
    """`Желсіз түнде жарық ай, ⏎ Сәулесі суда дірілдеп` (Абай)."""
    return False if starts_high(junction.after) and junction.is_verse and not _is_wide(junction) else None


def _is_wide(junction: Junction) -> bool:
    return junction.width >= 75 and junction.is_full(SLACK_ENDED)


def _places_stand_apart(junction: Junction) -> bool | None:
    """`ДОГОВОР № 45 ⏎ г. Астана, 14 февраля 2024 года`: where a paper was made; but `010000 ⏎ г. Астана` is one address."""
    if not PLACE.match(junction.after) or stays_open(junction.before) or _POSTCODE_END.search(junction.before):
        return None
    return None if junction.is_wrapped and junction.is_full(SLACK_OPEN) else False


def _small_letters_continue(junction: Junction) -> bool | None:
    """`біріктірген Қазақстан халқы...» ⏎ деп айтылған`, also over a torn page; but `в статье 7: ⏎    слова «три года» …`."""
    if not starts_low(junction.after):
        return None
    is_item = ends_sentence(junction.before) and not junction.is_wrapped and not junction.is_full(SLACK_OPEN)
    if junction.is_word_list or is_item or _is_set_apart(junction):
        return False
    if _COLON_END.search(junction.before):
        is_short_item = junction.after.rstrip().endswith(";") and len(junction.after.strip()) < SHORT_LINE * junction.width
        return not is_short_item and junction.is_full(SLACK_OPEN) and junction.is_close()
    if ends_sentence(junction.before):
        return junction.is_full(SLACK_OPEN) or junction.gap == 0
    return True


def _is_set_apart(junction: Junction) -> bool:
    """True below a short heading in capitals, and behind a colon or semicolon, where the page sets the next line in or apart."""
    if is_capitals(junction.before) and not junction.is_full(SLACK_OPEN):
        return junction.is_set_in or (junction.is_paged and not junction.opens_page and junction.gap > 0)
    return junction.is_set_in and _COLON_END.search(junction.before) is not None


def _capitals_after_an_open_end_stand_apart(junction: Junction) -> bool | None:
    """`… гражданское дело, ⏎ УСТАНОВИЛ:`: a word in capitals that had room on the line before, or stands in the middle."""
    after = junction.after
    if not is_capitals(after) or ends_sentence(after) or stays_open(after):
        return None
    return False if stays_open(junction.before) and (junction.is_set_in or not junction.is_full(SLACK_OPEN)) else None


def _open_ends_continue(junction: Junction) -> bool | None:
    """`… көп болды, ⏎ Алматыда …`."""
    return True if stays_open(junction.before) and junction.is_close(spare=1) else None


def _whole_lines_stand_apart(junction: Junction) -> bool | None:
    """`Алматыда жаңа бекет ашылды ⏎ Кеше бекет пайдалануға берілді.`: no page broke lines here, each is a paragraph."""
    return None if junction.is_wrapped else False


def _dates_and_acts_continue(junction: Junction) -> bool | None:
    """`… Жарлығымен ⏎ 1993 жылғы 16 маусымда құрылған`, `создан ⏎ Указом Президента`, `010000 ⏎ Nur-Sultan`.

    But `Министр А. Жұмағалиев ⏎ 2023 жылғы 6 ақпандағы …` is a signature and the head of an annex.
    """
    before, after = junction.before, junction.after
    if ends_sentence(before) or _COLON_END.search(before) or is_capitals(before) or not junction.is_close(spare=1):
        return None
    if SIGNATURE.search(before) and not junction.is_full(SLACK_OPEN):
        return False
    if junction.is_close() and (_DATE_START.match(after) or _POSTCODE_END.search(before)):
        return True
    return True if _ACT_START.match(after) else None


def _kinds_of_paper_stand_alone(junction: Junction) -> bool | None:
    """`ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ АТЫНАН ⏎ ШЕШІМ`, `№ 7 ХАТТАМА ⏎ ПРОТОКОЛ № 7`: a letterhead and the title below it."""
    kind = _NUMBER_OF_PAPER.sub("", junction.after).strip()
    return False if kind in KINDS_OF_PAPER and not stays_open(junction.before) else None


def _capitals_keep_together(junction: Junction) -> bool | None:
    """A heading in capitals over two lines is one: `ОҚЫРМАН СҰРАНЫСЫ ⏎ МЕН ҚЫЗМЕТТЕР`; over a blank line or column it is two.

    And `ДАЛА ҒЫЛЫМИ ЖУРНАЛЫ ⏎ НАУЧНЫЙ ЖУРНАЛ «ДАЛА»` are two headings.
    """
    before, after = junction.before, junction.after
    if not (is_capitals(before) and is_capitals(after)):
        return None
    is_ended = ends_sentence(before) or (_COLON_END.search(before) is not None and _COLON_END.search(after) is not None)
    is_one = junction.is_close() and not junction.opens_page and not is_ended
    return is_one and not _are_headings_in_two_languages(before, after)


def _are_headings_in_two_languages(before: str, after: str) -> bool:
    """True when they are in two scripts, or both of several words, so that their language can be told."""
    if scripts(before).isdisjoint(scripts(after)):
        return True
    if min(len(before.split()), len(after.split())) < 2:
        return False
    return UNKNOWN not in (spoken := {recognise(before, SURE_OF_HEADING), recognise(after, SURE_OF_HEADING)}) and len(spoken) == 2


def _capitals_stand_apart(junction: Junction) -> bool | None:
    """A heading in capitals is not the text below it."""
    before, after = is_capitals(junction.before), is_capitals(junction.after)
    stands_apart = before or ends_sentence(junction.before) or not junction.is_full(SLACK_ENDED)
    return False if before != after and stands_apart else None


def _indents_begin(junction: Junction) -> bool | None:
    """`      2. Облыстардың әкімдіктері …`: a first line set in."""
    return False if junction.is_set_in else None


def _gaps_divide(junction: Junction) -> bool | None:
    """More blank lines than inside a paragraph; a full line in the middle of a sentence goes on over a torn page."""
    if not junction.opens_page and junction.is_close():
        return None
    if junction.is_paged and not junction.opens_page:
        return False
    return not ends_sentence(junction.before) and not _COLON_END.search(junction.before) and _is_almost_wide(junction)


def _is_almost_wide(junction: Junction) -> bool:
    length = len(junction.before.strip())
    return length >= max(SHORTEST, SHORT_LINE * junction.width) and junction.is_full(SLACK_ENDED)


def _full_lines_continue(junction: Junction) -> bool | None:
    """The next word would not have fitted: the page broke the line, not the author."""
    return junction.is_full(SLACK_ENDED if ends_sentence(junction.before) else SLACK_OPEN)


RULES = (
    _labels_stand_apart,
    _overlong_lines_are_whole,
    _words_continue,
    _list_marks_alone_continue,
    _numbers_of_papers_continue,
    _hanging_dashes_continue,
    _foot_marks_begin,
    _dates_stand_alone,
    _places_with_dates_stand_alone,
    _codes_stand_alone,
    _list_items_begin,
    _numbered_titles_begin,
    _numbered_titles_end,
    _numbered_headings_stand_alone,
    _closings_stand_alone,
    _contact_lines_stand_apart,
    _scripts_stand_apart,
    _languages_stand_apart,
    _table_rows_stand_apart,
    _blanks_to_fill_stand_apart,
    _kinds_of_paper_stand_alone,
    _capitals_keep_together,
    _verse_keeps_its_lines,
    _places_stand_apart,
    _small_letters_continue,
    _capitals_after_an_open_end_stand_apart,
    _open_ends_continue,
    _whole_lines_stand_apart,
    _dates_and_acts_continue,
    _capitals_stand_apart,
    _indents_begin,
    _gaps_divide,
    _full_lines_continue,
)


def continues(junction: Junction) -> bool:
    """True when the line after the junction belongs to the paragraph before it."""
    for rule in RULES:
        answer = rule(junction)
        if answer is not None:
            return answer
    return False
