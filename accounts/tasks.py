"""What `accounts` does later."""

from django.conf import settings
from django.core.mail import EmailMessage
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app


@app.task(queue="mail", retry=RetryStrategy(max_attempts=8, exponential_wait=4))
def deliver(to: str, subject: str, body: str):
    """Hand one mail to the mail server; repeated for some hours while that is away."""
    EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [to]).send()
