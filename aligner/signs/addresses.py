"""Web and mail addresses, which stand in a translation as they are."""

import re
from collections.abc import Iterator

from aligner.signs.sign import Sign, SignKind

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>«»“”\"()]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?<![\w@.-])(?:[\w-]{1,63}\.){1,8}(?:kz|ru|com|org|net|gov|edu|int|eu|io|info)\b(?:/[^\s<>«»“”\"()]*)?"
)
_ADDRESS_LIKE = re.compile(r"[a-z\d]\.[a-z]|www|://|@")


def address_signs(text: str) -> Iterator[Sign]:
    """Web and mail addresses in small letters."""
    if not _ADDRESS_LIKE.search(text):
        return
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(".,;:!?")
        yield Sign(SignKind.ADDRESS, address.casefold(), match.start(), match.start() + len(address))
