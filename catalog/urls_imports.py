"""Pages of the import."""

urlpatterns: list = []
