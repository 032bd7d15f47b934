"""Pages of `office`; German words in paths, public references instead of keys."""

app_name = "office"

urlpatterns: list = []
