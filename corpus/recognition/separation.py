"""One file in several languages becomes one stream of sentences a language: each piece's own evidence and its neighbours'."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, log

from corpus.labels import label_of
from corpus.languages import ENGLISH, UNKNOWN
from corpus.recognition.language_scores import LANGUAGES, Scores, score


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence; `border` says how likely the language changes before it: 0 inside a paragraph … 1 at a label or new page.

    `column` is the language of the table column it stands in, `und` where there is none.
    """

    text: str
    border: float
    column: str = UNKNOWN


FEW_WORDS = 2

SIGNATURE = 6
"""Words of a line that says nothing where it stands more than once: `Министр А. Бекенов` signs both languages."""

COLUMN = 10.0
"""What the language of a table column says for a cell (nats): enough for `Директор А. Омаров`, not against a sentence."""

SWITCH_INSIDE, SWITCH_AT_BORDER = 14.0, 1.0
"""What a change of language costs (nats) inside a paragraph and at the best border there is."""

USUAL_SWITCHES, USUAL_BORDERS = 0.2, 4.0
"""How often languages change between paragraphs where nothing is known: as if so many changes at so many borders were seen."""

LATIN_KAZAKH, LEAST_LEAD = "kk-Latn", 8.0
"""The lead over English (nats) that Kazakh in Latin letters must have in all of a file: that of one sure sentence."""

ROUNDS = 3
"""How often the changes are counted anew; more rounds change nothing."""


def languages_of(stretches: Sequence[Stretch], among: Sequence[str] = LANGUAGES) -> tuple[str, ...]:
    """The likeliest language of every stretch, all considered together (Viterbi); `und` where no stretch says anything.

    `among` are the languages that the text may be in, at least one of LANGUAGES.

    Gone through several times: how often the language changes between paragraphs the text itself says. Where Kazakh and Russian
    alternate, `Құрметті оқырмандар!` and `Уважаемые читатели!` are not to take each other's language.
    """
    if not stretches:
        return ()
    evidence = _without_signatures(stretches, [_evidence(stretch) for stretch in stretches])
    if not any(any(scores.values()) for scores in evidence):
        return (UNKNOWN,) * len(stretches)
    languages, cost = _likeliest(stretches, evidence, among, inf), inf
    for _ in range(ROUNDS):
        before, cost = cost, _switch_between_paragraphs(stretches, languages)
        if cost == before:
            break
        languages = _likeliest(stretches, evidence, among, cost)
    if _is_hardly_there(languages, evidence):
        return tuple(ENGLISH if language == LATIN_KAZAKH else language for language in languages)
    return languages


def _is_hardly_there(languages: Sequence[str], evidence: Sequence[Scores]) -> bool:
    """True for Kazakh in Latin letters where a few words alone speak for it beside more English: `Oskemen`, `Pavlodar`."""
    own = [scores for language, scores in zip(languages, evidence, strict=True) if language == LATIN_KAZAKH]
    lead = sum(scores[LATIN_KAZAKH] - scores[ENGLISH] for scores in own)
    return bool(own) and lead < LEAST_LEAD and len(own) < languages.count(ENGLISH)


def _switch_between_paragraphs(stretches: Sequence[Stretch], languages: Sequence[str]) -> float:
    """What a change of language between paragraphs costs at most (nats), by how often there was one."""
    borders = [place for place in range(1, len(stretches)) if stretches[place].border > 0]
    switches = sum(languages[place] != languages[place - 1] for place in borders)
    chance = (USUAL_SWITCHES + switches) / (USUAL_BORDERS + len(borders))
    return max(0.0, log((1 - chance) / chance))


def _likeliest(stretches: Sequence[Stretch], evidence: Sequence[Scores], among: Sequence[str], at_most: float) -> tuple[str, ...]:
    """The path of most evidence, changing late where that is as good; a change between paragraphs costs `at_most` nats."""
    best = {language: evidence[0][language] for language in among}
    origins: list[dict[str, str]] = []
    for stretch, scores in zip(stretches[1:], evidence[1:], strict=True):
        cost = SWITCH_INSIDE + (SWITCH_AT_BORDER - SWITCH_INSIDE) * stretch.border
        if stretch.border > 0:
            cost = min(cost, at_most)
        top = max(among, key=best.__getitem__)
        origin = {language: language if best[language] > best[top] - cost else top for language in among}
        best = {language: scores[language] + max(best[language], best[top] - cost) for language in among}
        origins.append(origin)
    path = [max(among, key=best.__getitem__)]
    for origin in reversed(origins):
        path.append(origin[path[-1]])
    return tuple(reversed(path))


def _without_signatures(stretches: Sequence[Stretch], evidence: Sequence[Scores]) -> Sequence[Scores]:
    """The evidence without that of short lines that stand more than once, unless there is no other."""
    count = Counter(stretch.text for stretch in stretches)
    others = [
        dict.fromkeys(LANGUAGES, 0.0) if count[stretch.text] > 1 and _may_sign(stretch) else scores
        for stretch, scores in zip(stretches, evidence, strict=True)
    ]
    return others if any(any(scores.values()) for scores in others) else evidence


def _may_sign(stretch: Stretch) -> bool:
    """True for a short line that is neither a cell of a column nor a label."""
    return len(stretch.text.split()) <= SIGNATURE and stretch.column == UNKNOWN and label_of(stretch.text) is None


def _evidence(stretch: Stretch) -> Scores:
    """What the text itself says; a word or two (`Конституция`, `Алматы обл.`) are the same in Kazakh and Russian too often."""
    scores = score(stretch.text)
    if len(stretch.text.split()) <= FEW_WORDS:
        scores = {language: value / 2 for language, value in scores.items()}
    if stretch.column != UNKNOWN:
        scores[stretch.column] += COLUMN
    return scores
