"""The Kazakh-Russian-English lexicon: concepts with their terms, looked up by stem."""

from aligner.lexicon.entries import Concept, builtin_concepts
from aligner.lexicon.index import ConceptSpan, Lexicon, builtin_lexicon, icu_lexicon, other_forms

__all__ = ["Concept", "ConceptSpan", "Lexicon", "builtin_concepts", "builtin_lexicon", "icu_lexicon", "other_forms"]
