// What the theme's bundle expects to find in the window: where the site begins, a hash, and what
// the reader's browser keeps for this site. The theme has it inline in every page; its names and
// its meaning are the theme's own. A classic script, since the bundle that needs it is one.

// This file lies at assets/javascripts/ below the site's root.
window.__md_scope = new URL("../..", document.currentScript.src);

window.__md_hash = (text) =>
  [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);

window.__md_get = (key, storage = localStorage, scope = window.__md_scope) => {
  try {
    return JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
  } catch {
    return null; // storage is forbidden, or holds what is no JSON
  }
};

window.__md_set = (key, value, storage = localStorage, scope = window.__md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // storage is forbidden or full: the choice holds for this page only
  }
};
