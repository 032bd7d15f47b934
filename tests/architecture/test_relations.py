"""The import linter cannot see a foreign key that names its model as text; the models can."""

import tomllib
from pathlib import Path

from django.apps import apps
from django.conf import settings

LINTER = tomllib.loads((Path(settings.BASE_DIR) / "pyproject.toml").read_text())["tool"]["importlinter"]
LAYERS = [layer.split("|") for layer in LINTER["contracts"][0]["layers"]]
HEIGHT = {app.strip(): -depth for depth, layer in enumerate(LAYERS) for app in layer}


def app_of(model):
    return model.__module__.partition(".")[0]


def relations():
    """(model, field) of every relation that a model of ours states to another of ours."""
    for model in filter(is_ours, apps.get_models()):
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and field.related_model and is_ours(field.related_model):
                yield model, field


def is_ours(model):
    return app_of(model) in HEIGHT


def points_downwards(model, field):
    ours, theirs = app_of(model), app_of(field.related_model)
    return ours == theirs or HEIGHT[ours] > HEIGHT[theirs]


def test_every_app_of_ours_has_its_layer():
    root = Path(settings.BASE_DIR)
    ours = {Path(config.path).name for config in apps.get_app_configs() if Path(config.path).parent == root}
    assert ours <= set(HEIGHT)


def test_foreign_keys_point_downwards():
    wrong = [f"{model._meta.label}.{field.name}" for model, field in relations() if not points_downwards(model, field)]
    assert wrong == []


def test_no_app_of_oscar_with_models_is_forked():
    """Our rows stand beside Oscar's; only its strategy is plugged (marketplace/oscar/)."""
    assert [model for model in apps.get_models() if model.__module__.startswith("marketplace.oscar")] == []
