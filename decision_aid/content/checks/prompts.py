"""Checks on what a provider may ask and check: for those who see it, and in each one's own part."""

import re
from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import _
from decision_aid.base.locale_words import or_words
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.checks.graded import is_english
from decision_aid.content.wording import quote
from decision_aid.domain.guidance import Prompt
from decision_aid.domain.journey import STEPS
from decision_aid.domain.session import PROVIDERS, Role

MOST_PROMPTS: Final = 4
"""Prompts for one role at one step; more are not read while a person waits."""
WITHOUT_PROMPTS: Final = ("summary",)
"""Steps at which there is nothing to ask."""

_DOSING: Final = re.compile(
    r"\b(?:dos(?:e|es|age|ing)|mg|milligrams?|taper\w*|titrat\w+|(?:raise|lower|increase|reduce) "
    r"the (?:tablet|medicine)s?)\b",
    re.IGNORECASE,
)


def _prompt_for_nobody(checked: Checked) -> Iterator[Found]:
    """Who came along is not prompted, so nobody would ever see it."""
    for number, one in enumerate(checked.pack.prompts):
        strangers = set(one.roles) - set(PROVIDERS)
        if strangers or not one.roles:
            told = _("{id} should be for one or more of {roles}, and for nobody else.").format(
                id=quote(one.id), roles=", ".join(PROVIDERS)
            )
            yield checked.place("prompts", number), told


def _prompt_on_dosing(checked: Checked) -> Iterator[Found]:
    """Doses are the prescriber's, not a counselor's or a helper's."""
    for number, one in enumerate(checked.pack.prompts if is_english(checked.read) else ()):
        found = _DOSING.search(one.text)
        if found and set(one.roles) != {"prescriber"}:
            told = _("{word} is about dosing. Leave it to the prescriber alone.").format(
                word=quote(found.group())
            )
            yield checked.place("prompts", number, "text"), told


def _too_many_prompts(checked: Checked) -> Iterator[Found]:
    """A long list is not read while a person waits for the next word."""
    for step in STEPS:
        for role in PROVIDERS:
            over = _prompts(checked, step, role)[MOST_PROMPTS:]
            if over:
                # Translators: {role} is a word of the file, such as prescriber.
                told = _(
                    "{step} has more than {most} prompts for a {role}. Keep those that help most."
                ).format(step=quote(step), most=MOST_PROMPTS, role=role)
                yield checked.place("prompts", over[0][0]), told


def _prompts_missing(checked: Checked) -> Iterator[Found]:
    """A pack that prompts somebody at one step leaves others alone at the rest."""
    for step in STEPS if checked.pack.prompts else ():
        without = [role for role in PROVIDERS if not _prompts(checked, step, role)]
        if without and step not in WITHOUT_PROMPTS:
            told = _("{step} has no prompt for a {roles}. Write one, or leave out all prompts.")
            yield checked.place("prompts"), told.format(step=quote(step), roles=or_words(without))


def _prompts(checked: Checked, step: str, role: Role) -> list[tuple[int, Prompt]]:
    found = enumerate(checked.pack.prompts)
    return [(number, one) for number, one in found if one.step == step and role in one.roles]


CHECKS: Final = (
    Check("prompt_for_nobody", "error", _prompt_for_nobody),
    Check("prompt_on_dosing", "error", _prompt_on_dosing),
    Check("too_many_prompts", "warning", _too_many_prompts),
    Check("prompts_missing", "warning", _prompts_missing),
)
