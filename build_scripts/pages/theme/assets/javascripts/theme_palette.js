// Puts on the reader's colours before the page is painted: those chosen on an earlier page, else
// those that the reader's system asks for. The theme's bundle does the rest when it has come.
{
  const stored = window.__md_get("__palette");
  const asked = [...document.querySelectorAll("input[data-md-color-media]")].find(
    (option) => matchMedia(option.dataset.mdColorMedia).matches,
  );
  const wanted = stored?.color ?? {
    scheme: asked?.dataset.mdColorScheme,
    primary: asked?.dataset.mdColorPrimary,
    accent: asked?.dataset.mdColorAccent,
  };
  for (const key of ["scheme", "primary", "accent"]) {
    if (wanted[key]) document.body.setAttribute(`data-md-color-${key}`, wanted[key]);
  }
}
