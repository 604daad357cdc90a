// Keys, sealing and upload on the pages of bidders and custodians. The cryptography is in bid.js; nothing here sends a private key or a plain file.
const bid = await import(new URL('bid.js', import.meta.url));

const save = (blob, name) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const fill = (text, ...values) => values.reduce((so, value, i) => so.replace(`{${i}}`, value), text);

// <hall-bid-keys data-holder>: makes keys, gives out the key file, and fills the field of the public keys in the form around it.
customElements.define(
  'hall-bid-keys',
  class extends HTMLElement {
    connectedCallback() {
      if (!globalThis.crypto?.subtle) return; // no secure connection: the field below still takes pasted keys
      this.hidden = false;
      const button = this.querySelector('[data-make]');
      button.addEventListener('click', () => this.make(button));
    }

    async make(button) {
      const [pass, again] = ['[data-pass]', '[data-again]'].map(s => this.querySelector(s));
      const line = this.querySelector('[data-say]');
      if ([...pass.value].length < 12) { line.textContent = this.dataset.short; pass.focus(); return; }
      if (pass.value !== again.value) { line.textContent = this.dataset.differ; again.focus(); return; }
      button.disabled = true;
      line.textContent = this.dataset.working;
      const keys = await bid.generateKeys();
      const file = await bid.protectKeys(keys, this.dataset.holder, pass.value);
      save(new Blob([file], { type: 'application/json' }), `${this.dataset.holder}-${(await bid.thumbprint(keys.signingKey)).slice(0, 8)}.key.json`);
      this.closest('form').querySelector('[data-public-keys]').value = JSON.stringify(await bid.publicKeys(keys));
      pass.value = again.value = '';
      line.textContent = this.dataset.made;
      button.disabled = false;
    }
  },
);

