"""Every measurement by its name, in the order in which they leave the database fullest."""

from bench.exports import measure_export
from bench.letters import measure_letters
from bench.pages import measure_case_page, measure_queue_page
from bench.throughput import measure_decisions, measure_submissions

MEASUREMENTS = {
    "submissions": measure_submissions,
    "decisions": measure_decisions,
    "case_page": measure_case_page,
    "letters": measure_letters,
    "queue": measure_queue_page,
    "export": measure_export,
}
