"""How common a word is in English news: the background against which two reports' shared words are weighed.

A comparison of two articles has too few words to learn from, so rare and common must be told apart by general
knowledge. The classes are coarse on purpose: their shares are guesses of the part of all reports that have the word,
and only the order of magnitude matters.
"""

from functools import lru_cache
from math import log

from reader.analysis.vocabulary import word_set
from reader.events.wording import WORDS_KEPT

FUNCTION_WORDS = word_set(
    """
    a about above across after again against ago ahead all almost along already also although always am amid
    among an and another any anyone anything are aren't around as at away back be became because become been
    before began being below between both but by came can can't cannot come could couldn't despite did didn't do
    does doesn't doing don't done down due during each either else enough even ever every everyone everything
    far few for from further gave get gets getting give given go goes going gone got had hadn't has hasn't have
    haven't having he he'd he'll he's hence her here hers herself him himself his how however i i'd i'll i'm
    i've if in indeed instead into is isn't it it's its itself just keep kept knew know known last later least
    less let let's like likely lot made make makes making many may maybe me might mine more most much must my
    myself near nearly need neither never nevertheless next no nobody none nor not nothing now of off often on
    once one only onto or other others otherwise ought our ours ourselves out over own per perhaps put quite
    rather really same saw say saying says said see seem seemed seen several shall she she'd she'll she's should
    shouldn't since so some somebody someone something sometimes soon still such take taken takes taking than
    that that's the their theirs them themselves then there there's thereby therefore these they they'd they'll
    they're they've thing things this those though through throughout thus till to together too took toward
    towards under unless until unto up upon us use used using very via want wants was wasn't way we we'd we'll
    we're we've well went were weren't what what's whatever when whenever where whereas wherever whether which
    while who who's whoever whole whom whose why will with within without won't would wouldn't yes yet you you'd
    you'll you're you've your yours yourself mr mrs ms dr
    """
)
"""Words that say nothing about what a report is about: they never count."""

