"""Names as XLIFF allows them, without spaces and colons."""

import re

from alignments.files.remembered import remembered

_SPACES = re.compile(r"\s")
_WRITTEN = re.compile("__|_-|_\\.")
_MEANT = {"__": " ", "_-": "_", "_.": ":"}
_PREFIX = "x-"


def written_name(name: str) -> str:
    """The name in such letters that it can be told again: `work title` → `work__title`, `created_by` → `created_-by`."""
    return _SPACES.sub("__", name.replace("_", "_-").replace(":", "_."))


def meant_name(text: str) -> str:
    """The name that was written so."""
    return _WRITTEN.sub(lambda found: _MEANT[found[0]], text)


@remembered(4000)
def context_type(name: str) -> str:
    """The `context-type` of a remark: `work title` → `x-work__title`."""
    return _PREFIX + written_name(name)


@remembered(4000)
def remark_name(kind: str) -> str:
    """The remark a `context-type` stands for: `x-work__title` → `work title`."""
    return meant_name(kind.removeprefix(_PREFIX))
