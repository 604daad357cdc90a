// The opening hall: live state, the clock that runs down, and decryption on the visitor's own device. The cryptography is in bid.js.
const beijingNow = () => {
  const clock = document.querySelector('[data-server-time]');
  return clock ? Date.parse(clock.dataset.serverTime) + performance.now() - (clock.openingSince ??= answered()) : Date.now();
};
const answered = () => performance.getEntriesByType('navigation')[0]?.responseStart ?? 0;

const face = left => {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  const two = n => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${hours ? `${hours}:` : ''}${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
};

// A region that somebody is filling in is left as it is; what was posted is answered by a whole page anyway.
const isBusy = region =>
  region.contains(document.activeElement) && document.activeElement.matches('input, textarea, select')
  || [...region.querySelectorAll('input, textarea')].some(i => (i.type === 'file' ? i.files.length > 0 : i.type !== 'hidden' && i.value !== i.defaultValue))
  || region.querySelector('form[data-sending]') !== null;

// <hall-opening data-events data-turn>: hears that there is a newer state, fetches this very page and puts in what has changed.
customElements.define(
  'hall-opening',
  class extends HTMLElement {
    connectedCallback() {
      this.turn = Number(this.dataset.turn);
      this.timer = setInterval(() => this.tick(), 250);
      if (!this.dataset.events) return;
      this.source = new EventSource(this.dataset.events);
      this.source.addEventListener('turn', event => this.hear(JSON.parse(event.data).turn));
      this.source.addEventListener('alive', event => this.hear(JSON.parse(event.data).turn));
      this.source.addEventListener('open', () => this.broken(false));
      this.source.addEventListener('error', () => this.broken(true));
    }

    disconnectedCallback() {
      clearInterval(this.timer);
      this.source?.close();
    }

    broken(is) {
      const line = this.querySelector('[data-broken]');
      line.hidden = !is;
      line.textContent = is ? this.dataset.lost : '';
    }

    async hear(turn) {
      if (turn <= this.turn) return;
      this.turn = turn;
      try {
        const answer = await fetch(`${location.pathname}?turn=${turn}`, { credentials: 'same-origin', headers: { Accept: 'text/html' } });
        if (!answer.ok || answer.redirected) return;
        this.take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      } catch {
        this.turn = Math.min(this.turn, turn - 1); // the next sign of life brings it again
      }
    }

    take(page) {
      for (const fresh of page.querySelectorAll('[data-live]')) {
        const here = document.getElementById(fresh.id);
        if (!here) continue;
        if (isBusy(here) && !this.mustGo(here, fresh)) continue;
        if (here.innerHTML === fresh.innerHTML) continue;
        here.replaceChildren(...fresh.childNodes);
      }
      // Regions that are new, or are no longer there, come with the whole page, unless somebody is writing.
      const ids = root => [...root.querySelectorAll('[data-live]')].map(e => e.id).join();
      if (ids(page) !== ids(document) && ![...document.querySelectorAll('[data-live]')].some(isBusy)) location.reload();
      const clock = document.querySelector('#live-head [data-server-time]');
      if (clock) clock.openingSince = performance.now();
      const first = document.querySelector('#live-board .facts li b');
      if (first) this.querySelector('[data-say]').textContent = document.querySelector('#jl')?.closest('section').querySelector('.facts li b')?.textContent ?? '';
    }

    // What was asked for is not to be done any more: a half-filled form must not stand there as if it could be sent.
    mustGo(here, fresh) {
      const ask = region => region.querySelector('.ask')?.textContent;
      return here.id === 'live-duty' && ask(here) !== ask(fresh);
    }

    tick() {
      const now = beijingNow();
      const clock = document.querySelector('#live-head [data-server-time]');
      if (clock?.openingSince !== undefined && clock.openingSince > 0) {
        const text = new Date(now + 8 * 3600e3).toISOString().slice(11, 19);
        const where = clock.querySelector('b');
        if (where && where.textContent !== text) where.textContent = text;
      }
      for (const element of document.querySelectorAll('[data-countdown]')) {
        const left = Date.parse(element.dataset.countdown) - now;
        const text = face(left);
        if (element.textContent !== text) element.textContent = text;
        for (const mark of [300, 60, 10])
          if (Math.ceil(left / 1000) === mark && this.said !== mark) {
            this.said = mark;
            this.querySelector('[data-say]').textContent = this.dataset.left.replace('{0}', text);
          }
        // Whatever the deadline changes is asked of the server, once.
        if (left <= 0 && !element.dataset.over) {
          element.dataset.over = '1';
          setTimeout(() => this.refresh(), 300);
        }
      }
    }

    async refresh() {
      const answer = await fetch(`${location.pathname}?turn=${this.turn}&at=${Date.now()}`, { credentials: 'same-origin' });
      if (answer.ok && !answer.redirected) this.take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    }
  },
);

// <hall-decrypt data-header data-share>: unwraps the content key, or a custodian's share, and sends nothing else.
customElements.define(
  'hall-decrypt',
  class extends HTMLElement {
    connectedCallback() {
      this.querySelector('form')?.addEventListener('submit', event => this.run(event));
    }

    async run(event) {
      const form = event.target;
      const field = form.querySelector('[name="content-key"]');
      if (field.value) return; // unwrapped: on its way
      event.preventDefault();
      event.stopImmediatePropagation();
      const words = JSON.parse(this.dataset.words);
      const say = text => (form.querySelector('[data-say]').textContent = text);
      const [file, pass] = [form.querySelector('[data-key-file]').files[0], form.querySelector('[data-pass]')];
      if (!file || !pass.value) return say(words.missing);
      const button = event.submitter;
      button.disabled = true;
      try {
        say(words.working);
        const bid = await import(new URL('bid.js', import.meta.url));
        const keys = await bid.loadKeyFile(file, pass.value);
        const answer = await fetch(this.dataset.header, { credentials: 'same-origin' });
        if (!answer.ok) throw Object.assign(new Error(), { told: (await answer.json().catch(() => null))?.detail });
        const header = await answer.text();
        const key = 'share' in this.dataset ? (await bid.unwrapShare(header, keys)).value : await bid.unwrapContentKey(header, keys);
        field.value = bid.toBase64(key);
        pass.value = '';
        say(words.sending);
        button.disabled = false;
        form.requestSubmit(button);
      } catch (trouble) {
        button.disabled = false;
        say(words[trouble.code] ?? trouble.told ?? words.failed);
      }
    }
  },
);

// <hall-share>: makes a share of randomness and its fingerprint; the share itself stays here.
customElements.define(
  'hall-share',
  class extends HTMLElement {
    connectedCallback() {
      if (!globalThis.crypto?.subtle) return;
      const button = this.querySelector('[data-make]');
      const [own, print] = ['[data-own]', '[name="commitment"]'].map(selector => this.querySelector(selector));
      const fingerprint = async () => {
        const numbers = own.value.split(/[./\s,]+/).filter(Boolean);
        if (!numbers.length || !numbers.every(n => /^\d+$/.test(n))) return (print.value = '');
        const canonical = `${numbers.map(BigInt).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join('.')}./`;
        const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
        print.value = [...new Uint8Array(hash)].map(b => b.toString(16).padStart(2, '0')).join('');
      };
      button.hidden = false;
      button.addEventListener('click', () => {
        own.value = [...crypto.getRandomValues(new Uint32Array(4))].map(n => String(n).padStart(10, '0')).join('').replace(/^0+/, '1');
        fingerprint();
      });
      own.addEventListener('input', fingerprint);
    }
  },
);

// <hall-rehearse>: seals a small invented file with the visitor's own keys and opens it again; nothing leaves the device.
customElements.define(
  'hall-rehearse',
  class extends HTMLElement {
    connectedCallback() {
      this.querySelector('[data-try]').addEventListener('click', event => this.run(event.target));
    }

    async run(button) {
      const words = JSON.parse(this.dataset.words);
      const say = text => (this.querySelector('[data-say]').textContent = text);
      const [file, pass] = [this.querySelector('[data-key-file]').files[0], this.querySelector('[data-pass]')];
      if (!file || !pass.value) return say(words.missing);
      button.disabled = true;
      try {
        say(words.working);
        const bid = await import(new URL('bid.js', import.meta.url));
        const [keys, custodian] = [await bid.loadKeyFile(file, pass.value), await bid.publicKeys(await bid.generateKeys())];
        const terms = { lot: 'E0000000000000000000000', panel: 'YL', threshold: 1, custodians: [{ index: 1, name: 'YL', key: custodian.encryptionKey }] };
        const sheet = { price: 100, priceInCapitals: bid.capitals(100), duration: 1, quality: 'YL', projectLeader: 'YL', others: '' };
        const small = new File([new Uint8Array(1000)], 'rehearsal.pdf');
        const sealed = await bid.seal(terms, 'YL', sheet, [{ part: 'price', file: small }], keys, [keys.encryptionKey]);
        const { header } = await bid.readHeader(sealed.envelope);
        await bid.open(sealed.envelope, await bid.unwrapContentKey(header, keys));
        say(words.done);
      } catch (trouble) {
        say(words[trouble.code] ?? words.failed);
      }
      pass.value = '';
      button.disabled = false;
    }
  },
);
