"""Hostile text: what an article, a file name, a note or a query may hold to take over a terminal, and how to see it.

Used by the tests of the command line and by those of the screen, so both stand against the same table."""

import re
from dataclasses import dataclass

ESC, CSI8, OSC8, DCS8, ST8 = "\x1b", "\x9b", "\x9d", "\x90", "\x9c"


@dataclass(frozen=True, slots=True)
class Payload:
    """A piece of text that must arrive on the terminal without effect."""

    name: str
    text: str
    """What is put between two harmless words."""
    trace: str = ""
    """What of it must never come out; empty where it is harmless and must come out unchanged."""

    @property
    def literal(self) -> bool:
        """Whether it is ordinary text that only a markup parser would swallow."""
        return not self.trace


def _obeyed(name: str, text: str) -> Payload:
    return Payload(name, text, text)


ESCAPES = (
    _obeyed("csi-colour", f"{ESC}[31;4747m"),
    _obeyed("csi-clear-screen", f"{ESC}[2J{ESC}[H"),
    _obeyed("csi-cursor-up-and-overwrite", f"{ESC}[47A{ESC}[47D"),
    _obeyed("csi-report-position", f"{ESC}[6n"),
    _obeyed("csi-report-device", f"{ESC}[>0c"),
    _obeyed("csi-title-report", f"{ESC}[21t"),
    _obeyed("csi-leave-alternate-screen", f"{ESC}[?1049l{ESC}[?47l"),
    _obeyed("csi-private-without-end", f"{ESC}[?4747"),
    _obeyed("csi-with-intermediate", f"{ESC}[47!p"),
    _obeyed("csi-long-parameters", f"{ESC}[" + "9;" * 400 + "m"),
    _obeyed("osc-title", f"{ESC}]0;owned-title\x07"),
    _obeyed("osc-icon-name-st", f"{ESC}]1;owned-icon{ESC}\\"),
    _obeyed("osc-palette", f"{ESC}]4;1;rgb:00/00/00\x07"),
    _obeyed("osc-working-directory", f"{ESC}]7;file:///owned\x07"),
    _obeyed("osc-hyperlink", f"{ESC}]8;;http://owned.example/{ESC}\\"),
    _obeyed("osc-notify", f"{ESC}]9;owned-notice\x07"),
    _obeyed("osc-clipboard", f"{ESC}]52;c;b3duZWQ=\x07"),
    _obeyed("osc-clipboard-query", f"{ESC}]52;c;?{ESC}\\"),
    _obeyed("osc-iterm-file", f"{ESC}]1337;File=inline=1:AAAA\x07"),
    _obeyed("osc-without-end", f"{ESC}]0;owned-open"),
    _obeyed("dcs-sixel", f"{ESC}Pq#0~~{ESC}\\"),
    _obeyed("dcs-termcap-request", f"{ESC}P+q544e{ESC}\\"),
    _obeyed("dcs-tmux-passthrough", f"{ESC}Ptmux;{ESC}{ESC}]52;c;b3duZWQ=\x07{ESC}\\"),
    _obeyed("apc-kitty-graphics", f"{ESC}_Ga=T,f=100;AAAA{ESC}\\"),
    _obeyed("pm", f"{ESC}^owned-private{ESC}\\"),
    _obeyed("sos", f"{ESC}Xowned-string{ESC}\\"),
    _obeyed("screen-title", f"{ESC}kowned-window{ESC}\\"),
    _obeyed("full-reset", f"{ESC}c"),
    _obeyed("charset-line-drawing", f"{ESC}(0"),
    _obeyed("keypad-mode", f"{ESC}="),
    _obeyed("escape-alone", ESC),
    _obeyed("escape-escape", f"{ESC}{ESC}[47m"),
    _obeyed("escape-split-by-nul", f"{ESC}\0[47m"),
)
EIGHT_BIT = (
    _obeyed("c1-csi", f"{CSI8}31;4747m"),
    _obeyed("c1-osc-title", f"{OSC8}0;owned-c1{ST8}"),
    _obeyed("c1-dcs", f"{DCS8}q#0~~{ST8}"),
    _obeyed("c1-apc", f"\x9fGa=T;AAAA{ST8}"),
    _obeyed("c1-pm", f"\x9eowned{ST8}"),
    _obeyed("c1-sos", f"\x98owned{ST8}"),
    _obeyed("c1-nel", "\x85"),
    _obeyed("c1-reverse-index", "\x8d\x8d\x8d"),
)
CONTROLS = (
    _obeyed("bell", "\a\a\a"),
    _obeyed("backspaces", "guilty\b\b\b\b\b\b"),
    _obeyed("overstrike", "N\bNA\bAM\bME\bE"),
    _obeyed("delete", "\x7f\x7f"),
    _obeyed("shift-out", "\x0e"),
    _obeyed("xoff", "\x13"),
    _obeyed("nul", "\0"),
    _obeyed("vertical-tab-form-feed", "\v\f"),
    _obeyed("substitute", "\x1a"),
    Payload("carriage-return-overwrite", "the truth\rthe lie  ", "\r"),
)
UNICODE = (
    _obeyed("bidi-override", "\u202edetrevni\u202c"),
    _obeyed("bidi-embedding", "\u202bembedded\u202c"),
    _obeyed("bidi-isolates", "\u2066one\u2069\u2067two\u2069\u2068three\u2069"),
    _obeyed("tag-characters", "".join(chr(0xE0000 + ord(c)) for c in "hidden") + "\U000e007f"),
    _obeyed("language-tag", "\U000e0001"),
    _obeyed("line-separator", "\u2028"),
    _obeyed("paragraph-separator", "\u2029"),
    _obeyed("interlinear-annotation", "\ufff9a\ufffab\ufffb"),
    _obeyed("byte-order-mark-inside", "\ufeff"),
    _obeyed("lone-surrogate", "\ud800"),
)
MARKUP = (
    Payload("markup-tag", "[bold red]not bold[/bold red]"),
    Payload("markup-click", "[@click=app.quit]go on[/]"),
    Payload("markup-close", "[/]"),
    Payload("markup-unbalanced", "[/bold"),
    Payload("markup-sic", "he said [sic] so"),
    Payload("markup-number", "[00] and [1]"),
    Payload("markup-link", "[link=http://owned.example]read[/link]"),
    Payload("markup-escape", "\\[bold]\\\\[/]"),
    Payload("markup-variable", "$primary [$accent]x"),
    Payload("markup-emoji", ":smile: :warning:"),
)
PAYLOADS: tuple[Payload, ...] = ESCAPES + EIGHT_BIT + CONTROLS + UNICODE + MARKUP

