"""What a Word document's styles say: which paragraphs are headings or list items, which letters are hidden."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.documents import BlockKind
from corpus.markup.safe_markup import attribute

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = ("title", "subtitle", "heading", "заголовок", "подзаголовок", "тақырып")


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document that make their paragraphs headings or list items, or hide their letters."""

    headings: frozenset[str]
    lists: frozenset[str]
    hiding: frozenset[str]

    def kind_of(self, paragraph: "_Element") -> BlockKind:
        """Heading by outline level or style, list item by numbering or style, otherwise a paragraph."""
        about = paragraph.find("{*}pPr")
        if about is None:
            return BlockKind.PARAGRAPH
        style = _value(about, "pStyle")
        if style in self.headings or _is_outlined(about):
            return BlockKind.HEADING
        number = about.find("{*}numPr")
        is_numbered = style in self.lists if number is None else _value(number, "numId") != "0"
        return BlockKind.LIST_ITEM if is_numbered else BlockKind.PARAGRAPH

    def hide(self, run: "_Element", paragraph: "_Element") -> bool:
        """True for letters that are hidden by themselves, by their own style or by that of their paragraph."""
        about, around = run.find("{*}rPr"), paragraph.find("{*}pPr")
        if about is not None and (own := about.find("{*}vanish")) is not None:
            return _is_on(own)
        styles = {"" if about is None else _value(about, "rStyle"), "" if around is None else _value(around, "pStyle")}
        return not self.hiding.isdisjoint(styles)


def styles_of(part: "_Element | None") -> Styles:
    """The styles as `word/styles.xml` defines them, each also by the style that it is based on."""
    styles = {} if part is None else {attribute(style, "styleId"): style for style in part.iter("{*}style")}
    based_on = {name: _value(style, "basedOn") for name, style in styles.items()}
    headings = {name for name, style in styles.items() if _is_heading(style)}
    lists = {name for name, style in styles.items() if style.find("{*}pPr/{*}numPr") is not None}
    hiding = {name for name, style in styles.items() if (own := style.find("{*}rPr/{*}vanish")) is not None and _is_on(own)}
    return Styles(*(frozenset(_with_heirs(names, based_on)) for names in (headings, lists, hiding)))


def is_name_of_heading(name: str) -> bool:
    """True for the names that Word gives its styles of headings, in our languages."""
    return name.lower().startswith(_TITLES)


def _value(parent: "_Element", name: str) -> str:
    element = parent.find(f"{{*}}{name}")
    return "" if element is None else attribute(element, "val")


def _is_on(switch: "_Element") -> bool:
    return attribute(switch, "val") not in {"0", "false", "off"}


def _is_outlined(about: "_Element") -> bool:
    """Outline levels 0 to 8 are headings, 9 is body text."""
    return _value(about, "outlineLvl") in set("012345678")


def _is_heading(style: "_Element") -> bool:
    about = style.find("{*}pPr")
    named_so = attribute(style, "type") == "paragraph" and is_name_of_heading(_value(style, "name"))
    return named_so or (about is not None and _is_outlined(about))


def _with_heirs(names: set[str], based_on: dict[str, str]) -> set[str]:
    """The styles and all that are based on them."""
    heirs = {name for name, base in based_on.items() if base in names} - names
    return _with_heirs(names | heirs, based_on) if heirs else names
