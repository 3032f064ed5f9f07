"use strict";

// Filters: a form with data-filters="id" shows those rows of the table that have all words, and the chosen values.
for (const form of document.querySelectorAll("form[data-filters]")) {
  const rows = [...document.querySelectorAll(`#${form.dataset.filters} tbody tr`)].map(row => ({ row, text: row.textContent.toLowerCase() }));
  const shown = document.querySelector(`[data-shown="${form.dataset.filters}"]`);
  const filter = () => {
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(word => word);
    const chosen = [...form.querySelectorAll("select")].filter(select => select.value);
    let count = 0;
    for (const { row, text } of rows) {
      row.hidden = !(words.every(word => text.includes(word)) && chosen.every(select => row.dataset[select.name] === select.value));
      if (!row.hidden) count++;
    }
    shown.textContent = count;
  };
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", event => event.preventDefault());
  filter();
}

// The life cycle: a stage that is pointed at or has the focus shows its own steps.
for (const stage of document.querySelectorAll("[data-stage]")) {
  const steps = document.querySelectorAll(`[data-from="${stage.dataset.stage}"]`);
  const show = isOn => () => {
    stage.closest("svg").classList.toggle("chosen", isOn);
    steps.forEach(step => step.classList.toggle("chosen", isOn));
  };
  for (const event of ["mouseenter", "focus"]) stage.addEventListener(event, show(true));
  for (const event of ["mouseleave", "blur"]) stage.addEventListener(event, show(false));
}
