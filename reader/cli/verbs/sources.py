"""sources: how each source of an event reports it: quotation, verbs of speech, and what it calls everybody."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from reader.cli.answer import finish_reading, output
from reader.cli.deciding import analysed, decided, grouped
from reader.cli.extracting import chosen
from reader.cli.intake import Intake
from reader.cli.options import add_extractor, add_form, add_paths, add_settings
from reader.cli.output import Record
from reader.cli.telling import dossiers, tell
from reader.events import lead
from reader.events.profile import profile
from reader.events.roster import Naming, SharedName, roster
from reader.export import lines, records
from reader.export.sections import manner
from reader.library.decisions.links import links
from reader.model import Analysis, Article

EXAMPLES = """\
examples:
  reader sources talks/                         each event: its sources, their verbs, what they call people
  reader sources talks/ | grep ' calls '        only what each source calls everybody
  reader sources one.txt other.txt --json       with every count
  reader sources talks/ --markdown              tables with a column for each source
"""

Told = tuple[Article, Analysis]


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_extractor(parser)
    add_settings(parser)
    add_form(parser, tables=True)


def run(options: Namespace) -> int:
    answer, intake = output("sources", options), Intake(options.paths)
    if answer.mode in ("markdown", "csv"):
        return tell(answer, intake, dossiers(options, intake), lines.sources, manner.manner)
    with chosen(options, intake.problems) as extractor:
        told = {article.id: (article, analysis) for article, analysis in analysed(options, intake, extractor.analyse)}
    linked = links(decided(options, []).events)
    for event in grouped([lead(article) for article, _ in told.values()], linked):
        members = [told[name] for name in event.articles]
        record = {
            "id": event.id,
            "title": event.title,
            "date": event.date,
            "sources": [_source(*member) for member in members],
            "names": [_name(name, members) for name in roster(members)],
        }
        answer.record(record, plain_lines)
    return finish_reading(answer, intake, answer.count > 0)


def _source(article: Article, analysis: Analysis) -> Record:
    found = profile(article, analysis)
    return {
        **records.brief(article),
        "agency": article.agency,
        "words": found.words,
        "quotes": {
            "direct": found.direct,
            "mixed": found.partial,
            "indirect": found.indirect,
            "unattributed": found.unattributed,
        },
        "quoted_words": found.quoted_words,
        "share_quoted": records.score(found.share),
        "speakers": found.speakers,
        "names": len(analysis.entities),
        "verbs": [
            {"verb": verb.lemma, "form": verb.form, "count": verb.count, "neutral": verb.neutral}
            for verb in found.verbs
        ],
    }


def _name(name: SharedName, members: Sequence[Told]) -> Record:
    calls = {
        article.id: _calls(naming)
        for (article, _), naming in zip(members, name.sources, strict=True)
        if naming is not None
    }
    return {"name": name.name, "type": name.type, "sources": calls}


def _calls(naming: Naming) -> dict[str, Any]:
    return {
        "mentions": len(naming.mentions),
        "governing": naming.governing,
        "forms": [{"text": form.text, "kind": form.kind, "count": form.count} for form in naming.forms],
    }


def plain_lines(record: Record) -> Iterator[str]:
    """The event; then for each source its figures, verbs, and what it calls whom, each line with the file first."""
    count = len(record["sources"])
    yield f"{record['id']}: {record['date'] or 'undated'} {count} source{'' if count == 1 else 's'} {record['title']}"
    for source in record["sources"]:
        file, kinds = source["file"], source["quotes"]
        agency = f" · with {source['agency']}" if source["agency"] else ""
        stated = (source["published"] or "undated", source["source"] or "(no source)", source["title"] or "(no title)")
        yield f"{file}: {' · '.join(stated)}{agency}"
        counts = ", ".join(f"{number} {kind}" for kind, number in kinds.items())
        yield f"{file}: {source['words']} words, {source['share_quoted']:.0%} in quotation marks; quotes: {counts}"
        for label, neutral in (("neutral", True), ("other", False)):
            verbs = [f"{verb['form']} ×{verb['count']}" for verb in source["verbs"] if verb["neutral"] is neutral]
            if verbs:
                yield f"{file}: {label} verbs of speech: {', '.join(verbs)}"
        for name in record["names"]:
            calls = name["sources"].get(source["id"])
            if calls and name["type"] == "person":
                forms = ", ".join(f"{form['text']} ×{form['count']}" for form in calls["forms"])
                yield f"{file}: calls {name['name']}: {forms}"
