"""Loading what one clinic adds to a pack, or telling everything that is wrong with its file."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final
from unicodedata import normalize

from decision_aid.base.errors import InputError, Problem, ProblemsError
from decision_aid.base.language import _
from decision_aid.base.locale_words import number_words
from decision_aid.content.checks.loaded import LOADED
from decision_aid.content.checks.stated import stated
from decision_aid.content.files import read_file
from decision_aid.content.nodes import Mapping, Node, Sequence, Text, place_of, texts
from decision_aid.content.references import Fault, ids_of, later_ones, matches
from decision_aid.content.sentences import Wording
from decision_aid.content.validation import validated
from decision_aid.content.wording import near, quote, told
from decision_aid.domain.clinic import LOCK_MINUTES, Clinic
from decision_aid.domain.pack import Pack

MOST_ENTRIES: Final = 20
"""Most telephone numbers, and most reviews."""

LONGEST_WORD: Final = 40
"""Characters of the longest word; a longer one would not fit into a line."""

LONGEST: Final = {
    "name": 80,
    "options.*.cost": 300,
    "options.*.wait": 300,
    "options.*.offered_by": 300,
    "phones.*.text": 300,
    "phones.*.number": 40,
    "reviews.*.by": 300,
    "reviews.*.version": 40,
}
"""Most characters of each text."""

_PERCENT: Final = re.compile(r"\d[\d.,]* ?(?:%|percent\b|per cent\b)", re.IGNORECASE)
_OUTCOME: Final = re.compile(
    r"\b(?:(?:get|gets|got|feel|feels|felt|doing) (?:much )?(?:better|well)"
    r"|success rate|remission|relapse)\b",
    re.IGNORECASE,
)
"""What studies count, in words; a share of it may be written in too many ways to list them."""

_LOADED: Final = re.compile(rf"\b(?:{'|'.join(LOADED)})\b", re.IGNORECASE)


def load_clinic(path: Path, pack: Pack, *, today: date) -> Clinic:
    """A clinic's own notes beside a pack, validated in full; each text is on one line.

    Args:
        path: Its file.
        pack: The pack it adds to.
        today: The day after which nothing in it can have happened.

    Raises:
        InputError: The file cannot be read.
        ProblemsError: Everything that is wrong with it.
    """
    tree = _on_one_line(_read(path))
    clinic = validated(Clinic, tree, Wording(quotes=True))
    found = (
        place_of(tree, where).problem(sentence)
        for check in CHECKS
        for where, sentence in check(clinic, pack, today)
    )
    if problems := told((*_blanks(tree), *found)):
        raise ProblemsError(problems)
    return clinic


def _read(path: Path) -> Node:
    try:
        return read_file(path, str(path))
    except FileNotFoundError:
        sentence = _("There is no clinic file {path}. Nothing was read or changed.").format(
            path=path
        )
        raise InputError(sentence) from None


def _on_one_line(node: Node) -> Node:
    """The tree with every run of blanks and line breaks in its texts made one blank."""
    match node:
        case Text():
            whole = None if node.value is None else " ".join(node.value.split())
            return Text(whole, node.place)
        case Sequence():
            return Sequence([_on_one_line(one) for one in node.items], node.place)
        case Mapping():
            values = {key: _on_one_line(value) for key, value in node.values.items()}
            return Mapping(values, node.keys, node.place)


def _blanks(tree: Node) -> Iterator[Problem]:
    for text in texts(tree):
        if text.value is not None and not any(map(str.isalnum, text.value)):
            yield text.place.problem(_("Nothing is written here. Write it, or take the line out."))


def _lengths(clinic: Clinic, _pack: Pack, _today: date) -> Iterator[Fault]:
    for pattern, most in LONGEST.items():
        for path, text in matches(clinic, pattern):
            if len(text) > most:
                said = _("This text has {count} characters; {most} is the most.")
                yield path, said.format(count=number_words(len(text)), most=most)
            elif any(len(word) > LONGEST_WORD for word in text.split()):
                said = _("A word here is longer than {most} characters. Break it up.")
                yield path, said.format(most=LONGEST_WORD)


def _counts(clinic: Clinic, _pack: Pack, _today: date) -> Iterator[Fault]:
    for name in ("phones", "reviews"):
        if len(getattr(clinic, name)) > MOST_ENTRIES:
            said = _("There are at most {most} entries in {list}.")
            yield (name, MOST_ENTRIES), said.format(most=MOST_ENTRIES, list=name)


def _lock(clinic: Clinic, _pack: Pack, _today: date) -> Iterator[Fault]:
    if clinic.lock_minutes is not None and clinic.lock_minutes not in LOCK_MINUTES:
        fewest, most = LOCK_MINUTES[0], LOCK_MINUTES[-1]
        sentence = _(
            "The program locks after {fewest} to {most} minutes. Write a number of these."
        ).format(fewest=fewest, most=most)
        yield ("lock_minutes",), sentence


def _numbers(clinic: Clinic, _pack: Pack, _today: date) -> Iterator[Fault]:
    for path, number in matches(clinic, "phones.*.number"):
        if not any(map(str.isdecimal, number)):
            said = _("There is no digit in the number {number}. Write what is dialed.")
            yield path, said.format(number=quote(number))


def _results(clinic: Clinic, pack: Pack, _today: date) -> Iterator[Fault]:
    """A share of people, or how they fared, is a result: it stands with its study or nowhere.

    A percentage is a matter of cost, such as what a plan pays, or it is such a share too.
    """
    for pattern in LONGEST:
        for path, text in matches(clinic, pattern):
            counted = next((one.words for one in stated(text, pack.language)), "")
            share = None if pattern == "options.*.cost" else _PERCENT.search(_plain(text))
            result = share or _OUTCOME.search(text)
            if found := counted or (result and result.group()):
                said = _(
                    "{words} reads as a result of a study. A clinic tells cost, waiting and who; "
                    "take it out."
                )
                yield path, said.format(words=quote(found))


def _plain(text: str) -> str:
    """The text with letters and signs of the usual width."""
    return normalize("NFKC", text)


def _praise(clinic: Clinic, pack: Pack, _today: date) -> Iterator[Fault]:
    if pack.language.partition("-")[0] != "en":
        return
    for pattern in ("options.*.cost", "options.*.wait", "options.*.offered_by", "phones.*.text"):
        for path, text in matches(clinic, pattern):
            if found := _LOADED.search(text):
                said = _(
                    "{words} praises or frightens beside an option. Say what is so at the clinic "
                    "instead."
                )
                yield path, said.format(words=quote(found.group()))


def _options(clinic: Clinic, pack: Pack, _today: date) -> Iterator[Fault]:
    known = ids_of(pack, "options")
    for place, one in enumerate(clinic.options):
        if one.id not in known:
            sentence = _("The pack has no option {id}.").format(id=quote(one.id))
            yield ("options", place, "id"), near(sentence, one.id, known)
        if not (one.cost or one.wait or one.offered_by):
            sentence = _("Nothing is said of {id}. Add cost, wait or offered_by.").format(
                id=quote(one.id)
            )
            yield ("options", place), sentence
    for place in later_ones([one.id for one in clinic.options]):
        again = _("{id} stands in this list already.").format(id=quote(clinic.options[place].id))
        yield ("options", place), again


def _dates(clinic: Clinic, pack: Pack, today: date) -> Iterator[Fault]:
    if clinic.as_of > today:
        yield ("as_of",), _not_come(today)
    published = pack.provenance.published
    for place, review in enumerate(clinic.reviews):
        path = ("reviews", place, "on")
        if review.on > today:
            yield path, _not_come(today)
        elif review.version == pack.version and review.on < published:
            said = _("Version {version} was published on {day}, after this review.")
            yield path, said.format(version=pack.version, day=published.isoformat())


def _not_come(today: date) -> str:
    # Translators: {day} is written as in the file, such as 2026-11-23.
    return _("This day has not come yet; today is {day}.").format(day=today.isoformat())


CHECKS: Final[tuple[Callable[[Clinic, Pack, date], Iterator[Fault]], ...]] = (
    _lengths,
    _counts,
    _lock,
    _numbers,
    _results,
    _praise,
    _options,
    _dates,
)
"""Every check of a clinic's file against its pack."""
