"""One broken pack for every rule on how a pack holds together."""

from pathlib import Path

import pytest
from decision_aid.content.coherence import CHECKS
from decision_aid.content.packs import load_pack
from decision_aid.content.references import PACK_POINTERS, matches

from tests.builders import a_pack
from tests.content.small_pack import a_copy, edit, line_of, problems_of

# file, what stands there, what is put there, words of the problem, where in the file it is told
DANGLING = {
    "headline figure": ("pack.yaml", "  - better", "  - beter", 'Did you mean "better"?', "beter"),
    "cell of no question": (
        "pack.yaml",
        "  - id: what\n  - id: soon\n- id: pill",
        "  - id: what\n  - id: soon\n  - id: soom\n    text: x\n- id: pill",
        'Did you mean "soon"?',
        "soom",
    ),
    "figure of a cell": (
        "pack.yaml",
        "  - id: soon",
        "  - id: soon\n    figures: [none]",
        "figures",
        "[none]",
    ),
    "source of a cell": (
        "pack.yaml",
        "  - id: soon",
        "  - id: soon\n    sources: [boook]",
        'Did you mean "book"?',
        "boook",
    ),
    "criterion of a question": ("pack.yaml", "  - help", "  - hlep", 'mean "help"', "hlep"),
    "class of a criterion": (
        "evidence.yaml",
        "- id: lasting",
        "- id: lasting\n  only_with_class: [snri]",
        'mean "ssri"',
        "snri",
    ),
    "source of a standing": (
        "evidence.yaml",
        "    - book",
        "    - bok",
        'mean "book"',
        "- bok",
    ),
    "criterion of a dealbreaker": (
        "evidence.yaml",
        "criterion: driving",
        "criterion: drving",
        'mean "driving"',
        "drving",
    ),
    "source of a study": ("evidence.yaml", "  - book", "  - bok", 'mean "book"', "- bok"),
    "study of a figure": ("evidence.yaml", "study: trial", "study: tril", 'mean "trial"', "tril"),
    "class of a medicine": ("medicines.yaml", "  - ssri", "  - sri", 'mean "ssri"', "- sri"),
    "option of a rule": ("rules.yaml", "  - pill", "  - pil", 'mean "pill"', "- pil"),
    "source of a rule": ("rules.yaml", "  - book", "  - bok", 'mean "book"', "- bok"),
    "source of a card": (
        "pack.yaml",
        "group: care\n  sources:\n  - book",
        "group: care\n  sources:\n  - bok",
        'mean "book"',
        "- bok",
    ),
    "card of a teach-back": ("pack.yaml", "card: card", "card: crad", 'mean "card"', "crad"),
    "option of a suggestion": (
        "pack.yaml",
        "- id: ask",
        "- id: ask\n  options: [pil]",
        "pil",
        "[pil]",
    ),
    "option of a reason to call": (
        "pack.yaml",
        "urgency: clinic",
        "urgency: clinic\n  options: [pil]",
        'mean "pill"',
        "[pil]",
    ),
}

