"""Jobs that only tests defer; tests/settings.py makes them known to workers."""

import time

from django.contrib.sites.models import Site
from procrastinate.contrib.django import app


@app.task
def leave_a_mark(seconds: float):
    time.sleep(seconds)
    Site.objects.create(domain="marked.example", name="marked")
