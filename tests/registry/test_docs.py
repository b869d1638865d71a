"""The documentation is current, and what it shows works."""

import re
from pathlib import Path

import pytest
from diagrammar import check
from diagrammar.files import fences
from diagrammar.grammar.reference import codes_page, vocabulary_page

ROOT = Path(__file__).parents[2]
GENERATED = {"reference.md", "codes.md", "gallery.md"}
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
WRITTEN = [page for page in PAGES if page.name not in GENERATED]


def test_generated_pages_are_current() -> None:
    stale = [
        name
        for name, made in (("reference.md", vocabulary_page), ("codes.md", codes_page))
        if (ROOT / "docs" / name).read_text("utf-8") != made()
    ]
    assert not stale, "run `make docs`"


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_specs_on_a_written_page_compile_without_a_finding(page: Path) -> None:
    for line, text in fences(page.read_text("utf-8")):
        assert str(check(text, name=f"{page.name}:{line}")) == ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert not missing
