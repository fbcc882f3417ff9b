"""The completion scripts know every verb and its options."""

import shutil
import subprocess

import pytest

from reader.cli.verbs import VERBS


def completed(script: str, *words: str) -> list[str]:
    """What bash offers for the last of some words."""
    quoted = " ".join(f"'{word}'" for word in words)
    ask = f'{script}\nCOMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _reader; printf "%s\\n" "${{COMPREPLY[@]}}"'
    return subprocess.run(["bash", "-c", ask], capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_verbs_and_their_options(run) -> None:
    script = run("completion", "bash").text
    assert completed(script, "reader", "co") == ["compare", "completion"]
    assert completed(script, "reader", "events", "--m") == ["--min-sources"]
    assert completed(script, "reader", "compare", "--exi") == ["--exit-code"]
    assert completed(script, "reader", "articles", "--th") == ["--theme"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_verb_is_offered(run, shell) -> None:
    done = run("completion", shell)
    assert done.code == 0
    assert all(verb in done.text for verb in VERBS)


def test_an_unknown_shell_is_wrong_usage(run) -> None:
    assert run("completion", "tcsh").code == 2
