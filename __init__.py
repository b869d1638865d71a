"""Diagrammar: a declarative language for scientific diagrams, and the compiler that proves them right."""

__version__ = "0.1.0"
