"""completion: a script that lets the shell complete verbs, options and file names."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping

from reader.cli.exits import Exit
from reader.cli.output import Output
from reader.cli.verbs import VERBS

EXAMPLES = """\
examples:
  reader completion bash > ~/.local/share/bash-completion/completions/reader
  echo 'source <(reader completion zsh)' >> ~/.zshrc
  reader completion fish > ~/.config/fish/completions/reader.fish
"""

BASH = """\
_reader() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} words
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="{first}"
  else
    case ${{COMP_WORDS[1]}} in
{cases}
      *) words="{screen}" ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -o bashdefault -F _reader reader
"""
ZSH = "autoload -U +X bashcompinit && bashcompinit\n"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="SHELL", help="bash, zsh or fish")


def run(options: Namespace) -> int:
    answer = Output("completion", "text")
    for line in script(options.shell):
        answer.line(line)
    answer.close(())
    return Exit.DONE


def script(shell: str) -> Iterator[str]:
    """The lines of the script for a shell."""
    from reader.cli.dispatch import parser_of
    from reader.cli.screen import parser as screen_parser

    by_verb = {verb: _options(parser_of(verb)) for verb in VERBS}
    screen = _options(screen_parser())
    if shell == "fish":
        yield from _fish(by_verb, screen)
    else:
        cases = "\n".join(f'      {verb}) words="{" ".join(options)}" ;;' for verb, options in by_verb.items())
        text = BASH.format(first=" ".join((*VERBS, *screen)), cases=cases, screen=" ".join(screen))
        yield from ((ZSH if shell == "zsh" else "") + text).splitlines()


def _options(parser: ArgumentParser) -> list[str]:
    """The long options of a parser, in the order of its help."""
    parser.epilog = None  # the examples may show other commands
    return list(dict.fromkeys(re.findall(r"(?<![\w-])--[a-z][a-z-]*", parser.format_help())))


def _fish(by_verb: Mapping[str, list[str]], screen: list[str]) -> Iterator[str]:
    for verb, summary in VERBS.items():
        yield f"complete -c reader -n __fish_use_subcommand -a {verb} -d '{summary}'"
    for option in screen:
        yield f"complete -c reader -n __fish_use_subcommand -l {option[2:]}"
    for verb, options in by_verb.items():
        for option in options:
            yield f"complete -c reader -n '__fish_seen_subcommand_from {verb}' -l {option[2:]}"
