"""A terminal reader for people who must know what happened and who said so."""

__version__ = "0.1.0"
