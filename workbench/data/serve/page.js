// Keys go to the terminal without a click, and its rows fit the window also when the font comes after the first measure.
"use strict";

function fit() {
  if (window.onresize) window.onresize();
}

let later = 0;
window.addEventListener("resize", () => {
  clearTimeout(later);
  later = setTimeout(fit, 150);
});

window.addEventListener("load", () => {
  const begin = () => {
    fit();
    document.querySelector(".xterm-helper-textarea")?.focus();
  };
  new MutationObserver((_, observer) => {
    if (!document.body.classList.contains("-first-byte")) return;
    observer.disconnect();
    document.fonts.ready.then(begin);
  }).observe(document.body, { attributes: true });
});
