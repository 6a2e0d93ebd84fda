"""Pictures written as files of a common format, by Pillow."""

from io import BytesIO

from PIL import Image

QUALITY = 55  # of WebP; print stays clear, a page of text takes some 50 kB


def encode_webp(image: Image.Image) -> bytes:
    """Return a picture as WebP, without metadata; the same picture gives the same bytes."""
    buffer = BytesIO()
    image.save(buffer, "WEBP", quality=QUALITY, method=4)
    return buffer.getvalue()
