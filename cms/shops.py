"""Shop pages follow the producers: drafted on admission, edited by their owner, approved in Wagtail's moderation."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.actor import Actor
from accounts.journal import record
from accounts.models import User
from cms.models import ShopIndexPage, ShopPage
from cms.setup import lay_out
from suppliers.models import Supplier

SENTENCES = {"shop_page.submitted": _("Die Shopseite ist eingereicht; das Amt schaut sie an.")}  # for the journal


def draft_shop_page(supplier: Supplier, by: Actor | User | None) -> ShopPage:
    """The page that an admitted producer finds ready to fill; the one that he has, if he has one."""
    existing = ShopPage.objects.filter(supplier=supplier).first()
    if existing:
        return existing
    page = ShopPage(
        title=supplier.name, slug=supplier.slug, supplier=supplier, live=False, has_unpublished_changes=True
    )
    _index().add_child(instance=page)
    page.save_revision(user=getattr(by, "user", by))
    return page


def _index() -> ShopIndexPage:
    """Where shop pages hang; in a house that nobody laid out yet, this is the moment to do so."""
    german = ShopIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    if not german.exists():
        lay_out()
    return german.get()


@transaction.atomic
def submit_shop_page(page: ShopPage, *, by: Actor) -> None:
    """Keep the producer's edit as a revision and hand it to the Amt.

    An edit of a page that waits stays with its task; one that was sent back takes its task up again.
    """
    page.save_revision(user=by.user)
    waiting, workflow = page.current_workflow_state, page.get_workflow()
    if waiting and waiting.status == waiting.STATUS_NEEDS_CHANGES:
        waiting.resume(by.user)
    elif workflow and not waiting:
        workflow.start(page, by.user)
    record("shop_page.submitted", page.supplier, by=by)


def moderation_note(page: ShopPage) -> str:
    """What the Amt wrote when it sent the last edit back; empty while one waits or after an approval."""
    last = page.workflow_states.order_by("-created_at").first()
    if last is None or last.status != last.STATUS_NEEDS_CHANGES:
        return ""
    return last.current_task_state.comment if last.current_task_state else ""
