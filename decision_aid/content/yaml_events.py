"""A bounded reader of YAML: texts, lists and mappings, and nothing else YAML can do.

The loaders of PyYAML hang or crash on hostile files of a few hundred bytes and keep the last of two
equal keys without a word. This reader takes the parser's events instead and refuses what a pack or
a session never needs: anchors and aliases, tags, merge keys, keys that are not texts, a second
document, great depth, great size, invisible characters that change how a text reads.
"""

import re
from dataclasses import dataclass
from typing import Final, Protocol

import yaml

from decision_aid.base.errors import MachineError, Problem, ProblemsError
from decision_aid.content.nodes import Mapping, Node, Place, Sequence, Text

DEEPEST: Final = 32
"""Most lists and mappings inside each other."""

MOST_NODES: Final = 50_000
"""Most texts, lists and mappings in one file."""

_INVISIBLE: Final = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"  # controls
    "\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069"  # direction, line separators
    "\\ufeff\\ufffe\\uffff\\ud800-\\udfff\\U000e0000-\\U000e007f"  # marks, surrogates, tags
)
_RAW: Final = re.compile(f"[{_INVISIBLE}]")
_DECODED: Final = re.compile(f"[{_INVISIBLE}\\r]")


class _Parser(Protocol):
    def get_event(self) -> yaml.Event | None:
        """The next event, None after the last."""


def read_yaml(content: bytes, file: str) -> Node:
    """The tree of one YAML file.

    Args:
        content: The file's bytes, at most 1 MiB.
        file: Its name in problems.

    Raises:
        ProblemsError: What the file holds is not YAML, or more than is allowed here.
        MachineError: PyYAML was built without libyaml.
    """
    parser = _parser(_decoded(content, file))
    builder = _Builder(file)
    try:
        while (event := parser.get_event()) is not None:
            builder.take(event)
    except yaml.YAMLError as error:
        builder.refuse(_line_of(error), _syntax_sentence(error))
    except _RefusedError as refused:
        builder.refuse(refused.line, refused.sentence)
    return builder.tree()


def _parser(text: str) -> _Parser:
    fast = getattr(yaml.cyaml, "CParser", None) if yaml.__with_libyaml__ else None
    if fast is None:
        raise MachineError(
            "The part of PyYAML that reads files safely (libyaml) is missing. Nothing was read. "
            "Install PyYAML from a ready-made wheel: pip install --force-reinstall PyYAML."
        )
    parser: _Parser = fast(text)
    return parser


def _decoded(content: bytes, file: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _one_problem(file, line, "This is not UTF-8. Save the file as UTF-8.") from error
    if found := _RAW.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise _one_problem(file, line, _invisible_sentence(found.group()))
    return text


def _one_problem(file: str, line: int, sentence: str) -> ProblemsError:
    return ProblemsError((Problem(file, line, sentence),))


def _invisible_sentence(character: str) -> str:
    return f"Here is an invisible character (U+{ord(character):04X}). Take it out."


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark is not None else 1


def _syntax_sentence(error: yaml.YAMLError) -> str:
    # libyaml's own words are fixed strings: they never hold what stands in the file.
    problem = getattr(error, "problem", None) or "it cannot be read"
    return f"This is not YAML: {problem}. Look at this line and the one before it."


class _RefusedError(Exception):
    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence


@dataclass(slots=True)
class _Open:
    """A list or mapping being read, and the key that waits for its value."""

    node: Sequence | Mapping
    key: str | None = None


class _Builder:
    """Builds the tree from events, with a stack of its own instead of recursion."""

    def __init__(self, file: str) -> None:
        self._file = file
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
                raise _RefusedError(self._line(event), "Aliases (*name) are not read here.")
            case yaml.DocumentStartEvent():
                self._document(event)

    def refuse(self, line: int, sentence: str) -> None:
        """Notes what ended the reading."""
        self._problems.append(Problem(self._file, line, sentence))

    def tree(self) -> Node:
        """What was read.

        Raises:
            ProblemsError: Something was refused, or nothing was there.
        """
        if self._root is None and not self._problems:
            self.refuse(1, "This file is empty.")
        if self._problems or self._root is None:
            raise ProblemsError(tuple(self._problems))
        return self._root

    def _document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _RefusedError(
                self._line(event), "A second document (---) starts here; a file holds one."
            )

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._common(event)
        if found := _DECODED.search(event.value):
            raise _RefusedError(self._line(event), _invisible_sentence(found.group()))
        if self._open and self._awaits_key():
            self._key(event)
        else:
            self._put(Text(_value(event), self._place(event)))

    def _start(self, event: yaml.CollectionStartEvent, node: Sequence | Mapping) -> None:
        self._common(event)
        if self._open and self._awaits_key():
            raise _RefusedError(self._line(event), "A key is a text, not a list or a mapping.")
        if len(self._open) == DEEPEST:
            raise _RefusedError(
                self._line(event), f"Lists and mappings lie more than {DEEPEST} deep here."
            )
        self._put(node)
        self._open.append(_Open(node))

    def _common(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise _RefusedError(
                self._line(event), f"This file holds more than {MOST_NODES} entries."
            )
        if event.anchor is not None:
            raise _RefusedError(self._line(event), "Anchors (&name) are not read here.")
        if event.tag is not None:
            raise _RefusedError(self._line(event), "Tags (!name) are not read here.")

    def _awaits_key(self) -> bool:
        top = self._open[-1]
        return isinstance(top.node, Mapping) and top.key is None

    def _key(self, event: yaml.ScalarEvent) -> None:
        top = self._open[-1]
        if event.value == "<<" and not event.style:
            raise _RefusedError(self._line(event), "Merge keys (<<) are not read here.")
        if not event.value:
            raise _RefusedError(self._line(event), "A key is missing before the colon.")
        top.key = event.value
        if isinstance(top.node, Mapping):
            self._note_key(top.node, event)

    def _note_key(self, mapping: Mapping, event: yaml.ScalarEvent) -> None:
        first = mapping.keys.setdefault(event.value, self._place(event))
        if event.value in mapping.values:
            self.refuse(
                self._line(event),
                f"This key stands here a second time; the first is on line {first.line}.",
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
