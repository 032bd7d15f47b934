// Runs on every page: menu on narrow screens, filters closed there, plus and minus, forms that send themselves, focus on faults.
// One listener per event on the document, so parts that htmx brings later need no start-up.


const narrow = matchMedia("(max-width: 59.99rem)");

function toggleMenu(button) {
  const open = document.getElementById(button.getAttribute("aria-controls")).classList.toggle("is-open");
  button.setAttribute("aria-expanded", open);
}

function step(button) {
  const input = button.parentElement.querySelector("input");
  input[button.value]();
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function closeOthers(target) {
  document.querySelectorAll("details.lv-org[open]").forEach((menu) => menu.contains(target) || (menu.open = false));
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button?.matches(".lv-menu")) toggleMenu(button);
  if (button?.matches(".lv-qty button[value]")) step(button);
  if (button?.matches("[data-print]")) print();
  closeOthers(target);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest?.("details.lv-org[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A filter or a choice that takes effect at once: <form data-autosubmit>; htmx listens to the same event.
document.addEventListener("change", ({ target }) => {
  const all = target.closest("[data-check-all]");
  if (all) all.closest("form").querySelectorAll(`input[name="${all.dataset.checkAll}"]`).forEach((box) => (box.checked = all.checked));
  target.closest("form[data-autosubmit]")?.requestSubmit();
});

function prepare(part) {
  if (narrow.matches) part.querySelectorAll("details[data-narrow-closed]").forEach((details) => (details.open = false));
  part.querySelector("[data-focus]")?.focus();
}

// News of what was just done stand under the heading where the page lands, not out of sight above it.
function bringNews() {
  const news = document.querySelector("[data-news]:has(*)");
  const target = document.getElementById(location.hash.slice(1));
  if (!news || !target) return;
  const place = target.matches("section") ? target.firstElementChild : target.closest("section > *");
  place?.after(news);
}

document.addEventListener("htmx:afterSettle", ({ target }) => prepare(target));
prepare(document);
bringNews();
