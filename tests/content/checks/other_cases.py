"""Packs whose parts do not fit, that are out of date or leave a person in danger alone."""

from tests.content.checks.cases import EN, Edit, error, warning

NO_SOURCE = "  - - condition:aneurysm\n  sources: []"
BOOK = "- {id: second, authors: B, year: 2021, title: Another, where: A press, pmid: '1'}\n"
NO_HEADLINE: Edit = ("pack.yaml", "  headline_figures:\n  - better\n", "")
NO_NUMBERS: Edit = (
    EN,
    "    summary: pill summary",
    "    summary: pill summary\n    no_numbers: None.",
)
NO_NUMBERS_OF_TALK: Edit = (
    EN,
    "    summary: talk summary",
    "    summary: talk summary\n    no_numbers: None.",
)
DOI: Edit = ("sources.yaml", "doi: 10.1000/182", "doi: https://doi.org/10.1000/182")


def _class(name: str) -> tuple[Edit, ...]:
    return (
        ("medicines.yaml", "medicine_classes:\n", f"medicine_classes:\n- id: {name}\n"),
        (EN, "medicine_classes:\n", f"medicine_classes:\n  {name}: {{name: Another class}}\n"),
    )


def _rule(when: str, texts: str = "usually: They look at it.") -> tuple[Edit, ...]:
    new = f"rules:\n- {{id: new, severity: tell, when: {when}, sources: [book]}}\n"
    said = f"rules:\n  new:\n    title: A rule\n    why: It is so.\n    {texts}\n"
    return ("rules.yaml", "rules:\n", new), (EN, "rules:\n", said)


STRUCTURE = (
    error(
        "blank_text", (EN, "natural_course: It may stay.", "natural_course: ' '"), at=(EN, "' '")
    ),
    error(
        "odd_id",
        ("pack.yaml", "- id: ask\n", "- id: Ask me\n"),
        (EN, "  ask: What", "  Ask me: What"),
        at=("pack.yaml", "- id: Ask me"),
        words='"Ask me"',
    ),
    warning(
        "unused_source",
        ("sources.yaml", "sources:\n", f"sources:\n{BOOK}"),
        at=("sources.yaml", "second"),
    ),
    warning(
        "unused_figure",
        NO_HEADLINE,
        NO_HEADLINE,
        NO_NUMBERS,
        NO_NUMBERS_OF_TALK,
        at=("evidence.yaml", "- id: better"),
    ),
    warning("unused_class", *_class("other"), at=("medicines.yaml", "- id: other")),
    warning(
        "unused_condition",
        ("rules.yaml", "condition:aneurysm", "age:65_plus"),
        at=("rules.yaml", "- id: aneurysm"),
    ),
)
FILES = (
    warning("unread_file", ("notes.yaml", "", "cells: []"), at=("notes.yaml", "cells")),
    warning("unread_file", ("text/notes.txt", "", "later"), at=("text/notes.txt", "later")),
    warning("unread_file", ("text/EN.yaml", "", "language: en"), at=("text/EN.yaml", "lang")),
)
SOURCES = (
    error("odd_doi", DOI, at=("sources.yaml", "doi:"), words="10.1000/182"),
    error(
        "odd_pmid",
        ("sources.yaml", "doi: 10.1000/182", "pmid: PMC12"),
        at=("sources.yaml", "pmid:"),
    ),
    error(
        "odd_url",
        ("sources.yaml", "doi: 10.1000/182", "url: http://example.org/a"),
        at=("sources.yaml", "url:"),
    ),
    error("odd_year", ("sources.yaml", "year: 2020", "year: 2208"), at=("sources.yaml", "year:")),
    warning(
        "card_without_source",
        ("pack.yaml", "  sources:\n  - book\n", ""),
        at=("pack.yaml", "- id: card"),
    ),
    warning(
        "source_without_place",
        ("sources.yaml", "  doi: 10.1000/182\n", ""),
        at=("sources.yaml", "- id: book"),
    ),
)
LABELS = (
    warning(
        "label_too_long",
        (EN, "    short: Pill", "    short: One more pill each day"),
        at=(EN, "One more pill"),
    ),
    warning(
        "no_question",
        (EN, "decision: What should we do next?", "decision: We should decide."),
        at=(EN, "decision:"),
    ),
    warning(
        "no_question",
        (EN, "  ask: What would you do next?", "  ask: Tell me what you would do next."),
        at=(EN, "  ask:"),
    ),
)
PILL_OF_TWO: Edit = (
    "medicines.yaml",
    "medicines:\n",
    "medicines:\n- {id: tea, brands: [Zoloft and tea], classes: [maoi]}\n",
)
WASHOUT = """\
washouts:
- {id: maoi, condition: aneurysm, classes: [maoi], days: 14, sources: [book]}
"""


def _washout(old: str = "", new: str = "") -> Edit:
    return "rules.yaml", "rules:\n", f"{WASHOUT.replace(old, new)}rules:\n"


def _ways(ways: str) -> Edit:
    return "medicines.yaml", "  - Nardil\n", f"  - Nardil\n  by_route:\n{ways}"


