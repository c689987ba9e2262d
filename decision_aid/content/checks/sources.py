"""Checks on sources: whoever doubts a number can look it up."""

import re
from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import _
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.wording import quote

_DOI: Final = re.compile(r"10\.\d{4,9}/\S+")
_PMID: Final = re.compile(r"[1-9]\d{0,8}")
_URL: Final = re.compile(r"https://([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?(/\S*)?", re.IGNORECASE)

OLDEST: Final = 1800
"""A year before it is a slip of the pen."""


def _odd_doi(checked: Checked) -> Iterator[Found]:
    """A DOI with its resolver's address before it, or cut short, leads nowhere."""
    sentence = _('{given} should be as in "10.1000/182", without an address before it.')
    yield from _odd(checked, "doi", _DOI, sentence)


def _odd_pmid(checked: Checked) -> Iterator[Found]:
    """Letters before a PubMed id make a link to another paper, or none."""
    yield from _odd(checked, "pmid", _PMID, _("{given} should be of digits only."))


def _odd_url(checked: Checked) -> Iterator[Found]:
    """An address that is not https can be changed on its way to the reader."""
    sentence = _("{given} should be https:// and a host, without blanks.")
    yield from _odd(checked, "url", _URL, sentence)


def _odd(checked: Checked, field: str, form: re.Pattern[str], sentence: str) -> Iterator[Found]:
    for number, source in enumerate(checked.pack.sources):
        given = getattr(source, field)
        if given and not form.fullmatch(given):
            place = checked.place("sources", number, field)
            yield place, sentence.format(given=quote(given))


def _source_without_place(checked: Checked) -> Iterator[Found]:
    """An author and a title are often not enough to find it again."""
    for number, source in enumerate(checked.pack.sources):
        if not (source.doi or source.pmid or source.url):
            sentence = _("The source {id} has no doi, pmid or url. Add one.").format(
                id=quote(source.id)
            )
            yield checked.place("sources", number), sentence


def _card_without_source(checked: Checked) -> Iterator[Found]:
    """What a card says was read somewhere, and whoever doubts it wants to know where."""
    for number, card in enumerate(checked.pack.cards):
        if not (card.sources or card.studies):
            yield (
                checked.place("cards", number),
                _("{id} has no source. Name one.").format(id=quote(card.id)),
            )


def _odd_year(checked: Checked) -> Iterator[Found]:
    """A year ahead of today is mistyped; papers dated a year ahead do exist."""
    for number, source in enumerate(checked.pack.sources):
        if not OLDEST <= source.year <= checked.today.year + 1:
            place = checked.place("sources", number, "year")
            yield (
                place,
                _("Nothing can be of the year {year}. Look it up.").format(year=source.year),
            )


CHECKS: Final = (
    Check("odd_doi", "error", _odd_doi),
    Check("odd_pmid", "error", _odd_pmid),
    Check("odd_url", "error", _odd_url),
    Check("odd_year", "error", _odd_year),
    Check("source_without_place", "warning", _source_without_place),
    Check("card_without_source", "warning", _card_without_source),
)
