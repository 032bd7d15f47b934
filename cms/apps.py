from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    label = "cms"
    verbose_name = "Pages"

    def ready(self):
        from cms.shops import draft_shop_page
        from suppliers import hooks

        hooks.admitted.append(draft_shop_page)
