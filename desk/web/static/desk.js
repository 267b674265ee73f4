// Everything works without this. With it: buttons are pressed once, and faults are where the keyboard is.
import { initAll } from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// In the in-tray: j and k go to the next and the previous email, or up and down the list; Enter goes to the decision.
const typing = (target) => target.closest("input, textarea, select, button, a, summary, [contenteditable]");
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const list = document.querySelector('[data-keys="list"]');
  if (list && (event.key === "j" || event.key === "k")) {
    const links = [...list.querySelectorAll("a")];
    const now = links.indexOf(document.activeElement) + (event.key === "j" ? 1 : -1);
    (links[Math.max(0, now)] || document.activeElement).focus();
    return;
  }
  if (typing(event.target)) return;
  const link = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (link) link.click();
  if (event.key === "Enter") {
    const form = document.querySelector('[data-keys="form"]');
    const first = form && (form.querySelector("input:checked") || form.querySelector("input[type=radio], input[type=search]"));
    if (first) {
      event.preventDefault();
      first.focus();
    }
  }
});
