"""Packs that tell of one option in another way than of the others."""

from tests.content.checks.cases import EN, Edit, error, warning

PILL = "- id: pill\n  headline_figures:\n  - better\n  cells:\n"
PILL_ROWS: Edit = (
    "pack.yaml",
    f"{PILL}  - id: what\n  - id: soon\n",
    f"{PILL}  - {{id: what, figures: [better]}}\n  - {{id: soon, figures: [better]}}\n",
)
TWO_BENEFITS: Edit = (
    "pack.yaml",
    "- id: what\n  kind: description",
    "- id: what\n  kind: benefit",
)

BALANCE = (
    warning(
        "uneven_length",
        (EN, "What pill is", "This is a pill. You take it by mouth once on each day."),
        at=(EN, "      what: This is a pill. You take it by mouth once on each day."),
        words='"what" of "pill" has 13 words, and of "stay" 3',
    ),
    warning(
        "uneven_length",
        (
            EN,
            "soon: How soon pill is",
            "soon: {text: Soon, more: If it helps it may help in a week or it may not do so}",
        ),
        at=(EN, "more: If it helps"),
        words='"soon" of "pill" has 15 words, and of "stay" 0',
    ),
    warning(
        "uneven_grade",
        (EN, "What pill is", "What medication is"),
        at=(EN, "name: Pill"),
        words='"pill" read at US grade 2.6, and those of "stay" at -2.4',
    ),
    error(
        "uneven_numbers",
        PILL_ROWS,
        TWO_BENEFITS,
        at=("pack.yaml", "- id: talk"),
        words='"talk" has numbers in 0 rows on benefit, another option in 2',
    ),
    warning(
        "loaded_word",
        (EN, "It may stay.", "Unfortunately it may stay."),
        at=(EN, "Unfortunately"),
    ),
    warning(
        "unlike_labels",
        (EN, "name: Talk", "name: Talk with one who knows"),
        at=(EN, "name: Talk with"),
        words="4 words longer",
    ),
    warning(
        "unlike_labels",
        (EN, "name: Pill", "name: Better pill"),
        at=(EN, "name: Better pill"),
        words='"Better" judges',
    ),
)
