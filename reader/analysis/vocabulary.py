"""Closed classes of English words that several rules need: the ones whose capital says nothing about a name."""


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


STARTERS = word_set(
    """
    the a an this that these those he she it they we you i his her its their our my your there here in on at by for from
    with without of to as if when while where why how what who which but and or so yet nor not no yes after before since
    until during although though because however meanwhile moreover furthermore instead also then now later earlier
    still even some many most more several few both each every all any one two three four five six ten another other
    others such only just once under over between among against about across according asked is are was were will would
    could should may might can do does did has have had let please nobody everyone everybody nothing something someone
    """
)
"""Function words that start sentences, in lower case: capitalised, they are hardly ever part of a name."""
