"""PDF: written directly, with the used glyphs as Type 3 fonts, so that text can be selected and searched.

Matplotlib's own writer would load its figure, axes and date code (half a second) for the same lines.
"""

from collections.abc import Iterator
from itertools import groupby
from math import cos, radians, sin

from ..dsl.scene import MM_PER_POINT, Fill, Run, Scene, Stroke, TextItem
from ..dsl.theme import Theme
from .glyphs import Placed, glyphs_of, rule_outline
from .options import Options
from .outline import number
from .pdf_file import GlyphFont, PdfFile, path_operators, text_string
from .shapes import Shape, dashes, leaves, shape

CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}
MITER_LIMIT = 4
"""As Agg and SVG have it; PDF's own default is 10."""
PAINTING = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
"""The operator for (filled, stroked)."""


def draw_pdf(scene: Scene, options: Options) -> bytes:
    """Return the scene as a PDF of one page."""
    page = _Page(scene, options.theme)
    content = "\n".join(page.content())
    file = PdfFile()
    stream = file.add_stream(content)
    fonts = " ".join(f"/{font.name} {font.add_to(file)} 0 R" for font in page.fonts)
    states = " ".join(f"/{name} << /ca {opacity} >>" for opacity, name in page.states.items())
    box = " ".join(number(side / MM_PER_POINT) for side in (scene.width, scene.height))
    pages, root = file.reserve(), file.reserve()
    leaf = file.add(
        f"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {box}] /Contents {stream} 0 R /StructParents 0"
        f" /Resources << /Font << {fonts} >> /ExtGState << {states} >> >> >>"
    )
    file.put(pages, f"<< /Type /Pages /Count 1 /Kids [{leaf} 0 R] >>")
    # The structure tree (14.7) says that all of the page is one figure, and describes it.
    document = file.reserve()
    figure = file.add(
        f"<< /Type /StructElem /S /Figure /P {document} 0 R /Pg {leaf} 0 R /K 0"
        f" /Alt {text_string(scene.alt)} >>"
    )
    file.put(document, f"<< /Type /StructElem /S /Document /P {root} 0 R /K [{figure} 0 R] >>")
    parents = file.add(f"<< /Nums [0 [{figure} 0 R]] >>")
    file.put(root, f"<< /Type /StructTreeRoot /K [{document} 0 R] /ParentTree {parents} 0 R >>")
    catalog = file.add(
        f"<< /Type /Catalog /Pages {pages} 0 R /StructTreeRoot {root} 0 R /MarkInfo << /Marked true >>"
        " /ViewerPreferences << /DisplayDocTitle true >> >>"
    )
    about = file.add(f"<< /Title {text_string(scene.title)} >>")
    return file.bytes(catalog, about)


class _Page:
    """The page's content stream in millimetres, and the fonts and opacities that it turns out to need."""

    def __init__(self, scene: Scene, theme: Theme) -> None:
        self.fonts: list[GlyphFont] = []
        self.states: dict[str, str] = {}
        self._scene = scene
        self._theme = theme

    def content(self) -> Iterator[str]:
        """Yield the drawing operators (annex A)."""
        scene = self._scene
        unit = number(1 / MM_PER_POINT, 6)
        yield f"{unit} 0 0 {unit} 0 0 cm {MITER_LIMIT} M"
        page = f"0 0 {number(scene.width)} {number(scene.height)} re f"
        yield f"/Artifact BMC {self._color(scene.background)} rg {page} EMC"
        yield "/Figure << /MCID 0 >> BDC"
        for leaf in leaves(scene):
            if isinstance(leaf.item, TextItem):
                yield from self._text(leaf.item)
            else:
                yield from self._shape(shape(leaf.item))
        yield "EMC"

    def _shape(self, drawn: Shape) -> Iterator[str]:
        yield "q"
        if drawn.fill is not None:
            yield self._fill(drawn.fill)
        if drawn.stroke is not None:
            yield self._stroke(drawn.stroke)
        yield path_operators(drawn.outline.cubic_steps)
        yield PAINTING[drawn.fill is not None, drawn.stroke is not None]
        yield "Q"

    def _fill(self, fill: Fill) -> str:
        color = f"{self._color(fill.color)} rg"
        if fill.opacity == 1:
            return color
        name = self.states.setdefault(number(fill.opacity), f"a{len(self.states)}")
        return f"/{name} gs {color}"

    def _stroke(self, stroke: Stroke) -> str:
        width = number(stroke.width)
        pattern = " ".join(number(length, 4) for length in dashes(stroke))
        return (
            f"{self._color(stroke.color)} RG {width} w {CAPS[stroke.cap]} J {JOINS[stroke.join]} j"
            f" [{pattern}] 0 d"
        )

    def _color(self, color: str) -> str:
        return " ".join(number(channel / 255) for channel in self._theme.rgb(color))

    def _text(self, text: TextItem) -> Iterator[str]:
        angle = radians(text.rotation)
        c, s = cos(angle), sin(angle)
        x, y = text.at
        turn = " ".join(number(value, 6) for value in (c, s, -s, c))
        yield f"q {turn} {number(x)} {number(y)} cm {self._color(text.color)} rg"
        for rule in text.rules:
            yield f"{path_operators(rule_outline(rule).steps)}\nf"
        for run in text.runs:
            yield from self._run(run)
        yield "Q"

    def _run(self, run: Run) -> Iterator[str]:
        """Yield a run as few strings: a new one starts only where its glyphs fill another font."""
        size = number(run.size * MM_PER_POINT, 5)
        coded = ((placed, *self._coded(placed)) for placed in glyphs_of(run))
        for _, part in groupby(coded, key=lambda entry: entry[1].name):
            entries = list(part)
            first, font, _ = entries[0]
            codes = "".join(f"{code:02x}" for _, _, code in entries)
            yield f"BT /{font.name} {size} Tf {number(first.x)} {number(first.y)} Td <{codes}> Tj ET"

    def _coded(self, placed: Placed) -> tuple[GlyphFont, int]:
        """Return the font that holds a glyph, and the glyph's code there."""
        for font in self.fonts:
            if font.face == placed.glyph.font and (code := font.code(placed.glyph)) is not None:
                return font, code
        self.fonts.append(GlyphFont(f"F{len(self.fonts)}", placed.glyph.font))
        return self._coded(placed)
