"""JSON Schema of each kind of file, so that an editor can complete and check it."""

from typing import Any, Final

from decision_aid.content.validation import adapter
from decision_aid.domain.clinic import LOCK_MINUTES, Clinic
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

INSTRUMENT_IDS: Final = {
    "type": "array",
    "items": {"type": "string"},
    "description": "Ids of instruments; their questions stand in the instruments folder.",
}
"""A pack's files name instruments only; loading puts them in place."""

ONE_TEXT: Final = {
    "type": "string",
    "description": "A text with {n} for the number, where it needs no more than one form.",
}
"""What may stand in place of a text's forms for numbers."""


def pack_schema() -> dict[str, Any]:
    """The schema of a pack: its files and the texts of one language, merged."""
    schema = _schema(
        Pack,
        "Decision aid pack",
        "Everything that is known about one decision: the files of structure and numbers with the "
        "texts of one language merged into them. Where a list has entries with an id, the text "
        "file has a mapping from id to texts.",
    )
    for name in ("Instrument", "Item", "ExtraItem"):
        del schema["$defs"][name]
    schema["properties"]["instruments"] = INSTRUMENT_IDS
    _allow_one_text(schema["$defs"])
    return schema


def _allow_one_text(definitions: dict[str, Any]) -> None:
    """Let one text stand wherever its forms for numbers may."""
    forms = {"$ref": "#/$defs/PluralForms"}
    for definition in definitions.values():
        fields = definition["properties"] if definition["type"] == "object" else {}
        for field in fields.values():
            if field == forms or forms in field.get("anyOf", ()):
                others = field.pop("anyOf", (forms,))
                field.pop("$ref", None)
                field["anyOf"] = [ONE_TEXT, *others]


def session_schema() -> dict[str, Any]:
    """The schema of a session file."""
    return _schema(
        Session,
        "Decision aid session",
        "What one person said on the way through a decision aid; nothing derived from it.",
    )


def clinic_schema() -> dict[str, Any]:
    """The schema of a clinic's file."""
    schema = _schema(
        Clinic,
        "Decision aid clinic",
        "What one clinic adds to a pack: prices, waiting times, telephone numbers, its own review. "
        "It cannot alter a figure, a safety rule or a source.",
    )
    schema["properties"]["lock_minutes"] |= {
        "minimum": LOCK_MINUTES[0],
        "maximum": LOCK_MINUTES[-1],
    }
    return schema


def _schema(kind: type, title: str, description: str) -> dict[str, Any]:
    definitions: dict[str, Any] = adapter(kind).json_schema()["$defs"]
    whole = definitions.pop(kind.__name__)
    head = {"$schema": DIALECT, "title": title, "description": description}
    return {**whole, **head, "$defs": definitions}
