"""How often a quote of this layout with this kind of speaker has been right."""
from reader.model import Speaker
def confidence(kind: str, layout: str, speaker: Speaker) -> float:
    return 0.95 if kind=="direct" and layout in ("first","middle","inverted") else 0.6