_CLASSES = (
    # In about a third of all reports.
    (
        0.30,
        """
        2 3 add call country day first government include month monday new number official part people president
        report show tell time today told tuesday wednesday thursday friday saturday sunday two three week work
        world year yesterday night morning according statement ask state long high good think
        """,
    ),
    # In about one of eight.
    (
        0.12,
        """
        4 5 6 10 able accept accuse act action address agree allow american announce area attack attempt
        authority bad begin believe big bring build business case cause center centre change charge chief child
        city claim close comment concern confirm consider continue control cost council court current day deal
        death decide decision demand department describe die different early east economic effort election end
        event evening expect face fact fall family federal fear feel fight figure final find follow force
        foreign form former found four free full future general great group grow hand happen hard head health
        hear help history hold home hope hospital hour house human hundred idea important increase information
        interview involve issue join kill know large late law lawmaker lawyer lead leader leave left legal
        letter life line live local lose low main major man matter mean measure medium meet member middle
        military million minister minister minute moment money move name nation national news north offer office
        officer old open opposition order organisation organization party pass past pay person place plan play
        point police policy political politic position possible power prepare present press pressure prime
        private problem process program programme protect provide public question quickly raise reach read ready
        real reason receive recent record refuse relation release remain remark reporter representative
        republican democrat democratic require resident respond response result return right rise rule run
        school season second secretary security send senate senator serious serve service set share short side
        sign situation small social south speak special speech spokesman spokesperson spokeswoman staff stand
        start step stop story street strong student suggest support system talk tax team term third thousand
        threat threaten top trade travel try turn understand united university video view visit vote wait wall
        war warn watch water west white win woman word write wrong young january february march april june july
        august september october november december journalist conference billion five six seven eight nine ten
        half percent cent least meeting try trump
        """,
    ),
    # In about one of thirty.
    (
        0.04,
        """
        7 8 9 11 12 15 20 25 30 50 100 1000 2000 2010 2015 2016 2020 2021 2022 2023 2024 2025 abuse access
        accident achieve activist admit adult advance advice adviser agency agreement aid aim air airport alarm
        alert alliance allegation allege ally ambassador amount analyst anger announcement annual appeal appear
        approach approve argue arm army arrest arrive article assault assembly attend attorney attention
        audience average avoid award aware ban bank base battle bear beat behaviour bill black block blame blood
        board boat body bomb book border born boss bottom box boy break bridge brief broad broadcast brother
        budget burn bus buy cabinet camera camp campaign candidate car care career carry catch celebrate cell
        central century certain chair challenge chance chairman charity check choice choose church citizen civil
        civilian class clean clear client climate coach coalition coast cold collapse collect college come
        commander commission commit committee common community company compare complain complete condition
        conduct conflict congress conservative consumer contact contain contest contract contribute convict
        corruption counter couple course cover covid create credit crime criminal crisis critic critical
        criticise criticism cross crowd culture cut damage danger dangerous data date daughter debate decade
        declare decline deep defeat defence defend defense delay deliver deny deploy deputy design destroy
        detail detain develop development device difficult diplomat diplomatic direct director disaster discuss
        discussion disease district doctor document door doubt drive driver drop drug early earn easy economy
        education effect emergency employee employer enemy energy enforce engage enter entire environment escape
        especially establish ethic evidence examine example executive exercise exist expand experience expert
        explain export expose express extend eye fail failure fair faith false fan farm farmer father favour
        fear feature field file fill film finance financial finish fire firm flight floor fly focus food
        football forward freedom friend front fuel fund game gain gas girl goal god gold governor ground growth
        guard guest guilty gun guy happy head headline heart heat heavy hearing hit hotel husband image
        immediate immigrant immigration impact import impose improve inside incident income independent
        individual industry inform injure injury innocent inquiry insist institution intelligence intend
        interest international internet introduce invest investigate investigation investigator investment
        island jail job judge judicial jury justice key kid king knowledge labor labour land language launch
        leadership league learn legislation level liberal lie light limit link list listen load look loss love
        machine magazine maintain majority manage manager mark market marriage married marry mass match material
        mayor media medical mental message method migrant mile mind minor minority miss mission mobile model
        modern moral mother motion mountain movement movie murder music nature negotiate negotiation network
        newspaper note notice nuclear object obvious occur ocean oil operate operation opinion opportunity
        oppose option original outside owner paper parent park parliament partner patient peace penalty period
        permit phone photo photograph physical pick picture piece pilot plane plant player plead pledge plus
        poll poor popular population port post potential poverty power practice praise predict prefer premier
        prepare prevent previous price prison prisoner probe produce product production professional professor
        profit progress project promise promote proposal propose prosecution prosecutor protest protester
        protection prove pull purpose push quality quarter quick race racial radio rain range rate reaction
        reality recall recession recognise recommend recover reduce reference reform refugee refuse regard
        region regional register regular regulation reject relationship release reliable relief religious rely
        remain remember remove repeat replace republic request rescue research resign resignation resource
        respect responsibility responsible rest restaurant restore restrict retire reveal revenue review rich
        rights risk river road rock role room round row safe safety sale sanction save scale scene scheme
        science scientist score sea search seat seek self sell sense sentence separate series session settle sex
        sexual shake sheriff ship shoot shooting shop shot shut sick sight signal similar simple single sister
        sit site size slow soldier son sort sound source space spark speaker spend split sport spread square
        stage stake standard star station status stay steal stock stone store storm strategy stress strike
        structure struggle studio study style subject succeed success suffer summer summit supply support
        suppose surprise surround survey survive suspect suspend table target task teach teacher technology
        television tension territory terror terrorism terrorist test thank theme theory threat tie title toll
        ton touch tour town track traffic train transfer transport treat treatment treaty trial trip troop
        trouble truck true trust truth type uncertain union unit update urge user value vehicle version victim
        victory village violate violence violent voice volunteer voter vulnerable walk wave weapon wear weather
        website weekend weight welcome wife wild wind winter wish witness worker worry worth wound yard zone
        killing winner winning elect strike condemn blast quake suspected twitter facebook post tweet
        """,
    ),
)
_UNKNOWN = 0.006
"""Share assumed for a word in no class."""

_NUMBER = 0.015
"""Share assumed for a number in no class."""


def share(term: str) -> float:
    """The guessed part of all reports that have the term (a stem from `reader.events.terms`), above 0 to 1."""
    return _shares().get(term, _NUMBER if term[:1].isdigit() else _UNKNOWN)


@lru_cache(maxsize=WORDS_KEPT)
def weight(term: str) -> float:
    """How much the term tells about what is told, from 0 (in every report) to about 5."""
    return -log(share(term))


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    from reader.events.terms import stem  # the table is written in words, but is asked for stems

    shares: dict[str, float] = {}
    for part, words in _CLASSES:
        for word in words.split():
            shares.setdefault(stem(word), part)
    return shares
