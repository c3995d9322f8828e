"""Words learned from aligned texts."""

import numpy as np

from aligner.learning import Lesson, learn


def lessons(*pairs: tuple[list[int], list[int]]) -> list[Lesson]:
    return [Lesson(np.array(a), np.array(b), 1.0) for a, b in pairs]


def test_words_that_stand_together_again_and_again_are_translations() -> None:
    learned = learn(lessons(([0, 1], [0, 1]), ([0, 2], [0, 2]), ([1, 2], [1, 2]), ([0, 3], [3, 0])))
    best = {}
    for first, second, _ in sorted(zip(learned.first, learned.second, learned.strength, strict=True), key=lambda row: row[2]):
        best[int(first)] = int(second)
    assert (best[0], best[1], best[2]) == (0, 1, 2)


def test_words_at_like_places_are_likelier_translations() -> None:
    learned = learn(lessons(*[([0, 1], [5, 6])] * 3))
    strength = dict(zip(zip(learned.first.tolist(), learned.second.tolist(), strict=True), learned.strength, strict=True))
    assert strength[0, 5] > 2 * strength.get((0, 6), 0.0)
    assert strength[1, 6] > 2 * strength.get((1, 5), 0.0)


def test_a_word_votes_for_no_more_translations_than_it_has_places() -> None:
    learned = learn(lessons(([0, 1], [5]), ([0, 2], [5]), ([0, 3], [5])))
    assert learned.votes[learned.second == 5].sum() <= 3.01


def test_a_lesson_turned_teaches_the_same_backwards() -> None:
    there = learn(lessons(([0, 1], [5, 6]), ([0, 2], [5, 7])))
    back = learn([lesson.turned() for lesson in lessons(([0, 1], [5, 6]), ([0, 2], [5, 7]))])
    assert {(int(a), int(b)) for a, b in zip(there.first, there.second, strict=True)} == {
        (int(b), int(a)) for a, b in zip(back.first, back.second, strict=True)
    }


def test_nothing_is_learned_from_nothing_or_from_endless_texts() -> None:
    assert len(learn([]).first) == 0
    assert len(learn(lessons((list(range(400)), list(range(400))))).first) == 0
