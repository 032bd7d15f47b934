"""Applications for tests, complete unless said otherwise."""

from decimal import Decimal

from stdnum.iso7064.mod_11_10 import calc_check_digit

from accounts.models import User
from applications import services
from applications.models import Application

FACTS = {
    "sells": True,
    "name": "Mosterei Auwald GmbH",
    "legal_form": "gmbh",
    "vat_id": "DE136695976",
    "register_number": "Leipzig HRB 12345",
    "street": "Burgaue",
    "number": "3",
    "postcode": "04179",
    "town": "Leipzig",
    "contact": "Anna Wald",
    "phone": "0341 123456",
    "email": "post@auwald.example",
    "lists_are": "net",
    "usual_vat": Decimal("7.00"),
}


def vat_id(number: int) -> str:
    body = str(10_000_000 + number)
    return f"DE{body}{calc_check_digit(body)}"


def draft(user: User, **facts) -> Application:
    application = services.draft_for(user)
    for name, value in {**FACTS, **facts}.items():
        setattr(application, name, value)
    application.save()
    return application


def handed_in(user: User, **facts) -> Application:
    application = services.declare(draft(user, **facts))
    return services.submit(application, by=user)
