"""Mail as files, for machines without a mail server; the demo shows them on its mailbox page."""

from django.core.mail.backends.filebased import EmailBackend


class FileBackend(EmailBackend):
    """One file for each message under `EMAIL_FILE_PATH`."""
