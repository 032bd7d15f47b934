"""What `orders` does later."""

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from orders import emails
from orders.models import Purchase


@app.task(queue="mail", retry=RetryStrategy(max_attempts=8, exponential_wait=4))
def tell_of_purchase(purchase: int):
    """Write to the buyer and to each supplier; one transaction defers all mails, so none is lost or doubled."""
    with transaction.atomic():
        emails.tell_of_purchase(Purchase.objects.get(pk=purchase))
