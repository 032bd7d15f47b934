from django.apps import AppConfig


class SuppliersConfig(AppConfig):
    name = "suppliers"
    label = "suppliers"
    verbose_name = "Producers"

    def ready(self):
        from accounts import hooks
        from suppliers import places, sentences

        hooks.sentences.update(sentences.SENTENCES)
        hooks.address_changed.append(places.place)
