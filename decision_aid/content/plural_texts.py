"""Texts with a number in them: one text, or one for each form a language has for numbers."""

from collections.abc import Iterator

from decision_aid.base.errors import Problem
from decision_aid.base.language import _
from decision_aid.base.locale_words import and_words, plural_categories
from decision_aid.content.nodes import Mapping, Text
from decision_aid.content.shape import hints_of, is_plural, walk_texts
from decision_aid.content.wording import near, quote


def put_forms(kind: type, given: Mapping, language: str) -> Iterator[Problem]:
    """Makes plain texts with a number mappings of the form `other`, and tells what is no form.

    Args:
        kind: The dataclass that the texts are for.
        given: The texts; changed in place, before the structure is joined with them.
        language: Their language, as in BCP 47.

    Yields:
        Forms that are not there but must be, or that the language does not have.
    """
    for owner, field, holder in walk_texts(kind, given):
        if not is_plural(hints_of(owner)[field]):
            continue
        text, place = holder.values[field], holder.keys[field]
        if isinstance(text, Text):
            holder.values[field] = Mapping({"other": text}, {"other": place}, text.place)
        elif isinstance(text, Mapping):
            yield from _odd_forms(field, text, language)
        else:
            told = _("{field} is a text, or a mapping of the forms it has with numbers.")
            yield place.problem(told.format(field=quote(field)), "wrong_type")


def _odd_forms(field: str, forms: Mapping, language: str) -> Iterator[Problem]:
    known = plural_categories(language)
    odd = _("{field}: {language} has no form {form} for numbers. It has {forms}.")
    for name in forms.values:
        if name not in known:
            sentence = odd.format(
                field=quote(field),
                language=quote(language),
                form=quote(name),
                forms=and_words(known),
            )
            yield forms.keys[name].problem(near(sentence, name, known), "unknown_key")
    if "other" not in forms.values:
        told = _("{field}: the form {form} is missing. It is said of every number without its own.")
        sentence = told.format(field=quote(field), form=quote("other"))
        yield forms.place.problem(sentence, "missing_text")
