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

// What is typed is kept while somebody types: a few seconds after the last key, and when the page is left.
const WAIT = 3000;
for (const form of document.querySelectorAll("form[data-begun]")) {
  const said = form.querySelector("[data-begun-said]");
  let timer = 0, going = null, sent = false, typed = false;
  const save = async (last) => {
    clearTimeout(timer);
    if (sent || !typed) return;
    typed = false;
    const words = new FormData(form);
    for (const file of form.querySelectorAll("input[type=file]")) words.delete(file.name);
    going = new AbortController();
    try {
      const answer = await fetch(form.dataset.begun, {
        method: "POST", body: words, headers: { Accept: "application/json" }, redirect: "error",
        keepalive: last, signal: going.signal,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      said.textContent = (await answer.json()).said;
    } catch (error) {
      if (sent) return;
      typed = true;
      said.textContent = "Not saved just now. Your words are still on this page: do not close it before you have sent them.";
    }
  };
  form.addEventListener("input", () => {
    typed = true;
    clearTimeout(timer);
    timer = setTimeout(save, WAIT, false);
  });
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(timer);
    if (going) going.abort();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save(true);
  });
}
