// What a page gains when scripts run. Every page works without this file.

// 1. Keys: an element with data-key="F2" or "Ctrl+Enter" is clicked by that key.
addEventListener('keydown', event => {
  if (event.repeat || event.isComposing) return;
  const pressed = [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', event.key.length === 1 ? event.key.toUpperCase() : event.key]
    .filter(Boolean)
    .join('+');
  const target = [...document.querySelectorAll('[data-key]')].find(e => e.dataset.key === pressed && !isOff(e));
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.click();
});

const isOff = element => element.disabled || element.getAttribute('aria-disabled') === 'true';

addEventListener(
  'click',
  event => {
    const off = event.target.closest?.('[aria-disabled="true"]');
    if (off) event.preventDefault();
  },
  true,
);

// 2. One press, one post. A form that only hands out a file says data-again.
addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post' || 'again' in form.dataset) return;
  if ('sending' in form.dataset) return event.preventDefault();
  form.dataset.sending = '';
  event.submitter?.setAttribute('aria-busy', 'true');
  setTimeout(() => release(form), 15000);
});

const release = form => {
  delete form.dataset.sending;
  for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
};

addEventListener('pageshow', () => document.querySelectorAll('form[data-sending]').forEach(release));

// 3. The server's time runs on from the moment the page was answered. Only the server decides.
const answered = performance.getEntriesByType('navigation')[0]?.responseStart ?? 0;
const beijing = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const clocks = [...document.querySelectorAll('[data-server-time]')].map(element => ({ element, at: Date.parse(element.dataset.serverTime) }));

const tick = () => {
  for (const { element, at } of clocks) {
    const now = at + performance.now() - answered;
    const face = element.querySelector('b') ?? element;
    const text = beijing.format(now);
    if (face.textContent !== text) face.textContent = text;
    const off = Math.round(Math.abs(Date.now() - now) / 1000);
    let skew = element.querySelector('small');
    if (off > 2 && element.dataset.skew) {
      if (!skew) element.append(' ', (skew = document.createElement('small')));
      skew.textContent = element.dataset.skew.replace('{0}', off);
    } else skew?.remove();
  }
};
if (clocks.length) {
  tick();
  setInterval(tick, 250);
}

// 4. Drafts: a form with data-draft-save="/address" is posted there as it is typed. What could not be sent stays in this
// browser under the form's owner (data-draft-owner) and is put back and sent when the line is there again.
const prefix = 'draft:';
const month = 30 * 24 * 60 * 60 * 1000;

const draftKey = form => `${prefix}${form.dataset.draftOwner ?? ''}:${form.dataset.draftSave}`;

const typed = form =>
  [...form.elements]
    .filter(e => e.name && !e.disabled && !['hidden', 'password', 'file', 'submit', 'button'].includes(e.type))
    .filter(e => !['checkbox', 'radio'].includes(e.type) || e.checked)
    .map(e => [e.name, e.value]);

const putBack = (form, pairs) => {
  const values = new Map();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!field.name || ['hidden', 'password', 'file'].includes(field.type)) continue;
    const given = values.get(field.name);
    if (['checkbox', 'radio'].includes(field.type)) field.checked = given?.includes(field.value) ?? false;
    else if (given) field.value = given.shift() ?? field.value;
  }
};

const say = (form, state) => {
  const line = form.querySelector('[data-draft-state]');
  if (line) line.textContent = line.dataset[state] ?? '';
};

const save = async form => {
  const key = draftKey(form);
  const kept = JSON.stringify({ at: Date.now(), pairs: typed(form) });
  try {
    localStorage.setItem(key, kept);
  } catch {
    // A full or forbidden store: the server's copy is then the only one.
  }
  say(form, 'saving');
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  try {
    const answer = await fetch(form.dataset.draftSave, { method: 'POST', body, credentials: 'same-origin', redirect: 'error', keepalive: body.toString().length < 60000 });
    if (!answer.ok) throw new Error(answer.status);
    if (localStorage.getItem(key) === kept) localStorage.removeItem(key);
    say(form, 'saved');
  } catch {
    say(form, 'kept');
    form.dataset.unsent = '';
    return;
  }
  delete form.dataset.unsent;
};

for (const form of document.querySelectorAll('form[data-draft-save]')) {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, 800, form);
  };
  form.addEventListener('input', later);
  form.addEventListener('change', later);
  form.addEventListener('submit', () => clearTimeout(timer));
  addEventListener('online', () => 'unsent' in form.dataset && save(form));
  setInterval(() => 'unsent' in form.dataset && navigator.onLine && save(form), 20000);
  try {
    const kept = JSON.parse(localStorage.getItem(draftKey(form)));
    if (kept && Date.now() - kept.at < month) {
      putBack(form, kept.pairs);
      save(form);
    }
  } catch {
    localStorage.removeItem(draftKey(form));
  }
}

// Whoever signs out leaves nothing behind on a shared machine.
addEventListener('submit', event => {
  if ('clearDrafts' in event.target.dataset)
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
});

// 5. After a refused post the list of errors is where the reader should be.
document.querySelector('[data-focus]')?.focus();

// 6. A button with data-print opens the printer's dialogue; without script the browser's own key does.
addEventListener('click', event => event.target.closest?.('[data-print]') && print());
