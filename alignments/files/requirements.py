"""Libraries that only some formats need, asked for in words when they are missing."""

from importlib import import_module
from types import ModuleType

from alignments.errors import AlignmentsError


def required(module: str, purpose: str) -> ModuleType:
    """The module of an extra. Raises AlignmentsError that says what to install."""
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise AlignmentsError(f"{purpose} needs {module}: pip install 'tilmash[exchange]'") from None
