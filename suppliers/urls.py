"""Pages of `suppliers`; German words in paths, public references instead of keys."""

app_name = "suppliers"

urlpatterns: list = []
