"""Common nouns that say what kind of name stands beside them: "the fisherman Obo", "Obern, a town"."""

from reader.analysis.vocabulary import word_set

_CLASSES = {
    "*role": word_set(
        """
        spokesman spokeswoman spokesperson mayor president minister governor senator chancellor secretary ambassador
        envoy chairman chairwoman director manager coach captain striker goalkeeper midfielder defender winger batsman
        bowler professor lecturer teacher doctor nurse surgeon lawyer attorney barrister solicitor judge magistrate
        prosecutor detective inspector superintendent constable sergeant colonel general lieutenant commander chief
        leader founder owner editor reporter journalist correspondent photographer columnist author writer novelist poet
        actor actress singer musician composer painter artist economist analyst scientist researcher biologist ecologist
        historian engineer architect farmer fisherman fisher trader shopkeeper baker driver pilot resident villager
        witness survivor neighbour neighbor student pupil pensioner widow widower activist campaigner organiser
        organizer lawmaker legislator councillor councilman councilwoman deputy politician candidate priest bishop
        pastor imam rabbi monk nun friend colleague boss partner wife husband son daughter brother sister mother father
        uncle aunt cousin nephew niece grandson granddaughter man woman boy girl champion athlete runner swimmer cyclist
        player winner entrepreneur billionaire businessman businesswoman banker investor broker consultant adviser
        advisor aide official officer commissioner clerk treasurer firefighter paramedic volunteer suspect defendant
        victim plaintiff executive head dean rector principal headteacher curator chef geologist seismologist
        meteorologist hydrologist botanist master harbourmaster warden epidemiologist virologist psychologist
        sociologist physicist chemist mathematician astronaut goatherd herder
        """
    ),
    "*place": word_set(
        """
        town towns city cities village villages hamlet suburb district province region state county island islands river
        lake bay coast port harbour harbor capital municipality borough neighbourhood neighborhood area country valley
        mountain mountains hill hills peninsula territory kingdom republic airport stadium street square road highway
        bridge border outskirts centre center north south east west northeast northwest southeast southwest residents
        people inhabitants streets suburbs shores banks kilometres kilometers miles km settlement prefecture reservoir
        dam canal strait gulf sea desert forest park commune township nation resort enclave station railway
        """
    ),
    "*company": word_set(
        """
        company firm charity bank newspaper maker manufacturer retailer airline operator supplier provider broadcaster
        startup start-up consultancy watchdog regulator think-tank carrier lender insurer brewer publisher website
        magazine nonprofit ngo outlet developer producer
        """
    ),
    "*organisation": word_set(
        """
        group party agency club team union organisation organization association network university institute foundation
        movement militia ministry department members member shares stock subsidiary unit shareholders employees staff
        employer giant brand miner platform coalition council committee board federation league channel station chain
        side
        """
    ),
}

NOUN_CLASS = {word: kind for kind, words in _CLASSES.items() for word in words}
"""Noun → its class; a noun of two kinds ("station") has the later one."""

PEOPLE = frozenset(word for word, kind in NOUN_CLASS.items() if kind == "*role")
"""What somebody may be: trades, offices, kin."""
