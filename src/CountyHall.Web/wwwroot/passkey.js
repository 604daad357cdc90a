// Passkeys, where the browser has them: without this file, or without a passkey, the password form beside it does the same.
// <hall-passkey hidden data-options="/address" data-create?> holds one form with data-credential, a button data-ask and a line data-say.
customElements.define(
  'hall-passkey',
  class extends HTMLElement {
    connectedCallback() {
      if (!globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
      this.hidden = false;
      this.querySelector('[data-ask]').addEventListener('click', () => this.ask());
    }

    async ask() {
      const form = this.querySelector('form');
      const line = this.querySelector('[data-say]');
      const create = 'create' in this.dataset;
      line.textContent = '';
      try {
        const token = form.querySelector('[name="__RequestVerificationToken"]').value;
        const answer = await fetch(this.dataset.options, { method: 'POST', headers: { RequestVerificationToken: token }, credentials: 'same-origin' });
        if (!answer.ok) throw new Error(answer.status);
        const options = await answer.json();
        const credential = create
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        form.querySelector('[data-credential]').value = JSON.stringify(credential.toJSON());
        form.requestSubmit();
      } catch {
        line.textContent = this.dataset.failed;
      }
    }
  },
);
