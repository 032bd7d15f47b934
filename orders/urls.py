"""Pages of `orders`; German words in paths, public references instead of keys."""

app_name = "orders"

urlpatterns: list = []
