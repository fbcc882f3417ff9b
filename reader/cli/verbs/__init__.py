"""The verbs: one module each, with `arguments(parser)` and `run(options) -> int`, imported when it is called."""

VERBS = {
    "show": "the articles as they were read: metadata and cleaned text",
    "quotes": "who said what in each article",
    "entities": "people, organisations, places, dates and figures in each article",
    "events": "which articles cover the same event",
    "compare": "two articles side by side: passages, quotes, facts, what only one has",
    "matrix": "speakers by source: the quotes of each",
    "facts": "what the sources of an event state differently, and what alike",
    "gaps": "what one source alone tells, and what some do not have",
    "sources": "how each source reports an event: quotation, verbs of speech, what it calls people",
    "timeline": "the dates that the articles name, in order",
    "export": "a brief of one event, or its sources and notes for other programs",
    "search": "full text over the articles",
    "notes": "your notes, and where their passages stand now",
    "index": "fill or refresh the catalogue",
    "keys": "the keys of the screen, or a check of a key file",
    "completion": "a completion script for bash, zsh or fish",
    "doctor": "paths, counts, and what is wrong",
}
