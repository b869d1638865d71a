"""Which foreign languages have an evaluator of their own."""

from .base import Corpus

CORPORA: tuple[Corpus, ...] = ()
