"""Building a tree from the events of a YAML parser, within bounds."""

import re
from dataclasses import dataclass
from typing import Final

import yaml

from decision_aid.base.errors import Problem, ProblemsError
from decision_aid.base.language import _
from decision_aid.base.locale_words import number_words
from decision_aid.content.codes import LoadCode
from decision_aid.content.nodes import Mapping, Node, Place, Sequence, Text
from decision_aid.content.wording import told

DEEPEST: Final = 32
"""Most lists and mappings inside each other."""

MOST_NODES: Final = 50_000
"""Most texts, lists and mappings in one file."""

LONGEST_TEXT: Final = 100_000
"""Most characters of one text: far more than anyone writes, and soon looked through."""

_INVISIBLE: Final = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"  # controls
    "\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069"  # direction, line separators
    "\\ufeff\\ufffe\\uffff\\ud800-\\udfff\\U000e0000-\\U000e007f"  # marks, surrogates, tags
)
INVISIBLE: Final = re.compile(f"[{_INVISIBLE}]")
"""A character that must not stand in a file."""

_DECODED: Final = re.compile(f"[{_INVISIBLE}\\r]")


def invisible_sentence(character: str) -> str:
    """What to say of a character nobody can see."""
    return _("Here is an invisible character ({character}). Take it out.").format(
        character=f"U+{ord(character):04X}"
    )


class RefusedError(Exception):
    """What a file holds ends its reading."""

    def __init__(self, line: int, sentence: str, code: LoadCode = "refused_yaml") -> None:
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence
        self.code = code


@dataclass
class _Open:
    """A list or mapping being read, and the key that waits for its value."""

    node: Sequence | Mapping
    key: str | None = None


class TreeBuilder:
    """Builds the tree from events, with a stack of its own instead of recursion.

    Args:
        file: The file's name in problems.
        escapes: Whether a value may hold invisible characters that are written as escapes, where
            the file itself shows them.
    """

    def __init__(self, file: str, *, escapes: bool = False) -> None:
        self._file = file
        self._escapes = escapes
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0
        self._nodes = 0
        self._problems: list[Problem] = []

    def take(self, event: yaml.Event) -> None:
        """Takes one event of the parser."""
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._start(event, Mapping({}, {}, self._place(event)))
            case yaml.SequenceStartEvent():
                self._start(event, Sequence([], self._place(event)))
            case yaml.CollectionEndEvent():
                self._open.pop()
            case yaml.AliasEvent():
                raise RefusedError(self._line(event), _("Aliases (*name) are not read here."))
            case yaml.DocumentStartEvent():
                self._document(event)

    def refuse(self, line: int, sentence: str, code: LoadCode) -> None:
        """Notes what ended the reading."""
        self._problems.append(Place(self._file, line).problem(sentence, code))

    def tree(self) -> Node:
        """What was read.

        Raises:
            ProblemsError: Something was refused, or nothing was there.
        """
        if self._root is None and not self._problems:
            self.refuse(1, _("This file is empty."), "empty_file")
        if self._problems or self._root is None:
            raise ProblemsError(told(self._problems))
        return self._root

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if event.version or event.tags:
            raise RefusedError(1, _("Directives (%name) are not read here."))
        if self._documents > 1:
            raise RefusedError(
                self._line(event), _("A second document (---) starts here; a file holds one.")
            )

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._common(event)
        if len(event.value) > LONGEST_TEXT:
            sentence = _("A text is longer than {most} characters here.").format(
                most=number_words(LONGEST_TEXT)
            )
            raise RefusedError(self._line(event), sentence)
        found = _DECODED.search(event.value)
        if found and not self._is_escaped_value(event):
            sentence = invisible_sentence(found.group())
            raise RefusedError(self._line(event), sentence, "invisible_character")
        if self._open and self._awaits_key():
            self._key(event)
        else:
            self._put(Text(_value(event), self._place(event)))

    def _is_escaped_value(self, event: yaml.ScalarEvent) -> bool:
        # Nothing invisible stands in the file itself, and only these quotation marks take escapes.
        is_key = bool(self._open) and self._awaits_key()
        return self._escapes and event.style == '"' and not is_key

    def _start(self, event: yaml.CollectionStartEvent, node: Sequence | Mapping) -> None:
        self._common(event)
        if self._open and self._awaits_key():
            raise RefusedError(self._line(event), _("A key is a text, not a list or a mapping."))
        if len(self._open) == DEEPEST:
            raise RefusedError(
                self._line(event),
                _("Lists and mappings lie more than {most} deep here.").format(most=DEEPEST),
            )
        self._put(node)
        self._open.append(_Open(node))

    def _common(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise RefusedError(
                self._line(event),
                _("This file holds more than {most} entries.").format(most=MOST_NODES),
            )
        if event.anchor is not None:
            raise RefusedError(self._line(event), _("Anchors (&name) are not read here."))
        if event.tag is not None:
            raise RefusedError(self._line(event), _("Tags (!name) are not read here."))

    def _awaits_key(self) -> bool:
        top = self._open[-1]
        return isinstance(top.node, Mapping) and top.key is None

    def _key(self, event: yaml.ScalarEvent) -> None:
        top = self._open[-1]
        if event.value == "<<" and not event.style:
            raise RefusedError(self._line(event), _("Merge keys (<<) are not read here."))
        if not event.value:
            raise RefusedError(self._line(event), _("A key is missing before the colon."))
        top.key = event.value
        if isinstance(top.node, Mapping):
            self._note_key(top.node, event)

    def _note_key(self, mapping: Mapping, event: yaml.ScalarEvent) -> None:
        first = mapping.keys.setdefault(event.value, self._place(event))
        if event.value in mapping.values:
            self.refuse(
                self._line(event),
                _("This key stands here a second time; the first is on line {line}.").format(
                    line=first.line
                ),
                "duplicate_key",
            )

    def _put(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        top = self._open[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is not None:
            top.node.values[top.key] = node
            top.key = None

    def _place(self, event: yaml.Event) -> Place:
        return Place(self._file, self._line(event))

    def _line(self, event: yaml.Event) -> int:
        return event.start_mark.line + 1 if event.start_mark is not None else 1


def _value(event: yaml.ScalarEvent) -> str | None:
    if not event.style:
        return None if event.value in ("", "~", "null") else event.value
    # A block's last line break belongs to the writing of it, not to the text.
    text: str = event.value
    return text.rstrip("\n") if event.style in "|>" else text
