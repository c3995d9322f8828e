from alignments.files.remembered import LONGEST, remembered

asked: list[int] = []


@remembered(10)
def length(text: str) -> int:
    asked.append(len(text))
    return len(text)


def test_answers_about_short_texts_are_kept_and_those_about_long_ones_are_not() -> None:
    for size in (3, LONGEST + 1):
        assert [length("x" * size) for _ in range(2)] == [size, size]
    assert asked == [3, LONGEST + 1, LONGEST + 1]
