"""Pictures of the gallery fill a canvas that a page has room for, with even margins and type that is read.

`tools/composition.py` measures them all.
"""

from pathlib import Path

import pytest
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Scene, TextItem
from diagrammar.dsl.source import Source
from diagrammar.eval.composition import composition, faults

GALLERY = sorted(Path(__file__).parents[1].glob("*/gallery/*.dgm"))
SAMPLE = GALLERY[::9]
"""Enough of them to notice a change of the rules that all pictures obey."""


@pytest.mark.parametrize("file", SAMPLE, ids=lambda file: file.stem)
def test_picture_of_the_gallery_is_well_composed(file: Path) -> None:
    scene = compile_spec(Source(text=file.read_text("utf-8"), name=file.name)).scene
    assert scene is not None
    assert not list(faults(composition(file.stem, scene)))


def scene_of(text: str) -> Scene:
    scene = compile_spec(Source(text=text)).scene
    assert scene is not None
    return scene


def test_faults_are_seen() -> None:
    scene = scene_of('segment s(A, B, 6 cm)\ngiven("m = 2 kg")')
    assert not list(faults(composition("sound", scene)))
    wide = scene.model_copy(update={"width": scene.width + 100})
    assert len(list(faults(composition("wide", wide)))) == 3, "uneven, too wide, too flat"


def test_small_type_is_seen() -> None:
    scene = scene_of("point A")
    items = [
        item.model_copy(update={"runs": tuple(run.model_copy(update={"size": 5.0}) for run in item.runs)})
        if isinstance(item, TextItem)
        else item
        for item in scene.items
    ]
    small = scene.model_copy(update={"items": tuple(items)})
    assert any("points" in fault for fault in faults(composition("small", small)))
