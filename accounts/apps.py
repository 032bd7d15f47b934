from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    label = "accounts"
    verbose_name = "People and organisations"

    def ready(self):
        from accounts import hooks, sentences

        hooks.sentences.update(sentences.SENTENCES)
