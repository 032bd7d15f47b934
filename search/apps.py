from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    label = "market_search"
    verbose_name = "Search"
