// What searches recognise (build_scripts/search/recognised.json, and short forms of names).

export const FORMS = null; // written by the build
