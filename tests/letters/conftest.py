"""A house with a seal of the tests' own authority."""

import pytest

from tests.letters.authority import PASSWORD, Authority


@pytest.fixture(scope="module")
def authority():
    return Authority()


@pytest.fixture
def sealed_house(settings, authority, tmp_path):
    """The house has a seal; gives a function that replaces it by one with other properties."""

    def replace(**properties):
        settings.SEAL_PKCS12 = str(authority.seal(tmp_path, **properties))
        settings.SEAL_PASSWORD = PASSWORD

    replace()
    return replace
