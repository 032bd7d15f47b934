from importlib import import_module

from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    label = "cms"
    verbose_name = "Pages"

    def ready(self):
        import_module("cms.search")  # registers what can be found, and its triggers
        from accounts.hooks import sentences
        from cms.shops import SENTENCES, draft_shop_page
        from suppliers import hooks

        hooks.admitted.append(draft_shop_page)
        sentences.update(SENTENCES)