// <hall-bid-seal>: files → seal → trial opening → upload → receipt.
customElements.define(
  'hall-bid-seal',
  class extends HTMLElement {
    connectedCallback() {
      if (!globalThis.crypto?.subtle) return;
      this.hidden = false;
      this.words = JSON.parse(this.dataset.words);
      this.on('[data-seal]', 'click', () => this.seal());
      this.on('[data-send]', 'click', () => this.send());
      this.on('[data-ready]', 'change', () => this.takeReady());
      this.on('[data-sheet="price"]', 'input', () => {
        const fen = this.fen();
        this.querySelector('[data-capitals]').textContent = fen ? bid.capitals(fen) : '';
      });
    }

    on(selector, event, act) { this.querySelector(selector).addEventListener(event, act); }

    field(name) { return this.querySelector(`[data-sheet="${name}"]`).value.trim(); }

    /** The price in fen; none where it is not an amount. */
    fen() {
      const found = this.field('price').replace(/[,，\s]/g, '').match(/^(\d{1,12})(?:\.(\d{1,2}))?$/);
      return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null;
    }

    say(where, text) { this.querySelector(where).textContent = text; }

    word(code) { return this.words[code] ?? this.words.failed; }

    async seal() {
      const button = this.querySelector('[data-seal]');
      const line = text => this.say('[data-sealed]', text);
      const files = [...this.querySelectorAll('[data-files]')].flatMap(input => [...input.files].map(file => ({ part: input.dataset.files, file })));
      const [price, duration] = [this.fen(), Number(this.field('duration'))];
      const keyFile = this.querySelector('[data-key-file]').files[0];
      const pass = this.querySelector('[data-pass]');
      if (!files.some(f => f.part === 'price') || !files.some(f => f.part === 'technical')) return line(this.words['no-files']);
      if (!price) return line(this.words['no-price']);
      if (!Number.isInteger(duration) || duration < 1) return line(this.words['no-duration']);
      if (!this.field('projectLeader')) return line(this.words['no-leader']);
      if (!keyFile || !pass.value) return line(this.words['no-key']);
      button.disabled = true;
      try {
        line(this.words['opening-key']);
        const keys = await bid.loadKeyFile(keyFile, pass.value);
        const terms = await (await fetch(`/api/bidding/lots/${this.dataset.lot}/sealing`)).json();
        const sheet = { price, priceInCapitals: bid.capitals(price), duration, quality: this.field('quality'), projectLeader: this.field('projectLeader'), others: this.field('others') };
        const second = [...this.querySelectorAll('[data-second]:checked')].map(box => box.value);
        const recipients = [...new Set([keys.encryptionKey, ...second])];
        const { envelope, header } = await bid.seal(terms, this.dataset.code, sheet, files, keys, recipients, done => line(fill(this.words.sealing, Math.round(done * 100))));
        // The trial opening goes the whole way: from the key file to the bytes of every file.
        const opened = await bid.open(envelope, await bid.unwrapContentKey(header, keys), done => line(fill(this.words.trying, Math.round(done * 100))));
        for (const [place, { file }] of files.entries())
          if ((await bid.fileHash(file)) !== (await bid.fileHash(opened.files[place].blob))) throw new bid.BidError('failed');
        if (envelope.size > Number(this.dataset.largest)) throw new bid.BidError('too-large');
        pass.value = '';
        this.ready(envelope);
        const link = this.querySelector('[data-save]');
        link.hidden = false;
        link.href = URL.createObjectURL(envelope);
        link.download = `${this.dataset.lot}.bid`;
        line(fill(this.words.sealed, opened.files.length, opened.manifest.sheet.priceInCapitals));
      } catch (wrong) {
        line(this.word(wrong.code));
      } finally {
        button.disabled = false;
      }
    }

    ready(envelope) {
      this.envelope = envelope;
      this.querySelector('[data-send]').disabled = false;
    }

    async takeReady() {
      const file = this.querySelector('[data-ready]').files[0];
      if (!file) return;
      try {
        const { header } = await bid.readHeader(file);
        if (header.lot !== this.dataset.lot) return this.say('[data-sent]', fill(this.words['wrong-lot'], header.lot));
        if (file.size > Number(this.dataset.largest)) return this.say('[data-sent]', this.words['too-large']);
        this.say('[data-sent]', '');
        this.ready(file);
      } catch (wrong) {
        this.say('[data-sent]', this.word(wrong.code));
      }
    }

    async send() {
      const button = this.querySelector('[data-send]');
      const bar = this.querySelector('[data-progress]');
      const line = text => this.say('[data-sent]', text);
      button.disabled = true;
      bar.hidden = false;
      try {
        const sent = await bid.upload(this.dataset.lot, this.dataset.bidder, this.envelope, told => {
          if (told.state === 'waiting') return line(fill(this.words.waiting, told.seconds));
          bar.value = (told.sent * 100) / told.size;
          const left = told.speed > 0 ? (told.size - told.sent) / told.speed : 0;
          const slow = Date.now() + left * 1000 > Date.parse(this.dataset.until);
          line(fill(this.words.sending, Math.floor(bar.value), `${(told.speed / 1048576).toFixed(2)} MB`, `${Math.ceil(left)} s`) + (slow ? ` ${this.words['too-slow']}` : ''));
        });
        line(this.words.checking);
        const receipt = await bid.submit(sent.id);
        sent.forget();
        if (receipt.sha256 !== (await bid.fileHash(this.envelope))) return line(this.words['hash-differs']);
        line(this.words.submitted);
        location.href = `/bidding/lots/${this.dataset.lot}?bidder=${this.dataset.bidder}&done=submitted`;
      } catch (wrong) {
        // Refused and recorded: the page shows when it came, and the signed refusal.
        if (wrong.problem?.code === 'bid-too-late') location.href = `/bidding/lots/${this.dataset.lot}?bidder=${this.dataset.bidder}&refused=bid-too-late`;
        const english = document.documentElement.lang.startsWith('en');
        line(wrong.problem ? `${english ? wrong.problem.reasonEn : wrong.problem.title} ${english ? wrong.problem.remedyEn : wrong.problem.detail}` : this.word(wrong.code));
        button.disabled = false;
      }
    }
  },
);

// The time left, by the server's clock as the page was written.
for (const element of document.querySelectorAll('[data-until][data-left]')) {
  const end = Date.parse(element.dataset.until);
  const server = document.querySelector('[data-server-time]');
  const ahead = server ? Date.parse(server.dataset.serverTime) - Date.now() : 0;
  const tick = () => {
    const left = Math.floor((end - Date.now() - ahead) / 1000);
    const two = n => String(n).padStart(2, '0');
    element.textContent = left <= 0
      ? element.dataset.over
      : fill(element.dataset.left, `${Math.floor(left / 86400)} ${document.documentElement.lang.startsWith('en') ? 'd' : '天'} ${two(Math.floor(left / 3600) % 24)}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`);
    if (left > 0) setTimeout(tick, 1000);
  };
  tick();
}
