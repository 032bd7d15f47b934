"""Pictures of goods: kept in three sizes, hung on articles, brought by zip or by addresses in a list, and described."""

from catalog.pictures.storing import (
    NotAPicture,
    first_pictures,
    keep_picture,
    picture_url,
    set_picture,
    set_pictures,
    stored_url,
)

__all__ = ["NotAPicture", "first_pictures", "keep_picture", "picture_url", "set_picture", "set_pictures", "stored_url"]
