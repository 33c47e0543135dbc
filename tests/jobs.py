"""Running what was queued, with the real worker."""

from asgiref.sync import async_to_sync
from procrastinate.contrib.django import app


def run_jobs() -> None:
    """Work off every queued job, then stop."""
    worker_app = app.with_connector(app.connector.get_worker_connector())
    async_to_sync(_work)(worker_app)


async def _work(worker_app) -> None:
    async with worker_app.open_async():
        await worker_app.run_worker_async(
            wait=False, install_signal_handlers=False, listen_notify=False
        )
