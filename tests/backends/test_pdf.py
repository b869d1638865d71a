"""PDF: sound offsets, text that can be found, glyphs in as many fonts as needed."""

import re
import zlib

from diagrammar.backends import draw
from diagrammar.dsl.scene import Run, Scene, TextItem


def streams(pdf: bytes) -> list[str]:
    """Return all streams, unpacked."""
    heads = re.finditer(rb"<< /Length (\d+) /Filter /FlateDecode >>\nstream\n", pdf)
    return [zlib.decompress(pdf[head.end() : head.end() + int(head[1])]).decode() for head in heads]


def text_scene(text: str, font: str = "roman") -> Scene:
    run = Run(text=text, font=font, size=11, x=0, y=0)
    label = TextItem(id="t", role="label", at=(5, 5), source=text, runs=(run,), extent=(0, 0, 1, 1))
    return Scene(width=60, height=30, items=(label,))


def test_offset_table_points_at_the_objects(everything: Scene) -> None:
    pdf = draw(everything, "pdf")
    table = int(re.findall(rb"startxref\n(\d+)\n", pdf)[0])
    assert pdf[table : table + 4] == b"xref"
    offsets = [int(line) for line in re.findall(rb"(\d{10}) 00000 n \n", pdf[table:])]
    assert all(pdf[at:].startswith(b"%d 0 obj" % n) for n, at in enumerate(offsets, 1))


def test_page_has_the_size_of_the_scene(everything: Scene) -> None:
    box = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", draw(everything, "pdf"))[0]
    assert [round(float(side) * 25.4 / 72, 2) for side in box] == [120, 80]


def test_codes_map_back_to_the_characters() -> None:
    found = streams(draw(text_scene("aΩ𝑥"), "pdf"))
    table = next(stream for stream in found if "beginbfchar" in stream)
    assert "<00> <0061>\n<01> <03a9>\n<02> <d835dc65>" in table
    assert "<000102> Tj" in found[0]


def test_more_glyphs_than_a_font_holds_go_into_a_second_font() -> None:
    many = "".join(chr(0x4E00 + n) for n in range(300))
    pdf = draw(text_scene(many, "cjk"), "pdf")
    assert pdf.count(b"/Subtype /Type3") == 2
    assert streams(pdf)[0].count(" Tj") == 2


def test_title_and_description_are_kept_in_any_script() -> None:
    pdf = draw(Scene(width=9, height=9, items=(), title="三(角", alt="x)"), "pdf")
    assert b"/Title <feff4e09002889d2>" in pdf
    assert b"/Alt <feff00780029>" in pdf


def test_opacity_becomes_a_graphics_state(everything: Scene) -> None:
    assert b"/ExtGState << /a0 << /ca 0.4 >> >>" in draw(everything, "pdf")


def test_file_names_no_date(everything: Scene) -> None:
    assert not re.search(rb"CreationDate|ModDate|/ID", draw(everything, "pdf"))


def test_hostile_text_is_drawn(hostile: Scene) -> None:
    assert b"script" not in draw(hostile, "pdf")
