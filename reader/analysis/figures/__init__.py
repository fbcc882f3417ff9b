"""Quantities: how many or how much, of what, and how surely the article puts it."""

from reader.analysis.figures.finding import find_figures

__all__ = ["find_figures"]
