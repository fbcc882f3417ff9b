"""The verbs and phrases of speech, and what each of them takes.

One table, by the verb's plain form; the other forms are made from it. What a verb takes decides where the words that
were said may stand: *said (that) …*, *urged X to …*, *criticised …*, *told X (that) …*.
"""

from functools import cache
from typing import NamedTuple

from reader.analysis.vocabulary import word_set


class Cue(NamedTuple):
    """One form of one verb of speech."""

    lemma: str
    takes: str
    """Letters of the table below."""
    form: str
    """"base", "s", "past" or "ing"."""


# c: a clause, with or without "that"          o: an object that is the content ("criticised the plan")
# a: an addressee comes first ("told X that")   i: "to" and a verb ("vowed to", "urged X to")
# v: may stand before its subject ("said X")    n: the same letters are a common noun ("claims", "reports")
# w: weak: not a verb of speech by itself, but next to quotation marks it is one
_TABLE = """
say cv | tell ca | add cv | announce co | note cov | argue cv | warn cvai | report cvn | claim cvn | ask cvai
answer cvn | reply cv | write cv | tweet cvn | state cvn | insist cv | explain cv | acknowledge co | suggest c | call on
deny co | declare cv | promise coin | pledge coin | vow cin | urge ain | accuse o | predict cv | confirm c
admit co | emphasize cov | emphasise cov | stress covn | testify cv | respond cv | reiterate co | describe o
blame o | criticize o | criticise o | cite o | recall cov | recount cov | boast cvn | complain cvn | concede cov
contend cv | maintain cv | assert cov | allege cov | conclude cv | demand coin | joke cvn | quip cvn | observe cv
remark cvn | comment vn | continue vw | exclaim cv | shout cvn | yell vn | scream vn | whisper vn | mutter v
proclaim cov | caution cvan | counter cvn | retort vn | lament cov | muse cvn | opine cv | reveal c | disclose c
inform ca | assure ca | remind ca | advise cai | inquire cv | wonder cv | tout o | praise onw | condemn o
denounce ow | slam o | blast ow | mock o | deride o | dismiss o | decry o | label ow | dub ow | brand ow
characterize ow | characterise ow | hail ow | deplore o | bemoan o | echo ov | estimate cn | forecast cn
indicate c | signal conw | underline co | underscore co | highlight ow | stipulate c | swear cv | threaten i
agree cviw | disagree vw | advocate ow | applaud ow | laud ow | chide o | scold o | rebuke o | lambaste o
ridicule o | berate o | assail o | attack onw | retweet nw | hope cnw | compare ow | rule cnw | post vnw | read vw
begin vw | interject v | chant vnw | sing vw | plead v | reason vw | confess cv | hint c | imply c | think cvw
believe cw | feel cw | vent v | fume v | deadpan v | crow v | gush v | sigh v | snap v | grumble v | rail vw
exhort ai | instruct ai | invite aiw | encourage aiw | implore ai | beg aiw | challenge ovnw | question onw
recommend co | propose coi | reassure ca | notify ca | refer w | put vw | rate w | bill w | quote w | portray ow
depict ow | pronounce ow | deem ow | elaborate v | clarify cv | specify c | mention o | repeat ovw | summarize v
sum vw | chime v | volunteer v | bellow v | bark v | growl v | laugh vw | smile vw | grin vw | nod vw | sniff v
roar v | cry vnw | shoot vw | go vw | reject o | refute o | rebut o | dispute onw | defend ow | outline ow
rant vnw | brag cv | gloat v | telegraph w | point cw | speak w | talk w | reckon cv | apologize w | apologise w
guess cvw | figure cnw | vouch w | allude w | profess ci | purport w | intone v | posit cv | surmise cv
theorize cv | speculate cv | quibble v | demur v | foresee cw | envision w | anticipate w | affirm cov | attest c
certify c | decree c | enthuse v | exult v | gripe cv | grouse v | hypothesize cv | jest v | jibe v | lecture w
narrate v | needle w | pontificate v | prophesy v | rejoin v | relate w | scoff v | seethe v | sneer v | stammer v
storm vw | taunt vw | tease vw | thunder v | venture v | wail v | warble v | accept c
"""
_IRREGULAR = """
say said | tell told | write wrote written | swear swore sworn | begin began begun | sing sang sung | think thought
feel felt | read read | put put | go went | quip quipped | brag bragged | slam slammed | admit admitted | nod nodded
grin grinned | demur demurred | rebut rebutted | refer referred | shoot shot | foresee foresaw foreseen | cry cried
deny denied | testify testified | reply replied | decry decried | clarify clarified | specify specified
notify notified | certify certified | prophesy prophesied | imply implied | snap snapped | chide chided
speak spoke spoken | forecast forecast | label labelled labeled | signal signalled signaled | dub dubbed
sum summed | crow crowed | vow vowed | allude alluded | beg begged | rebuke rebuked | deadpan deadpanned
"""
_VOWELS = "aeiou"
_DOUBLED_ING = ("put", "begin")
_L_DOUBLED_OR_NOT = ("label", "signal")


def _entries(table: str) -> list[list[str]]:
    """The words of each entry of a table written with bars and line ends."""
    return [entry.split() for entry in table.replace("\n", "|").split("|") if entry.strip()]


_PAST = {entry[0]: entry[1:] for entry in _entries(_IRREGULAR)}


def _past(lemma: str) -> list[str]:
    if lemma in _PAST:
        return _PAST[lemma]
    return [lemma + "d" if lemma.endswith("e") else lemma + "ed"]


def _s(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else lemma + "s"


def _ing(lemma: str) -> list[str]:
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return [lemma[:-1] + "ing"]
    if lemma in _L_DOUBLED_OR_NOT:
        return [lemma + "ing", lemma + "ling"]
    doubled = lemma in _DOUBLED_ING or _past(lemma)[0].startswith(lemma + lemma[-1])
    return [lemma + lemma[-1] + "ing" if doubled else lemma + "ing"]


@cache
def forms() -> dict[str, Cue]:
    """Every form of every verb of the table, in lower case; made when first asked for."""
    table: dict[str, Cue] = {}
    for lemma, takes in _entries(_TABLE):
        made = [(lemma, "base"), (_s(lemma), "s")]
        made += [(word, "past") for word in _past(lemma)] + [(word, "ing") for word in _ing(lemma)]
        for word, form in made:
            if word not in table or (form == "past" and table[word] == Cue(lemma, takes, "base")):
                table[word] = Cue(lemma, takes, form)
    return table


REPORTING_NOUNS = word_set(
    """
    statement tweet email e-mail letter memo message post note release report speech interview remarks comment
    comments claim claims assertion argument suggestion warning promise pledge vow announcement allegation
    allegations accusation question response reply answer slogan motto chant chants headline caption text quote
    phrase words word line mantra refrain nickname joke op-ed column editorial essay blog article book memoir
    testimony sign signs banner poster hashtag description characterization view belief idea notion complaint
    criticism call calls demand demands prediction tweets emails letters transcript ad video filing lawsuit ruling
    opinion declaration rant
    """
)
"""Nouns that may stand where a verb of speech would: *in a statement*, *his claim that …*."""
