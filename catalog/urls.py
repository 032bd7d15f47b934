"""Pages of `catalog`; German words in paths, public references instead of keys."""

app_name = "catalog"

urlpatterns: list = []
