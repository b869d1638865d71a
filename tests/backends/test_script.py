"""The script: runs anywhere, draws the same picture, and says nothing but what the scene says."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from diagrammar.backends import draw
from diagrammar.dsl.scene import Scene
from PIL import Image


def run_script(scene: Scene, folder: Path, width_px: int | None) -> Path:
    script, picture = folder / "figure.py", folder / "figure.png"
    script.write_bytes(draw(scene, "py", width_px=width_px))
    environment = {**os.environ, "MPLBACKEND": "agg", "PYTHONPATH": ""}
    subprocess.run(
        [sys.executable, "-W", "error", str(script), str(picture)], check=True, cwd=folder, env=environment
    )
    return picture


@pytest.mark.parametrize("width_px", [None, 600])
def test_script_draws_what_the_png_shows(everything: Scene, tmp_path: Path, width_px: int | None) -> None:
    (tmp_path / "ours.png").write_bytes(draw(everything, "png", width_px=width_px))
    ours = np.asarray(Image.open(tmp_path / "ours.png").convert("RGB")).astype(int)
    theirs = np.asarray(Image.open(run_script(everything, tmp_path, width_px)).convert("RGB")).astype(int)
    assert ours.shape == theirs.shape
    difference = np.abs(ours - theirs).max(axis=2)
    assert difference.mean() < 0.2
    assert (difference > 60).mean() < 0.0005


def test_script_names_the_entities(everything: Scene) -> None:
    script = draw(everything, "py").decode()
    assert "# ABC (edge)\n" in script
    assert "# f (curve)\n" in script


def test_texts_stay_texts(everything: Scene) -> None:
    assert 'write(40, 6.5, "5.00 cm", "STIXGeneral.ttf", 11, "ink")' in draw(everything, "py").decode()


def test_script_loads_matplotlib_only(everything: Scene) -> None:
    tree = ast.parse(draw(everything, "py"))
    nodes = list(ast.walk(tree))
    loaded = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    loaded |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in loaded} == {"sys", "itertools", "pathlib", "matplotlib"}


def test_hostile_text_adds_no_statement(hostile: Scene) -> None:
    harmless = hostile.model_dump_json().replace(
        "'\\\"</svg><script>alert(1)</script>\\n\\\\input{/etc/passwd}%$\\u0000\\u000b]]>&{}^_#~", "x"
    )
    assert "alert" not in harmless

    def calls(scene: Scene) -> list[str]:
        tree = ast.parse(draw(scene, "py"))
        return [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]

    assert set(calls(hostile)) <= set(calls(Scene.model_validate_json(harmless)))


@pytest.mark.parametrize(
    "title", ["coding: utf-7", "a\nimport os", "a\r\x0cimport os", '"""', "\u2028import os", "\x00"]
)
def test_title_cannot_leave_its_comment(title: str) -> None:
    plain = draw(Scene(width=9, height=9, items=(), title="x", alt="x"), "py")
    script = draw(Scene(width=9, height=9, items=(), title=title, alt=title), "py")
    assert ast.dump(ast.parse(script)) == ast.dump(ast.parse(plain))
