"""Which part of the package may know which, and what loads when."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KNOWS = {
    "dsl": set(),
    "backends": {"dsl"},
    "compiler": {"dsl"},
    "grammar": {"dsl", "compiler"},
    "llm": {"dsl", "compiler", "grammar", "backends"},
    "eval": {"dsl", "compiler", "grammar", "backends", "llm"},
    "train": {"dsl", "compiler", "grammar", "backends", "llm", "eval"},
}
"""What each part may import besides itself; the modules at the root may import all."""
HEAVY = ("matplotlib", "scipy", "sympy", "shapely", "rdkit", "torch")


def modules(part: str) -> Iterator[Path]:
    return (file for file in sorted((ROOT / part).rglob("*.py")) if "__pycache__" not in file.parts)


def imported(file: Path) -> Iterator[str]:
    """Yield the top part that each import of a module reaches, wherever in the module it stands."""
    depth = len(file.relative_to(ROOT).parts) - 1
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (
                alias.name.split(".")[1] for alias in node.names if alias.name.startswith("diagrammar.")
            )
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            assert node.module and not node.module.startswith("diagrammar"), f"{file}: import relatively"
        elif isinstance(node, ast.ImportFrom) and node.level == depth + 1:
            names = [node.module.split(".")[0]] if node.module else [alias.name for alias in node.names]
            yield from (name for name in names if name != "__version__")


@pytest.mark.parametrize("part", KNOWS)
def test_a_part_imports_only_what_it_may_know(part: str) -> None:
    for file in modules(part):
        forbidden = set(imported(file)) - KNOWS[part] - {part}
        assert not forbidden, f"{file.relative_to(ROOT)} imports {', '.join(sorted(forbidden))}"


def test_no_module_uses_pyplot() -> None:
    users = [
        file.relative_to(ROOT)
        for part in KNOWS
        for file in modules(part)
        if any(
            "matplotlib.pyplot" in ast.unparse(node)
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
        )
    ]
    assert not users


def loaded_after(code: str) -> set[str]:
    """Return the packages that a fresh interpreter has loaded after running some code."""
    program = f"import sys\n{code}\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_importing_the_package_loads_nothing() -> None:
    loaded = loaded_after("import diagrammar; diagrammar.__version__")
    assert not loaded & {"numpy", "lark", "pydantic", "typer", *HEAVY}


def test_a_plain_check_loads_neither_drawing_nor_algebra(tmp_path: Path) -> None:
    spec = tmp_path / "a.dgm"
    spec.write_text("triangle ABC(AB = 3 cm, BC = 4 cm, CA = 5 cm)\nincircle k(ABC)\n")
    loaded = loaded_after(f"from diagrammar.cli import run\nassert run(['check', '-q', {str(spec)!r}]) == 0")
    assert not loaded & {"typer", "rich", *HEAVY}
