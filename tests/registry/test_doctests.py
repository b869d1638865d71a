"""Every doctest of the package runs."""

import doctest
import importlib
import pkgutil

import diagrammar
import pytest

MODULES = [found.name for found in pkgutil.walk_packages(diagrammar.__path__, "diagrammar.")]
INSIDE = [
    name
    for name in MODULES
    if not name.startswith(("diagrammar.tests", "diagrammar.tools", "diagrammar.build"))
]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.mark.parametrize("name", [name for name in INSIDE if not name.endswith("__main__")])
def test_doctests_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name), optionflags=FLAGS)
    assert result.failed == 0
