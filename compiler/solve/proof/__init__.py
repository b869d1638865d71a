"""Proofs that statements contradict each other, on the few constraints of a conflict that the search has found."""

from .search import Depth, is_refuted

__all__ = ["Depth", "is_refuted"]
