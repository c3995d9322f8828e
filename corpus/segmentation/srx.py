"""The segmentation rules as SRX 2.0, for tools that read it (OmegaT, Okapi, memoQ, Trados)."""

from xml.etree import ElementTree as ET

from corpus.segmentation.cutting import rules_of
from corpus.segmentation.rule import Rule

NAMESPACE = "http://www.lisa.org/srx20"
"""SRX 2.0 (LISA OSCAR, 2008)."""

LANGUAGE_RULES = (("Kazakh", "kk", "(?i)kk.*"), ("Russian", "ru", "(?i)ru.*"), ("English", "en", "(?i)en.*"))
"""Name, language and the pattern of language codes for each set of rules."""


def srx() -> str:
    """An SRX 2.0 document with one complete, ordered set of rules a language.

    Both patterns only look around, so that tools that search without overlap find every place. Rules without a pattern before
    the place refuse what PyICU proposes; SRX proposes nothing of its own, and they are left out.
    """
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_name("srx"), version="2.0")
    header = ET.SubElement(root, _name("header"), segmentsubflows="yes", cascade="no")
    for kind, include in (("start", "no"), ("end", "yes"), ("isolated", "no")):
        ET.SubElement(header, _name("formathandle"), type=kind, include=include)
    body = ET.SubElement(root, _name("body"))
    languages, maps = ET.SubElement(body, _name("languagerules")), ET.SubElement(body, _name("maprules"))
    for name, language, pattern in LANGUAGE_RULES:
        rules = ET.SubElement(languages, _name("languagerule"), languagerulename=name)
        for rule in rules_of(language):
            if rule.before:
                _add(rules, rule)
        ET.SubElement(maps, _name("languagemap"), languagepattern=pattern, languagerulename=name)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _add(rules: ET.Element, rule: Rule) -> None:
    rules.append(ET.Comment(f" {rule.name}: {rule.example.replace('--', '- -')} "))
    element = ET.SubElement(rules, _name("rule"), {"break": "yes" if rule.breaks else "no"})
    ET.SubElement(element, _name("beforebreak")).text = f"(?<={rule.before})"
    ET.SubElement(element, _name("afterbreak")).text = f"(?={rule.after})" if rule.after else ""


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"
