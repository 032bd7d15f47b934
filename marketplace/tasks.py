"""Jobs about jobs."""

from procrastinate import JobContext
from procrastinate.contrib.django import app

STALLED_AFTER = 30  # seconds without a worker's heartbeat, which comes every 10; a shorter limit runs living jobs twice


@app.periodic(cron="* * * * * */15")
@app.task(queueing_lock="put_back_stalled_jobs", pass_context=True)
async def put_back_stalled_jobs(context: JobContext, timestamp: int):
    """Queue the jobs of killed workers again; procrastinate itself only finds them."""
    for job in await context.app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER):
        await context.app.job_manager.retry_job(job)
