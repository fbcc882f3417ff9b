"""A decision in a sentence, for whoever asks why something is as it is."""

from reader.library.decisions.values import Apart, Decision, Different, Renamed, Same, SpokenBy, Together

WORDS = 60
"""Characters of a quote that are repeated."""


def sentence(decision: Decision) -> str:
    """What was decided."""
    match decision:
        case SpokenBy():
            quote = decision.quote if len(decision.quote) <= WORDS else f"{decision.quote[:WORDS].rstrip()} …"
            return f"{decision.speaker or 'nobody who is named'} said: {quote}"
        case Same():
            others = [name for name in decision.names if name != decision.name]
            return f"one name: {decision.name}{''.join(f' = {name}' for name in others)}"
        case Different():
            return f"{decision.form} is not {decision.name}"
        case Renamed():
            return f"{decision.name} is called {decision.to}"
        case Together():
            return f"{len(decision.articles)} articles cover one event"
        case Apart():
            count = len(decision.others)
            return f"an article is about another event than {count} other{'s' if count != 1 else ''}"
