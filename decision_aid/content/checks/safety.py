"""Checks on what a person in danger needs: numbers to call that are there and still right."""

import re
from collections.abc import Iterator
from typing import Final, get_args, get_type_hints

from decision_aid.base.language import _
from decision_aid.base.locale_words import number_words
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.nodes import texts
from decision_aid.content.wording import quote
from decision_aid.domain.guidance import CallReason
from decision_aid.workspace.freshness import CRISIS_CHECK_DAYS

FEWEST_CONTACTS: Final = 2
"""One to talk to and one for danger right now."""

EMERGENCY: Final = {"US": ("911",), "CA": ("911",), "GB": ("999", "112"), "AU": ("000",)}
"""Emergency numbers by country."""

_ANY_EMERGENCY: Final = ("112", "911", "999", "000", "111", "110", "119", "190")
"""Emergency numbers somewhere; for a country that is not listed above."""

_CALL: Final = re.compile(
    r"\b(?:call|dial|text(?: \w{1,20} to)?)(?: or (?:call|text))? (\d{3,11})\b", re.IGNORECASE
)
"""Words that send a person to a number."""


def _crisis_unchecked(checked: Checked) -> Iterator[Found]:
    """A number that nobody answers any more is worse than none."""
    age = (checked.today - checked.pack.crisis.checked_on).days
    if age > CRISIS_CHECK_DAYS:
        place = checked.place("crisis", "checked_on")
        sentence = _("The crisis numbers were checked {count} days ago. Look them up again.")
        yield place, sentence.format(count=number_words(age))


def _crisis_without_emergency(checked: Checked) -> Iterator[Found]:
    """A person in danger right now needs someone who comes."""
    crisis = checked.pack.crisis
    numbers = {"".join(re.findall(r"\d", one.number)) for one in crisis.contacts}
    wanted = EMERGENCY.get(crisis.country, _ANY_EMERGENCY)
    if numbers.isdisjoint(wanted) or len(crisis.contacts) < FEWEST_CONTACTS:
        sentence = _(
            "The contacts need {number} for danger right now and one more to talk to."
        ).format(number=wanted[0])
        yield checked.place("crisis", "contacts"), sentence


def _crisis_line_incomplete(checked: Checked) -> Iterator[Found]:
    """The line on paper is all that is left once the program is closed."""
    crisis = checked.pack.crisis
    wanted = EMERGENCY.get(crisis.country, _ANY_EMERGENCY)
    there = re.findall(r"\d+", crisis.line)
    talk = {one.number for one in crisis.contacts} & set(there) - set(wanted)
    if not set(wanted) & set(there) or not talk:
        sentence = _("This line needs the number for danger right now and that of another contact.")
        yield checked.place("crisis", "line"), sentence


def _unlisted_number(checked: Checked) -> Iterator[Found]:
    """A slip in one digit sends a person in danger to nobody."""
    contacts = checked.pack.crisis.contacts
    listed = {digits for one in contacts for digits in _digits(f"{one.number} {one.text}")}
    for text in texts(checked.read.texts):
        for found in _CALL.finditer(text.value or ""):
            if found.group(1) not in listed:
                sentence = _(
                    "{words}: no crisis contact has this number. Add it there, or mend it."
                )
                yield text.place, sentence.format(words=quote(found.group()))


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _odd_country(checked: Checked) -> Iterator[Found]:
    """Numbers to call are those of one country, and the program shows which."""
    if not re.fullmatch(r"[A-Z]{2}", checked.pack.crisis.country):
        sentence = _("A country is its two letters in ISO 3166, such as US.")
        yield checked.place("crisis", "country"), sentence


def _call_reasons_missing(checked: Checked) -> Iterator[Found]:
    """People take home when to call the clinic and when to call for help at once."""
    told = {reason.urgency for reason in checked.pack.call_reasons}
    for urgency in get_args(get_type_hints(CallReason)["urgency"]):
        if urgency not in told:
            place = checked.place("call_reasons")
            sentence = _("No reason to call has the urgency {urgency}. Add one.")
            yield place, sentence.format(urgency=urgency)


def _item_9_without_path(checked: Checked) -> Iterator[Found]:
    """Whoever asks about thoughts of death tells what to do, whatever is chosen later."""
    pack = checked.pack
    if pack.instrument("phq9") is None:
        return
    for_all = {reason.urgency for reason in pack.call_reasons if not reason.options}
    named = {reason.urgency for reason in pack.call_reasons}
    for urgency in sorted(named - for_all):
        sentence = _(
            "The PHQ-9 asks about thoughts of death. One reason to call ({urgency}) must hold for "
            "every option."
        ).format(urgency=urgency)
        yield checked.place("call_reasons"), sentence


CHECKS: Final = (
    Check("crisis_unchecked", "error", _crisis_unchecked),
    Check("crisis_without_emergency", "error", _crisis_without_emergency),
    Check("crisis_line_incomplete", "error", _crisis_line_incomplete),
    Check("unlisted_number", "error", _unlisted_number),
    Check("odd_country", "error", _odd_country),
    Check("call_reasons_missing", "error", _call_reasons_missing),
    Check("item_9_without_path", "error", _item_9_without_path),
)
