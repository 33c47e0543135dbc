"""Where the pictures under a map come from, as the content security policy names it."""

from urllib.parse import urlsplit


def tile_sources(template: str) -> list[str]:
    """Return the hosts of an address of tiles; `{s}` stands for any part of the name."""
    if not template:
        return []
    parts = urlsplit(template)
    return [f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}"]
