"""`python -m diagrammar`."""

from .cli import main

main()