PATCH = "  - {route: patch, classes: [ssri], brands: [Nardil]}\n"
SOUND_WAYS = (_ways(f"{PATCH}  - {{route: skin}}\n"), _washout())
"""A medicine with two ways to take it, and a washout, that nothing is wrong with."""
RULES = (
    error(
        "repeated_route",
        _ways(f"{PATCH}  - {{route: patch}}\n"),
        at=("medicines.yaml", "  - {route: patch}"),
    ),
    error(
        "idle_route",
        _ways("  - {route: patch, classes: [maoi]}\n  - {route: mouth, classes: [maoi]}\n"),
        at=("medicines.yaml", "  by_route:"),
        words='"phenelzine" is the same by every route',
    ),
    error(
        "stray_brand",
        _ways("  - {route: patch, brands: [Zoloft]}\n"),
        at=("medicines.yaml", "  - {route: patch"),
        words='"Zoloft" is no brand of "phenelzine"',
    ),
    error(
        "stray_brand",
        _ways(f"{PATCH}  - {{route: skin, brands: [Nardil]}}\n"),
        at=("medicines.yaml", "  - {route: skin"),
        words="or stands here twice",
    ),
    error(
        "idle_washout",
        ("rules.yaml", "condition:aneurysm", "class:ssri"),
        _washout(),
        at=("rules.yaml", "condition: aneurysm"),
        words='No rule asks for "aneurysm"',
    ),
    error(
        "idle_washout",
        _washout("classes: [maoi]", "classes: []"),
        at=("rules.yaml", "condition: aneurysm"),
        words='No medicine of the pack has the washout "maoi"',
    ),
    error(
        "washout_without_source",
        _washout("sources: [book]", "sources: []"),
        at=("rules.yaml", "condition: aneurysm"),
    ),
    error(
        "idle_medicine",
        ("medicines.yaml", "medicines:\n", "medicines:\n- {id: tea, classes: []}\n"),
        at=("medicines.yaml", "id: tea"),
    ),
    error(
        "part_without_class",
        PILL_OF_TWO,
        at=("medicines.yaml", "id: tea"),
        words='"tea" holds "sertraline", which is "ssri"',
    ),
    error(
        "rule_without_source",
        ("rules.yaml", "  - - condition:aneurysm\n  sources:\n  - book", NO_SOURCE),
        at=("rules.yaml", "- id: vessel"),
    ),
    error(
        "rule_never_fires",
        *_rule("[['two_of:maoi']]"),
        at=("rules.yaml", "two_of:maoi"),
        words="No medicine",
    ),
    error(
        "rule_never_fires",
        *_class("other"),
        *_rule("[['class:ssri'], ['class:other']]"),
        at=("rules.yaml", "class:other"),
        words="No medicine",
    ),
    error(
        "rule_never_fires",
        *_rule("[['age:under_25'], ['class:ssri'], ['age:65_plus']]"),
        at=("rules.yaml", "age:under_25"),
        words="two answers on age",
    ),
    error(
        "rule_never_fires",
        *_rule("[['form:spray', 'form:open'], ['form:drip', 'form:by_mouth']]"),
        at=("rules.yaml", "form:spray"),
        words="two answers on form",
    ),
    warning(
        "doubled_rule",
        *_rule("[['condition:aneurysm']]"),
        at=("rules.yaml", "- id: vessel"),
        words='"vessel" fires when "new" does',
    ),
    warning(
        "alone_sentence",
        *_rule("[['class:ssri']]", "usually: They look. CHANGE nothing alone!"),
        at=(EN, "CHANGE nothing"),
    ),
)
DATES = (
    warning(
        "review_overdue",
        ("pack.yaml", "next_review: 2027-05-01", "next_review: 2026-11-22"),
        at=("pack.yaml", "next_review"),
    ),
    error(
        "review_long_overdue",
        ("pack.yaml", "published: 2026-11-01", "published: 2025-11-01"),
        ("pack.yaml", "next_review: 2027-05-01", "next_review: 2026-08-24"),
        at=("pack.yaml", "next_review"),
        words="more than 90 days ago",
    ),
    error(
        "published_ahead",
        ("pack.yaml", "published: 2026-11-01", "published: 2026-11-24"),
        at=("pack.yaml", "published"),
    ),
    error(
        "checked_ahead",
        ("pack.yaml", "checked_on: 2026-11-23", "checked_on: 2026-11-24"),
        at=("pack.yaml", "checked_on"),
    ),
)
SAFETY = (
    error(
        "crisis_unchecked",
        ("pack.yaml", "checked_on: 2026-11-23", "checked_on: 2026-05-01"),
        at=("pack.yaml", "checked_on"),
        words="206 days ago",
    ),
    error(
        "crisis_without_emergency",
        ("pack.yaml", "    number: '911'", "    number: 1-800-911-0000"),
        at=("pack.yaml", "  contacts:"),
    ),
    error(
        "crisis_without_emergency",
        ("pack.yaml", "  country: US", "  country: GB"),
        (EN, "or call 911", "or 999"),
        at=("pack.yaml", "  contacts:"),
        words="999",
    ),
    error(
        "crisis_line_incomplete",
        (EN, "call or text 988, or call 911.", "call 911."),
        at=(EN, "  line:"),
    ),
    error(
        "crisis_line_incomplete",
        (EN, ", or call 911.", "."),
        at=(EN, "  line:"),
    ),
    *(
        error("unlisted_number", (EN, "pill summary", words), at=(EN, words), words="no crisis")
        for words in ("Call 912.", "call or text 989", "Text HOME to 741741", "dial 98800")
    ),
    error(
        "odd_country",
        ("pack.yaml", "country: US", "country: usa"),
        at=("pack.yaml", "country"),
    ),
    error(
        "call_reasons_missing",
        ("pack.yaml", "- id: danger\n  urgency: emergency\n", ""),
        (EN, "  danger: You are in danger\n", ""),
        at=("pack.yaml", "call_reasons:"),
        words="emergency",
    ),
    error(
        "item_9_without_path",
        ("pack.yaml", "crisis:\n", "instruments: [phq9]\ncrisis:\n"),
        ("pack.yaml", "  urgency: emergency\n", "  urgency: emergency\n  options: [pill]\n"),
        at=("pack.yaml", "call_reasons:"),
        words="(emergency)",
    ),
)
