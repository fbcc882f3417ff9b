"""What each of an event's articles calls the people in it."""

from reader.analysis import analyse
from reader.events.roster import SharedName, roster
from reader.model import Analysis, Article, Entity, Span

GAZETTE = """\
Mayor Orla Venn of Kessum said on Tuesday that the bridge would stay shut. Venn spoke at the town hall.

"A closed bridge is a nuisance," the mayor said. The mayor of Marrick was away, and the mayor's office said no more.

The union's leader, Dario Feld, said that the bridge was old.
"""
WIRE = """\
Orla Venn, the mayor, said the bridge would stay shut.

Ferry operator Ilmar Joost promised more boats. Joost would not give a number.
"""


def told(text: str, name: str = "a") -> tuple[Article, Analysis]:
    """A report and what is found in it."""
    starts = [0, *(i + 2 for i in range(len(text)) if text.startswith("\n\n", i))]
    ends = [*(start - 2 for start in starts[1:]), len(text.rstrip())]
    article = Article(name, name, text, tuple(map(Span, starts, ends)))
    return article, analyse(article)


def calls(name: SharedName, place: int) -> dict[str, int]:
    """The forms of a name in one article with their counts."""
    naming = name.sources[place]
    return {form.text: form.count for form in naming.forms} if naming else {}


def test_a_name_is_counted_in_each_source_as_it_stands_there() -> None:
    names = {name.name: name for name in roster([told(GAZETTE), told(WIRE, "b")])}
    venn = names["Orla Venn"]
    assert venn.told_by == 2
    assert calls(venn, 0) == {"Mayor Orla Venn": 1, "Venn": 1, "the mayor": 1}
    assert calls(venn, 1) == {"Orla Venn, the mayor": 1}


def test_what_only_one_source_names_is_none_in_the_other() -> None:
    names = {name.name: name for name in roster([told(GAZETTE), told(WIRE, "b")])}
    assert names["Ilmar Joost"].sources[0] is None
    assert names["Ilmar Joost"].sources[1] is not None
    assert roster([told(GAZETTE), told(WIRE, "b")])[0].told_by == 2


def test_a_description_before_the_name_belongs_to_it() -> None:
    names = {name.name: name for name in roster([told(GAZETTE)])}
    assert calls(names["Dario Feld"], 0) == {"the union's leader, Dario Feld": 1}


def test_a_role_that_two_people_have_stands_for_neither() -> None:
    text = "Mayor Orla Venn met Mayor Bram Okker. The mayor smiled."
    people = [name for name in roster([told(text)]) if name.type == "person"]
    assert len(people) == 2
    assert all(form.kind != "role" for name in people for form in name.sources[0].forms)


def test_every_place_is_where_the_form_stands() -> None:
    article, analysis = told(GAZETTE)
    for name in roster([(article, analysis)]):
        for form in name.sources[0].forms:
            for place in form.places:
                assert place.of(article.text).casefold() == form.text.casefold()


def test_mentions_that_stand_for_a_government_are_counted() -> None:
    article = Article("a", "a", "Norland refused. Norland is cold.", (Span(0, 33),))
    norland = Entity("Norland", "place", (Span(0, 7), Span(17, 24)), governing=(Span(0, 7),))
    (name,) = roster([(article, Analysis(entities=(norland,)))])
    assert name.sources[0].governing == 1
    assert len(name.sources[0].mentions) == 2


def test_nothing_in_gives_nothing_out() -> None:
    assert roster([]) == ()
    assert roster([told("")]) == ()
