from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "applications"
    label = "applications"
    verbose_name = "Applications"

    def ready(self):
        from accounts import hooks
        from applications import sentences

        hooks.sentences.update(sentences.SENTENCES)
