"""Pages of `applications`; German words in paths, public references instead of keys."""

app_name = "applications"

urlpatterns: list = []
