"""One kind for one name in an event, and one person under a misspelt given name."""

from reader.analysis.names import agreed, merge
from reader.model import Entity, Span


def named(name: str, kind: str, count: int = 1, titles: tuple[str, ...] = (), aliases: tuple[str, ...] = ()) -> Entity:
    return Entity(name, kind, tuple(Span(n * 50, n * 50 + 5) for n in range(count)), titles, aliases)  # type: ignore[arg-type]


def kinds(*articles: list[Entity]) -> list[list[str]]:
    return [[entity.type for entity in entities] for entities in agreed(articles)]


def test_a_bare_name_is_of_the_kind_that_the_other_reports_give_it() -> None:
    assert kinds([named("Obern", "person", 2)], [named("Obern", "place", 3)]) == [["place"], ["place"]]


def test_who_has_a_title_stays_a_person() -> None:
    found = kinds([named("Obern", "person", 1, ("Mayor",))], [named("Obern", "place", 6)])
    assert found == [["person"], ["place"]]


def test_even_evidence_changes_nothing() -> None:
    assert kinds([named("Corvane", "organisation", 2)], [named("Corvane", "place", 2)]) == [["organisation"], ["place"]]


def test_the_short_form_of_an_organisation_settles_what_it_is_elsewhere() -> None:
    one = [named("Corvane Metals Group", "organisation", 4, aliases=("Corvane",))]
    assert kinds(one, [named("Corvane", "other")]) == [["organisation"], ["organisation"]]


def test_order_number_and_unsplit_names_stay() -> None:
    entities = [named("Ada Field", "person"), named("Obern", "place")]
    assert agreed([entities]) == (tuple(entities),)
    assert agreed([]) == ()


def test_names_of_two_kinds_are_merged_once_they_agree() -> None:
    groups = merge([[named("Obern", "person")], [named("Obern", "place", 4)]])
    assert groups == (((0, 0), (1, 0)),)


def test_a_letter_apart_in_one_office_is_one_person() -> None:
    one, other = named("Iven Tarsk", "person", 1, ("Captain",)), named("Ivan Tarsk", "person", 2, ("captain",))
    assert len(merge([[one], [other]])) == 1


def test_a_letter_apart_is_not_enough() -> None:
    def apart(one: Entity, other: Entity) -> bool:
        return len(merge([[one], [other]])) == 2

    assert apart(named("Iven Tarsk", "person"), named("Ivan Tarsk", "person"))  # no office
    assert apart(named("Iven Tarsk", "person", 1, ("Mr.",)), named("Ivan Tarsk", "person", 1, ("Mr.",)))
    assert apart(named("Iven Tarsk", "person", 1, ("Mayor",)), named("Ivan Tarsk", "person", 1, ("Captain",)))
    assert apart(named("Ivan Tarsk", "person", 1, ("Judge",)), named("Ivana Tarsk", "person", 1, ("Judge",)))
    assert apart(named("Joan Tarsk", "person", 1, ("Judge",)), named("Anna Tarsk", "person", 1, ("Judge",)))


def test_two_that_stand_in_one_report_are_two() -> None:
    both = [named("Iven Tarsk", "person", 1, ("Captain",)), named("Ivan Tarsk", "person", 1, ("Captain",))]
    assert len(merge([both, both])) == 2
