"""What all formats promise alike: the same bytes each time, and no format that does not exist."""

import subprocess
import sys
from hashlib import sha256

import pytest
from diagrammar.backends import FORMATS, THEMES, draw
from diagrammar.dsl.scene import Path, Scene, TextItem

FRESH = """
import sys
from hashlib import sha256
from diagrammar.backends import FORMATS, draw
from diagrammar.dsl.scene import Scene
scene = Scene.model_validate_json(sys.stdin.read())
for format in FORMATS:
    print(format, sha256(draw(scene, format)).hexdigest())
"""


@pytest.mark.parametrize("format", FORMATS)
def test_two_drawings_are_equal_byte_for_byte(everything: Scene, format: str) -> None:
    assert draw(everything, format) == draw(everything, format)


def test_fresh_process_draws_the_same_bytes(everything: Scene) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FRESH],
        input=everything.model_dump_json(),
        capture_output=True,
        text=True,
        check=True,
    )
    here = {format: sha256(draw(everything, format)).hexdigest() for format in FORMATS}
    assert dict(line.split() for line in done.stdout.splitlines()) == here


@pytest.mark.parametrize("format", FORMATS)
def test_empty_scene_is_drawn(format: str) -> None:
    assert draw(Scene(width=30, height=20, items=()), format)


@pytest.mark.parametrize("format", FORMATS)
def test_items_without_points_or_characters_are_drawn_as_nothing(format: str) -> None:
    empty = (
        Path(id="p", role="edge", codes="", points=()),
        TextItem(id="t", role="label", at=(0, 0), source="", runs=(), extent=(0, 0, 0, 0)),
    )
    assert draw(Scene(width=30, height=20, items=empty), format)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_changes_every_format(everything: Scene, format: str, theme: str) -> None:
    if theme not in ("textbook", "slide"):  # whose colours are the same
        assert draw(everything, format, theme=theme) != draw(everything, format)
        assert draw(everything.model_copy(update={"theme": theme}), format) == draw(
            everything, format, theme=theme
        )


def test_unknown_format_is_refused_with_the_choices() -> None:
    with pytest.raises(ValueError, match=r"no format `gif`.*png, svg"):
        draw(Scene(width=30, height=20, items=()), "gif")


def test_unknown_theme_is_refused_with_the_choices() -> None:
    with pytest.raises(ValueError, match=r"no style `pastel`.*textbook"):
        draw(Scene(width=30, height=20, items=()), theme="pastel")


@pytest.mark.parametrize(("width_px", "dpi"), [(0, None), (None, -1.0), (None, float("nan"))])
def test_size_that_cannot_be_is_refused(width_px: int | None, dpi: float | None) -> None:
    with pytest.raises(ValueError, match="positive"):
        draw(Scene(width=30, height=20, items=()), width_px=width_px, dpi=dpi)


def test_importing_the_backends_loads_no_matplotlib() -> None:
    code = "import sys, diagrammar.backends; print('numpy' in sys.modules or 'matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_vector_formats_do_not_load_the_renderer(everything: Scene) -> None:
    code = (
        "import sys; from diagrammar.backends import draw; from diagrammar.dsl.scene import Scene;"
        "scene = Scene.model_validate_json(sys.stdin.read());"
        "[draw(scene, format) for format in ('svg', 'pdf', 'py', 'tikz')];"
        "print([name for name in ('matplotlib.figure', 'matplotlib.pyplot', 'matplotlib.backend_bases')"
        " if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=everything.model_dump_json(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
