"""The entities of one article: candidates, their kinds by the evidence of the whole text, and one record for each."""

from collections import Counter
from collections.abc import Sequence

from reader.analysis.names.chunks import ADDRESS, chunks
from reader.analysis.names.features import context_features, form_features
from reader.analysis.names.grouping import Form, group, surname_forms
from reader.analysis.names.lexicon import Lexicon, lexicon
from reader.analysis.names.model import TYPES, score, weights
from reader.analysis.names.roles import roles
from reader.analysis.names.segments import Candidate, candidates
from reader.model import Article, Entity, Span


def find_entities(article: Article, sentences: Sequence[Span]) -> tuple[Entity, ...]:
    """The named entities of `article` in order of their first mention.

    Every mention is a span without title, role or possessive ending. Names of peoples ("Russian", "Muslims") are none.
    """
    text = article.text
    lex = lexicon()
    starts = {sentence.start for sentence in sentences}
    found: dict[str, list[Candidate]] = {}
    for chunk in chunks(text, addresses(text)):
        for candidate in candidates(text, chunk, starts, lex):
            found.setdefault(" ".join([token.low for token in candidate.tokens]), []).append(candidate)
    forms = _typed(found, text, lex)
    return tuple(_entity(members, text, lex) for members in group(forms, lex))


def addresses(text: str) -> list[tuple[int, int]]:
    """Where URLs, e-mail addresses, host names, handles and hashtags stand."""
    if not any(sign in text for sign in ("http", "www.", "@", "#", ".com", ".org", ".net", ".edu", ".gov", ".info", ".htm", ".co.uk")):
        return []
    return [match.span() for match in ADDRESS.finditer(text)]


def _typed(found: dict[str, list[Candidate]], text: str, lex: Lexicon) -> list[Form]:
    """The forms that are names, with their kinds: the evidence of all places where a form occurs is added up."""
    table, lower = weights(), set(text.split())
    forms = []
    undecided = []
    for key, mentions in found.items():
        first = mentions[0]
        written = text[first.start : first.end]
        own = score(form_features(first.tokens, key, written, lex), table)
        around = [score(context_features(c, text, lower), table) for c in mentions[:50]]
        share = min(len(around), 2) ** 0.5 / len(around)
        totals = [own[k] + share * sum(votes[k] for votes in around) for k in range(5)]
        kind = TYPES[totals.index(max(totals))]
        form = Form(key, written, first.tokens, kind or "other", mentions)
        (forms if kind else undecided).append(form)
    people = {key for form in forms if form.type == "person" and len(form.tokens) > 1 for key in surname_forms(form.tokens)}
    for form in forms + undecided:
        if form.key in people and form.key not in lex.countries and form.key not in lex.places:
            form.type = "person"
    forms += [form for form in undecided if form.type == "person"]
    return sorted(forms, key=lambda form: form.mentions[0].start)


def _entity(members: list[tuple[Form, Candidate]], text: str, lex: Lexicon) -> Entity:
    forms = Counter(form.text for form, _ in members)
    kind = Counter(form.type for form, _ in members).most_common(1)[0][0]
    full = {form.text: len(form.tokens) for form, _ in members}
    name = max(forms, key=lambda form: (full[form], len(form.replace(".", "")), forms[form]))
    mentions = tuple(Span(candidate.start, candidate.end) for _, candidate in members)
    titles = dict.fromkeys(role for _, candidate in members for role in roles(text, candidate, kind, lex))
    return Entity(name, kind, mentions, tuple(titles), tuple(form for form in forms if form != name))
