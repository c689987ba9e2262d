"""Packs that prompt the wrong people, too much, or not all of them."""

from collections.abc import Iterable

from tests.content.checks.cases import EN, Edit, error, warning

STEPS = ("welcome", "about", "understand", "options", "matters", "weigh", "decide")
ALL = "prescriber, counselor, helper"
Written = tuple[str, str, str, str]
"""Id, step, roles and text of a prompt."""

FULL: tuple[Written, ...] = tuple((f"at_{step}", step, ALL, "Ask them.") for step in STEPS)
"""Enough for each of them at every step."""


def _prompts(*written: Written) -> tuple[Edit, ...]:
    lines = (f"- {{id: {name}, step: {step}, roles: [{who}]}}\n" for name, step, who, _ in written)
    texts = (f"  {name}: {text}\n" for name, *_, text in written)
    return (
        ("pack.yaml", "crisis:\n", f"prompts:\n{''.join(lines)}crisis:\n"),
        (EN, "crisis:\n", f"prompts:\n{''.join(texts)}crisis:\n"),
    )


def _with(*more: Written) -> tuple[Edit, ...]:
    return _prompts(*FULL, *more)


def _many(names: Iterable[str]) -> tuple[Edit, ...]:
    return _with(*((name, "about", "counselor", "Ask them.") for name in names))


SOUND = _with(("dose", "about", "prescriber", "Ask which dose they take."))
"""A pack whose prompts earn no word."""

PROMPTS = (
    error(
        "prompt_for_nobody",
        *_with(("new", "about", "companion", "Ask them.")),
        at=("pack.yaml", "- {id: new"),
    ),
    error(
        "prompt_for_nobody",
        *_with(("new", "about", "", "Ask them.")),
        at=("pack.yaml", "- {id: new"),
        words='"new" should be for one or more of prescriber, counselor, helper',
    ),
    error(
        "prompt_on_dosing",
        *_with(("new", "about", "prescriber, counselor", "Ask which dose they take.")),
        at=(EN, "  new:"),
        words='"dose"',
    ),
    warning(
        "too_many_prompts",
        *_many(("one", "two", "three", "four")),
        at=("pack.yaml", "- {id: four"),
        words='"about" has more than 4 prompts for a counselor',
    ),
    warning(
        "prompts_missing",
        *_prompts(*FULL[:-1], ("new", "decide", "prescriber", "Ask them.")),
        at=("pack.yaml", "prompts:"),
        words='"decide" has no prompt for a counselor or helper',
    ),
)
