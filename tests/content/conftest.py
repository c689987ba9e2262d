"""The pack that ships, loaded once."""

import pytest
from decision_aid.content.packs import load_pack
from decision_aid.domain.pack import Pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack("depression")
