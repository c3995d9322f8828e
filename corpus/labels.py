"""Head words of papers and pages in three languages: Аңдатпа, Аннотация, Abstract, Түйінді сөздер …"""

import re
from enum import StrEnum


class Label(StrEnum):
    """What a head word announces, whatever the language."""

    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    INTRODUCTION = "introduction"
    METHODS = "methods"
    RESULTS = "results"
    DISCUSSION = "discussion"
    CONCLUSION = "conclusion"
    REFERENCES = "references"
    ACKNOWLEDGEMENTS = "acknowledgements"
    CONTENTS = "contents"
    FOREWORD = "foreword"
    APPENDIX = "appendix"


_HEAD_WORDS = {
    Label.ABSTRACT: "аңдатпа, андатпа, түйін, түйіндеме, аннотация, резюме, реферат, abstract, annotation, summary",
    Label.KEYWORDS: (
        "түйінді сөздер, түйін сөздер, кілт сөздер, кілттік сөздер, кілтті сөздер, тірек сөздер, "
        "негізгі сөздер, ключевые слова, ключевые термины, key words, keywords, key terms, index terms"
    ),
    Label.INTRODUCTION: "кіріспе, введение, introduction",
    Label.METHODS: (
        "зерттеу әдістері, әдістер, материалдар мен әдістер, зерттеу материалдары мен әдістері, методы, "
        "методы исследования, материалы и методы, методология, methods, methodology, materials and methods, "
        "research methods"
    ),
    Label.RESULTS: "нәтижелер, зерттеу нәтижелері, результаты, результаты исследования, results, findings",
    Label.DISCUSSION: (
        "талқылау, нәтижелер мен талқылау, талқылаулар, обсуждение, результаты и обсуждение, discussion, results and discussion"
    ),
    Label.CONCLUSION: "қорытынды, қорытындылар, тұжырым, заключение, выводы, conclusion, conclusions, concluding remarks",
    Label.REFERENCES: (
        "әдебиет, әдебиеттер, әдебиеттер тізімі, пайдаланылған әдебиеттер, пайдаланылған әдебиеттер тізімі, "
        "дереккөздер, литература, список литературы, список использованной литературы, "
        "список использованных источников, источники, references, bibliography, literature"
    ),
    Label.ACKNOWLEDGEMENTS: "алғыс, алғыс айту, благодарности, благодарность, acknowledgements, acknowledgments",
    Label.CONTENTS: "мазмұны, содержание, оглавление, contents, table of contents",
    Label.FOREWORD: "алғысөз, алғы сөз, предисловие, foreword, preface",
    Label.APPENDIX: "қосымша, қосымшалар, приложение, приложения, appendix, annex",
}
"""Spelled in lower case with single spaces; `Кілт сөздер: …` and `КІЛТ СӨЗДЕР` are both found."""

_LABEL_OF = {word: label for label, words in _HEAD_WORDS.items() for word in words.split(", ")}
_FIRST_WORDS = frozenset(word.partition(" ")[0] for word in _LABEL_OF)
_NUMBER = r"\s*(?:\d{1,2}(?:\.\d{1,2})*\.?\s+|[IVX]{1,4}\.?\s+)?"
_FIRST = re.compile(_NUMBER + r"(?P<word>[^\W\d_]+)")
_RUN_IN = re.compile(r"\s*(?P<words>[^\W\d_]+(?: [^\W\d_]+){0,4})\s*(?P<end>[:.]|[-–—](?=\s)|$)", re.UNICODE)
_RUN_IN_LABELS = frozenset({Label.ABSTRACT, Label.KEYWORDS})
_ALONE = re.compile(_NUMBER + r"(?P<words>[^\W\d_]+(?:\s+[^\W\d_]+){0,4})\s*[:.]?\s*")


def label_of(text: str) -> Label | None:
    """The label that a line or segment is (`Аннотация`, `1. Кіріспе`) or begins with (`Key words: school, teacher`)."""
    if not _may_be_label(text):
        return None
    alone = label_alone(text)
    if alone is not None:
        return alone
    run_in = _RUN_IN.match(text)
    if run_in is None or not run_in["end"]:
        return None
    label = _LABEL_OF.get(_folded(run_in["words"]))
    return label if label in _RUN_IN_LABELS else None


def label_alone(text: str) -> Label | None:
    """The label when the whole text is nothing else; a number before it and a colon behind it do not matter."""
    alone = _ALONE.fullmatch(text) if _may_be_label(text) else None
    return _LABEL_OF.get(_folded(alone["words"])) if alone is not None else None


def label_length(text: str) -> int:
    """How many characters the run-in label with its mark takes (`Key words: ` is 11); 0 where none begins the text."""
    run_in = _RUN_IN.match(text)
    if run_in is None or label_of(text) is None:
        return 0
    stop = run_in.end()
    return stop + len(text[stop:]) - len(text[stop:].lstrip())


def _may_be_label(text: str) -> bool:
    """True for a capital and one of the first words of labels: most lines are none, and need no closer look."""
    first = _FIRST.match(text)
    return first is not None and first["word"][0].isupper() and first["word"].casefold() in _FIRST_WORDS


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
