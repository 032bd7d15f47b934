"""Who gets in where: every URL name of ours, by role. A page that is not in here fails a test.

A door names the roles that get in. The others: anonymous people are sent to the login, a member of an organisation of
the same kind is refused (403), anybody else finds nothing (404). `of` says whose thing the door shows; a member of
another organisation finds nothing, whatever his role.
"""

from dataclasses import dataclass

from accounts.rights import ROLES
from tests.architecture.world import KNOCKING

EVERYBODY = frozenset({"anonymous", "stranger", *KNOCKING})
PERSONS = EVERYBODY - {"anonymous"}
MEMBERS = frozenset(KNOCKING)
NOBODY: frozenset = frozenset()

OWNERS = frozenset({"supplier_owner", "buyer_owner", "office_lead"})
PRODUCER = frozenset(role for role, _ in ROLES if role.startswith("supplier"))
RANGE = frozenset({"supplier_owner", "supplier_catalogue"})
SALES = frozenset({"supplier_owner", "supplier_orders"})
PRODUCER_OWNER = frozenset({"supplier_owner"})
BUYER = frozenset(role for role, _ in ROLES if role.startswith("buyer"))
ORDERING = frozenset({"buyer_owner", "buyer_purchaser"})
OFFICE = frozenset(role for role, _ in ROLES if role.startswith("office"))
CASEWORK = frozenset({"office_lead", "office_caseworker"})
LEAD = frozenset({"office_lead"})


@dataclass(frozen=True)
class Door:
    """`args` are names in the world's arguments."""

    who: frozenset
    args: tuple = ()
    of: str | None = None
    asks: tuple = ()  # (parameter, name in the world's arguments) pairs of the query

    def expected(self, role: str) -> str:
        """What this role meets: in, login, 403 or 404."""
        if role == "anonymous" and role not in self.who:
            return "login"
        side, own_role = KNOCKING.get(role, (None, role))
        if role in self.who or own_role in self.who:
            return "in" if self.of in (None, side) else "404"
        return "403" if kind(own_role) in map(kind, self.who) else "404"


class Hidden(Door):
    """Nobody finds it, not even the login."""

    def expected(self, role):
        return "404"


def kind(role):
    return role.partition("_")[0]


