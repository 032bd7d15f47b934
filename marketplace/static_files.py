"""Static files under hashed names, compressed once."""

from collections.abc import Iterator
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Naming and compressing takes a minute; where no file is newer than the manifest, it was done before."""

    def post_process(self, paths: dict[str, Any], *arguments: Any, **options: Any) -> Iterator[Any]:
        if not self._is_done(paths):
            yield from super().post_process(paths, *arguments, **options)

    def _is_done(self, paths: dict[str, Any]) -> bool:
        if not self.exists(self.manifest_name) or not paths.keys() <= self.hashed_files.keys():
            return False
        written = self.get_modified_time(self.manifest_name)
        return all(self.get_modified_time(path) <= written for path in paths)
