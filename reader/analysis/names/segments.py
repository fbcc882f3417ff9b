"""From runs of capitalised words to candidate names: titles split off, joined names split up, what is no name dropped."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.analysis.names.chunks import Token
from reader.analysis.names.lexicon import Lexicon

_PARTICLES = frozenset("de la las los le del della di da do dos das du des van von der den bin ibn al el ul ur ter ten y e et und zu zur".split(" "))
# Titles that are as often part of a name ("General Motors", "Justice Department"): never cut out of the middle.
_WEAK_TITLES = frozenset(
    "general,major,private,count,father,brother,mother,sister,saint,prince,princess,king,queen,duke,earl,lord,lady,justice,judge,"
    "marshal,marshall,chief,agent,officer,deputy,leader,whip,delegate,republican,democrat,manager,author,md,don,col,rector,dean,"
    "principal,actor,singer,editor,coach,speaker,analyst,miss,dame,doctor,raja,guru,mr,st,baron,captain,master,candidate,chair".split(",")
)
_ON_HEADS = frozenset("committee,council,commission,conference,panel,subcommittee,institute,convention,forum,group,caucus,summit,center,centre,war,treaty".split(","))
_FOR_HEADS = frozenset(
    "center,centre,institute,campaign,council,association,society,foundation,fund,movement,union,party,committee,organization,"
    "organisation,office,agency,bureau,coalition,alliance,network,observatory,department,ministry,commission,forum,academy,group,"
    "parents,mothers,people,doctors,students,americans,citizens,women,veterans,league,court,program,programme,initiative,partnership,"
    "school,college,hospital,trust,authority,board,consortium,front,congress,project,alternative,museum,award,prize".split(",")
)
_PLACE_OF = frozenset(
    "republic,kingdom,gulf,bay,isle,city,state,states,strait,straits,cape,duchy,principality,sea,district,province,county,university,"
    "lake,mount,port,horn,emirate,sultanate,rock,people's republic,dominion,commonwealth,territory,federation,cathedral,tower,valley,"
    "village,town,borough,municipality,coast,island,islands".split(",")
)
_POSSESSIVE_HEADS = frozenset("workers,people,teachers,veterans,women,men,children,farmers,peasants,miners,lawyers,doctors,nurses,students,prisoners,writers,artists,king,queen,st,saint,peoples,citizens,employees,officers,soldiers,mothers,mcdonald,lloyd,moody,wendy,macy,sotheby,christie,levi,kohl,lowe,dick,harrod,sainsbury,domino,standard & poor,domino,trader joe,standard,poor,kellogg,mother,father,new year,hudson,valentine,land,carl,chuck,arby,denny,applebee".split(","))


class Candidate(NamedTuple):
    """Words that may be one name."""

    tokens: tuple[Token, ...]
    title: tuple[int, int] | None
    """Offsets of the title or role written before it."""
    short_title: bool
    """Whether that title is one that only people have: "Mr.", "Gen."."""
    initial: bool
    """Whether it stands where any word has a capital."""
    split_before: bool
    """Whether it was cut off from other capitalised words before it."""
    leading: str
    """The demonym or "the" that was cut off its front, folded; else empty."""

    @property
    def start(self) -> int:
        """Offset of its first letter."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset behind its last letter."""
        return self.tokens[-1].end


def candidates(text: str, chunk: Sequence[Token], starts: frozenset[int] | set[int], lex: Lexicon) -> Iterator[Candidate]:
    """The candidate names of one run of capitalised words; `starts` are the offsets where sentences begin."""
    for piece in _pieces(chunk, starts, lex):
        initial = piece[0].start in starts or _opens(text, piece[0].start)
        yield from _titled(text, piece, initial, lex)


def _opens(text: str, start: int) -> bool:
    """Whether a word stands at the start of a line or quotation, where a capital says nothing."""
    before = text[start - 2 : start] if start > 1 else text[:start]
    return not before.strip() or before[-1] in "“‘\"'«([•*" or before in (": ", "– ", "— ", "- ", "• ", "* ", "? ", "! ")


def _pieces(chunk: Sequence[Token], starts: frozenset[int] | set[int], lex: Lexicon) -> Iterator[list[Token]]:
    """Cut where a sentence begins, after a possessive, around days and months, and at small words that join two names."""
    piece: list[Token] = []
    for index, token in enumerate(chunk):
        if token.start in starts and piece:
            yield piece
            piece = []
        if token.low in lex.calendar and not _keeps_calendar(chunk, index, lex):
            if piece:
                yield piece
            piece = []
            continue
        piece.append(token)
        if index + 1 < len(chunk) and not _joined(piece, token, chunk[index + 1 :], lex):
            yield piece
            piece = []
    if piece:
        yield piece


