"""Words for fixed answers, findings, decisions and sources, alike on screen and on paper."""

from collections.abc import Iterable
from typing import Final, Literal

from decision_aid.base.language import N_, _
from decision_aid.domain.about_you import AgeBand, YesNoRatherNot
from decision_aid.domain.guidance import Topic
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Source
from decision_aid.domain.rules import Route
from decision_aid.domain.session import Decision, Involvement, Role
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import option_name

SEVERITIES: Final[dict[Literal["gate", "caution", "tell"], str]] = {
    "gate": N_("Check first"),
    "caution": N_("Care needed"),
    "tell": N_("For the team to know"),
}
NOT_CHECKED: Final = N_("Safety not checked yet")
"""Of an option that a check can hold back, while nothing was told to check."""
ROLES: Final[dict[Role, str]] = {
    "prescriber": N_("Prescriber"),
    "counselor": N_("Counselor"),
    "helper": N_("Helper"),
    "companion": N_("Companion"),
}
INVOLVEMENT: Final[dict[Involvement, str]] = {
    "me": N_("The person wants to decide alone"),
    "mostly_me": N_("Mostly the person"),
    "together": N_("Both together"),
    "mostly_provider": N_("Mostly the provider"),
    "provider": N_("The person wants the provider to decide"),
}
AGES: Final[dict[AgeBand, str]] = {
    "under_25": N_("Under 25"),
    "25_to_64": N_("25 to 64"),
    "65_plus": N_("65 or over"),
}
FORMS: Final[dict[str, str]] = {
    "spray": N_("nasal spray"),
    "drip": N_("drip or shot"),
    "by_mouth": N_("swallowed or melted in mouth"),
    "undecided": N_("not decided"),
}
ROUTES: Final[dict[Route, str]] = {
    "mouth": N_("by mouth"),
    "nose": N_("in the nose"),
    "skin": N_("on the skin"),
    "patch": N_("as a patch"),
    "injection": N_("as a shot or drip"),
}
# Translators: how many antidepressants were tried at a full dose for six weeks.
TRIED: Final = {"none": N_("None"), "one": N_("One"), "two_or_more": N_("Two or more")}
TRIED_KINDS: Final = {
    "medicine": N_("Medicine"),
    "therapy": N_("Talking therapy"),
    "other": N_("Something else"),
}
OUTCOMES: Final = {
    "helped": N_("Helped"),
    "a_little": N_("Helped a little"),
    "no": N_("Did not help"),
    "had_to_stop": N_("Had to stop"),
}
ANSWERS: Final = {"yes": N_("Yes"), "no": N_("No"), "unsure": N_("Not sure")}
YES_NO_RATHER_NOT: Final[dict[YesNoRatherNot, str]] = {
    "yes": N_("Yes"),
    "no": N_("No"),
    "rather_not": N_("I would rather not say"),
}
TALKS: Final = {
    "assessed_now": N_("assessed now"),
    "handed_over": N_("handed over"),
    # Translators: what was done after item 9 of the PHQ-9: emergency help was called.
    "emergency": N_("emergency"),
}
FEELS: Final = {
    "yes": N_("Yes"),
    "not_quite": N_("Not quite"),
    "something_missing": N_("Something is missing"),
}
KINDS: Final[dict[Literal["not_yet", "something_else"], str]] = {
    "not_yet": N_("Not yet"),
    "something_else": N_("Something else"),
}

CARD_GROUPS: Final = {
    "depression": N_("Depression"),
    "medicines": N_("Antidepressants"),
    "ketamine": N_("Ketamine"),
    "together": N_("Ketamine with an antidepressant"),
    "therapy": N_("Talking therapy"),
    "lifestyle": N_("Lifestyle"),
    "care": N_("Care"),
}
"""Groups of cards and their headings, in the order of Understand."""

CALL_WHEN: Final[dict[Literal["emergency", "clinic"], str]] = {
    "emergency": N_("Get emergency help at once if"),
    "clinic": N_("Call the clinic if"),
}
"""What stands above the signs to call about, gravest first."""

TOPICS: Final[dict[Topic, str]] = {
    "my_depression": N_("About my depression"),
    "what_to_expect": N_("What to expect"),
    "safety": N_("Safety"),
    "daily_life": N_("Daily life"),
    "cost": N_("Cost"),
    "stopping": N_("Stopping"),
    "other_ways": N_("Other ways"),
}
ASK: Final[dict[Literal["prescriber", "counselor", "anyone"], str]] = {
    "prescriber": N_("Ask your prescriber"),
    "counselor": N_("Ask your counselor"),
    "anyone": "",
}


def decision_name(decision: Decision, snapshot: Snapshot) -> str:
    """What a leaning or decision names: an option with its letter, not yet, something else."""
    if decision.kind == "option":
        return option_name(decision.option, snapshot)
    return _(KINDS[decision.kind])


def decision_line(decision: Decision | None, snapshot: Snapshot) -> str:
    """A leaning or decision in one line, with its own words; "Nothing recorded" for none."""
    if decision is None:
        return _("Nothing recorded")
    name = decision_name(decision, snapshot)
    said = decision.words
    return _("{choice}: {words}").format(choice=name, words=said) if said.strip() else name


def because_words(pack: Pack, because: str) -> str:
    """What set a finding off, readable: a condition's text, an age, a medicine as typed."""
    conditions = {one.id: one.text for one in pack.conditions}
    ages = {"under_25": _("Age: under 25"), "65_plus": _("Age: 65 or over")}
    tried = {"none": _("No antidepressant tried yet"), "one": _("One antidepressant tried")}
    forms = {
        form: _("Form of ketamine: {form}").format(form=_(words)) for form, words in FORMS.items()
    }
    drugs = {
        "dissociatives_before": _("A drug that makes things feel unreal, before"),
        "other_drugs_before": _("Other drugs, before"),
    }
    return {**drugs, **forms, **tried, **ages, **conditions}.get(because, because)


def source_name(source: Source) -> str:
    """A source by author and year, where it is named in passing."""
    return f"{source.authors} {source.year}"


def source_in_words(source: Source) -> str:
    """A source in one line, without addresses and numbers to look it up by."""
    return " ".join(filter(None, (_published(source), _funding(source))))


def citation(source: Source) -> str:
    """A source in one line, without who paid: authors, title, where and when, identifiers."""
    places = (
        source.doi and _("doi {doi}").format(doi=source.doi),
        source.pmid and _("PMID {pmid}").format(pmid=source.pmid),
        source.url,
    )
    return f"{_published(source)} {'; '.join(filter(None, places))}".strip()


def source_line(source: Source) -> str:
    """A source in one line: authors, title, where and when, identifiers, who paid."""
    cited, funding = citation(source), _funding(source)
    if not funding:
        return cited
    return f"{cited}{' ' if cited.endswith('.') else '; '}{funding}"


def _published(source: Source) -> str:
    return f"{source.authors}. {source.title}. {source.where}, {source.year}."


def _funding(source: Source) -> str:
    """Who paid for it; "" where that was not stated."""
    return _("Funding: {payer}").format(payer=source.funding) if source.funding else ""


def source_lines(pack: Pack, sources: Iterable[str]) -> str:
    """Sources of the pack, one below the other."""
    return "\n".join(source_line(pack.source(one)) for one in sources)
