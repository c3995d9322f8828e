"""XML and HTML from strangers: no entities are resolved, nothing is fetched, depth is bounded."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from corpus.errors import CorpusError

if TYPE_CHECKING:
    from lxml.etree import _Element

_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "remove_comments": True, "remove_pis": True}
_LARGE = 10_000_000
"""Bytes beyond which libxml2 must be told that a long text is meant."""


def lxml_module(name: str, what: str) -> ModuleType:
    """A module of lxml; `what` is the sort of file for the message when it is not installed."""
    try:
        return import_module(f"lxml.{name}")
    except ImportError as error:
        raise CorpusError(f"reading {what} needs lxml: pip install 'tilmash[documents]'") from error


def parsed_xml(source: bytes, what: str) -> "_Element":
    """The root of an XML document."""
    etree = lxml_module("etree", what)
    root: _Element = etree.fromstring(source, etree.XMLParser(**_SAFE, huge_tree=len(source) > _LARGE))
    return root


def local_name(element: "_Element") -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: "_Element", name: str) -> str:
    """The value of an attribute whatever its namespace; empty where it is missing."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
