"""Words for fixed answers, findings, decisions and sources, alike on screen and on paper."""

from collections.abc import Iterable
from typing import Final, Literal

from decision_aid.domain.about_you import AgeBand, YesNoRatherNot
from decision_aid.domain.guidance import Topic
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Source
from decision_aid.domain.rules import Route
from decision_aid.domain.session import Decision, Involvement, Role
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import option_name

SEVERITIES: Final[dict[Literal["gate", "caution", "tell"], str]] = {
    "gate": "Check first",
    "caution": "Care needed",
    "tell": "For the team to know",
}
NOT_CHECKED: Final = "Safety not checked yet"
"""Of an option that a check can hold back, while nothing was told to check."""
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
FORMS: Final[dict[str, str]] = {
    "spray": "nasal spray",
    "drip": "drip or shot",
    "by_mouth": "swallowed or melted in mouth",
    "undecided": "not decided",
}
ROUTES: Final[dict[Route, str]] = {
    "mouth": "by mouth",
    "nose": "in the nose",
    "skin": "on the skin",
    "patch": "as a patch",
    "injection": "as a shot or drip",
}
TRIED: Final = {"none": "None", "one": "One", "two_or_more": "Two or more"}
TRIED_KINDS: Final = {
    "medicine": "Medicine",
    "therapy": "Talking therapy",
    "other": "Something else",
}
OUTCOMES: Final = {
    "helped": "Helped",
    "a_little": "Helped a little",
    "no": "Did not help",
    "had_to_stop": "Had to stop",
}
ANSWERS: Final = {"yes": "Yes", "no": "No", "unsure": "Not sure"}
YES_NO_RATHER_NOT: Final[dict[YesNoRatherNot, str]] = {
    "yes": "Yes",
    "no": "No",
    "rather_not": "I would rather not say",
}
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

CARD_GROUPS: Final = {
    "depression": "Depression",
    "medicines": "Antidepressants",
    "ketamine": "Ketamine",
    "together": "Ketamine with an antidepressant",
    "therapy": "Talking therapy",
    "lifestyle": "Lifestyle",
    "care": "Care",
}
"""Groups of cards and their headings, in the order of Understand."""

CALL_WHEN: Final[dict[Literal["emergency", "clinic"], str]] = {
    "emergency": "Get emergency help at once if",
    "clinic": "Call the clinic if",
}
"""What stands above the signs to call about, gravest first."""

TOPICS: Final[dict[Topic, str]] = {
    "my_depression": "About my depression",
    "what_to_expect": "What to expect",
    "safety": "Safety",
    "daily_life": "Daily life",
    "cost": "Cost",
    "stopping": "Stopping",
    "other_ways": "Other ways",
}
ASK: Final[dict[Literal["prescriber", "counselor", "anyone"], str]] = {
    "prescriber": "Ask your prescriber",
    "counselor": "Ask your counselor",
    "anyone": "",
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
    forms = {form: f"Form of ketamine: {name}" for form, name in FORMS.items()}
    drugs = {
        "dissociatives_before": "A drug that makes things feel unreal, before",
        "other_drugs_before": "Other drugs, before",
    }
    return {**drugs, **forms, **tried, **ages, **conditions}.get(because, because)


def source_name(source: Source) -> str:
    """A source by author and year, where it is named in passing."""
    return f"{source.authors} {source.year}"


def source_in_words(source: Source) -> str:
    """A source in one line, without addresses and numbers to look it up by."""
    paid = f" Funding: {source.funding}" if source.funding else ""
    return f"{source.authors}. {source.title}. {source.where}, {source.year}.{paid}"


def citation(source: Source) -> str:
    """A source in one line, without who paid: authors, title, where and when, identifiers."""
    places = (
        source.doi and f"doi {source.doi}",
        source.pmid and f"PMID {source.pmid}",
        source.url,
    )
    cited = f"{source.authors}. {source.title}. {source.where}, {source.year}."
    return f"{cited} {'; '.join(filter(None, places))}".strip()


def source_line(source: Source) -> str:
    """A source in one line: authors, title, where and when, identifiers, who paid."""
    cited = citation(source)
    if not source.funding:
        return cited
    return f"{cited}{' ' if cited.endswith('.') else '; '}Funding: {source.funding}"


def source_lines(pack: Pack, sources: Iterable[str]) -> str:
    """Sources of the pack, one below the other."""
    return "\n".join(source_line(pack.source(one)) for one in sources)
