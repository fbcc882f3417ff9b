"""The child process with spaCy in it: `python -m reader.analysis.extractors.serving`.

Its first message is `{"model": name or absolute path}`; it answers `{"ready": …}` or `{"refused": why}` and ends. Each
further message is `{"texts": [text, …]}`; the answer is `{"names": [[[start, end, label], …], …]}`, one list for each
text, in code points. It ends when its standard input closes.
"""

import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from reader.analysis.extractors.wire import HEAD, body_length, packed, unpacked

UNNEEDED = ("tagger", "parser", "senter", "morphologizer", "lemmatizer", "trainable_lemmatizer", "attribute_ruler")
"""Components that names do not depend on, but for hand-written patterns. Two thirds of the time go into them."""
PATTERNS = ("entity_ruler", "span_ruler", "future_entity_ruler")
LANGUAGES = ("en", "xx")

Name = tuple[int, int, str]
Finder = Callable[[list[str]], list[list[Name]]]


class RefusedError(Exception):
    """The model cannot be used; the message says why."""


def find_names(model: str) -> Finder:
    """Load a model by name, or by path where `model` is one. Raises `RefusedError`."""
    import spacy

    if not os.path.isabs(model) and not spacy.util.is_package(model):  # noqa: PTH117
        raise RefusedError("is not installed")
    try:
        nlp = spacy.load(Path(model) if os.path.isabs(model) else model, disable=UNNEEDED)  # noqa: PTH117
    except (OSError, ValueError, KeyError, TypeError, ImportError, AttributeError) as error:
        raise RefusedError(f"cannot be loaded: {type(error).__name__}") from error
    if nlp.lang not in LANGUAGES:
        raise RefusedError(f"is not for English but for “{nlp.lang}”")
    if not any("doc.ents" in nlp.get_pipe_meta(name).assigns for name in nlp.component_names):
        raise RefusedError("has no component that finds names")
    if any(nlp.get_pipe_meta(name).factory in PATTERNS for name in nlp.pipe_names):
        for name in set(UNNEEDED) & set(nlp.disabled):  # patterns may ask for parts of speech
            nlp.enable_pipe(name)

    zone = getattr(nlp, "memory_zone", nullcontext)  # from 3.8: what a text adds to the vocabulary is forgotten again

    def find(texts: list[str]) -> list[list[Name]]:
        with zone():
            return [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in nlp.pipe(texts, batch_size=32)]

    return find


def serve(messages: Iterator[Any], answer: Callable[[Any], None], load: Callable[[str], Finder] = find_names) -> None:
    """Answer messages until there are none."""
    job = next(messages, None)
    if job is None:
        return
    try:
        find = load(job["model"])
    except RefusedError as refusal:
        answer({"refused": str(refusal)})
        return
    answer({"ready": job["model"]})
    for message in messages:
        answer({"names": find(message["texts"])})


def _received(stream: BinaryIO) -> Iterator[Any]:
    """The messages of a stream, read in a thread, so that its end is noticed in the midst of work."""
    waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def read() -> None:
        try:
            while len(head := stream.read(HEAD)) == HEAD:
                length = body_length(head)
                body = stream.read(length)
                if len(body) < length:
                    break
                waiting.put(unpacked(body))
        finally:
            os._exit(0)  # nobody is there any more to hear an answer

    threading.Thread(target=read, daemon=True).start()
    while True:
        yield waiting.get()


def main() -> None:
    """The process. Whatever libraries print goes nowhere, so that it cannot come between the answers."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)

    def answer(value: Any) -> None:
        out.write(packed(value))
        out.flush()

    serve(_received(os.fdopen(0, "rb", closefd=False)), answer)


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # the thread that reads would hold the interpreter's end up
