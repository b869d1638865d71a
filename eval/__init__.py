"""Evaluators that compare figures and the ways of making them."""
