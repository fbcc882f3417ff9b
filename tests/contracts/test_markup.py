"""No text from a file, a note, a query or a path is ever read as markup."""

from pathlib import Path

import pytest
from markup_rules import check_folder, check_source

UI = Path(__file__).parents[2] / "reader" / "ui"
EXPLANATION = """
Text that is not a literal of ours would be parsed as markup here: "[sic]" would vanish, "[/" would raise and
"[@click=app.quit]" would become a link that acts. Wrap it: Content(text); or give markup=False where the call knows it
(Static, Label, notify's message); or annotate the name, function or attribute it comes from as Content or Text.
"""


def test_the_screen_parses_only_its_own_words() -> None:
    found = check_folder(UI)
    assert not found, EXPLANATION + "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        "Static(article.title)",
        "Label(f'{title}')",
        "widgets.Static(name + ' ')",
        "Static(title, markup=True)",
        "self.notify(message)",
        "self.notify('saved', title=path)",
        "self.notify('saved', title=path, markup=False)",
        "Option(row.title)",
        "OptionList(title)",
        "items.add_option(title)",
        "items.add_options([title for title in titles])",
        "self.border_title = article.source",
        "self.query_one('#x').tooltip = url",
        "Binding('a', 'b', 'c', tooltip=text)",
        "Content.from_markup(title)",
        "Content.from_text(title)",
        "Text.from_markup(f'[b]{title}[/b]')",
        "self.query_one(Static).update(title)",
        "self.query_one('#title').update(title)",
        "line = self.query_one('#title', Label)\nline.update(title)",
        "class A(Widget):\n def f(self, t: str) -> None:\n  self.head = Static('x')\n  self.head.update(t)",
        "class A(Static):\n pass\nclass B(Widget):\n head: A\n def f(self, t: str) -> None:\n  self.head.update(t)",
        "def f(head: Static, t: str) -> None:\n head.update(t)",
        "TabPane(source)",
        "Hit(1.0, matcher.highlight(name), run)",
        "SystemCommand(action.name, 'x', run)",
        "Button(name)",
        "class A(Static):\n def __init__(self, t: str) -> None:\n  super().__init__(t)",
        "class A(Static):\n pass\nA(title)",
        "class A(Widget):\n def render(self) -> str:\n  return self.title",
        "def f(t: str) -> None:\n Static(t)",
        "def f() -> None:\n t = Content('x')\n t = article.title\n Static(t)",
        "def g() -> str:\n return x\nStatic(g())",
    ],
)
def test_parsed_text_is_found(source: str) -> None:
    assert check_source(source)


@pytest.mark.parametrize(
    "source",
    [
        "Static('no articles here')",
        "Static(title, markup=False)",
        "Static(Content(title))",
        "Static(Content.assemble((title, 'bold')))",
        "self.notify(message, markup=False)",
        "self.notify('saved')",
        "Option(Content(row.title), id=row.id)",
        "OptionList(*[Option(Content(t)) for t in titles])",
        "self.border_title = Content(source)",
        "self.border_title = 'Events' if grouped else 'Articles'",
        "self.tooltip = None",
        "Content.from_markup('[b]$name[/b]', name=title)",
        "self.query_one(Static).update(Content(title))",
        "seen.update(other)",
        "self.world.notes.update(note)",
        "class A(Widget):\n def f(self, t: str) -> None:\n  self.a = Static('x', markup=False)\n  self.a.update(t)",
        "class A(Widget):\n def f(self) -> None:\n  self.update(self.lines)",
        "self.refresh()",
        "class A(Static):\n def __init__(self, t: str) -> None:\n  super().__init__(t, markup=False)\n"
        " def f(self, t: str) -> None:\n  self.update(t)",
        "class A(Widget):\n def render(self) -> Content:\n  return Content(self.title)",
        "def f(t: Content) -> None:\n Static(t)",
        "def f() -> None:\n t = Content(title)\n Static(t.stylize('bold'))",
        "def g() -> Content:\n return Content(x)\nStatic(g())",
        "class A:\n line: Content\nStatic(a.line)",
    ],
)
def test_finished_content_is_left_alone(source: str) -> None:
    assert check_source(source) == []
