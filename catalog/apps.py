from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "catalog"
    label = "catalog"
    verbose_name = "Listings and prices"

    def ready(self):
        from accounts import hooks
        from catalog import sentences

        hooks.sentences.update(sentences.SENTENCES)
