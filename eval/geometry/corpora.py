"""Which foreign languages have an evaluator of their own."""

from .alphageometry import ALPHAGEOMETRY
from .base import Corpus
from .formalgeo import FORMALGEO
from .geometry3k import GEOMETRY3K
from .gmbl import GMBL

CORPORA: tuple[Corpus, ...] = (ALPHAGEOMETRY, FORMALGEO, GEOMETRY3K, GMBL)


def find_corpus(format: str) -> Corpus | None:
    """Return the evaluator of a format."""
    return next((c for c in CORPORA if c.format == format), None)
