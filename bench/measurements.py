"""Every measurement by its name, in the order in which they leave the database fullest."""

from bench.bulk import measure_bulk_decisions
from bench.directory import measure_directory
from bench.exports import measure_export
from bench.history import measure_verify_history
from bench.letters import measure_letters
from bench.matching import measure_matching
from bench.months import measure_months
from bench.pages import measure_case_page, measure_queue_page
from bench.payments import measure_payments
from bench.ranking import measure_ranking
from bench.sealing import measure_sealing
from bench.throughput import measure_decisions, measure_submissions
from bench.views import measure_queue_views

MEASUREMENTS = {
    "rank_100k_s": measure_ranking,
    "match_10k_s": measure_matching,
    "months": measure_months,
    "submissions": measure_submissions,
    "decisions": measure_decisions,
    "bulk_decisions": measure_bulk_decisions,
    "case_page": measure_case_page,
    "directory": measure_directory,
    "letters": measure_letters,
    "sealing": measure_sealing,
    "verify_history": measure_verify_history,
    "queue": measure_queue_page,
    "queue_views": measure_queue_views,
    "export": measure_export,
    "payments": measure_payments,
}
