"""Oscar asks its thumbnailer for product pictures; ours answers with the sizes that the picture job made."""


class Thumbnailer:
    """The stored picture as it is: the three WebP sizes live in `catalog.pictures`."""

    def generate_thumbnail(self, source, **options):
        return source

    def delete_thumbnails(self, source):
        """Sizes are shared by content and swept by a job of `catalog`, never here."""
