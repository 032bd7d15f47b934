"""Who may do what: every right in the house, granted to roles only."""

from django.utils.translation import gettext_lazy as _

ROLES = [
    ("supplier_owner", _("Verkauf: Inhaber")),
    ("supplier_catalogue", _("Verkauf: Sortiment")),
    ("supplier_orders", _("Verkauf: Bestellungen")),
    ("buyer_owner", _("Einkauf: Leitung")),
    ("buyer_purchaser", _("Einkauf: Bestellen")),
    ("buyer_approver", _("Einkauf: Freigabe")),
    ("buyer_accounts", _("Einkauf: Buchhaltung")),
    ("office_lead", _("Amt: Leitung")),
    ("office_caseworker", _("Amt: Sachbearbeitung")),
    ("office_editor", _("Amt: Redaktion")),
]

_OWNERS = {"supplier_owner", "buyer_owner", "office_lead"}
_SUPPLIER = {"supplier_owner", "supplier_catalogue", "supplier_orders"}
_BUYER = {"buyer_owner", "buyer_purchaser", "buyer_approver", "buyer_accounts"}
_OFFICE = {"office_lead", "office_caseworker", "office_editor"}

# right -> roles that have it
RIGHTS: dict[str, set[str]] = {
    "organisation.manage": _OWNERS,
    "supplier.manage": {"supplier_owner"},
    "shop.edit": {"supplier_owner", "supplier_catalogue"},
    "catalog.view": _SUPPLIER,
    "catalog.edit": {"supplier_owner", "supplier_catalogue"},
    "customers.view": {"supplier_owner", "supplier_orders"},
    "customers.manage": {"supplier_owner", "supplier_orders"},
    "prices.manage": {"supplier_owner"},
    "orders.view": {"supplier_owner", "supplier_orders"},
    "orders.fulfil": {"supplier_owner", "supplier_orders"},
    "purchases.view": _BUYER,
    "purchases.make": {"buyer_owner", "buyer_purchaser"},
    "purchases.approve": {"buyer_owner", "buyer_approver"},
    "suppliers.connect": {"buyer_owner", "buyer_purchaser"},
    "office.view": _OFFICE,
    "applications.decide": {"office_lead", "office_caseworker"},
    "members.suspend": {"office_lead"},
    "pages.edit": {"office_lead", "office_editor"},
}


def names_of(roles) -> list:
    """What the roles are called, in the order of the list."""
    return [label for role, label in ROLES if role in roles]


# what a suspended member keeps: to see what runs and to bring open orders to their end
KEPT_WHILE_SUSPENDED = frozenset(
    {"orders.view", "orders.fulfil", "purchases.view", "catalog.view", "customers.view", "organisation.manage"}
)


def rights_of(roles) -> frozenset[str]:
    """The rights that any of these roles grants."""
    held = set(roles)
    return frozenset(right for right, granted in RIGHTS.items() if granted & held)
