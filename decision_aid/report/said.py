"""Words for what was chosen among fixed answers, as the paper says them."""

from typing import Final, Literal

from decision_aid.domain.pack import Pack
from decision_aid.domain.session import AgeBand, Decision, Involvement, Role
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import option_name

ROLES: Final[dict[Role, str]] = {
    "prescriber": "Prescriber",
    "counselor": "Counselor",
    "helper": "Helper",
    "companion": "Companion",
}
INVOLVEMENT: Final[dict[Involvement, str]] = {
    "me": "The person wants to decide alone",
    "mostly_me": "Mostly the person",
    "together": "Both together",
    "mostly_provider": "Mostly the provider",
    "provider": "The person wants the provider to decide",
}
AGES: Final[dict[AgeBand, str]] = {
    "under_25": "Under 25",
    "25_to_64": "25 to 64",
    "65_plus": "65 or over",
}
TRIED: Final = {"none": "None", "one": "One", "two_or_more": "Two or more"}
OUTCOMES: Final = {
    "helped": "helped",
    "a_little": "helped a little",
    "no": "did not help",
    "had_to_stop": "had to stop",
}
ANSWERS: Final = {"yes": "yes", "no": "no", "unsure": "not sure"}
TALKS: Final = {
    "assessed_now": "assessed now",
    "handed_over": "handed over",
    "emergency": "emergency",
}
FEELS: Final = {
    "yes": "Yes",
    "not_quite": "Not quite",
    "something_missing": "Something is missing",
}
KINDS: Final[dict[Literal["not_yet", "something_else"], str]] = {
    "not_yet": "Not yet",
    "something_else": "Something else",
}


def decision_name(decision: Decision, snapshot: Snapshot) -> str:
    """What a leaning or decision names: an option with its letter, not yet, something else."""
    if decision.kind == "option":
        return option_name(decision.option, snapshot)
    return KINDS[decision.kind]


def decision_line(decision: Decision | None, snapshot: Snapshot) -> str:
    """A leaning or decision in one line, with its own words; "Nothing recorded" for none."""
    if decision is None:
        return "Nothing recorded"
    name = decision_name(decision, snapshot)
    return f"{name}: {decision.words}" if decision.words.strip() else name


def because_words(pack: Pack, because: str) -> str:
    """What set a finding off, readable: a condition's text, an age, a medicine as typed."""
    conditions = {one.id: one.text for one in pack.conditions}
    ages = {"under_25": "Age: under 25", "65_plus": "Age: 65 or over"}
    tried = {"none": "No antidepressant tried yet", "one": "One antidepressant tried"}
    return {**tried, **ages, **conditions}.get(because, because)
