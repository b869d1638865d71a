"""Write the generated pages of the documentation: `make docs`."""

from pathlib import Path

from diagrammar.files import write_atomically
from diagrammar.grammar.reference import codes_page, vocabulary_page

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {"reference.md": vocabulary_page, "codes.md": codes_page}


def main() -> None:
    """Write every generated page."""
    for name, made in PAGES.items():
        write_atomically(DOCS / name, made().encode())
        print(DOCS / name)


if __name__ == "__main__":
    main()
