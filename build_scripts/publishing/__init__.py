"""Archive in, pages out."""

from build_scripts.publishing.order_json import present_order
from build_scripts.publishing.pages import publish_pages

__all__ = ["present_order", "publish_pages"]
