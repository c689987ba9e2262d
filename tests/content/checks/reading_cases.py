"""Packs that are harder to read than a patient should find them."""

from tests.content.checks.cases import EN, Edit, error, warning

PLAIN = "You can ask about this on any day here."
HEAVY = "Ask us about this medicine on any other day of December."
MIDDLE = "A provider looks at other options with a family today."


def _soon(text: str) -> tuple[Edit, ...]:
    """The same answer of every option, so that no option reads longer than another."""
    return tuple(
        (EN, f"soon: How soon {option} is", f"soon: {text}") for option in ("stay", "pill", "talk")
    )


READING = (
    error(
        "text_too_hard",
        (EN, "pill summary", "Medication necessitates supervision, whatever happens to you here."),
        at=(EN, "Medication"),
        words="options / pill reads at US grade",
    ),
    error(
        "screen_too_hard",
        (EN, "What would you do next?", "Could medication cause dangerous interactions here?"),
        (EN, "worse: You feel worse", "worse: Continuous agitation and unusual confusion"),
        at=(EN, "Could medication"),
        words="Decide reads at US grade",
    ),
    warning(
        "median_too_hard",
        *_soon(HEAVY),
        *((EN, f"what: What {one} is", f"what: {HEAVY}") for one in ("stay", "pill", "talk")),
        ("pack.yaml", "reading_grade: 2", "reading_grade: 6.1"),
        at=(EN, "language: en"),
        words="The median of the texts is US grade 6.1",
    ),
    warning(
        "sentence_too_long",
        (
            EN,
            "It may stay.",
            "It may stay for a long time and it may go when you do not look for it at all or try.",
        ),
        at=(EN, "natural_course"),
        words="22 words",
    ),
    warning(
        "reading_grade_stale",
        *_soon(PLAIN),
        ("pack.yaml", "reading_grade: 2", "reading_grade: 4"),
        at=("pack.yaml", "reading_grade"),
        words="It is",
    ),
    warning(
        "too_many_names",
        (EN, "not_advice:", f"names: {[f'name {n}' for n in range(61)]}\nnot_advice:"),
        at=(EN, "names: ["),
        words="At most 60 names",
    ),
)
