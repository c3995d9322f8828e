"""Letters and words that give a language away, and words that say nothing."""

from functools import cache
from importlib.resources import files

ARABIC_KAZAKH = frozenset("ەۇۋۆڭگپچىٴۈ")
"""Letters of the Arabic script that Kazakh writes and Arabic does not."""

FOREIGN_LETTERS = frozenset("їєґўҳҷҹјљњћђќѓџҗӣӯҝҙҫßàâæçèéêëìíîïòôùûœåøãõðþąćčęłőřšűźżž")
"""Letters of none of our languages: Ukrainian, Uzbek, Tajik, Tatar, Bashkir, Serbian; German, French, Polish and others.

What some alphabet for Kazakh in Latin letters has (ä, ö, ü, ş, ğ, ñ, á, ú) is none of them.
"""


@cache
def words(name: str) -> frozenset[str]:
    """A list of words in small letters, written from memory: `neutral` words stand in addresses and imprints of any language.

    `foreign` are frequent words of neighbours and of languages our documents quote; `frequent kk`, `frequent ru` and
    `frequent en` open every frequency list.
    """
    rows = (line.split("\t") for line in (files("corpus.recognition") / "language_words.tsv").read_text("utf-8").splitlines())
    return frozenset(word for label, part in rows if label == name for word in part.split())
