"""Which known word was probably meant: near misses by edit distance, in a fixed order."""

from collections.abc import Iterable


def distance(one: str, other: str, limit: int = 3) -> int:
    """Return how many insertions, deletions, changes and swaps of neighbours part two words.

    More than `limit` is reported as `limit + 1`. Source: optimal string alignment (Damerau 1964).

    >>> distance("resitsor", "resistor"), distance("lens", "battery")
    (1, 4)
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, start=1):
            step = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                step = min(step, last[j - 2] + 1)
            row.append(step)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def did_you_mean(word: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return the candidates that `word` may be a slip for, nearest first, at most `limit`.

    Short words may be off by one letter, long ones by three. A word that begins another, or is
    begun by it, counts as near.

    >>> did_you_mean("resitor", ["resistor", "transistor", "capacitor"])
    ('resistor',)
    >>> did_you_mean("cap", ["capacitor", "lens"])
    ('capacitor',)
    """
    folded = _fold(word)
    room = min(3, max(1, len(folded) // 3))
    ranked = []
    for candidate in dict.fromkeys(candidates):
        other = _fold(candidate)
        away = distance(folded, other, room)
        if away > room and not _begins(folded, other):
            continue
        ranked.append((away, abs(len(other) - len(folded)), candidate))
    return tuple(candidate for _, _, candidate in sorted(ranked)[:limit])


def _fold(word: str) -> str:
    return word.casefold().replace("_", "").replace("-", "").replace(" ", "")


def _begins(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= 3 and (other.startswith(one) or one.startswith(other))
