from django.apps import AppConfig


class OrdersConfig(AppConfig):
    name = "orders"
    label = "orders"
    verbose_name = "Orders"

    def ready(self):
        from accounts import hooks
        from orders.sentences import SENTENCES

        hooks.sentences.update(SENTENCES)
