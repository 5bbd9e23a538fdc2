"use strict";
(() => {
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll(".card")];
  const words = new Map(cards.map((card) => [card, card.textContent.replace(/\s+/g, " ").toLowerCase()]));
  const places = new Map();
  for (const piece of document.querySelectorAll(".hl[data-in]")) {
    for (const key of piece.dataset.in.split(" ")) {
      if (!places.has(key)) places.set(key, []);
      places.get(key).push(piece);
    }
  }
  let lit = [];
  const light = (key) => {
    for (const piece of lit) piece.classList.remove("lit");
    lit = places.get(key) || [];
    for (const piece of lit) piece.classList.add("lit");
  };
  const go = (key) => {
    const anchor = document.getElementById("t-" + key);
    if (anchor) anchor.scrollIntoView({ block: "center" });
  };
  const open = (key) => {
    const card = document.getElementById(key);
    if (!card || !card.classList.contains("card")) return;
    card.open = true;
    const show = () => card.scrollIntoView({ block: "nearest" });
    show();
    // The cards above have their heights once they have been drawn, which moves this one.
    setTimeout(show, 100);
    card.querySelector("summary").focus({ preventScroll: true });
    light(key);
  };
  for (const card of cards) {
    card.querySelector("summary").addEventListener("click", () => {
      if (card.open) light("");
      else {
        light(card.id);
        go(card.id);
      }
    });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link) {
      const name = link.getAttribute("href").slice(1);
      if (name.startsWith("t-")) {
        event.preventDefault();
        light(name.slice(2));
        go(name.slice(2));
      } else if (document.getElementById(name)?.classList.contains("card")) {
        event.preventDefault();
        open(name);
      }
      return;
    }
    const piece = event.target.closest(".hl[data-in]");
    if (piece && window.getSelection().isCollapsed) {
      const keys = piece.dataset.in.split(" ").reverse();
      const known = keys.find((key) => document.getElementById(key));
      if (known) open(known);
    }
  });
  const fits = (card, wanted) =>
    (!wanted.kind || card.dataset.kind === wanted.kind) &&
    (!wanted.speaker || (card.dataset.kind !== "name" && card.dataset.speaker === wanted.speaker)) &&
    (!wanted.manner || card.dataset.manner === wanted.manner) &&
    (!wanted.unit || card.dataset.unit === wanted.unit) &&
    (!wanted.words || words.get(card).includes(wanted.words));
  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    wanted.words = wanted.words.replace(/\s+/g, " ").trim().toLowerCase();
    let shown = 0;
    for (const card of cards) {
      card.hidden = !fits(card, wanted);
      if (!card.hidden) shown += 1;
    }
    for (const group of document.querySelectorAll(".group")) {
      group.hidden = !group.querySelector(".card:not([hidden])");
    }
    const any = Object.values(wanted).some(Boolean);
    form.elements.shown.value = any ? shown + " of " + cards.length + " shown" : "";
  };
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("beforeprint", () => {
    for (const card of cards) card.open = true;
  });
  if (location.hash) open(location.hash.slice(1));
})();
