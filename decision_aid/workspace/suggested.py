"""Questions worth asking a provider: which come first, and which go home on paper."""

from itertools import zip_longest

from decision_aid.domain.guidance import Suggestion, Topic
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import TOPICS


def chosen_options(snapshot: Snapshot) -> frozenset[str]:
    """The options leaned to or decided on."""
    session = snapshot.session
    said = (session.leaning, session.decision)
    return frozenset(one.option for one in said if one and one.option)


def concerns(options: tuple[str, ...], snapshot: Snapshot) -> bool:
    """Whether something is about anyone, or about what they lean to or decided."""
    return not options or bool(chosen_options(snapshot) & set(options))


def by_topic(snapshot: Snapshot) -> tuple[tuple[Topic, tuple[Suggestion, ...]], ...]:
    """The pack's questions under their topics; no topic is empty.

    Inside a topic those come first that someone here can answer, then those about what they lean
    to. Those about other options come last. What was asked already changes nothing, so that no
    question moves while the person ticks.
    """
    people, chosen = snapshot.session.people, chosen_options(snapshot)

    def rank(one: Suggestion) -> tuple[bool, int, bool]:
        here = 0 if one.ask in people else 1 if one.ask == "anyone" else 2
        return not concerns(one.options, snapshot), here, not chosen & set(one.options)

    ranked = sorted(snapshot.pack.suggestions, key=rank)
    made = ((topic, tuple(one for one in ranked if one.topic == topic)) for topic in TOPICS)
    return tuple((topic, asked) for topic, asked in made if asked)


def still_to_ask(snapshot: Snapshot, most: int) -> tuple[Suggestion, ...]:
    """Questions that concern the choice and were not taken up, from as many topics as can be.

    Args:
        snapshot: What was said.
        most: At most so many.
    """
    taken = set(snapshot.session.open_questions)
    left = (
        [one for one in asked if one.text not in taken and concerns(one.options, snapshot)]
        for _topic, asked in by_topic(snapshot)
    )
    turns = [one for turn in zip_longest(*left) for one in turn if one is not None][:most]
    return tuple(one for topic in TOPICS for one in turns if one.topic == topic)
