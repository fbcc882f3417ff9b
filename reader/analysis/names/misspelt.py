"""One person under two given names of which one is likely misspelt: "Captain Iven Harsk" and "Captain Ivan Harsk".

That two people of one surname and one office, a letter apart, are in one event and never in one report is far less
likely than a slip of the pen. Without a shared office it is not: brothers are called so.
"""

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from reader.analysis.names.lexicon import fold, lexicon
from reader.analysis.names.spelling import is_feminine
from reader.model import Entity

_SHORTEST = 4
"""Letters of a given name in which one is a slip rather than another name."""

Group = list[tuple[int, int]]


def join_misspelt(groups: list[Group], articles: Sequence[Sequence[Entity]]) -> list[Group]:
    """`groups` of (article, entity), those joined that are one person but for a letter of the given name."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        entity = articles[group[0][0]][group[0][1]]
        words = fold(entity.name).split()
        if entity.type == "person" and len(words) == 2 and len(words[0]) >= _SHORTEST:
            bearers[words[1]].append(number)
    gone: set[int] = set()
    for numbers in bearers.values():
        if len(numbers) == 2 and _are_one(groups[numbers[0]], groups[numbers[1]], articles):
            groups[numbers[0]] = groups[numbers[0]] + groups[numbers[1]]
            gone.add(numbers[1])
    return [group for number, group in enumerate(groups) if number not in gone]


def _are_one(one: Group, other: Group, articles: Sequence[Sequence[Entity]]) -> bool:
    if {article for article, _ in one} & {article for article, _ in other}:
        return False
    first, second = ([articles[i][j] for i, j in group] for group in (one, other))
    if any(a.name in b.unlike or b.name in a.unlike for a in first for b in second):
        return False
    a, b = (fold(members[0].name).split()[0] for members in (first, second))
    if a[0] != b[0] or Levenshtein.distance(a, b) != 1 or is_feminine(a, b) or is_feminine(b, a):
        return False
    return not _offices(first).isdisjoint(_offices(second))


def _offices(members: Sequence[Entity]) -> set[str]:
    """What the members are said to be, without what anybody may be called: "Mr.", "Dr."."""
    titles = {fold(title) for entity in members for title in entity.titles}
    return {title for title in titles if title not in lexicon().short_titles}
