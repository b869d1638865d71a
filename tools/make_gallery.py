"""Draw every gallery spec and write the page that shows them: `make gallery`."""

from __future__ import annotations

import io
from pathlib import Path

from diagrammar import DiagramError, render
from diagrammar.files import write_atomically
from PIL import Image

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "gallery"
PAGE = ROOT / "docs" / "gallery.md"
WIDTH = 600
LARGEST = 40_000
"""Bytes of a picture, so that the page loads fast and the repository stays small."""
MADE = "<!-- Made by `make gallery`; do not edit. -->"


def main() -> None:
    """Draw all pictures and write the page; specs without a picture are named and left out."""
    parts = [
        MADE,
        "# Gallery",
        "",
        "Every picture is drawn from the text beside it; the texts are also test cases.",
        "",
    ]
    drawn: set[str] = set()
    for folder in sorted((ROOT / "tests").glob("*/gallery")):
        parts += [f"## {folder.parent.name.capitalize()}", ""]
        for file in sorted(folder.glob("*.dgm")):
            try:
                data = small(render(file.read_text("utf-8"), name=file.name, width_px=WIDTH).data)
            except DiagramError as error:
                print(f"{file.name}: no picture\n{error}")
                continue
            write_atomically(PICTURES / f"{file.stem}.png", data)
            drawn.add(f"{file.stem}.png")
            parts += entry(file)
    for stale in PICTURES.glob("*.png"):
        if stale.name not in drawn:
            stale.unlink()
    write_atomically(PAGE, "\n".join(parts).encode())
    print(f"{len(drawn)} pictures, {PAGE}")


def small(png: bytes) -> bytes:
    """Return a picture with so few colours that it is small; line art needs no more."""
    with Image.open(io.BytesIO(png)) as image:
        flat = image.convert("RGB")
    for colors in (64, 16, 8):
        buffer = io.BytesIO()
        flat.quantize(colors, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
        if buffer.tell() <= LARGEST:
            break
    return buffer.getvalue()


def entry(file: Path) -> list[str]:
    """Return the lines that show one spec: its title, its picture, its text."""
    first, _, rest = file.read_text("utf-8").partition("\n")
    title = first.removeprefix("//").strip()
    title = title.split(": ", 1)[-1]
    return [
        f"### {title[:1].upper()}{title[1:]}",
        "",
        f"![{title.replace('[', '(').replace(']', ')')}](gallery/{file.stem}.png)",
        "",
        "```dg",
        *rest.strip().splitlines(),
        "```",
        "",
    ]


if __name__ == "__main__":
    main()
