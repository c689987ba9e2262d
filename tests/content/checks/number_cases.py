"""Packs with a number that nobody can trace, or that misleads."""

from tests.content.checks.cases import EN, Edit, error

STUDY = """\
- {id: later, record: rec-2, design: one_group, weeks: 52, certainty: low, rated_by: us,
   confirmed: 'yes', sources: [book], numbers: [45]}
figures:
"""
TEXTS = """\
  later: {people: adults, intervention: care, comparison: nobody, when: after a year,
    certainty_reason: one small study}
figures:
"""
LATER: tuple[Edit, ...] = (
    ("evidence.yaml", "figures:\n", STUDY),
    (EN, "figures:\n", TEXTS),
)
"""A second study, measured after a year."""

SOON: Edit = (EN, "soon: How soon stay is", "soon: It came to 45 of 100.")

NUMBERS = (
    error("unproved_number", SOON, at=(EN, "45 of 100"), words='"45 of 100" states 45'),
    error(
        "window_unsaid",
        *LATER,
        ("pack.yaml", "  - id: soon\n", "  - id: soon\n    studies: [later]\n"),
        (
            "pack.yaml",
            "  - id: soon\nquestions",
            "  - id: soon\n    figures: [better]\nquestions",
        ),
        at=(EN, "  soon:"),
        words="weeks 26, 52",
    ),
    error(
        "denominator_unsaid",
        *LATER,
        ("pack.yaml", "  - id: soon\n", "  - id: soon\n    studies: [later]\n"),
        (EN, "soon: How soon stay is", "soon: 45 of 100, and 45 more of 1,000"),
        at=(EN, "  soon:"),
        words="100 and 1,000",
    ),
)
