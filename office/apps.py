from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "office"
    label = "office"
    verbose_name = "The Amt's desk"

    def ready(self):
        from accounts import hooks
        from office.services import mirror_roles

        hooks.roles_changed.append(mirror_roles)
