from xml.etree import ElementTree as ET

from corpus.segmentation.cutting import rules_of
from corpus.segmentation.srx import NAMESPACE, srx

NAMES = {"srx": NAMESPACE}


def root() -> ET.Element:
    return ET.fromstring(srx().encode())  # noqa: S314 - our own text


def test_each_language_has_a_map_and_a_full_ordered_set_of_rules() -> None:
    maps = root().findall("srx:body/srx:maprules/srx:languagemap", NAMES)
    sets = root().findall("srx:body/srx:languagerules/srx:languagerule", NAMES)
    assert [one.get("languagepattern") for one in maps] == ["(?i)kk.*", "(?i)ru.*", "(?i)en.*"]
    for language, rules in zip(("kk", "ru", "en"), sets, strict=True):
        expected = [("yes" if rule.breaks else "no") for rule in rules_of(language) if rule.before]
        assert [rule.get("break") for rule in rules.findall("srx:rule", NAMES)] == expected


def test_patterns_only_look_around_and_look_behind_a_bounded_stretch() -> None:
    for rule in root().iter(f"{{{NAMESPACE}}}rule"):
        before, after = (rule.findtext(f"srx:{tag}", namespaces=NAMES) or "" for tag in ("beforebreak", "afterbreak"))
        assert before.startswith("(?<=")
        assert not after or after.startswith("(?=")
        assert not any(sign in before.replace("\\+", "").replace("\\*", "").replace("[.-]", "") for sign in ("+", "*", ",}"))


def test_the_header_is_that_of_srx_2() -> None:
    assert root().tag == f"{{{NAMESPACE}}}srx"
    assert root().get("version") == "2.0"
    header = root().find("srx:header", NAMES)
    assert header is not None
    assert header.attrib == {"segmentsubflows": "yes", "cascade": "no"}
