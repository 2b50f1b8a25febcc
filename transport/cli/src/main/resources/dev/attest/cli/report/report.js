(() => {
  'use strict';
  const form = document.getElementById('filter');
  const words = document.getElementById('words');
  const found = document.getElementById('found');
  const entries = [...document.querySelectorAll('[data-outcome]')];
  const groups = [...document.querySelectorAll('[data-group]')];
  const sections = [...document.querySelectorAll('[data-section]')];
  const boxes = [...form.querySelectorAll('input[type=checkbox]')];
  const rows = entries.filter(entry => 'row' in entry.dataset);
  const opened = new Map(groups.map(group => [group, group.open]));
  const texts = new Map();
  const present = new Set(rows.map(row => row.dataset.outcome));

  const text = entry => {
    if (!texts.has(entry)) {
      const whole = entry.dataset.of ? document.getElementById(entry.dataset.of) : entry;
      const group = entry.closest('[data-group]');
      const name = group ? group.querySelector('summary').textContent : '';
      texts.set(entry, (name + ' ' + (whole || entry).textContent).toLowerCase());
    }
    return texts.get(entry);
  };

  const apply = () => {
    const wanted = new Set(boxes.filter(box => box.checked).map(box => box.value));
    const sought = words.value.toLowerCase().split(/\s+/).filter(word => word);
    for (const entry of entries) {
      entry.hidden = !(wanted.has(entry.dataset.outcome) && sought.every(word => text(entry).includes(word)));
    }
    for (const group of groups) {
      group.hidden = !group.querySelector('[data-row]:not([hidden])');
      group.open = sought.length ? true : opened.get(group);
    }
    for (const section of sections) {
      section.hidden = !section.querySelector('[data-outcome]:not([hidden])');
    }
    const shown = rows.filter(row => !row.hidden).length;
    found.textContent = shown === rows.length ? '' : shown + ' of ' + rows.length + ' results';
  };

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, rows.length > 2000 ? 250 : 30);
  };
  for (const box of boxes) {
    box.closest('[data-chip]').hidden = !present.has(box.value);
  }
  form.hidden = rows.length === 0;
  form.addEventListener('submit', event => event.preventDefault());
  words.addEventListener('input', soon);
  boxes.forEach(box => box.addEventListener('change', apply));
  apply();
})();
