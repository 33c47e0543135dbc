"""Files that people hand in: judged by content, refused with a sentence, served harmlessly (DIG-10).

`judge` looks at one file, `QuotaUploadHandler` at one request body, `safe_response` hands a
stored file back to a browser. Nothing here touches the database.
"""

from workflows.uploads.handlers import QuotaUploadHandler, refused_uploads, show_refused_uploads
from workflows.uploads.judgement import Judged, judge
from workflows.uploads.kinds import KINDS
from workflows.uploads.names import clean_name
from workflows.uploads.refusals import Reason, Refused
from workflows.uploads.responses import safe_response

__all__ = [
    "KINDS",
    "Judged",
    "QuotaUploadHandler",
    "Reason",
    "Refused",
    "clean_name",
    "judge",
    "refused_uploads",
    "safe_response",
    "show_refused_uploads",
]
