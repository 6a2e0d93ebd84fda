// On a page at an order's old address: leads to the new one, and takes the page or footnote along
// that the address names ("#page-4"). A classic script in the head, since a module would run after
// the old page was drawn. Without script the page leads on by itself, and its link remains.

{
  const there = new URL(document.currentScript.dataset.to, location);
  there.search = location.search;
  there.hash = location.hash;
  location.replace(there);
}
