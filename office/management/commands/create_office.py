import getpass
import secrets
import sys

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from accounts.models import User
from accounts.services import add_member, create_person
from office.services import create_office


class Command(BaseCommand):
    help = "Creates the Amt's organisation and its first administrator. A second run adds another one."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--name", default=settings.OFFICE_NAME, help="the Amt's name (default: OFFICE_NAME)")
        parser.add_argument("--first-name", default="")
        parser.add_argument("--last-name", default="")
        parser.add_argument("--language", default="de", choices=["de", "en"])

    def handle(self, email, name, first_name, last_name, language, **options):
        self._check(email)
        password = self._password()
        facts = {"first_name": first_name, "last_name": last_name, "language": language}
        user = create_person(email, password, is_superuser=True, **facts)
        add_member(create_office(name), user, ["office_lead"])
        self.stderr.write(f"{email} leads {name} and may sign in at {settings.BASE_URL}/konto/login/")

    def _check(self, email):
        try:
            validate_email(email)
        except ValidationError as fault:
            raise CommandError(f"{email} is no e-mail address.", returncode=2) from fault
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError(f"{email} has an account already.")

    def _password(self) -> str:
        """Typed twice at a terminal, one line of standard input from a script, else made up and printed."""
        if sys.stdin.isatty():
            password = getpass.getpass("Password: ")
            if password != getpass.getpass("Again: "):
                raise CommandError("These were two different passwords.")
        else:
            password = sys.stdin.readline().strip()
        if not password:
            password = secrets.token_urlsafe(12)
            self.stdout.write(password)
        try:
            validate_password(password)
        except ValidationError as fault:
            raise CommandError(" ".join(fault.messages)) from fault
        return password
