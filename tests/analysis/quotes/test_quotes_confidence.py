"""The table of measured precision, and the script that makes it."""

import json
from pathlib import Path

import pytest

from reader.analysis.quotes.calibrate import main, table
from reader.analysis.quotes.confidence import Group, confidence


def test_a_pronoun_that_fits_two_people_is_less_sure() -> None:
    group = Group("direct first", "pronoun")
    assert (
        confidence(group, doubtful=True)
        < confidence(group, doubtful=False)
        < confidence(Group("direct first", "name"), doubtful=False)
    )


def test_a_layout_never_measured_is_not_sure() -> None:
    assert confidence(Group("mixed upside-down", "name"), doubtful=False) < 0.5


def test_rare_groups_are_drawn_to_the_rate_of_their_layout() -> None:
    results = [(Group("direct first", "name"), True)] * 90 + [(Group("direct first", "title"), False)] * 10
    rates = table(results)
    assert rates["direct first", ""] == pytest.approx(0.9)
    assert rates["direct first", "title"] == pytest.approx(0.45)


def test_calibration_reads_articles_and_prints_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "“We will rebuild the bridge,” Field said."
    record = {"text": text, "quotes": [{"spans": [[0, 29]], "speaker": [[30, 35, "Field"]]}]}
    path = tmp_path / "known.jsonl"
    path.write_text("\n".join([json.dumps(record)] * 6), "utf-8")
    main([str(path)])
    assert capsys.readouterr().out.startswith("direct first: all 1.000")
