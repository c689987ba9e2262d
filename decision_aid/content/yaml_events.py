"""A bounded reader of YAML: texts, lists and mappings, and nothing else YAML can do.

The loaders of PyYAML hang or crash on hostile files of a few hundred bytes and keep the last of two
equal keys without a word. This reader takes the parser's events instead and refuses what a pack or
a session never needs: anchors and aliases, tags, merge keys, keys that are not texts, a second
document, great depth, great size, invisible characters that change how a text reads.
"""

from typing import Protocol

import yaml

from decision_aid.base.errors import MachineError, ProblemsError
from decision_aid.base.language import _
from decision_aid.content.codes import LoadCode
from decision_aid.content.nodes import Node, Place
from decision_aid.content.tree_builder import (
    INVISIBLE,
    RefusedError,
    TreeBuilder,
    invisible_sentence,
)


class _Parser(Protocol):
    def get_event(self) -> yaml.Event | None:
        """The next event, None after the last."""


def read_yaml(content: bytes, file: str, *, escapes: bool = False) -> Node:
    """The tree of one YAML file.

    Args:
        content: The file's bytes, at most 1 MiB.
        file: Its name in problems.
        escapes: Whether a value may hold invisible characters that are written as escapes: what a
            person typed may, what is shown as ours may not.

    Raises:
        ProblemsError: What the file holds is not YAML, or more than is allowed here.
        MachineError: PyYAML was built without libyaml.
    """
    parser = _parser(_decoded(content, file))
    builder = TreeBuilder(file, escapes=escapes)
    try:
        while (event := parser.get_event()) is not None:
            builder.take(event)
    except yaml.YAMLError as error:
        builder.refuse(_line_of(error), _syntax_sentence(error), "yaml_syntax")
    except RefusedError as refused:
        builder.refuse(refused.line, refused.sentence, refused.code)
    return builder.tree()


def _parser(text: str) -> _Parser:
    fast = getattr(yaml.cyaml, "CParser", None) if yaml.__with_libyaml__ else None
    if fast is None:
        raise MachineError(
            _(
                "The part of PyYAML that reads files safely (libyaml) is missing. Nothing was "
                "read. Install PyYAML from a ready-made wheel: pip install --force-reinstall "
                "PyYAML."
            )
        )
    parser: _Parser = fast(text)
    return parser


def _decoded(content: bytes, file: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        sentence = _("This is not UTF-8. Save the file as UTF-8.")
        raise _one_problem(Place(file, line), sentence, "not_utf8") from error
    if found := INVISIBLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        sentence = invisible_sentence(found.group())
        raise _one_problem(Place(file, line), sentence, "invisible_character")
    return text


def _one_problem(place: Place, sentence: str, code: LoadCode) -> ProblemsError:
    return ProblemsError((place.problem(sentence, code),))


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark is not None else 1


def _syntax_sentence(error: yaml.YAMLError) -> str:
    # libyaml's own words are fixed strings: they never hold what stands in the file.
    problem = getattr(error, "problem", None) or _("it cannot be read")
    return _("This is not YAML: {problem}. Look at this line and the one before it.").format(
        problem=problem
    )
