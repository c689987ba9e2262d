"""Quality items on deciding, development, evidence, disclosure, plain words and evaluation."""

import re
from collections.abc import Callable
from typing import Final

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.ipdas.item import Finding, Item, met_or_partly, share, studies, words_in
from decision_aid.domain.journey import STEPS
from decision_aid.domain.pack import Pack

LEAST_QUESTIONS: Final = 5
"""Questions to bring at least; our own bound."""
LEAST_WORDS: Final = 30
"""Words on how the evidence was found at least; our own bound."""
_YEAR: Final = re.compile(r"\b(19|20)\d\d\b")


def _values(pack: Pack) -> Finding:
    groups = {one.group for one in pack.criteria}
    benefits = sum(one.group == "benefit" for one in pack.criteria)
    proof = ngettext(
        "The step “What matters” asks how much each of {all} things matters, among them {count} "
        "benefit; nothing is filled in beforehand, and own concerns can be added.",
        "The step “What matters” asks how much each of {all} things matters, among them {count} "
        "benefits; nothing is filled in beforehand, and own concerns can be added.",
        benefits,
    ).format(all=len(pack.criteria), count=benefits)
    if not pack.criteria:
        return Finding("not_met", _("There is nothing in the pack to ask about."))
    return Finding(met_or_partly("benefit" in groups, "harm" in groups), proof)


def _steps(pack: Pack) -> Finding:
    filled = (pack.cards, pack.questions, pack.criteria, pack.suggestions)
    proof = _(
        "{count} steps in a fixed order, from what this is to what was decided, "
        "with the place in the walk in sight; each can be opened at any time."
    ).format(count=len(STEPS))
    return Finding(met_or_partly(*map(bool, filled)), proof)


def _questions(pack: Pack) -> Finding:
    number = len(pack.suggestions)
    proof = ngettext(
        "{count} question to ask a provider, by topic, on the step “Decide”; one’s own can be "
        "added. Those picked go home on paper, with a few more beside the options.",
        "{count} questions to ask a provider, by topic, on the step “Decide”; one’s own can be "
        "added. Those picked go home on paper, with a few more beside the options.",
        number,
    ).format(count=number)
    if not number:
        return Finding("not_met", _("The pack suggests no question to ask."))
    return Finding(met_or_partly(number >= LEAST_QUESTIONS), proof)


def _search(pack: Pack) -> Finding:
    told = pack.provenance.search_method.strip()
    if not told:
        return Finding("not_met", _("No word on how the evidence was found and chosen."))
    dated = _YEAR.search(told) is not None
    return Finding(met_or_partly(words_in(told) >= LEAST_WORDS, dated), f"“{told}”")


def _quality_of_evidence(pack: Pack) -> Finding:
    rated = sum(bool(one.certainty_reason.strip()) for one in pack.studies)
    ours = sum(one.rated_by == "us" for one in pack.studies)
    proof = _(
        "One of four words, with a reason, for {rated} of {studies}. {ours} of "
        "these ratings are our own, and the program says which."
    ).format(rated=rated, studies=studies(len(pack.studies)), ours=ours)
    return Finding(share(rated, len(pack.studies)), proof)


def _authors(pack: Pack) -> Finding:
    told = pack.provenance
    facts = (told.authors.strip(), told.credentials.strip(), told.conflicts.strip())
    proof = _(
        "Authors: “{authors}” Credentials: “{credentials}” Conflicts of interest: “{conflicts}”"
    ).format(authors=facts[0], credentials=facts[1], conflicts=facts[2])
    return Finding(share(sum(map(bool, facts)), len(facts)), proof)


def _reading_level(pack: Pack) -> Finding:
    grade = pack.provenance.reading_grade
    if grade <= 0:
        return Finding("not_met", _("No reading grade is told."))
    proof = _(
        "Median US school grade of what a patient reads: {grade}, as the check measures it."
    ).format(grade=number_words(grade, 1))
    return Finding("met", proof)


def _needs(needed: str) -> Callable[[Pack], Finding]:
    """What software cannot do: it takes people, and nobody has done it yet.

    Args:
        needed: What it takes, as marked for translators.
    """

    def judge(_pack: Pack) -> Finding:
        return Finding("not_met", _("Not done yet. Needed: {needed}").format(needed=_(needed)))

    return judge


MAKING: Final = (
    Item("Q09", "quality", N_("It asks which good and bad sides matter most."), _values),
    Item("Q10", "quality", N_("It leads through the decision step by step."), _steps),
    Item("Q11", "quality", N_("It gives questions or sheets for the talk."), _questions),
    Item(
        "Q12",
        "quality",
        N_("Patients were asked what they need before it was made."),
        _needs(N_("interviews or groups with people whose depression has not lifted.")),
    ),
    Item(
        "Q13",
        "quality",
        N_("Clinicians were asked what they need before it was made."),
        _needs(N_("interviews or a survey with prescribers and therapists.")),
    ),
    Item(
        "Q14",
        "quality",
        N_("Patients who did not make it reviewed it."),
        _needs(N_("named patient reviewers from outside, their comments and our answers.")),
    ),
    Item(
        "Q15",
        "quality",
        N_("Professionals who did not make it reviewed it."),
        _needs(N_("named clinical reviewers from outside, their comments and our answers.")),
    ),
    Item(
        "Q16",
        "quality",
        N_("Patients who face the decision tried it out."),
        _needs(N_("a field test with patients, with its protocol, results and what changed.")),
    ),
    Item(
        "Q17",
        "quality",
        N_("Clinicians who counsel such patients tried it out."),
        _needs(N_("a field test in clinics, with its protocol, results and what changed.")),
    ),
    Item("Q18", "quality", N_("It says how evidence was found and chosen."), _search),
    Item("Q19", "quality", N_("It says how good the evidence is."), _quality_of_evidence),
    Item("Q20", "quality", N_("It says who wrote it and what they are qualified in."), _authors),
    Item("Q21", "quality", N_("It tells how hard it is to read."), _reading_level),
    Item(
        "Q22",
        "quality",
        N_("It was shown that choices fit better what matters to the person."),
        _needs(N_("a trial, or a study before and after, that measures it.")),
    ),
    Item(
        "Q23",
        "quality",
        N_("It was shown that people know more afterwards."),
        _needs(N_("a trial, or a study before and after, with questions on the facts.")),
    ),
)
"""Q09 to Q23."""
