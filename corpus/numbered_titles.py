"""Words beside the number of a title: `Статья 3.`, `9-2-бап.`, `Table 4.`; each list is the inside of a pattern."""

DIVISION_BEFORE = "Статья|Глава|Раздел|Параграф|Article|Chapter|Section|Бөлім|Тарау"
DIVISION_AFTER = "бап|тарау|бөлім|параграф"
"""The divisions of a law or a book, before and behind their number: a line that begins with one begins a paragraph."""

TITLE_BEFORE = (
    f"{DIVISION_BEFORE}|Пункт|Часть|Приложение|Таблица|Рисунок|Рис\\.|Табл\\.|Лекция|Тема|Урок|Том|Книга|СТАТЬЯ|ГЛАВА|РАЗДЕЛ"
    "|Part|Annex|Appendix|Table|Figure|Fig\\.|Lecture|Volume|Book|Clause|ARTICLE|CHAPTER|SECTION|Сурет|Кесте|Бап|Қосымша"
)
TITLE_AFTER = f"{DIVISION_AFTER}|бөлік|тармақ|қосымша|кесте|сурет|сабақ|тақырып|том|кітап|ТАРАУ|БАП|БӨЛІМ|БӨЛІК|ҚОСЫМША"
"""Whatever is numbered, before and behind its number: the stop behind the number ends no sentence."""
