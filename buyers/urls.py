"""Pages of `buyers`; German words in paths, public references instead of keys."""

app_name = "buyers"

urlpatterns: list = []
