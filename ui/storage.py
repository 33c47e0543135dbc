"""How static files are kept once they are collected."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

# Django's own switch for this reads every script, and takes examples in the comments of others for imports.
IMPORTS = (
    r"""(?P<matched>import(?P<names>\s*\{[^}]*\}\s*)from\s*"(?P<url>\./[^"]+)";)""",
    """import%(names)sfrom "%(url)s";""",
)


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Names every file by its content, also where one script of the house imports another."""

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("ui/js/*.js", (IMPORTS,)))
