from django.apps import AppConfig


class BuyersConfig(AppConfig):
    name = "buyers"
    label = "buyers"
    verbose_name = "Buyers"

    def ready(self):
        from accounts import hooks
        from buyers import sentences

        hooks.sentences.update(sentences.SENTENCES)
