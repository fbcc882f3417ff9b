"""Whom an event is named after: people at its centre, not institutions, not everybody who is quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import analyse
from reader.events.principals import PEOPLE, Named, Outline, outline, principals, short_form
from reader.model import Article, Span

TALKS = (
    ("Venn and Holt meet in Marrick", "Premier Orla Venn met Chancellor Dario Holt in Marrick on Monday. Venn smiled."),
    (
        "Holt leaves Marrick without a treaty",
        "Dario Holt left the talks with Orla Venn after three hours. Holt said no.",
    ),
    ("No treaty yet", "The talks between Orla Venn and Dario Holt ended on Monday. Ilmar Joost drove the car."),
)


def report(title: str, text: str, place: str | None = None, published: str = "2024-03-12") -> Outline:
    article = Article(
        id=title, file="", text=text, paragraphs=(Span(0, len(text)),), title=title, place=place, published=published
    )
    return outline(article, analyse(article))


def named(name: str, type: str = "person", mentions: int = 2, first: int = 0, titled: bool = False) -> Named:
    return Named(name, name.split()[-1] if " " in name else "", type, mentions, first, titled)


def told(*names: Named, title: str = "", place: str | None = None, days: tuple[str, ...] = ()) -> Outline:
    return Outline(title, place, "2024-03-12", 200, names, days)


def test_an_event_is_named_after_the_people_at_its_centre() -> None:
    found = principals([report(title, text) for title, text in TALKS])
    assert set(found.people) == {"Orla Venn", "Dario Holt"}
    assert set(found.called) == {"Venn", "Holt"}


def test_somebody_whom_one_report_names_is_no_principal() -> None:
    reports = [told(named("Orla Venn"), named("Petra Hale")), told(named("Orla Venn")), told(named("Orla Venn"))]
    assert principals(reports).people == ("Orla Venn",)


def test_somebody_far_down_in_every_report_is_no_principal() -> None:
    reports = [told(named("Orla Venn"), named("Petra Hale", first=900)) for _ in range(3)]
    assert principals(reports).people == ("Orla Venn",)
    in_title = [told(named("Orla Venn"), named("Petra Hale", first=900), title="Hale speaks") for _ in range(3)]
    assert "Petra Hale" in principals(in_title).people


@pytest.mark.parametrize(
    ("name", "type"),
    [("Supreme Court", "organisation"), ("Democrats", "person"), ("Sele", "person"), ("Gazette", "other")],
)
def test_institutions_and_words_that_look_like_names_are_left_out(name: str, type: str) -> None:
    assert principals([told(named(name, type), title=f"{name} decides") for _ in range(3)]).people == ()


def test_one_report_that_takes_it_for_a_person_is_outvoted() -> None:
    name = "Anselm Ferries"
    reports = [told(named(name)), told(named(name, "organisation")), told(named(name, "organisation"))]
    assert principals(reports).people == ()


def test_a_surname_alone_counts_for_the_one_who_has_it() -> None:
    found = principals([told(named("Orla Venn")), told(named("Venn")), told(named("Venn"))])
    assert found.people == ("Orla Venn",)
    assert found.called == ("Venn",)


def test_two_of_one_surname_are_told_apart() -> None:
    found = principals([told(named("Orla Venn"), named("Marta Venn"), named("Ilmar Joost")) for _ in range(2)])
    assert set(found.called) == {"Orla Venn", "Marta Venn", "Joost"}


def test_titles_and_suffixes_are_no_part_of_a_name() -> None:
    found = principals([told(named("Special Counsel Orla Venn"), titled) for titled in [named("Dario Holt Jr.")] * 2])
    assert "Orla Venn" in found.people
    assert principals([told(named("Dario Holt Jr.")), told(named("Dario Holt"))]).people == ("Dario Holt",)


@pytest.mark.parametrize(
    ("name", "aliases", "short"),
    [
        ("Orla Venn", ("Venn", "Orla"), "Venn"),
        ("Li Mingzhe", ("Li",), "Li"),
        ("Orla Venn", (), ""),
        ("Venn", ("Venn",), ""),
    ],
)
def test_people_are_called_by_the_word_that_the_reports_use(name: str, aliases: tuple[str, ...], short: str) -> None:
    assert short_form(name, aliases) == short


def test_the_place_is_that_of_the_datelines() -> None:
    assert principals([told(place="Marrick"), told(place="Marrick"), told(place="Kessum")]).place == "Marrick"
    assert principals([told(place="Port Ansel"), told(place="Kessum", title="Bridge at Kessum")]).place == "Kessum"


def test_without_datelines_it_is_the_one_that_most_reports_speak_of() -> None:
    place = named("Kessum", "place", mentions=3)
    assert principals([told(place), told(place), told()]).place == "Kessum"
    assert principals([told(place), told(), told()]).place is None
    in_passing = named("Kessum", "place", mentions=1)
    assert principals([told(in_passing), told(in_passing)]).place is None
    assert principals([told(in_passing, title="Flood in Kessum"), told(in_passing)]).place == "Kessum"


def test_the_day_is_that_on_which_most_say_it_was() -> None:
    early = ("2024-03-11",)
    assert principals([told(days=early), told(days=early), told()]).date == "2024-03-11"
    assert principals([told(days=early), told(), told()]).date == "2024-03-12"
    assert principals([told(days=("2024-04-01",))] * 3).date == "2024-03-12"  # what is still to come


def test_two_of_the_same_weight_come_in_the_same_order_whichever_report_is_first() -> None:
    often = named("Dario Holt", mentions=10)
    reports = [
        told(often, named("Orla Venn", mentions=one), named("Petra Hale", mentions=4 - one)) for one in (1, 2, 3)
    ]
    assert principals(reports) == principals(reports[::-1])
    assert principals(reports).people[:3] == ("Dario Holt", "Orla Venn", "Petra Hale")


OUTLINES = st.builds(
    Outline,
    st.text("AB ab", max_size=8),
    st.none() | st.sampled_from(["Kessum", "Marrick", "—"]),
    st.none() | st.just("2024-03-12"),
    st.integers(0, 50),
    st.lists(
        st.builds(
            Named,
            st.text("AB ab.—", max_size=8),
            st.sampled_from(["", "a"]),
            st.sampled_from(["person", "place", "organisation"]),
            st.integers(0, 3),
            st.integers(0, 99),
            st.booleans(),
        ),
        max_size=4,
    ).map(tuple),
    st.lists(st.sampled_from(["2024-03-11", "2024-99-99"]), max_size=2).map(tuple),
)


@given(st.lists(OUTLINES, max_size=4), st.randoms(use_true_random=False))
def test_whatever_is_found_the_order_of_the_reports_does_not_matter(reports, random) -> None:
    found = principals(reports)
    assert len(found.people) == len(found.called) <= PEOPLE
    random.shuffle(reports)
    assert principals(reports) == found
