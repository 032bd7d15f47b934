"""Pages of `accounts`; German words in paths, public references instead of keys."""

app_name = "accounts"

urlpatterns: list = []
