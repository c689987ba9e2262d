"""The schemas say what the loaders take."""

import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from decision_aid.content.schema import DIALECT, clinic_schema, pack_schema, session_schema
from decision_aid.domain.clinic import Clinic
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session

Schema = Callable[[], dict[str, Any]]


@pytest.mark.parametrize(
    ("written", "kind"),
    [(pack_schema, Pack), (session_schema, Session), (clinic_schema, Clinic)],
    ids=["pack", "session", "clinic"],
)
def test_a_schema_has_every_field_and_allows_no_other(written: Schema, kind: type) -> None:
    schema = written()
    assert schema["$schema"] == DIALECT
    assert schema["title"]
    assert schema["description"]
    assert list(schema["properties"]) == [field.name for field in fields(kind)]
    assert schema["additionalProperties"] is False
    assert all(
        one["additionalProperties"] is False
        for one in schema["$defs"].values()
        if one["type"] == "object"
    )


@pytest.mark.parametrize(
    "written",
    [pack_schema, session_schema, clinic_schema],
    ids=["pack", "session", "clinic"],
)
def test_everything_a_schema_refers_to_is_in_it_and_nothing_else(written: Schema) -> None:
    schema = written()
    text = json.dumps(schema)
    for name in schema["$defs"]:
        assert f'"#/$defs/{name}"' in text
    named = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert named == set(schema["$defs"])


def test_a_text_with_a_number_is_one_text_or_its_forms() -> None:
    fields = pack_schema()["$defs"]["Scale"]["properties"]
    forms = {"$ref": "#/$defs/PluralForms"}
    assert [one.get("type") for one in fields["phrase"]["anyOf"]] == ["string", None]
    assert forms in fields["phrase"]["anyOf"]
    assert [one.get("type") for one in fields["difference"]["anyOf"]] == ["string", None, "null"]


def test_one_call_does_not_change_the_next() -> None:
    assert pack_schema() == pack_schema()
