"""The container of a PDF: numbered objects, streams, strings and glyph fonts.

Source for all object and operator names: ISO 32000-1:2008.
"""

import zlib
from dataclasses import dataclass, field

from .glyphs import Glyph, units_per_em
from .outline import CLOSE, CUBIC, LINE, MOVE, Step, number

OPERATORS = {MOVE: "m", LINE: "l", CUBIC: "c", CLOSE: "h"}
GLYPHS_PER_FONT = 256


class PdfFile:
    """Objects in the order in which they were added; the same objects give the same bytes."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def reserve(self) -> int:
        """Return the number of an object that is filled in later."""
        self._objects.append(b"")
        return len(self._objects)

    def put(self, number: int, body: str) -> None:
        """Fill in a reserved object."""
        self._objects[number - 1] = body.encode("ascii")

    def add(self, body: str) -> int:
        """Add an object and return its number."""
        self._objects.append(body.encode("ascii"))
        return len(self._objects)

    def add_stream(self, content: str) -> int:
        """Add a compressed stream and return its number."""
        packed = zlib.compress(content.encode("ascii"))
        head = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n"
        self._objects.append(head.encode("ascii") + packed + b"\nendstream")
        return len(self._objects)

    def bytes(self, catalog: int, about: int) -> bytes:
        """Return the file with its table of offsets (7.5.4)."""
        parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        offsets: list[int] = []
        at = len(parts[0])
        for index, body in enumerate(self._objects, 1):
            offsets.append(at)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (index, body))
            at += len(parts[-1])
        table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
        count = len(offsets) + 1
        parts.append(
            f"xref\n0 {count}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {count} /Root {catalog} 0 R /Info {about} 0 R >>\n"
            f"startxref\n{at}\n%%EOF\n".encode("ascii")
        )
        return b"".join(parts)


@dataclass
class GlyphFont:
    """A Type 3 font (9.6.5): up to 256 shapes of one face, coded in the order of their first use."""

    name: str
    face: str
    glyphs: dict[str, Glyph] = field(default_factory=dict)
    _codes: dict[str, int] = field(default_factory=dict)

    def code(self, glyph: Glyph) -> int | None:
        """Return a glyph's code, a new one if need be; nothing when the font is full."""
        if glyph.char not in self._codes and len(self._codes) < GLYPHS_PER_FONT:
            self._codes[glyph.char] = len(self._codes)
            self.glyphs[glyph.char] = glyph
        return self._codes.get(glyph.char)

    def add_to(self, file: PdfFile) -> int:
        """Add the font's objects and return the font's number."""
        glyphs = tuple(self.glyphs.values())
        procedures = [file.add_stream(_procedure(glyph)) for glyph in glyphs]
        unicode = file.add_stream(_unicode_map(glyphs))
        unit = number(1 / units_per_em(self.face), 9)
        widths = " ".join(number(glyph.advance) for glyph in glyphs)
        names = " ".join(f"/g{code}" for code in range(len(glyphs)))
        streams = " ".join(f"/g{code} {at} 0 R" for code, at in enumerate(procedures))
        # A box of zeros tells the reader to find the glyphs' extents itself.
        return file.add(
            f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [{unit} 0 0 {unit} 0 0]"
            f" /FirstChar 0 /LastChar {len(glyphs) - 1} /Widths [{widths}] /Resources << >>"
            f" /Encoding << /Type /Encoding /Differences [0 {names}] >>"
            f" /CharProcs << {streams} >> /ToUnicode {unicode} 0 R >>"
        )


def path_operators(steps: tuple[Step, ...]) -> str:
    """Return path construction operators (8.5.2) for cubic steps."""
    return "\n".join(
        " ".join([*(f"{number(x)} {number(y)}" for x, y in step.points), OPERATORS[step.code]])
        for step in steps
    )


def _procedure(glyph: Glyph) -> str:
    """Return the drawing of one glyph, coloured from outside (`d1`)."""
    points = glyph.outline.points
    if not len(points):
        return f"{number(glyph.advance)} 0 0 0 0 0 d1"
    box = " ".join(number(value) for value in (*points.min(axis=0), *points.max(axis=0)))
    return f"{number(glyph.advance)} 0 {box} d1\n{path_operators(glyph.outline.cubic_steps)}\nf"


def _unicode_map(glyphs: tuple[Glyph, ...]) -> str:
    """Return the table from codes to characters (9.10.3), by which readers search and copy."""
    lines = [f"<{code:02x}> <{_utf16(glyph.char)}>" for code, glyph in enumerate(glyphs)]
    # A block may hold no more than 100 lines.
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CMapName /Glyphs def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <ff>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def text_string(text: str) -> str:
    """Return a text string (7.9.2.2) in hexadecimal, in which nothing needs escaping."""
    return f"<feff{_utf16(text)}>"


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex()
