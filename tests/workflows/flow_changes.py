"""A flow as a later release would have it, for the length of a test."""

from contextlib import contextmanager

from viewflow.workflow.fields import import_task_by_ref


@contextmanager
def under_version(flow, version: int, **renamed: str):
    """Let a flow stand in a version in which old names have successors."""
    kept = flow.version, flow.renamed
    flow.version, flow.renamed = version, renamed
    # Viewflow remembers what it has resolved; a new release starts with nothing remembered.
    import_task_by_ref.cache_clear()
    try:
        yield
    finally:
        flow.version, flow.renamed = kept
        import_task_by_ref.cache_clear()
