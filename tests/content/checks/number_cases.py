"""Packs with a number that nobody can trace, or that misleads."""

from tests.content.checks.cases import EN, Edit, error, warning

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

SECOND_FIGURE: tuple[Edit, ...] = (
    (
        "evidence.yaml",
        "criteria:\n",
        """\
- id: well
  study: trial
  sense: benefit
  outcome: remission
  scale: MADRS
  at_most: 12
  readings:
  - {id: all, intervention: {percent: 30}, comparison: {percent: 20}}
criteria:
""",
    ),
    (
        EN,
        "medicine_classes:\n",
        """\
  well:
    question: How many were well?
    event: were well
    no_event: were not
    meaning: Most people in the study were not well.
medicine_classes:
""",
    ),
)
"""A second figure of the same study."""

RELATIVE = (
    *("It helps twice as many", "It has a hazard ratio", "It is 3 times more", "It helps 20 %"),
    *("It helps 5 percent", "It was OR 1.8", "An effect size of this", "It was p < .05"),
    *("It has NNT five", "A 3-fold rise", "It halves the risk", "It is half as likely"),
)
WHY = "One large trial, nobody could be blinded."
COMPARISON = """\
    comparison:
      counted:
        count: 22
        of: 100
"""

ONLY_WHEN_OPENED = "soon: {text: 46 of 100, more: 'It was 46 of 100, against 22.'}"
IN_THE_CARD: tuple[Edit, ...] = ((EN, "- About care.", "- 46 of 100 felt better."),)
MEANING: Edit = (EN, "Most people in the study did", "For 45 of 100 it did")
SOON: Edit = (EN, "soon: How soon stay is", "soon: It came to 45 of 100.")

NUMBERS = (
    error("unproved_number", SOON, at=(EN, "45 of 100"), words='"45 of 100" states 45'),
    error("unproved_number", *IN_THE_CARD, at=(EN, "- 46 of 100"), words="that the card names"),
    error(
        "unproved_number", (EN, "It is so.", "So for 46 of 100."), at=(EN, "46 of"), words="card"
    ),
    error(
        "unproved_number",
        (EN, "pressure can rise", "is bad in 46 of 100"),
        at=(EN, "46 of"),
        words="rule",
    ),
    error("unproved_number", MEANING, at=(EN, "45 of 100"), words="of the figure itself"),
    error("unproved_number", (EN, "It may stay.", "45 of 100 stay."), at=(EN, "45"), words="pack"),
    error(
        "unproved_number",
        (EN, "read from the book by us [rec-1]", "46 of 100 against 22, later 20 [rec-1]"),
        at=(EN, "46 of 100"),
        words='"20" states 20, which no figure or study that it names in [brackets] has',
    ),
    error(
        "unproved_number",
        (EN, "judged by us from the book", "46 of 100 in the book we read"),
        at=(EN, "46 of 100"),
        words="brackets",
    ),
    error(
        "lone_number",
        ("pack.yaml", "  - id: soon\n", "  - id: soon\n    figures: [better]\n"),
        (EN, "soon: How soon stay is", "soon: It came to 46 of 100."),
        at=(EN, "46 of 100"),
    ),
    error(
        "lone_number",
        ("pack.yaml", "  - id: soon\n", "  - id: soon\n    figures: [better]\n"),
        (EN, "soon: How soon stay is", ONLY_WHEN_OPENED),
        at=(EN, "text: 46 of 100"),
    ),
    error(
        "lone_number",
        ("pack.yaml", "  group: care\n", "  group: care\n  studies: [trial]\n"),
        (EN, "    - About care.", "    - It was 78 of 100.\n    - About care."),
        at=(EN, "78 of 100"),
    ),
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
    error(
        "pooled_cutoffs",
        *SECOND_FIGURE,
        ("pack.yaml", "  - id: soon\n", "  - id: soon\n    figures: [better, well]\n"),
        ("evidence.yaml", "outcome: response", "outcome: remission\n  scale: MADRS\n  at_most: 10"),
        at=(EN, "  soon:"),
        words="MADRS 10 or less, MADRS 12 or less",
    ),
    *(
        error("relative_effect", (EN, "pill summary", words), at=(EN, words), words="of 100")
        for words in RELATIVE
    ),
    error(
        "relative_effect",
        (EN, "derived_by: read from the book by us [rec-1]", "derived_by: HR 0.5 by us [rec-1]"),
        at=(EN, "HR 0.5"),
    ),
    error("decimals_shown", (EN, "pill summary", "For 1.5 of 100 it was so"), at=(EN, "1.5 of")),
    error(
        "decimals_shown",
        (EN, "pill summary", "For 0.4 more of 1,000 it was so"),
        at=(EN, "0.4 more"),
    ),
)
EVIDENCE = (
    *(
        error(
            code, (EN, f"    {field}: {said}", f"    {field}: {nothing}"), at=(EN, f"    {field}:")
        )
        for code, field, said, nothing in (
            ("people_missing", "people", "adults who were still depressed", "''"),
            ("comparison_missing", "intervention", "talking added to usual care", "TBD"),
            ("comparison_missing", "comparison", "usual care alone", "n/a"),
            ("when_missing", "when", "after 6 months", "'?'"),
            ("certainty_without_reason", "certainty_reason", WHY, "unknown"),
        )
    ),
    error(
        "weeks_below_zero",
        ("evidence.yaml", "weeks: 26", "weeks: -1"),
        at=("evidence.yaml", "weeks: -1"),
    ),
    error(
        "one_group_as_effect",
        ("evidence.yaml", "design: randomized", "design: one_group"),
        ("evidence.yaml", COMPARISON, ""),
        ("pack.yaml", "  headline_figures:\n  - better\n", ""),
        (EN, "    summary: pill summary", "    summary: pill summary\n    no_numbers: None."),
        at=("pack.yaml", "  - better"),
    ),
    error(
        "no_numbers_unsaid",
        (EN, "    no_numbers: We do not have good numbers.\n", ""),
        at=(EN, "  stay:"),
    ),
    error(
        "figure_despite_no_numbers",
        (
            "pack.yaml",
            "  - id: soon\n",
            "  - id: soon\n    no_good_numbers: true\n    figures: [better]\n",
        ),
        at=("pack.yaml", "figures: [better]"),
    ),
    warning(
        "unused_study",
        *LATER,
        at=("evidence.yaml", "- {id: later"),
    ),
)
STANDINGS = (
    error(
        "derived_by_missing",
        (EN, "judged by us from the book", "judged by us"),
        at=(EN, "judged by us"),
    ),
    error(
        "standing_without_record",
        (EN, "read from the book by us [rec-1]", "read from the book by all of us"),
        at=(EN, "by all of us"),
        words="or lower the certainty",
    ),
    warning(
        "idle_dealbreaker",
        ("evidence.yaml", "  level: bad\nweighing", "  level: good\nweighing"),
        at=("evidence.yaml", "- id: no_driving"),
        words="every option",
    ),
    warning(
        "idle_dealbreaker",
        ("evidence.yaml", "  - id: pill\n    level: bad", "  - id: pill\n    level: good"),
        at=("evidence.yaml", "- id: no_driving"),
        words="no option",
    ),
)
