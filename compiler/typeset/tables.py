"""Word lists and dictionaries written as text, one word or pair after the other."""


def words(table: str) -> frozenset[str]:
    """Return the words of a table.

    >>> sorted(words("sin cos"))
    ['cos', 'sin']
    """
    return frozenset(table.split())


def pairs(table: str) -> dict[str, str]:
    """Return a table of keys and values in turn as a dictionary.

    >>> pairs("alpha α beta β")
    {'alpha': 'α', 'beta': 'β'}
    """
    parts = table.split()
    return dict(zip(parts[::2], parts[1::2], strict=True))
