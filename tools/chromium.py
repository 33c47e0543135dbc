"""The fixture that makes pytest-playwright use the Chromium of this machine."""

import os
from typing import Any

import pytest

from tools import browser

QUIET_NETWORK = ("--disable-background-networking", "--disable-component-update", "--disable-sync")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Launch the Chromium that was found; root has no sandbox to put it in."""
    found = browser.find()
    if found is None:
        pytest.fail("No Chromium for the browser journeys: install it, or set CHROMIUM.")
    arguments = [*QUIET_NETWORK, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return {**browser_type_launch_args, "executable_path": str(found), "args": arguments}
