"""Mail: written in the reader's language, sent by a job that stands or falls with the caller's transaction.

A template is `<template>.txt`: the subject on its first line, the text below, nothing escaped. Links are made by
`{% mail_link "app:name" arg %}` and `{% mail_path path %}` (`{% load mail %}`); they name the organisation, so that
whoever follows one acts for it after the login.
"""

import email
import email.policy
import re
import secrets
from collections.abc import Iterable
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone, translation

from accounts.models import Organisation, User
from accounts.rights import RIGHTS
from accounts.tasks import deliver

FOOTER = "accounts/mail/_footer.txt"
_NAME = re.compile(r"^[0-9A-Za-z-]+$")


def send(template: str, to, context: dict, organisation: Organisation | None = None, language: str | None = None):
    """Write a mail to each of `to` and defer its sending.

    `to` is a User, an address or several of them; each gets a mail of his own in his own language, or in `language`.
    `organisation` is the reader's, for which he acts after following a link.
    """
    for reader in _readers(to):
        address = getattr(reader, "email", reader)
        tongue = language or getattr(reader, "language", None) or translation.get_language() or settings.LANGUAGE_CODE
        subject, body = write(template, {**context, "reader": reader, "organisation": organisation}, tongue)
        deliver.defer(to=address, subject=subject, body=body)


def write(template: str, context: dict, language: str) -> tuple[str, str]:
    """Subject and text in that language, with the house's footer."""
    with translation.override(language):
        facts = {**house(), **context}
        subject, _, text = _plain(f"{template}.txt", facts).strip().partition("\n")
        return subject.strip(), f"{text.strip()}\n\n{_plain(FOOTER, facts).strip()}\n"


def house() -> dict:
    """Who writes, for the footer."""
    return {"network": settings.NETWORK_NAME, "office": settings.OFFICE_NAME, "base": settings.BASE_URL}


def people_with(organisation: Organisation, right: str) -> list[User]:
    """The members of an organisation whose roles grant a right: the usual readers of a mail about it."""
    members = organisation.memberships.filter(roles__overlap=sorted(RIGHTS[right]), user__is_active=True)
    return [membership.user for membership in members.select_related("user").order_by("pk")]


def _readers(to) -> Iterable:
    return [to] if isinstance(to, str | User) else to


def _plain(name: str, facts: dict) -> str:
    return get_template(name).template.render(Context(facts, autoescape=False))


class FileBackend(BaseEmailBackend):
    """Writes each message as an .eml file under `EMAIL_FILE_PATH`: machines without a mail server, and the demo."""

    def send_messages(self, messages):
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(parents=True, exist_ok=True)
        for message in messages:
            name = f"{datetime.now():%Y%m%d-%H%M%S-%f}-{secrets.token_hex(3)}"
            part = folder / f"{name}.part"
            part.write_bytes(message.message().as_bytes())
            part.rename(folder / f"{name}.eml")
        return len(messages)


# Reading what the file backend wrote -------------------------------------------------------------------------


class Letter:
    """A mail that lies in `var/mail`: name, at, to, subject, text."""

    def __init__(self, path: Path):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        body = message.get_body(("plain", "html"))
        self.name = path.stem
        self.at = timezone.make_aware(datetime.strptime(path.stem[:22], "%Y%m%d-%H%M%S-%f"))
        self.to = str(message["To"])
        self.subject = str(message["Subject"])
        self.text = body.get_content() if body else ""


def letters(to: str = "", limit: int = 100) -> list[Letter]:
    """The newest letters first; `to` keeps those to one address."""
    paths = sorted(Path(settings.EMAIL_FILE_PATH).glob("*.eml"), reverse=True)
    found: list[Letter] = []
    for path in paths:
        letter = Letter(path)
        if not to or letter.to.casefold() == to.casefold():
            found.append(letter)
        if len(found) == limit:
            break
    return found


def letter(name: str) -> Letter | None:
    path = Path(settings.EMAIL_FILE_PATH) / f"{name}.eml"
    return Letter(path) if _NAME.match(name) and path.is_file() else None
