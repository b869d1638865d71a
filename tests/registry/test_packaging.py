"""The package as it is installed: its list of folders, its public names."""

import tomllib
from pathlib import Path

import diagrammar

ROOT = Path(__file__).parents[2]
PARTS = ("dsl", "grammar", "compiler", "backends", "llm", "eval", "train")


def test_every_folder_with_code_is_packaged() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    folders = {file.parent for part in PARTS for file in (ROOT / part).rglob("*.py")}
    found = {".".join(("diagrammar", *folder.relative_to(ROOT).parts)) for folder in folders}
    assert sorted(listed) == sorted({"diagrammar", *found})


def test_every_packaged_folder_is_a_package() -> None:
    bare = {
        f.parent
        for part in PARTS
        for f in (ROOT / part).rglob("*.py")
        if not (f.parent / "__init__.py").exists()
    }
    assert not bare


def test_the_public_names_are_these() -> None:
    names = ["DiagramError", "Figure", "Report", "__version__", "check", "format_text", "render"]
    assert sorted(diagrammar.__all__) == names
    assert all(getattr(diagrammar, name) for name in names)


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    assert not hasattr(diagrammar, "draw_me_a_sheep")
