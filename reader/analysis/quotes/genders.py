"""Evidence for *he* or *she*: forms of address, words for roles, and common first names."""

from functools import cache

_MALE_WORDS = frozenset(
    """mr mr. sir lord king prince father dad husband son brother uncle grandfather chairman spokesman congressman businessman
    salesman assemblyman councilman policeman fireman clergyman statesman alderman ombudsman actor pope bishop duke baron count
    emperor gentleman boy man monsieur herr señor don""".split()
)
_FEMALE_WORDS = frozenset(
    """mrs mrs. ms ms. miss madam dame lady queen princess mother mom mum wife daughter sister aunt grandmother chairwoman
    spokeswoman congresswoman businesswoman saleswoman assemblywoman councilwoman policewoman stateswoman alderwoman actress
    duchess baroness countess empress nun girl woman madame frau señora""".split()
)
_MALE_NAMES = """
aaron abdul abdullah abraham adam ahmed alan albert alejandro alex alexander alexei alfred ali allen andre andrea andrei andrew andy
angus anthony antonio antony archie arnold arthur barack barry ben benjamin bernard bernie bill billy bob bobby boris brad bradley
brandon brendan brett brian bruce bryan carl carlos chad charles charlie chester chris christian christopher chuck clarence claude
clifford colin corey craig curtis dale dan daniel danny darren darryl dave david dean dennis derek diego dirk dmitri dmitry dominic
don donald doug douglas duncan dustin dwight earl eddie edgar edmund eduardo edward edwin elijah elliott emmanuel enrique eric erik
ernest ethan eugene evan felix fernando francis francisco francois frank franklin fred frederick gabriel gareth gary gavin gene
geoffrey george gerald gerard gilbert giovanni glenn gordon graham grant greg gregory guillermo gustavo guy hans harold harry harvey
hassan hector henri henrik henry herbert herman horace howard hugh hugo ian ibrahim igor isaac ivan jack jackson jacob jacques jake
james jamie jared jason javier jay jean jeb jeff jeffrey jeremy jerome jerry jesse jim jimmy joao joaquin joe joel johan johannes
john johnny jon jonathan jorge jose joseph josh joshua juan julian julio justin karim karl keith kenneth kevin khalid kurt kyle lance
larry lars laurence lawrence lee leo leon leonard leonid leroy leslie liam lindsey lloyd louis lucas luis luke mahmoud malcolm manuel marc
marcel marco marcus mario mark marshall martin marty marvin mathew matt matteo matthew maurice max michael miguel mike mikhail
milton mitch mitchell mitt mohamed mohammad mohammed morgan muhammad mustafa nathan nathaniel neil nicholas nick nicolas nigel
nikita nikolai noah norman oleg oleksandr olaf oliver omar oscar otto owen pablo patrick paul pavel pedro perry peter phil philip
phillip pierre rafael ralph ramon randall randy raul ray raymond reginald rene ricardo richard rick ricky rob robert roberto rodney
rodrigo roger roland ron ronald rory ross roy rudy rupert russell ryan sam samuel santiago scott sean sebastian sergei sergey sergio
seth shane shaun sidney simon spencer stanley stefan stephen steve steven stewart stuart sven ted terrence terry theodore thomas tim timothy
todd tom tommy tony travis trevor tyler ulrich vernon victor viktor vincent vladimir volodymyr wallace walter warren wayne wesley
will william willie winston wolfgang xavier yuri yusuf zachary antony emmanuel jens jens mateusz marek piotr tomasz jan giuseppe
luca paolo pietro stefano recep bashar benjamin narendra hiroshi takeshi kenji shinzo satoshi wei jun ming rishi imran tariq bilal
"""
_FEMALE_NAMES = """
abigail agnes aisha alexandra alice alicia alison amanda amber amelia amy ana anastasia andrea angela angelina anita ann anna anne
annette annie antonia april ashley audrey barbara beatrice becky bernadette bernice beth bethany betsy betty beverly bonnie brenda
bridget brittany camille carla carmen carol carole caroline carolyn carrie catherine cathy cecilia charlene charlotte cheryl
chloe christina christine cindy claire clara claudia colleen connie constance courtney crystal cynthia daisy dana danielle dawn
deborah debra denise diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elizabeth ella ellen elsa emily emma
erica erin esther ethel eva evelyn fatima felicia fiona florence frances gabrielle gail gayle georgia geraldine gertrude gina ginger
gladys glenda gloria grace greta hannah harriet hazel heather heidi helen helena hillary hilary holly huma ida ingrid irene irina
iris isabel isabella ivanka jackie jacqueline jan jane janet janice jean jeanne jennifer jenny jessica jill joan joanna joanne jodi
josephine joyce juanita judith judy julia juliana julie june karen karin kate katherine kathleen kathryn kathy katie kelly kellyanne
kimberly kirsten kristen kristin lara laura lauren leah lena leila lillian linda lindsay lisa lois loretta lori lorraine louise
lucia lucy luisa lydia lynn mabel madeleine madeline margaret margarita maria marian marianne marie marilyn marina marjorie marlene
marsha martha mary maureen megan melania melanie melinda melissa mercedes meredith michelle mildred miriam molly monica monique muriel
nadia nancy naomi natalia natalie natasha nicola nicole nina nora norma olga olivia pamela patricia patty paula pauline peggy penelope
penny phyllis priscilla rachel ramona rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary roxanne ruth sabrina
sally samantha sandra sara sarah shannon sharon sheila shelley sherry shirley sofia sonia sophia sophie stacey stella stephanie
sue susan susana susanne suzanne sylvia tamara tammy tanya tara tatiana teresa theresa tiffany tina tracy ursula valentina valerie vanessa
vera veronica vicki victoria viola violet virginia vivian wanda wendy whitney yolanda yvette yvonne zoe annalena liz nikki jacinda
giorgia sanna magdalena agnieszka katarzyna ewa joanna malgorzata yulia oksana svetlana ludmila mei yuki keiko sakura priya indira
"""


@cache
def _names() -> dict[str, str]:
    male, female = frozenset(_MALE_NAMES.split()), frozenset(_FEMALE_NAMES.split())
    table = dict.fromkeys(male - female, "m")
    table.update(dict.fromkeys(female - male, "f"))
    return table


def gender_of(name: str, titles: tuple[str, ...] = ()) -> str:
    """"m", "f", or "" where nothing tells."""
    for title in titles:
        for word in title.lower().split():
            if word in _MALE_WORDS:
                return "m"
            if word in _FEMALE_WORDS:
                return "f"
    words = name.lower().split()
    if words and (words[0] in _MALE_WORDS or words[0] in _FEMALE_WORDS):
        return "m" if words[0] in _MALE_WORDS else "f"
    return _names().get(words[0], "") if len(words) > 1 else ""


def gender_of_role(words: tuple[str, ...]) -> str:
    """The same for a description: *the spokeswoman*."""
    for word in words:
        if word in _MALE_WORDS:
            return "m"
        if word in _FEMALE_WORDS:
            return "f"
    return ""