INCOHERENT = {
    "no status quo": (
        "pack.yaml",
        "  status_quo: true\n",
        "",
        "status_quo: true; here 0",
        "options:",
    ),
    "two status quos": (
        "pack.yaml",
        "- id: talk",
        "- id: talk\n  status_quo: true",
        "here 2",
        "options:",
    ),
    "a level that is none": (
        "evidence.yaml",
        "    level: good",
        "    level: god",
        'mean "good"',
        "level: god",
    ),
    "a dealbreaker's level": (
        "evidence.yaml",
        "  level: bad\nweighing",
        "  level: bda\nweighing",
        'mean "bad"',
        "bda",
    ),
    "a standing without a source": (
        "evidence.yaml",
        "    certainty: high\n    sources:\n    - book\n  - id: pill",
        "    certainty: high\n  - id: pill",
        "only unknown may",
        "  - id: stay",
    ),
    "a range off the scale": (
        "evidence.yaml",
        "range:\n      low: 5\n      likely: 15\n      high: 25",
        "range: {low: 5, likely: 15, high: 31}",
        "runs from 0 to 30",
        "high: 31",
    ),
    "an unknown off the scale": (
        "evidence.yaml",
        "unknown: {}",
        "unknown: {low: -1, high: 3}",
        "runs from 0 to 30",
        "high: 3}",
    ),
    "people counted off the scale": (
        "evidence.yaml",
        "unknown: {}",
        "sources: [book]\n    events: {count: 9, of: 10}",
        "runs from 0 to 30",
        "events:",
    ),
    "an estimate off the scale": (
        "evidence.yaml",
        "unknown: {}",
        "sources: [book]\n    estimate: {mean: 31, se: 1}",
        "runs from 0 to 30",
        "estimate:",
    ),
    "an unknown with ends on levels": (
        "evidence.yaml",
        "level: good",
        "unknown: {low: 1, high: 2}",
        "unknown: {}",
        "unknown: {low",
    ),
    "a fact nobody has": (
        "rules.yaml",
        "class:maoi",
        "clas:maoi",
        'mean "class:maoi"',
        "clas:maoi",
    ),
    "a gate without a source": (
        "rules.yaml",
        "  sources:\n  - book",
        "  sources: []",
        "has no source",
        "- id: maoi",
    ),
    "a gate that shuts nothing": (
        "rules.yaml",
        "  options:\n  - pill",
        "  options: []",
        "names no option",
        "- id: maoi",
    ),
    "one group with a comparison": (
        "evidence.yaml",
        "design: randomized",
        "design: one_group",
        "has no comparison",
        "  - id: all",
    ),
    "two groups without a comparison": (
        "evidence.yaml",
        "    comparison:\n      counted:\n        count: 22\n        of: 100\n",
        "",
        "needs its comparison",
        "  - id: all",
    ),
    "one name for two medicines": (
        "medicines.yaml",
        "  - Zoloft",
        "  - NARDIL",
        '"nardil" already',
        "- id: sertraline",
    ),
    "no right choice": (
        "pack.yaml",
        "    right: true\n",
        "",
        "right: true",
        "  choices:",
    ),
    "a review before the publication": (
        "pack.yaml",
        "next_review: 2027-05-01",
        "next_review: 2026-10-01",
        "after the day of publication",
        "next_review",
    ),
    "a certainty that narrows": (
        "evidence.yaml",
        "high: 1\n",
        "high: 0.5\n",
        "1 or more",
        "widening",
    ),
    "a repeated id": (
        "sources.yaml",
        "sources:\n",
        "sources:\n- {id: book, authors: A, year: 2000, title: T, where: W}\n",
        "stands in this list already",
        "- id: book",
    ),
    "a medicine nobody can type": (
        "medicines.yaml",
        "  - Nardil\n",
        "  - 'Nardil '\n",
        "nobody can type it",
        "- id: phenelzine",
    ),
    "a repeated level": (
        "evidence.yaml",
        "  - id: middling",
        "  - {id: bad}\n  - id: middling",
        "stands in this list already",
        "{id: bad}",
    ),
}


BROKEN = {**DANGLING, **INCOHERENT}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_pack_that_does_not_hold_together_is_told_where(
    tmp_path: Path, broken: tuple[str, str, str, str, str]
) -> None:
    name, old, new, words, at = broken
    folder = a_copy(tmp_path)
    edit(folder, name, old, new)
    told = [one for one in problems_of(lambda: load_pack(folder)) if words in one.text]
    assert [(one.file, one.line) for one in told] == [
        (f"{folder}/{name}", line_of(folder, name, at))
    ]


def test_a_missing_cell_and_a_missing_standing_are_told(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    option = "- id: wait\n  cells:\n  - {id: what, text: x}\n  name: W\n  short: W\n  summary: W\n"
    edit(folder, "pack.yaml", "questions:\n", f"{option}questions:\n")
    texts = [one.text for one in problems_of(lambda: load_pack(folder))]
    assert 'The option "wait" has no cell for "soon".' in texts
    for criterion in ("help", "driving", "lasting"):
        assert f'"{criterion}" has no standing for the option "wait".' in texts


def test_one_option_is_no_choice(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    content = (folder / "pack.yaml").read_text()
    start, end = content.index("- id: pill"), content.index("questions:")
    (folder / "pack.yaml").write_text(content[:start] + content[end:])
    for option in ("pill", "talk"):
        texts = (folder / "text/en.yaml").read_text()
        at = texts.index(f"  {option}:\n")
        rest = texts[at:].split("\n")
        (folder / "text/en.yaml").write_text(texts[:at] + "\n".join(rest[7:]))
    assert any("2 to 26" in one.text for one in problems_of(lambda: load_pack(folder)))


def test_every_way_of_pointing_leads_somewhere_in_a_pack() -> None:
    for pattern, kind in PACK_POINTERS:
        assert isinstance(getattr(a_pack(), kind), tuple)
        list(matches(a_pack(), pattern))


def test_no_check_finds_fault_with_a_sound_pack() -> None:
    assert [code for code, check in CHECKS if list(check(a_pack()))] == []