RAW: dict[str, bytes] = {
    "invalid-utf8": b"caf\xe9 \xff\xfe\xfa",
    "overlong-escape": b"\xc0\x9b[31m \xe0\x80\x9b[31m",
    "truncated-sequence": b"\xe2\x80",
    "encoded-surrogates": b"\xed\xa0\x80\xed\xb0\x80",
    "eight-bit-csi-byte": b"\x9b31;4747m \x9d0;owned\x9c",
    "beyond-unicode": b"\xf5\x80\x80\x80",
    "utf16-escape": "before \x1b]0;owned\x07 after".encode("utf-16"),
}
"""Bytes that are no text in the usual encoding."""

FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What plain output may never hold: every control character but the line feed, bidi overrides, tags."""


def in_file_names() -> tuple[Payload, ...]:
    """The payloads that a file system takes as a name."""
    return tuple(
        payload
        for payload in PAYLOADS
        if "\0" not in payload.text
        and "/" not in payload.text
        and "\ud800" not in payload.text
        and len(payload.text) < 200
    )


def violations(output: bytes) -> list[str]:
    """What a terminal might have obeyed in plain output, each with the words around it; empty where all is well.

    A pseudo-terminal writes a line's end as CR LF: that pair counts as a line feed."""
    try:
        text = output.replace(b"\r\n", b"\n").decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"not UTF-8 at {error.start}: {output[max(0, error.start - 30) : error.end + 10]!r}"]
    return [repr(text[max(0, found.start() - 30) : found.end() + 20]) for found in FORBIDDEN.finditer(text)][:10]


def leaks(output: bytes) -> list[str]:
    """The names of the payloads whose sequence is in what the screen wrote, among its own sequences.

    Only those that a well-behaved screen never writes itself are told from its own; a bare ESC is not."""
    own = {
        "escape-alone",
        "csi-clear-screen",
        "csi-report-device",
        "carriage-return-overwrite",
        "keypad-mode",
        "csi-report-position",
    }
    return [
        payload.name
        for payload in PAYLOADS
        if payload.trace and payload.name not in own and payload.trace.encode("utf-8", "surrogatepass") in output
    ]
