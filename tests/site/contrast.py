"""The contrast of words and shapes with what is behind them, as WCAG 2.2 counts it."""

from collections.abc import Sequence

from playwright.sync_api import Locator

# Of each element the color of its words, or of its shape, painted on the nearest ground that is not
# transparent, and that ground: style sheets may write colors in any form.
_PAINT = """(nodes) => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const paint = (...colors) => {
    context.clearRect(0, 0, 1, 1);
    for (const color of colors) {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const find = (node) => {
    const color = node ? getComputedStyle(node).backgroundColor : "white";
    return paint(color)[3] ? color : find(node.parentElement);
  };
  return nodes.map((node) => {
    const ground = find(node);
    const style = getComputedStyle(node);
    const own = node instanceof SVGElement ? style.fill : style.color;
    return [paint(ground, own).slice(0, 3), paint(ground).slice(0, 3)];
  });
}"""


def list_contrasts(elements: Locator) -> list[float]:
    """The contrast of each element's words, or of its shape, with its ground."""
    return [count_contrast(*colors) for colors in elements.evaluate_all(_PAINT)]


def count_contrast(one: Sequence[float], other: Sequence[float]) -> float:
    """The contrast of two colors, each of red, green and blue from 0 to 255."""
    bright, dark = sorted(map(_count_luminance, (one, other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _count_luminance(color: Sequence[float]) -> float:
    shares = [part / 255 for part in color]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