def _keeps_calendar(chunk: Sequence[Token], index: int, lex: Lexicon) -> bool:
    """Whether a month is part of a name here: "Theresa May", "May Day", "April Fool"."""
    low = chunk[index].low
    before = chunk[index - 1] if index and chunk[index - 1].gap == " " and not chunk[index - 1].possessive else None
    if low in ("may", "april", "june", "august", "jan", "summer", "autumn", "winter", "spring", "mar"):
        if before is not None and (before.low in lex.given or before.low in lex.short_titles):
            return True
        return low not in ("spring", "summer", "autumn", "winter", "jan", "mar") and (
            index + 1 < len(chunk) and chunk[index].gap == " " and chunk[index + 1].low in lex.surnames
        )
    return before is not None and before.low in ("black", "good", "ash", "bloody", "super", "cyber")


def _joined(piece: list[Token], token: Token, rest: Sequence[Token], lex: Lexicon) -> bool:
    """Whether the word after `token` belongs to the same name."""
    gap, following = token.gap.lstrip("'’").split(), rest[0]
    if token.possessive:
        return _keeps_possessive(piece, token, following, lex)
    if not gap:
        return True
    if all(word in _PARTICLES for word in gap):
        return True
    if gap == ["&"]:
        return True
    head, first = token.low, gap[0]
    if first == "of":
        if following.low in lex.given and following.low not in lex.cities and following.low not in lex.countries:
            return head in lex.events or head in ("house", "friends")
        return (
            head in lex.organisation_heads
            or head in _PLACE_OF
            or head in lex.events
            or (head in lex.titles and following.low in lex.title_of)
            or " ".join(t.low for t in piece[-2:]) in lex.titles
            or head in ("secretary", "minister", "director", "chief", "duke", "earl", "prince", "archbishop", "bishop", "sultan")
        )
    if first == "and":
        return _joined_by_and(piece, token, rest, lex)
    if first == "for":
        return head in _FOR_HEADS
    if first in ("on", "against", "without", "to", "with"):
        return head in _ON_HEADS and first in ("on", "to") or (first in ("against", "without") and head in _FOR_HEADS)
    if first == "the":
        return head in ("for", "of", "alexander", "ivan", "peter", "catherine", "attila", "conan", "winnie")
    return False


def _keeps_possessive(piece: list[Token], token: Token, following: Token, lex: Lexicon) -> bool:
    low = token.low.removesuffix("'s")
    if low not in _POSSESSIVE_HEADS and token.text[-1:] not in "sS":
        return False
    if low in ("mcdonald", "lloyd", "moody", "wendy", "macy", "sotheby", "christie") or low not in _POSSESSIVE_HEADS:
        return False
    return following.low in lex.organisation_words or following.low in lex.place_words or following.low in lex.events


def _joined_by_and(piece: list[Token], token: Token, rest: Sequence[Token], lex: Lexicon) -> bool:
    """ "Ministry of Health and Welfare", "Food and Drug Administration", but not "Paris and Berlin"."""
    following = rest[0]
    if token.low in lex.countries or token.low in lex.places or following.low in lex.countries:
        return token.low in ("bosnia", "trinidad", "antigua", "newfoundland")
    topical = token.low in lex.topics and following.low in lex.topics
    if any(t.low in lex.organisation_heads and (t.gap.startswith(" of") or t.gap.startswith(" for") or t.gap.startswith(" on")) for t in piece[:-1]):
        return topical or following.low in lex.topics
    if not topical:
        return False
    for other in rest[:4]:
        if other.low in lex.organisation_words or other.low in lex.events:
            return True
        if other.gap not in (" ", " and "):
            return False
    return False


def _titled(text: str, piece: list[Token], initial: bool, lex: Lexicon) -> Iterator[Candidate]:
    """Split titles off: "Germany's Chancellor Olaf Scholz", "NATO Secretary-General Jens Stoltenberg"."""
    index, cut = 0, False
    while index < len(piece):
        begin, stop = _title(piece, index, lex)
        if stop <= begin:
            yield from _untitled(piece[index:], None, False, initial and index == 0, cut, lex)
            return
        if begin > index:
            yield from _untitled(piece[index:begin], None, False, initial and index == 0, cut, lex)
        first = index if all(t.low in lex.demonyms or t.low in lex.countries for t in piece[index:begin]) else begin
        short = piece[stop - 1].low in lex.short_titles
        span = (piece[first].start, piece[stop - 1].end)
        if stop >= len(piece) or piece[stop - 1].gap.strip():
            index, cut = stop, True  # a title without a name
            continue
        yield from _untitled(piece[stop:], span, short, False, True, lex)
        return


def _title(piece: list[Token], index: int, lex: Lexicon) -> tuple[int, int]:
    """(first token of the first title in `piece[index:]`, token behind it); two equal numbers where there is none."""
    for begin in range(index, len(piece)):
        stop = _title_at(piece, begin, lex)
        if stop > begin and not _in_organisation(piece, begin, stop, begin > index, lex):
            while begin > index and piece[begin - 1].gap == " " and not piece[begin - 1].possessive and _modifies(piece, begin - 1, index, lex):
                begin -= 1
            return begin, stop
    return index, index


