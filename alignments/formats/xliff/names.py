"""Names of remarks where XLIFF allows no spaces in them."""

import re

_SPACES = re.compile(r"\s")
_PREFIX = "x-"


def context_type(name: str) -> str:
    """The `context-type` of a remark: `work title` → `x-work_title`."""
    return _PREFIX + _SPACES.sub("_", name.replace("_", "__"))


def remark_name(kind: str) -> str:
    """The remark a `context-type` stands for: `x-work_title` → `work title`."""
    return kind.removeprefix(_PREFIX).replace("__", "\0").replace("_", " ").replace("\0", "_")
