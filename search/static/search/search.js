// The filters stay open or closed as they were while the hits change around them (house.js closes them on phones).
let open = null;

document.addEventListener("htmx:beforeSwap", ({ target }) => {
  if (target.id === "suche") open = target.querySelector(".lv-facets")?.open ?? null;
});

document.addEventListener("htmx:afterSettle", () => {
  const facets = document.querySelector("#suche .lv-facets");
  if (facets && open !== null) facets.open = open;
  open = null;
});
