"""Packs that do not load."""

from collections.abc import Callable

from decision_aid.content.packs import STRUCTURE_FILES

from tests.content.checks.cases import EN, Case, error

STAY = "  - id: what\n  - id: soon\n- id: pill"
CELL_TEXT = "      soon: How soon stay is\n    name"
STANDING = "    certainty: high\n    sources:\n    - book\n  - id: pill"


def _told_in(name: str) -> Callable[..., Case]:
    """Makes cases in one file, told where something is put if not said otherwise."""

    def case(code: str, old: str, new: str, at: str = "", words: str = "") -> Case:
        return error(code, (name, old, new), at=(name, at or new.splitlines()[0]), words=words)

    return case


_pack, _evidence, _sources, _medicines, _rules = map(_told_in, STRUCTURE_FILES)
_en = _told_in(EN)

FILES = (
    error("empty_file", ("sources.yaml", "", "# nothing\n"), at=("sources.yaml", "# nothing")),
    _sources("yaml_syntax", "title: A book", "title: [A book", at="  where:"),
    _sources("refused_yaml", "title: A book", "title: !!python/name:os A book"),
    _sources("refused_yaml", "title: A book", "title: &a A book", words="Anchors"),
    _sources("refused_yaml", "title: A book", "title: *a", words="Aliases"),
    _sources("invisible_character", "A book", "A \u202ebook"),
    _sources("invisible_character", "A book", r'"A \u202ebook"', words="U+202E"),
)
KEYS = (
    _sources("duplicate_key", "  year: 2020", "  year: 2020\n  year: 2021", "2021"),
    _rules("duplicate_key", "rules:", "sources: []\nrules:", words="stands in"),
    _sources("unknown_key", "  doi:", "  doy:", words='Did you mean "doi"?'),
    _evidence("missing_key", "  study: trial\n", "", at="- id: better", words='"study"'),
    _en("missing_text", "    event: felt much better\n", "", at="  better:", words=f"{EN}."),
    _en("misplaced_key", "  trial:\n", "  trial:\n    weeks: 3\n", at="    weeks: 3"),
    error(
        "misplaced_text",
        ("pack.yaml", "- id: stay\n", "- id: stay\n  name: Stay\n"),
        at=(EN, "    name: Stay"),
    ),
    _sources("wrong_type", "2020", "soon", words='a whole number, not "soon"'),
    _evidence("unknown_word", "design: randomized", "design: random"),
    _en("wrong_name", "language: en", "language: es", words='should be "en"'),
    _evidence("out_of_range", "draws: 2000", "draws: 0", at="weighing:"),
    _evidence("out_of_range", "weeks: 26", "weeks: inf"),
    _rules(
        "out_of_range",
        "rules:",
        "washouts:\n- {id: none, condition: aneurysm, days: 0, sources: [book]}\nrules:",
        at="- {id: none",
        words="washouts / none: a washout lasts one day or more.",
    ),
    _evidence("count_over_total", "count: 46", "count: 146", at="counted:", words="146 of 100"),
    _evidence(
        "odd_arm",
        "      counted:\n        count: 46\n        of: 100",
        "      percent: 146",
        at="    intervention:",
    ),
    _evidence("odd_scale", "best: 30", "best: 0", at="  scale:"),
    _evidence("odd_standing", "      high: 3\n", "      high: -3\n", at="    range:"),
    _evidence(
        "odd_figure",
        "outcome: response",
        "outcome: relapse\n  scale: MADRS",
        at="- id: better",
    ),
    _rules("rule_without_fact", "  - - class:maoi", "  - []", at="- id: maoi"),
)
NAMES = (
    _pack("unknown_id", "card: card", "card: crad", words='Did you mean "card"?'),
    _en("unknown_id", "  soon:\n    text", "  soom:\n    text"),
    _pack(
        "repeated_id",
        "- id: ask\n",
        "- {id: ask, topic: cost, ask: anyone}\n- id: ask\n",
        at="- id: ask",
    ),
    _pack("unknown_instrument", "crisis:\n", "instruments: [phq8]\ncrisis:\n", words="phq9"),
    _evidence("unknown_level", "level: good", "level: god", words='Did you mean "good"?'),
    _rules("unknown_fact", "class:maoi", "class:mao", words='mean "class:maoi"?'),
)
WHOLE = (
    _pack("status_quo_count", "  status_quo: true\n", "", at="options:"),
    error(
        "missing_cell",
        ("pack.yaml", STAY, "  - id: what\n- id: pill"),
        (EN, CELL_TEXT, "    name"),
        at=("pack.yaml", "  cells:"),
    ),
    _evidence(
        "standing_without_source",
        STANDING,
        "    certainty: high\n  - id: pill",
        "  - id: stay",
    ),
    _evidence("off_scale", "      high: 3\n", "      high: 31\n", at="    range:"),
    _rules(
        "gate_without_source",
        "  sources:\n  - book\n",
        "  sources: []\n",
        at="- id: maoi",
    ),
    _rules("gate_without_option", "  options:\n  - pill\n", "", at="- id: maoi"),
    _evidence(
        "missing_arm",
        "    comparison:\n      counted:\n        count: 22\n        of: 100\n",
        "",
        at="  - id: all",
    ),
    _evidence("extra_arm", "design: randomized", "design: one_group", at="  - id: all"),
    _medicines("blank_name", "  - Nardil", "  - 'Nardil '", at="- id: phenelzine"),
    _medicines("repeated_name", "  - Zoloft", "  - nardil", at="- id: sertraline"),
    _pack("right_choice_count", "    right: true\n", "", at="  choices:"),
    _pack("review_before_publication", "2027-05-01", "2026-10-01"),
    _evidence("falling_widening", "high: 1\n", "high: 9\n", at="  widening:"),
)
LOADING = (*FILES, *KEYS, *NAMES, *WHOLE)
