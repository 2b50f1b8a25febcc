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

  // Copies traces and searches in texts. The buttons are inputs, so that their labels are no text of the page.
  const tools = pre => {
    const bar = document.createElement('div');
    bar.className = 'tools';
    pre.before(bar);
    return bar;
  };

  const button = (label, name, act) => {
    const made = document.createElement('input');
    made.type = 'button';
    made.value = label;
    made.setAttribute('aria-label', name);
    made.addEventListener('click', () => act(made));
    return made;
  };

  const copyByEvent = text => {
    const put = event => {
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', put, { once: true });
    const done = document.execCommand('copy');
    document.removeEventListener('copy', put);
    return done;
  };

  const copy = async text => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByEvent(text);
    }
  };

  const searchIn = pre => {
    const whole = pre.textContent;
    const lower = whole.toLowerCase();
    const same = lower.length === whole.length ? lower : whole;
    const field = document.createElement('input');
    const count = document.createElement('output');
    let hits = [];
    let current = 0;
    const show = () => {
      count.textContent = field.value === '' ? '' : hits.length === 0 ? 'no hits' : `${current + 1} of ${hits.length}`;
      if (hits.length === 0) {
        pre.textContent = whole;
        return;
      }
      const end = hits[current] + field.value.length;
      const mark = document.createElement('mark');
      mark.textContent = whole.slice(hits[current], end);
      pre.replaceChildren(whole.slice(0, hits[current]), mark, whole.slice(end));
      pre.scrollTop += mark.getBoundingClientRect().top - pre.getBoundingClientRect().top - pre.clientHeight / 3;
    };
    const search = () => {
      const sought = same === lower ? field.value.toLowerCase() : field.value;
      hits = [];
      for (let at = sought === '' ? -1 : same.indexOf(sought); at >= 0; at = same.indexOf(sought, at + sought.length)) {
        hits.push(at);
      }
      current = 0;
      show();
    };
    const step = by => {
      if (hits.length > 0) {
        current = (current + by + hits.length) % hits.length;
        show();
      }
    };
    field.type = 'search';
    field.placeholder = 'search in this text';
    field.setAttribute('aria-label', 'Search in ' + pre.getAttribute('aria-label'));
    field.addEventListener('input', search);
    field.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        event.preventDefault();
        step(event.shiftKey ? -1 : 1);
      }
    });
    tools(pre).append(field, button('Previous', 'Previous hit', () => step(-1)), button('Next', 'Next hit', () => step(1)), count);
  };

  // A report may have thousands of texts: a text gets its tools when it is opened.
  document.addEventListener('toggle', event => {
    const pre = event.target.open && event.target.querySelector(':scope > pre');
    if (!pre || pre.dataset.ready) {
      return;
    }
    pre.dataset.ready = 'true';
    if ('trace' in pre.dataset) {
      const message = pre.closest('.attempt').querySelector('.message');
      const text = (message ? message.textContent + '\n' : '') + pre.textContent;
      tools(pre).append(button('Copy', 'Copy message and stack trace', async made => {
        made.value = (await copy(text)) ? 'Copied' : 'Not copied';
        setTimeout(() => { made.value = 'Copy'; }, 2000);
      }));
    } else if (pre.dataset.output === 'true') {
      searchIn(pre);
    }
  }, true);
})();
