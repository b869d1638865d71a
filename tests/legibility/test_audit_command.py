"""`diagrammar audit`: reports of specs and of picture files, and what it says to files that are neither."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from diagrammar import cli, render
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Origin, Stroke
from diagrammar.dsl.scene import Path as Ink
from diagrammar.dsl.source import Source
from diagrammar.eval.legibility.page_use import page_use
from diagrammar.eval.legibility.picture_report import PictureError, load, report_of_picture
from diagrammar.eval.legibility.reader import NoReaderError, Reader
from diagrammar.eval.legibility.spec_report import report_of
from diagrammar.eval.legibility.wording import text_of
from diagrammar.output import OK, USAGE, WRONG

SPEC = "triangle ABC(AB = 3 cm, BC = 4 cm, CA = 5 cm)\n"


@pytest.fixture
def audit(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Run the command in a folder; return its exit code and what it prints."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["diagrammar", "audit", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        out, err = capsys.readouterr()
        return int(left.value.code or 0), out + err

    return run


def test_a_spec_is_measured(audit, tmp_path: Path) -> None:
    (tmp_path / "a.dgm").write_text(SPEC)
    code, out = audit("a.dgm")
    assert code == OK
    assert out.startswith("a.dgm: 6 texts, 0 overlaps")
    for word in (
        "size       smallest",
        "pt at 600 px",
        "clearance  smallest",
        "contrast   lowest",
        "% filled",
    ):
        assert word in out


def test_sizes_are_told_for_the_width_at_which_it_is_read(audit, tmp_path: Path) -> None:
    (tmp_path / "a.dgm").write_text(SPEC)
    small, large = (
        json.loads(audit("a.dgm", "-f", "json", "--width", width)[1])["texts"][0]["size"] for width in ("300", "600")
    )  # fmt: skip
    assert large == pytest.approx(2 * small, rel=0.01)


def test_a_spec_that_gives_no_picture_is_said_to_give_none(audit, tmp_path: Path) -> None:
    (tmp_path / "a.dgm").write_text("segment s(A, B(\n")
    code, out = audit("a.dgm")
    assert code == WRONG and "error[" in out


def test_an_overlap_that_the_compiler_missed_is_reported() -> None:
    compiled = compile_spec(Source(text=SPEC, name="a.dgm"))
    assert compiled.scene is not None
    bar = Ink(
        id="bar", role="edge", codes="ML", points=((0.0, 0.0), (compiled.scene.width, compiled.scene.height)),
        stroke=Stroke(width=6.0), origin=Origin(entity="bar"),
    )  # fmt: skip
    struck = replace(
        compiled, scene=compiled.scene.model_copy(update={"items": (*compiled.scene.items, bar)})
    )
    report = report_of(struck, 600)
    assert not report.ok and not report.refused
    assert "is struck by bar (edge)" in text_of(report)


def test_many_specs_get_a_line_each_and_a_count(audit, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.dgm").write_text(SPEC)
    code, out = audit("-q", ".")
    assert code == OK
    assert out.splitlines() == [
        "a.dgm: 6 texts, 0 overlaps", "b.dgm: 6 texts, 0 overlaps", "2 of 2 pictures are clear",
    ]  # fmt: skip


def test_json_has_the_same_facts(audit, tmp_path: Path) -> None:
    (tmp_path / "a.dgm").write_text(SPEC)
    record = json.loads(audit("a.dgm", "--format", "json")[1])
    assert record["ok"] and record["kind"] == "spec" and len(record["texts"]) == 6
    assert set(record["page"]) == {"left", "bottom", "right", "top", "weight_x", "weight_y", "fill"}


def test_a_picture_file_is_measured_with_or_without_the_reader(audit, tmp_path: Path) -> None:
    render(SPEC, width_px=600).save(tmp_path / "a.png")
    code, out = audit("a.png")
    assert code in (OK, WRONG)
    assert "page       600 x" in out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.png", b"no picture", "is no picture"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "is no picture"),
        ("a.svg", b"<svg/>", "make a png of it"),
    ],
)
def test_what_is_no_picture_is_told_so(audit, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    code, out = audit(name)
    assert code == USAGE and said in out


def test_a_missing_file_is_told_so(audit) -> None:
    assert audit("nothing.png") == (USAGE, "diagrammar: no such file: nothing.png\n")


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("1", (10_000, 5_000)).save(tmp_path / "large.png")
    with pytest.raises(PictureError, match="million pixels"):
        load(tmp_path / "large.png")


def test_margins_and_weight_are_shares_of_the_page() -> None:
    pixels = np.full((100, 200, 3), 255, dtype=np.uint8)
    pixels[10:60, 20:120] = 0
    page = page_use(pixels)
    assert page is not None
    assert (page.left, page.top, page.right, page.bottom) == pytest.approx((0.1, 0.1, 0.4, 0.4))
    assert (page.weight_x, page.weight_y) == pytest.approx((-0.15, 0.15))
    assert page.fill == pytest.approx(0.25)
    assert page_use(pixels[70:]) is None


def test_without_the_reader_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rapidocr", None)
    with pytest.raises(NoReaderError, match="pip install"):
        Reader()
    render(SPEC, width_px=300).save(tmp_path / "a.png")
    report = report_of_picture(tmp_path / "a.png", 600)
    assert report.texts == () and "diagrammar[ocr]" in report.unread and report.page is not None


def test_the_reader_reads_a_picture_and_sees_a_line_through_a_text(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr")
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (400, 200), "white")
    draw = ImageDraw.Draw(picture)
    draw.text((30, 30), "Velocity", fill="black", font_size=32)
    draw.text((30, 120), "Pressure", fill="black", font_size=32)
    draw.line((70, 90, 95, 190), fill="black", width=3)
    picture.save(tmp_path / "a.png")
    found = {text.text.casefold(): text for text in report_of_picture(tmp_path / "a.png", 400).texts}
    assert not found["velocity"].struck
    assert found["velocity"].size == pytest.approx(24, rel=0.2)
    assert any(text.struck for text in found.values())
