"""Still lifes: few files, the same for the same article, neighbours differ."""

from io import BytesIO

from PIL import Image

from marketplace.demo import stills
from marketplace.demo.people import producers


def drawn():
    return [
        [stills.still_of(article, place) for place, article in enumerate(producer.articles())]
        for producer in producers()
    ]


def test_region_needs_at_most_200_pictures_and_many_differ():
    distinct = {still for shelf in drawn() for still in shelf}

    assert 100 < len(distinct) <= 200


def test_same_article_draws_the_same_picture():
    assert drawn() == drawn()


def test_neighbours_of_one_kind_stand_on_different_grounds():
    for shelf in drawn():
        for (motif, palette, ground, _), (next_motif, next_palette, next_ground, _) in zip(
            shelf, shelf[1:], strict=False
        ):
            if (motif, palette) == (next_motif, next_palette):
                assert ground != next_ground


def test_every_motif_and_palette_renders_in_four_to_three():
    kinds = {(motif, palette): still for shelf in drawn() for still in shelf for motif, palette, *_ in [still]}

    for still in kinds.values():
        picture = Image.open(BytesIO(stills.png(still)))
        assert picture.format == "PNG"
        assert picture.width * 3 == picture.height * 4 == stills.WIDTH * 3
        assert len(picture.resize((40, 30), 0).convert("RGB").getcolors()) > 5
