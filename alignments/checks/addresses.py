"""Web and e-mail addresses that one text has and another lacks."""

import re
from collections.abc import Iterator

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity

_ADDRESS = re.compile(r"https?://[^\s<>«»\"]+|www\.[\w.-]+\.\w{2,}[^\s<>«»\"]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«www.adilet.zan.kz» in Kazakh only."""
    texts = view.filled
    having = [(text, {_key(match[0]): match.span() for match in _ADDRESS.finditer(text.text)}) for text in texts]
    for text, addresses in having:
        for other, others in having:
            for key, (start, stop) in addresses.items():
                if key not in others:
                    yield _missing(text, start, stop, other)


def _key(address: str) -> str:
    return address.rstrip(".,;:!?)/").lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")


def _missing(text: TextView, start: int, stop: int, other: TextView) -> Finding:
    message = f"the address {text.text[start:stop]} stands in {text.name} but not in {other.name}"
    return Finding(Severity.WARNING, message, text, start, stop)


def suspects(batch: Batch) -> Flags:
    """Units with a sign of an address: @, a slash or www."""
    letters = batch.texts.letters
    sign, w = letters.are("@/".__contains__), letters.are("wW".__contains__)
    sign[2:] |= w[:-2] & w[1:-1] & w[2:]
    return batch.with_text(letters.texts.count(sign) > 0)


CHECK = Check("addresses", "Web and e-mail addresses", suspects, find)
