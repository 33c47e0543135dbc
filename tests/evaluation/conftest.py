import pytest

from tests.evaluation import world


@pytest.fixture
def contest(office):
    """A ranked call with 2,000 EUR, not scored yet (`tests.evaluation.world.Contest`)."""
    return world.build(office)
