"""People, the organisations for which they act, and what they did."""

from accounts.models.journal import JournalEntry
from accounts.models.organisation import Address, Invitation, Membership, Organisation
from accounts.models.user import User

__all__ = ["Address", "Invitation", "JournalEntry", "Membership", "Organisation", "User"]