def _modifies(piece: list[Token], at: int, index: int, lex: Lexicon) -> bool:
    low = piece[at].low
    return low in lex.title_modifiers and low not in ("us", "u.s", "uk", "eu", "un", "u.n")


def _title_at(piece: list[Token], begin: int, lex: Lexicon) -> int:
    """The token behind the longest title that begins at `begin`; `begin` where none does."""
    phrase, found = "", begin
    for stop in range(begin, min(begin + 4, len(piece))):
        phrase = f"{phrase}{piece[stop].low}"
        if phrase in lex.titles:
            found = stop + 1
        if piece[stop].gap != " " or piece[stop].possessive:
            gap = piece[stop].gap.strip()
            if found == stop + 1 and gap in ("of", "of the", "for", "to the") and stop + 1 < len(piece):
                return _title_complement(piece, stop + 1, lex) or found
            break
        phrase += " "
    while found > begin and found < len(piece) and piece[found - 1].gap == " " and piece[found].low in lex.titles and piece[found - 1].low not in lex.short_titles:
        longer = _title_at(piece, found, lex)
        if longer == found:
            break
        found = longer
    return found


def _title_complement(piece: list[Token], at: int, lex: Lexicon) -> int:
    """The token behind "State" in "Secretary of State"; 0 where what follows "of" is a name."""
    phrase = ""
    best = 0
    for stop in range(at, min(at + 4, len(piece))):
        phrase += piece[stop].low
        if phrase in lex.title_of or (piece[stop].low in lex.topics and stop > at and best):
            best = stop + 1
        if piece[stop].gap not in (" ", " and ") or piece[stop].possessive:
            break
        phrase += piece[stop].gap
    return best


def _in_organisation(piece: list[Token], begin: int, stop: int, middle: bool, lex: Lexicon) -> bool:
    """Whether the "title" is a word of a longer name: "General Motors", "Attorney General's Office"."""
    phrase = " ".join(t.low for t in piece[begin:stop])
    if phrase in lex.short_titles and piece[begin].text.endswith("."):
        return False
    weak = phrase in _WEAK_TITLES
    after = piece[stop:] if piece[stop - 1].gap == " " else []
    if middle and weak:
        given = bool(after) and after[0].low in lex.given and len(after) > 1
        before = piece[begin - 1].low
        return not given and before not in lex.demonyms and before not in lex.title_modifiers
    if not after:
        return weak
    last = after[-1].low
    if last in lex.organisation_words or last in lex.place_words or last in lex.events:
        return not (after[0].low in lex.given and len(after) > 1 and last in lex.surnames)
    return phrase in ("general", "count", "private", "major") and after[0].low not in lex.given and after[0].low not in lex.surnames and phrase != "general"


def _untitled(tokens: list[Token], title: tuple[int, int] | None, short: bool, initial: bool, cut: bool, lex: Lexicon) -> Iterator[Candidate]:
    """Drop what does not belong at the ends: articles, adverbs at a sentence's start, demonyms before a person."""
    leading = ""
    while tokens and _droppable(tokens, title, initial, lex):
        leading = tokens[0].low
        cut = True
        if leading in lex.demonyms:
            title = title or (tokens[0].start, tokens[0].end) if False else title
        initial = initial and leading in lex.not_names and len(tokens) > 1 and False
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].low in lex.demonyms and tokens[-2].low not in lex.organisation_heads and tokens[-2].gap.strip() == "and":
        tokens = tokens[:-1]
    if not tokens or all(t.low in lex.demonyms for t in tokens) or " ".join(t.low for t in tokens) in lex.demonyms:
        return
    yield Candidate(tuple(tokens), title, short, initial, cut, leading)


def _droppable(tokens: list[Token], title: tuple[int, int] | None, initial: bool, lex: Lexicon) -> bool:
    first = tokens[0]
    if first.low == "the":
        return len(tokens) < 2 or tokens[1].low not in ("hague",)
    if len(tokens) == 1:
        return first.low in lex.not_names and title is None and (initial or first.text not in ("US", "IT", "WHO")) and not first.text.isupper()
    if first.low in lex.not_names and (initial or first.low in ("in", "at", "a", "an", "from", "but", "and", "by", "as", "if", "when", "while", "said", "former")):
        whole = " ".join(t.low for t in tokens)
        return whole not in lex.organisations and whole not in lex.others and whole not in lex.places and tokens[0].gap == " " or first.low in ("in", "but", "and", "while")
    if first.low in lex.demonyms and first.gap == " ":
        last = tokens[-1]
        whole = " ".join(t.low for t in tokens)
        if whole in lex.organisations or whole in lex.others or whole in lex.places:
            return False
        if tokens[1].low in lex.given and len(tokens) > 2:
            return True
        if tokens[1].low in lex.demonyms or (tokens[1].text.isupper() and len(tokens) == 2 and len(tokens[1].text) > 1):
            return True
        return whole.split(" ", 1)[1] in lex.organisations and last.low not in lex.organisation_words
    return False
