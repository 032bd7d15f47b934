"""Pages of `search`; German words in paths, public references instead of keys."""

app_name = "find"

urlpatterns: list = []