DOORS = {
    "home": Door(PERSONS),
    # people and organisations
    "accounts:profile": Door(PERSONS),
    "accounts:switch": Door(PRODUCER, ("organisation",), of="supplier"),
    "accounts:organisation": Door(MEMBERS),
    "accounts:organisation-edit": Door(OWNERS),
    "accounts:address-new": Door(OWNERS),
    "accounts:address": Door(OWNERS, ("address",), of="supplier"),
    "accounts:address-remove": Door(OWNERS, ("address",), of="supplier"),
    "accounts:journal": Door(OWNERS),
    "accounts:members": Door(OWNERS),
    "accounts:member": Door(OWNERS, ("member",), of="supplier"),
    "accounts:member-remove": Door(OWNERS, ("member",), of="supplier"),
    "accounts:invitation-withdraw": Door(OWNERS, ("invitation",), of="supplier"),
    "accounts:invitation": Door(EVERYBODY, ("invitation_token",)),
    "accounts:invitation-accept": Door(PERSONS, ("invitation_token",)),
    "accounts:mailbox": Hidden(NOBODY),  # the demo's alone
    "accounts:letter": Hidden(NOBODY, ("slug",)),
    "accounts:desk-login": Door(NOBODY),
    # joining
    "applications:start": Door(EVERYBODY),
    "applications:mine": Door(PERSONS),
    "applications:step": Door(PERSONS, ("step",)),
    # producers
    "suppliers:suppliers": Door(EVERYBODY),
    "suppliers:delivery": Door(PRODUCER_OWNER),
    "cms:shop": Door(EVERYBODY, ("slug",)),
    "cms:shop-edit": Door(RANGE),
    "cms:shop-preview": Door(RANGE),
    # selling
    "catalog:listing": Door(EVERYBODY, ("article", "article_slug")),
    "catalog:listings": Door(PRODUCER),
    "catalog:listings-change": Door(RANGE),
    "catalog:listings-undo": Door(RANGE, ("slug",)),
    "catalog:listing-new": Door(RANGE),
    "catalog:listing-edit": Door(RANGE, ("article",), of="supplier"),
    "catalog:listing-preview": Door(PRODUCER, ("article",), of="supplier"),
    "catalog:imports": Door(PRODUCER),
    "catalog:import-template": Door(RANGE),
    "catalog:catalogue-export": Door(PRODUCER, ("csv",)),
    "catalog:import": Door(PRODUCER, ("import",), of="supplier"),
    "catalog:import-progress": Door(PRODUCER, ("import",), of="supplier"),
    "catalog:import-go-on": Door(RANGE, ("import",), of="supplier"),
    "catalog:import-columns": Door(RANGE, ("import",), of="supplier"),
    "catalog:import-identity": Door(PRODUCER, ("import",), of="supplier"),
    "catalog:import-sheet": Door(RANGE, ("import",), of="supplier"),
    "catalog:import-statement": Door(RANGE, ("import",), of="supplier"),
    "catalog:import-decide": Door(RANGE, ("import",), of="supplier"),
    "catalog:import-answer-undo": Door(RANGE, ("import", "slug"), of="supplier"),
    "catalog:import-commit": Door(RANGE, ("import",), of="supplier"),
    "catalog:import-undo": Door(RANGE, ("import",), of="supplier"),
    "catalog:import-discard": Door(RANGE, ("import",), of="supplier"),
    "catalog:import-rows": Door(PRODUCER, ("import",), of="supplier"),
    "catalog:import-changes": Door(PRODUCER, ("import",), of="supplier"),
    "catalog:import-vanished": Door(PRODUCER, ("import",), of="supplier"),
    "catalog:import-file": Door(RANGE, ("import",), of="supplier"),
    "catalog:import-returned": Door(RANGE, ("import",), of="supplier"),
    "catalog:import-findings": Door(PRODUCER, ("import",), of="supplier"),
    "catalog:import-findings-file": Door(PRODUCER, ("import", "csv"), of="supplier"),
    "catalog:import-changes-file": Door(PRODUCER, ("import", "csv"), of="supplier"),
    "catalog:pictures": Door(PRODUCER),
    "catalog:picture-texts": Door(RANGE),
    "catalog:picture-zip": Door(PRODUCER, ("picture_zip",), of="supplier"),
    "catalog:picture-zip-progress": Door(PRODUCER, ("picture_zip",), of="supplier"),
    "catalog:picture-zip-file": Door(PRODUCER, ("picture_zip", "picture"), of="supplier"),
    "catalog:picture-zip-assign": Door(RANGE, ("picture_zip",), of="supplier"),
    "catalog:picture-zip-undo": Door(RANGE, ("picture_zip",), of="supplier"),
    "catalog:import-pictures": Door(PRODUCER, ("import",), of="supplier"),
    "catalog:import-pictures-progress": Door(PRODUCER, ("import",), of="supplier"),
    "catalog:import-pictures-retry": Door(RANGE, ("import",), of="supplier"),
    "catalog:price-list-upload": Door(PRODUCER_OWNER, ("price_list",), of="supplier"),
    "catalog:customers": Door(SALES),
    "catalog:customer-invite": Door(SALES),
    "catalog:invitation-withdraw": Door(SALES, ("customer_token",), of="supplier"),
    "catalog:customer": Door(SALES, ("relation",), of="supplier"),
    "catalog:customer-decide": Door(SALES, ("relation",), of="supplier"),
    "catalog:customer-agree": Door(PRODUCER_OWNER, ("relation",), of="supplier"),
    "catalog:agreement-end": Door(PRODUCER_OWNER, ("relation", "agreement"), of="supplier"),
    "catalog:customer-end": Door(SALES, ("relation",), of="supplier"),
    "catalog:price-lists": Door(PRODUCER_OWNER),
    "catalog:price-list": Door(PRODUCER_OWNER, ("price_list",), of="supplier"),
    "catalog:price-remove": Door(PRODUCER_OWNER, ("price_list", "price_line"), of="supplier"),
    "orders:orders": Door(SALES),
    "orders:orders-csv": Door(SALES),
    "orders:pick-list": Door(SALES, ("day",)),
    "orders:delivery-notes": Door(SALES, ("day",)),
    "orders:order": Door(SALES, ("order",), of="supplier"),
    "orders:order-accept": Door(SALES, ("order",), of="supplier"),
    "orders:order-refuse": Door(SALES, ("order",), of="supplier"),
    "orders:order-deliver": Door(SALES, ("order",), of="supplier"),
    "orders:order-message": Door(SALES, ("order",), of="supplier"),
    "orders:order-print": Door(SALES, ("order",), of="supplier"),
    "orders:delivery-note": Door(SALES, ("order",), of="supplier"),
    # buying
    "find:search": Door(EVERYBODY),
    "find:complete": Door(EVERYBODY),
    "find:order": Door(EVERYBODY),
    "buyers:suppliers": Door(BUYER),
    "buyers:supplier-request": Door(ORDERING, ("slug",)),
    "buyers:supplier-end": Door(ORDERING, ("slug",), of="buyer"),
    "buyers:invitation": Door(PERSONS, ("customer_token",)),
    "orders:basket": Door(ORDERING),
    "orders:basket-summary": Door(EVERYBODY),
    "orders:basket-add": Door(ORDERING, asks=(("listing", "article"),)),
    "orders:basket-change": Door(ORDERING, ("article",)),
    "orders:basket-put-back": Door(ORDERING, ("article", "quantity")),
    "orders:basket-delivery": Door(ORDERING, ("slug",)),
    "orders:basket-prices": Door(ORDERING, ("slug",)),
    "orders:delivery-address": Door(ORDERING),
    "orders:checkout": Door(ORDERING),
    "orders:quick": Door(ORDERING),
    "orders:purchases": Door(BUYER),
    "orders:purchase": Door(BUYER, ("purchase",), of="buyer"),
    "orders:purchase-again": Door(ORDERING, ("purchase",), of="buyer"),
    "orders:order-cancel": Door(ORDERING, ("order",), of="buyer"),
    "orders:purchase-message": Door(BUYER, ("order",), of="buyer"),
    # the Amt
    "office:figures": Door(OFFICE),
    "office:figures-csv": Door(OFFICE),
    "office:journal": Door(OFFICE),
    "office:applications": Door(CASEWORK),
    "office:application": Door(CASEWORK, ("application",)),
    "office:application-admit": Door(CASEWORK, ("application",)),
    "office:application-refuse": Door(CASEWORK, ("application",)),
    "office:companies": Door(OFFICE),
    "office:companies-csv": Door(OFFICE),
    "office:company": Door(OFFICE, ("organisation",)),
    "office:company-suspend": Door(LEAD, ("organisation",)),
    "office:company-invite": Door(CASEWORK, ("organisation",)),
    "office:company-resume": Door(LEAD, ("organisation",)),
}
