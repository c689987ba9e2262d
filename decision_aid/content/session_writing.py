"""Writing a session as plain YAML, which `load_session` reads back as it was.

Only what differs from an empty session is written. Nothing stands there that another reader of YAML
would take for something else: a text that looks like a number, a date, a truth value or nothing is
put in quotation marks.
"""

import re
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Final

from decision_aid.base.errors import InputError, ProblemsError
from decision_aid.base.language import _
from decision_aid.content.files import LARGEST_FILE
from decision_aid.content.sentences import Wording
from decision_aid.content.tree_builder import INVISIBLE
from decision_aid.content.validation import validated
from decision_aid.content.yaml_events import read_yaml
from decision_aid.domain.session import Session

FIRST_LINES: Final = (
    "# This file is not sealed: whoever has it can read all of it.",
    "# A session of the decision aid, as it was said.",
)

_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[ -][A-Za-z0-9_]+)*")
_TAKEN: Final = re.compile("(?:y|n|yes|no|on|off|true|false|null|nan|inf)", re.IGNORECASE)
"""What some reader of YAML takes for a truth value, a number or nothing."""
_LONGEST_ROW: Final = 80
_NAMED: Final = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\r": "\\r"}
_ESCAPED: Final = re.compile(rf'["\\\t\r]|{INVISIBLE.pattern}')


def written(session: Session) -> bytes:
    """The content of a YAML file, UTF-8.

    Args:
        session: What was said.

    Raises:
        InputError: It is larger than a session file can be.
    """
    lines = (*FIRST_LINES, *_mapping(session, ""))
    content = "\n".join((*lines, "")).encode("utf-8", "replace")
    if not _reads_back(content, session):
        raise InputError(
            _(
                "This session is larger than a plain file can hold, or holds a text that it "
                "cannot. Nothing was written, and the session is unchanged. Export it sealed "
                "instead."
            )
        )
    return content


def _reads_back(content: bytes, session: Session) -> bool:
    if len(content) > LARGEST_FILE:
        return False
    try:
        tree = read_yaml(content, "", escapes=True)
        return validated(Session, tree, Wording(quotes=False)) == session
    except ProblemsError:
        return False


def _mapping(thing: object, indent: str) -> Iterator[str]:
    for name, value in _said(thing):
        yield from _entry(f"{indent}{name}:", value, indent)


def _said(thing: object) -> Iterator[tuple[str, object]]:
    """The fields that are not as they are when nothing was said, by name."""
    for field in fields(thing) if is_dataclass(thing) else ():
        value = getattr(thing, field.name)
        if value != _default(field):
            yield field.name, value


def _default(field: Field[object]) -> object:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _entry(start: str, value: object, indent: str) -> Iterator[str]:
    """The lines of a value behind its key."""
    if isinstance(value, tuple):
        yield from _list(start, value, indent)
    elif is_dataclass(value):
        yield start
        yield from _mapping(value, f"{indent}  ")
    else:
        yield f"{start} {_scalar(value, indent)}"


def _list(start: str, values: tuple[object, ...], indent: str) -> Iterator[str]:
    row = f"{start} [{', '.join(_scalar(one, '') for one in values)}]"
    if _fits(row) and not any(map(is_dataclass, values)):
        yield row
    else:
        yield start
        for one in values:
            yield from _item(one, f"{indent}  ")


def _item(value: object, indent: str) -> Iterator[str]:
    if not is_dataclass(value):
        yield f"{indent}- {_scalar(value, indent)}"
    elif (row := _row(value)) and _fits(f"{indent}- {row}"):
        yield f"{indent}- {row}"
    else:
        first, *others = _mapping(value, f"{indent}  ")
        yield f"{indent}- {first.lstrip()}"
        yield from others


def _row(thing: object) -> str:
    """A thing in one line; "" where there is a list or another thing in it."""
    said = dict(_said(thing))
    if any(isinstance(one, tuple) or is_dataclass(one) for one in said.values()):
        return ""
    pairs = (f"{name}: {_scalar(one, '')}" for name, one in said.items())
    return f"{{{', '.join(pairs)}}}"


def _fits(row: str) -> bool:
    return len(row) <= _LONGEST_ROW and "\n" not in row


def _scalar(value: object, indent: str) -> str:
    if value is None:
        return "~"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value if _is_plain(value) else _quoted(value, indent)
    return str(value)


def _is_plain(text: str) -> bool:
    short = len(text) <= _LONGEST_ROW
    return short and bool(_PLAIN.fullmatch(text)) and not _TAKEN.fullmatch(text)


def _quoted(text: str, indent: str) -> str:
    """A text in quotation marks, each of its lines in a line of the file."""
    first, *others = text.split("\n")
    # A blank before a line of the file is not read, unless it is escaped.
    behind = (f"\\n\\\n{indent}  {_guarded(_escaped(one))}" for one in others)
    return f'"{_escaped(first)}{"".join(behind)}"'


def _guarded(line: str) -> str:
    return f"\\{line}" if line.startswith(" ") else line


def _escaped(line: str) -> str:
    return _ESCAPED.sub(lambda found: _escape(found.group()), line)


def _escape(sign: str) -> str:
    code = ord(sign)
    wide = f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return _NAMED.get(sign) or (f"\\x{code:02x}" if code < 0x100 else wide)
