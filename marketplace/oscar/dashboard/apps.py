from oscar.apps.dashboard import apps


class DashboardConfig(apps.DashboardConfig):
    """Oscar's other apps ask for a dashboard; this one has no sub-dashboards and no pages."""

    name = "oscar.apps.dashboard"

    def ready(self):
        self.configure_permissions()

    def get_urls(self):
        return []
