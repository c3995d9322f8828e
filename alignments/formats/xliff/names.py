"""Names of remarks where XLIFF allows no spaces in them."""

import re

_SPACES = re.compile(r"\s")
_WRITTEN = re.compile("__|_-")
_PREFIX = "x-"


def context_type(name: str) -> str:
    """The `context-type` of a remark: `work title` → `x-work__title`, `created_by` → `x-created_-by`."""
    return _PREFIX + _SPACES.sub("__", name.replace("_", "_-"))


def remark_name(kind: str) -> str:
    """The remark a `context-type` stands for: `x-work__title` → `work title`."""
    return _WRITTEN.sub(lambda found: " " if found[0] == "__" else "_", kind.removeprefix(_PREFIX))
