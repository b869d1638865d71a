"""Which foreign languages have an evaluator of their own."""

from .alphageometry import ALPHAGEOMETRY
from .base import Corpus

CORPORA: tuple[Corpus, ...] = (ALPHAGEOMETRY,)


def find_corpus(format: str) -> Corpus | None:
    """Return the evaluator of a format."""
    return next((c for c in CORPORA if c.format == format), None)
