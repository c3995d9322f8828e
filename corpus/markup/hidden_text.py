"""Text that a document hides from its readers: it is left out, counted and named."""

from collections.abc import Sequence

_LONGEST = 50
"""Characters of the example."""


def hidden_remarks(passages: Sequence[str]) -> tuple[str, ...]:
    """What a person should know of passages that were left out because they are hidden; none where there are none."""
    shown = [" ".join(passage.split()) for passage in passages if any(map(str.isalnum, passage))]
    if not shown:
        return ()
    example = shown[0] if len(shown[0]) <= _LONGEST else f"{shown[0][: _LONGEST - 1]}…"
    return (f"hidden text left out ({len(shown):,}×), such as: {example}",)
