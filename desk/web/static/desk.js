// Everything works without this. With it: buttons are pressed once, and faults are where the keyboard is.
import { initAll } from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
