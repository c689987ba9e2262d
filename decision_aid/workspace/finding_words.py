"""What the safety rules found, told option by option, alike wherever it is told."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import and_words, day_words, number_words
from decision_aid.domain.safety import Finding
from decision_aid.domain.session import Clearance, Session
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import option_name
from decision_aid.workspace.words import SEVERITIES

Kind = Literal["gate", "caution", "tell", "cleared"]
"""How a finding stands: its severity, or a gate that a prescriber has cleared."""

KINDS: Final[dict[Kind, str]] = {
    "gate": SEVERITIES["gate"],
    "caution": SEVERITIES["caution"],
    "tell": SEVERITIES["tell"],
    "cleared": N_("Checked and cleared"),
}
"""Each kind in words, gravest first."""

WHATEVER: Final = N_("Whatever you choose")
EVERY: Final = N_("Every option")
NOTHING: Final = N_("Nothing found")
TODAY: Final = N_("Today")
"""What stands on a finding that cannot wait for the visit."""
CALL_TODAY: Final = N_("Call your prescriber or a pharmacist today.")
ON_HAND_OVER: Final = N_("This goes on the hand-over page that you can print for them.")
DRUGS_BEFORE: Final = frozenset({"dissociatives_before", "other_drugs_before"})
"""What others never see of the findings: drugs in the past."""

_RANKS: Final = ("gate", "caution", "tell")


@dataclass(frozen=True, kw_only=True)
class OptionStanding:
    """Where one option stands with the safety rules.

    Attributes:
        letter: Its letter; "" for what stands whatever is chosen.
        name: Its name.
        counts: How many findings of each kind are about it, gravest first; none is left out.
    """

    letter: str
    name: str
    counts: tuple[tuple[Kind, int], ...]


@dataclass(frozen=True, kw_only=True)
class FindingGroup:
    """The findings that are about the same options.

    Attributes:
        urgent: Whether they cannot wait for the visit.
        options: Ids of the options, in this session's order; empty for whatever is chosen.
        heading: The options by name and letter.
        findings: Gates first, then cautions, then what to tell.
    """

    urgent: bool
    options: tuple[str, ...]
    heading: str
    findings: tuple[Finding, ...]


def kind_of(finding: Finding) -> Kind:
    """How a finding stands now."""
    is_gate = finding.rule.severity == "gate"
    return "cleared" if is_gate and not finding.shuts else finding.rule.severity


def option_standings(snapshot: Snapshot) -> tuple[OptionStanding, ...]:
    """Where each option stands, in this session's order.

    At the end stands what was found whatever is chosen, where there is any of it.
    """
    of_options = tuple(
        OptionStanding(
            letter=one.letter,
            name=one.option.name,
            counts=_counts(
                found for found in snapshot.findings if one.option.id in found.rule.options
            ),
        )
        for one in snapshot.options
    )
    counts = _counts(found for found in snapshot.findings if not found.rule.options)
    always = OptionStanding(letter="", name=_(WHATEVER), counts=counts)
    return (*of_options, always) if counts else of_options


def finding_groups(snapshot: Snapshot) -> tuple[FindingGroup, ...]:
    """The findings by the options they are about; every finding stands once.

    What is urgent comes first. Of the others, groups with a gate come first, then those with a
    caution; what is alike in that goes by the options' order. A gate that was cleared keeps its
    place.
    """
    places = {one.option.id: place for place, one in enumerate(snapshot.options)}
    held: dict[tuple[bool, tuple[str, ...]], list[Finding]] = {}
    for finding in snapshot.findings:
        options = tuple(sorted(set(finding.rule.options), key=places.__getitem__))
        held.setdefault((finding.rule.urgent, options), []).append(finding)
    groups = [
        FindingGroup(
            urgent=urgent,
            options=options,
            heading=_heading(options, snapshot),
            findings=tuple(sorted(found, key=_rank)),
        )
        for (urgent, options), found in held.items()
    ]
    last = len(places)
    return tuple(
        sorted(
            groups,
            key=lambda group: (
                not group.urgent,
                _rank(group.findings[0]),
                [places[one] for one in group.options] or [last],
            ),
        )
    )


def gate_news(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> str:
    """One sentence on the gates that arose, were cleared or went; "" where none did.

    It holds titles of rules and no word that was typed: it is said aloud.

    Args:
        before: What was found a moment ago.
        after: What is found now.
    """
    shut = {one.rule.id for one in before if one.shuts}
    now = {one.rule.id: one for one in after}
    arisen = [one.rule.title for one in after if one.shuts and one.rule.id not in shut]
    opened = [one for one in before if one.shuts and not _shuts(now.get(one.rule.id))]
    cleared = [one.rule.title for one in opened if one.rule.id in now]
    gone = [one.rule.title for one in opened if one.rule.id not in now]
    told = (
        (_("Check first: {findings}"), arisen),
        (_("Checked and cleared: {findings}"), cleared),
        (_("No longer found: {findings}"), gone),
    )
    parts = (words.format(findings=and_words(titles)) for words, titles in told if titles)
    return f"{news}." if (news := "; ".join(parts)) else ""


def must_look_sentences() -> str:
    """Who looks at what is marked as a gate, and how it gets to them."""
    look = _("Your prescriber must look at what is marked “{mark}”.")
    return f"{look.format(mark=_(KINDS['gate']))} {_(ON_HAND_OVER)}"


def shown_words(finding: Finding) -> str:
    """How grave a finding is, and its title, for a screen on which nothing can be opened."""
    kind = kind_of(finding)
    # Translators: how grave a finding is, and what was found.
    told = _("{kind}: {finding}") if finding.sure else _("{kind}: {finding} (find out first)")
    words = told.format(kind=_(KINDS[kind]), finding=finding.rule.title)
    return f"{_('Today.')} {words}" if finding.rule.urgent and kind == "gate" else words


def below_words(found: tuple[Finding, ...]) -> str:
    """That findings stand below, what is for today first; "" where there are none that warn."""
    shut = [one for one in found if one.shuts]
    urgent = sum(one.rule.urgent for one in shut)
    cautions = sum(one.rule.severity == "caution" for one in found)
    if not shut and not cautions:
        return ""
    counts = _("Your answers touch some options: {counts}. See the end of this page.").format(
        counts=_touched(len(shut), cautions)
    )
    if not urgent:
        return counts
    today = ngettext(
        "For today, before the next dose: {count} finding.",
        "For today, before the next dose: {count} findings.",
        urgent,
    )
    return f"{today.format(count=number_words(urgent))} {counts}"


def _touched(gates: int, cautions: int) -> str:
    """How many findings warn: "2 to check first, 1 with care"."""
    kinds = (
        (gates, ngettext("{count} to check first", "{count} to check first", gates)),
        (cautions, ngettext("{count} with care", "{count} with care", cautions)),
    )
    return ", ".join(words.format(count=number_words(count)) for count, words in kinds if count)


def cleared_sentence(clearance: Clearance) -> str:
    """Who cleared a gate, when and why."""
    day = day_words(clearance.on)
    return _("Cleared by {initials} (prescriber) on {day}: {reason}").format(
        initials=clearance.initials, day=day, reason=clearance.reason
    )


def earlier_sentence(on: date, visit: date) -> str:
    """That a gate was cleared before the day of this visit; "" where it was not.

    Args:
        on: The day it was cleared.
        visit: The day of the visit.
    """
    if on >= visit:
        return ""
    return _("It was cleared before this visit ({visit}). Does it still hold?").format(
        visit=day_words(visit)
    )


def talk_sentence(session: Session) -> str:
    """That a talk about safety was recorded, when and by whom; "" where none was.

    Nothing of the answer it was about, nor of what came of it: others look at the screen, too.
    """
    talk = session.safety_talk
    if talk is None:
        return ""
    told = _("Talk recorded {day}, initials {initials}.")
    return told.format(day=day_words(talk.on), initials=talk.initials)


def _shuts(finding: Finding | None) -> bool:
    return finding is not None and finding.shuts


def _rank(finding: Finding) -> int:
    return _RANKS.index(finding.rule.severity)


def _counts(found: Iterable[Finding]) -> tuple[tuple[Kind, int], ...]:
    counted = Counter(map(kind_of, found))
    return tuple((kind, counted[kind]) for kind in KINDS if counted[kind])


def _heading(options: tuple[str, ...], snapshot: Snapshot) -> str:
    if not options:
        return _(WHATEVER)
    if len(options) == len(snapshot.options):
        return _(EVERY)
    return and_words(option_name(one, snapshot) for one in options)
