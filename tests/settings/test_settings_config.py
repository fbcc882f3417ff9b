"""The configuration: who overrides whom, and every mistake told at once with its line."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import is_within

from reader.model import Problem
from reader.settings import config, document
from reader.settings.config import Config
from reader.settings.options import OPTIONS


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.yaml"


def told(problems: tuple[Problem, ...]) -> list[tuple[int | None, str, str]]:
    return [(problem.line, problem.message, problem.hint) for problem in problems]


def test_without_files_everything_is_as_the_program_chooses(file: Path) -> None:
    assert config.load(file, file.with_name("none.yaml")) == (Config(), ())
    assert config.load(None) == (Config(), ())
    assert not file.exists()


def test_every_setting_has_an_option_and_every_option_a_setting() -> None:
    assert list(OPTIONS) == list(Config.__dataclass_fields__)
    assert all(option.meaning for option in OPTIONS.values())


def test_flags_override_the_environment_the_project_and_the_user(file: Path, tmp_path: Path) -> None:
    project = tmp_path / "project" / ".reader.yaml"
    project.parent.mkdir()
    file.write_text("theme: one\nsort: title\nmeasure: 70\nlayers: quotes\nnotes: mine\n")
    project.write_text("theme: two\nsort: outlet\nmeasure: 80\nlibrary: [a, ~/b, /c]\nnotes: ours\n")
    env = {"READER_THEME": "three", "READER_SORT": "notes", "READER_ASCII": "1", "READER_NOTES": "n", "OTHER": "x"}
    flags = {"theme": "four", "measure": None, "panel": "hidden"}
    found, problems = config.load(file, project, env, flags, cwd=tmp_path)
    assert problems == ()
    assert (found.theme, found.sort, found.measure, found.layers, found.panel) == (
        "four",
        "notes",
        80,
        "quotes",
        "hidden",
    )
    assert found.library == (project.parent / "a", Path("~/b").expanduser(), Path("/c"))
    assert found.ascii is True
    assert found.notes == tmp_path / "n"


def test_every_mistake_is_told_at_once_with_its_line_and_the_nearest_word(file: Path) -> None:
    file.write_text(
        "themme: newsprint\n"
        "measure: 300\n"
        "layers: [quotes]\n"
        "sort: titel\n"
        "\n"
        "mouse: perhaps   # a comment\n"
        "theme_light: #fff\n"
        "theme_dark: 12\n"
        "notes: {a: b}\n"
        "group: off\n"
        "library: [a, [b]]\n"
        "panel: shown\n"
        "panel: hidden\n"
        "? [x]\n: y\n"
    )
    found, problems = config.load(file, env={"READER_MEASURE": "wide"})
    assert found == Config(group=False, panel="hidden")
    assert told(problems) == [
        (1, "unknown key 'themme'", "did you mean theme?"),
        (2, "measure is 60 to 100, not 300", ""),
        (3, "layers takes one value, not a list", ""),
        (4, "sort: unknown value 'titel'", "did you mean title?"),
        (6, "mouse is true or false, not 'perhaps'", ""),
        (7, "theme_light has no value", "remove the line to have the default"),
        (8, "theme_dark takes a name, not '12'", 'if it is the name, write "12"'),
        (9, "notes takes one value, not a mapping", ""),
        (11, "library takes a path or a list of paths", ""),
        (12, "panel is given again in line 13, which counts", "remove one of the two"),
        (14, "a key must be a word", ""),
        (None, "$READER_MEASURE: measure is a whole number, not 'wide'", "60 to 100"),
    ]
    assert {problem.path for problem in problems[:-1]} == {str(file)}


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("theme: [a\nsort: date\n", 2, "not valid YAML"),
        ("theme: a\n\tsort: date\n", 2, "not valid YAML"),
        ("- a\n- b\n", 1, "not a mapping"),
        ("\n\njust words", 3, "not a mapping"),
        ("a: *b\n", 1, "not valid YAML"),
        ("theme: \x01\n", 1, "not valid YAML"),
        ("theme: a\n--- \ntheme: b\n", 2, "not valid YAML"),
        ("[" * 5000, None, "nested"),
        ("- " * 5000, None, "nested"),
    ],
)
def test_a_broken_file_is_told_with_its_line_and_the_rest_goes_on(
    file: Path, text: str, line: int | None, part: str
) -> None:
    file.write_text(text)
    found, (problem,) = config.load(file, env={"READER_SORT": "title"})
    assert found == Config(sort="title")
    assert problem.line == line
    assert part in problem.message


def test_a_file_that_cannot_be_read_is_told(file: Path) -> None:
    file.mkdir()
    assert "cannot be read" in config.load(file)[1][0].message
    file.rmdir()
    file.write_bytes(b"theme: a\nsort: \xff")
    assert (config.load(file)[1][0].line, config.load(file)[1][0].message) == (2, "not UTF-8")
    file.write_bytes(b"#" * 1_000_002)
    assert "too large" in config.load(file)[1][0].message
    file.write_bytes("\ufefftheme: amber-tube\r\nmeasure: 64\r\n".encode())
    assert config.load(file) == (Config(theme="amber-tube", measure=64), ())


def test_hostile_yaml_costs_no_time(file: Path) -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    file.write_text(bomb + "me: &m [*m]\ntag: !!python/object:os.system x\n")
    assert is_within(5, lambda: config.load(file))
    assert len(config.load(file)[1]) == 62


@given(st.text("theme: sort\n-[]{}#&*!|>'\"%@`\\,?\t\r\ufeff\x85\u2028é1", max_size=60) | st.binary(max_size=40))
@settings(max_examples=120, deadline=None)
def test_nothing_that_a_file_can_hold_is_an_error(tmp_path_factory: pytest.TempPathFactory, text: str | bytes) -> None:
    file = tmp_path_factory.mktemp("c") / "config.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    found, problems = config.load(file)
    assert isinstance(found, Config)
    assert all(problem.message for problem in problems)


lines = st.sampled_from(
    [*("a: b", "theme: newsprint  # x", 'k-2: "quoted # text"', "n: 12", "t: true", "# note", "", "a:  word "), "x: no"]
)


@given(st.lists(lines, max_size=6))
def test_plain_lines_mean_what_yaml_says_they_mean(chosen: list[str]) -> None:
    text = "\n".join(chosen)
    plain = document._plain(text)
    if plain is not None:
        assert document._once(document.Document(Path(), plain)) == document._from_yaml(text, Path())


def test_starting_without_files_imports_no_parser() -> None:
    code = (
        "import sys; from reader.settings import config, paths, keymap, theme;"
        "found = paths.from_environment({'HOME': '/nowhere'}); config.load(found.config_file);"
        "keymap.load(found.keys_file, {}); theme.load('newsprint', found.theme_folders)[0].resolved();"
        "print({'yaml', 'textual', 'rich', 'platformdirs', 'difflib'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"


def test_the_theme_follows_the_terminal_unless_it_is_named() -> None:
    assert Config().theme_for(dark=True) == "lamplight"
    assert Config(theme_light="first-frost").theme_for(dark=False) == "first-frost"
    assert Config(theme="graphite").theme_for(dark=False) == "graphite"


def test_a_model_is_a_name_or_a_folder_beside_the_file_that_names_it(file: Path, tmp_path: Path) -> None:
    file.write_text("extractor: spacy\nspacy_model: models/mine\n")
    assert config.load(file)[0].spacy_model == str(tmp_path / "models" / "mine")
    file.write_text("spacy_model: en_core_web_lg\n")
    assert config.load(file)[0] == Config(spacy_model="en_core_web_lg")
    found, problems = config.load(file, env={"READER_SPACY_MODEL": "./m"}, cwd=tmp_path)
    assert (found.spacy_model, problems) == (str(tmp_path / "m"), ())


def test_the_folder_that_one_happens_to_be_in_cannot_name_a_model(file: Path, tmp_path: Path) -> None:
    project = tmp_path / ".reader.yaml"
    project.write_text("spacy_model: ./planted\n")
    found, problems = config.load(file, project)
    assert found == Config()
    assert told(problems) == [(1, "spacy_model cannot be set for one folder", "set it in your own config")]
