"""What the help pages say: a topic each, steps in the order in which people meet them, a picture.

The pictures are made by `make screenshots ARGS=--help-pages`.
"""

from portal.helping.applying import APPLYING, FINDING
from portal.helping.delegating import DELEGATING
from portal.helping.following import ANSWERING, FOLLOWING
from portal.helping.parts import Part, Topic
from portal.helping.spaces import SPACES

__all__ = ["BY_SLUG", "PICTURE_HEIGHT", "PICTURE_WIDTH", "TOPICS", "Part", "Topic"]

TOPICS = (FINDING, APPLYING, FOLLOWING, ANSWERING, DELEGATING, SPACES)
BY_SLUG = {topic.slug: topic for topic in TOPICS}
PICTURE_WIDTH, PICTURE_HEIGHT = 840, 591
