"""What becomes of a picture's bytes: upright, on white, within limits; equal ones are kept once."""

import io

import pytest
from PIL import Image

from catalog.pictures import storing
from catalog.pictures.storing import NotAPicture, keep_picture, small_size
from tests.catalog.pictures.servers import picture


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def encoded(image, kind, **options) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def kept(media, data: bytes) -> Image.Image:
    return Image.open(media / keep_picture(data))


def test_three_sizes_are_kept_once(media):
    data = picture(size=(4000, 3000))
    assert keep_picture(data) == keep_picture(data)
    sizes = sorted(Image.open(file).size for file in media.rglob("*.webp"))
    assert sizes == [(320, 240), (640, 480), (1280, 960)]


def test_what_the_camera_held_sideways_stands_upright(media):
    exif = Image.Exif()
    exif[0x0112] = 6  # turned right by a quarter
    assert kept(media, encoded(Image.new("RGB", (400, 200)), "JPEG", exif=exif)).size == (200, 400)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparent_ground_is_white(media, mode):
    clear = Image.new("RGBA", (30, 30), (255, 0, 0, 0)).convert(mode)
    data = encoded(clear, "PNG", **({"transparency": 0} if mode == "P" else {}))
    assert kept(media, data).convert("RGB").getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF"])
def test_every_usual_format_is_read(media, kind):
    assert kept(media, picture("blue", (50, 40), kind)).size == (50, 40)


def test_a_picture_for_print_is_read(media):
    assert kept(media, encoded(Image.new("CMYK", (50, 40)), "JPEG")).mode == "RGB"


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", picture(size=(300, 300))[:-200], picture(kind="BMP")])
def test_what_cannot_be_read_is_no_picture(data):
    with pytest.raises(NotAPicture):
        keep_picture(data)


def test_there_are_limits(settings, monkeypatch):
    settings.PICTURE_MAX_BYTES = 500
    with pytest.raises(NotAPicture):
        small_size(picture(size=(400, 400), kind="TIFF"))
    settings.PICTURE_MAX_BYTES = 10**6
    monkeypatch.setattr(storing, "MAX_PIXELS", 9999)
    with pytest.raises(NotAPicture):
        small_size(picture(size=(100, 100)))
