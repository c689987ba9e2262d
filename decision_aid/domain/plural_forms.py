"""A text with a number in it, in every form its language has for numbers."""

from typing import Final

from decision_aid.base.frozen import dataclass
from decision_aid.base.language import _

PLACEHOLDER: Final = "{n}"
"""Where the number goes."""


@dataclass(frozen=True, kw_only=True)
class PluralForms:
    """A text with {n} where the number goes; "" where a form is not given and `other` serves.

    Source: Unicode CLDR, Language Plural Rules.

    Attributes:
        zero: Such as 0 in Arabic.
        one: Such as 1 in English: "{n} week"; also 21 in Russian, 0 and 1.5 in French.
        two: Such as 2 in Arabic.
        few: Such as 3 in Polish.
        many: Such as 5 in Polish.
        other: Any other number, and the only form of many languages: "{n} weeks".
    """

    zero: str = ""
    one: str = ""
    two: str = ""
    few: str = ""
    many: str = ""
    other: str

    def __post_init__(self) -> None:
        given = (self.zero, self.one, self.two, self.few, self.many)
        if any(PLACEHOLDER not in form for form in (*filter(None, given), self.other)):
            raise ValueError(
                _("a text with a number has {placeholder} where the number goes").format(
                    placeholder=PLACEHOLDER
                )
            )

    def with_number(self, category: str, number: str) -> str:
        """The text with a number put in.

        Args:
            category: The category the language puts the number in, a name of a form.
            number: The number as it is written in the language.
        """
        form: str = getattr(self, category) or self.other
        return form.replace(PLACEHOLDER, number)
