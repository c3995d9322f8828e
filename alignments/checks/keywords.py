"""Lists of key words of different lengths: a key word was left out, or two were run together."""

from collections.abc import Iterator

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import UnitView
from alignments.inspection.wording import listed
from alignments.keyword_lists import is_keyword_list, key_words
from alignments.units import Severity


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«Түйін сөздер: үсік; климат; себу.» beside «Ключевые слова: заморозки; климат.»."""
    if len(view.filled) < 2 or not all(is_keyword_list(text.text) for text in view.filled):
        return
    counts = {text: len(key_words(text.text)) for text in view.filled}
    lengths = sorted(set(counts.values()))
    if len(lengths) > 1:
        told = (f"{length} in {listed([text.name for text in counts if counts[text] == length])}" for length in lengths)
        yield Finding(Severity.WARNING, ", but ".join(told), min(counts, key=counts.__getitem__))


def suspects(batch: Batch) -> Flags:
    """Units with something that could be a label, and a list."""
    texts = batch.texts
    return batch.with_text((texts.count(":.-–—") > 0) & (texts.count(";,•·") > 0))


CHECK = Check("keywords", "Lists of key words", suspects, find)
