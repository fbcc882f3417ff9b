"""Evidence for *he* or *she*: forms of address, words for roles, and common first names."""

from functools import cache

from reader.analysis.vocabulary import word_set

_MALE_WORDS = word_set(
    """
    mr mr. sir lord king prince father dad husband son brother uncle grandfather chairman spokesman congressman
    businessman salesman assemblyman councilman policeman fireman clergyman statesman alderman ombudsman actor pope
    bishop duke baron count emperor gentleman boy man monsieur herr señor don
    """
)
_FEMALE_WORDS = word_set(
    """
    mrs mrs. ms ms. miss madam dame lady queen princess mother mom mum wife daughter sister aunt grandmother
    chairwoman spokeswoman congresswoman businesswoman saleswoman assemblywoman councilwoman policewoman stateswoman
    alderwoman actress duchess baroness countess empress nun girl woman madame frau señora
    """
)
_MALE_NAMES = """
aaron abdul abdullah abraham adam ahmed alan albert alejandro alex alexander alexei alfred ali allen andre andrea
andrei andrew andy angus anthony antonio antony archie arnold arthur barack barry bashar ben benjamin bernard bernie
bilal bill billy bob bobby boris brad bradley brandon brendan brett brian bruce bryan carl carlos chad charles
charlie chester chris christian christopher chuck clarence claude clifford colin corey craig curtis dale dan daniel
danny darren darryl dave david dean dennis derek diego dirk dmitri dmitry dominic don donald doug douglas duncan
dustin dwight earl eddie edgar edmund eduardo edward edwin elijah elliott emmanuel enrique eric erik ernest ethan
eugene evan felix fernando francis francisco francois frank franklin fred frederick gabriel gareth gary gavin gene
geoffrey george gerald gerard gilbert giovanni giuseppe glenn gordon graham grant greg gregory guillermo gustavo guy
hans harold harry harvey hassan hector henri henrik henry herbert herman hiroshi horace howard hugh hugo ian ibrahim
igor imran isaac ivan jack jackson jacob jacques jake james jamie jan jared jason javier jay jean jeb jeff jeffrey
jens jeremy jerome jerry jesse jim jimmy joao joaquin joe joel johan johannes john johnny jon jonathan jorge jose
joseph josh joshua juan julian julio jun justin karim karl keith kenji kenneth kevin khalid kurt kyle lance larry
lars laurence lawrence lee leo leon leonard leonid leroy leslie liam lindsey lloyd louis luca lucas luis luke
mahmoud malcolm manuel marc marcel marco marcus marek mario mark marshall martin marty marvin mateusz mathew matt
matteo matthew maurice max michael miguel mike mikhail milton ming mitch mitchell mitt mohamed mohammad mohammed
morgan muhammad mustafa narendra nathan nathaniel neil nicholas nick nicolas nigel nikita nikolai noah norman olaf
oleg oleksandr oliver omar oscar otto owen pablo paolo patrick paul pavel pedro perry peter phil philip phillip
pierre pietro piotr rafael ralph ramon randall randy raul ray raymond recep reginald rene ricardo richard rick ricky
rishi rob robert roberto rodney rodrigo roger roland ron ronald rory ross roy rudy rupert russell ryan sam samuel
santiago satoshi scott sean sebastian sergei sergey sergio seth shane shaun shinzo sidney simon spencer stanley
stefan stefano stephen steve steven stewart stuart sven takeshi tariq ted terrence terry theodore thomas tim timothy
todd tom tomasz tommy tony travis trevor tyler ulrich vernon victor viktor vincent vladimir volodymyr wallace walter
warren wayne wei wesley will william willie winston wolfgang xavier yuri yusuf zachary
"""
_FEMALE_NAMES = """
abigail agnes agnieszka aisha alexandra alice alicia alison amanda amber amelia amy ana anastasia andrea angela
angelina anita ann anna annalena anne annette annie antonia april ashley audrey barbara beatrice becky bernadette
bernice beth bethany betsy betty beverly bonnie brenda bridget brittany camille carla carmen carol carole caroline
carolyn carrie catherine cathy cecilia charlene charlotte cheryl chloe christina christine cindy claire clara
claudia colleen connie constance courtney crystal cynthia daisy dana danielle dawn deborah debra denise diana diane
dolores donna doris dorothy edith eileen elaine eleanor elena elizabeth ella ellen elsa emily emma erica erin esther
ethel eva evelyn ewa fatima felicia fiona florence frances gabrielle gail gayle georgia geraldine gertrude gina
ginger giorgia gladys glenda gloria grace greta hannah harriet hazel heather heidi helen helena hilary hillary holly
huma ida indira ingrid irene irina iris isabel isabella ivanka jacinda jackie jacqueline jan jane janet janice jean
jeanne jennifer jenny jessica jill joan joanna joanne jodi josephine joyce juanita judith judy julia juliana julie
june karen karin katarzyna kate katherine kathleen kathryn kathy katie keiko kelly kellyanne kimberly kirsten
kristen kristin lara laura lauren leah leila lena lillian linda lindsay lisa liz lois loretta lori lorraine louise
lucia lucy ludmila luisa lydia lynn mabel madeleine madeline magdalena malgorzata margaret margarita maria marian
marianne marie marilyn marina marjorie marlene marsha martha mary maureen megan mei melania melanie melinda melissa
mercedes meredith michelle mildred miriam molly monica monique muriel nadia nancy naomi natalia natalie natasha
nicola nicole nikki nina nora norma oksana olga olivia pamela patricia patty paula pauline peggy penelope penny
phyllis priscilla priya rachel ramona rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary roxanne
ruth sabrina sakura sally samantha sandra sanna sara sarah shannon sharon sheila shelley sherry shirley sofia sonia
sophia sophie stacey stella stephanie sue susan susana susanne suzanne svetlana sylvia tamara tammy tanya tara
tatiana teresa theresa tiffany tina tracy ursula valentina valerie vanessa vera veronica vicki victoria viola violet
virginia vivian wanda wendy whitney yolanda yuki yulia yvette yvonne zoe
"""


@cache
def _names() -> dict[str, str]:
    male, female = frozenset(_MALE_NAMES.split()), frozenset(_FEMALE_NAMES.split())
    table = dict.fromkeys(male - female, "m")
    table.update(dict.fromkeys(female - male, "f"))
    return table


def gender_of(name: str, titles: tuple[str, ...] = ()) -> str:
    """ "m", "f", or "" where nothing tells."""
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
