// Camera and dropping, where the browser can; the form below works without.
customElements.get("verify-drop") ?? customElements.define("verify-drop", class extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form"), file = form?.querySelector("input[type=file]");
    if (!file || this.ready) return;
    this.ready = true;
    const hint = document.createElement("p");
    hint.className = "small muted";
    hint.textContent = this.dataset.drop;
    file.closest(".field")?.append(hint);
    this.addEventListener("dragover", e => { e.preventDefault(); this.classList.add("over"); });
    this.addEventListener("dragleave", () => this.classList.remove("over"));
    this.addEventListener("drop", e => {
      e.preventDefault();
      this.classList.remove("over");
      if (!e.dataTransfer.files.length) return;
      file.files = e.dataTransfer.files;
      form.requestSubmit();
    });
    if ("BarcodeDetector" in window && navigator.mediaDevices) this.offerCamera(form);
  }

  disconnectedCallback() { this.stop(); }

  offerCamera(form) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-lg";
    button.textContent = this.dataset.scan;
    form.querySelector(".act-bar")?.append(button);
    button.addEventListener("click", () => this.scan(form, button));
  }

  async scan(form, button) {
    const video = document.createElement("video");
    video.muted = video.playsInline = true;
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      button.remove(); // no camera, or not allowed: the field and the file are still there
      return;
    }
    video.srcObject = this.stream;
    form.before(video);
    await video.play();
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    const look = async () => {
      if (!this.stream) return;
      for (const { rawValue } of await detector.detect(video)) {
        // Only the code is taken from what was read: no address of somebody else's is followed.
        const code = rawValue.match(/\/verify\/([0-9A-Za-z-]{14,20})$/)?.[1];
        if (code) { this.stop(); video.remove(); location.href = `/verify/${code}`; return; }
      }
      setTimeout(look, 250);
    };
    look();
  }

  stop() { this.stream?.getTracks().forEach(t => t.stop()); this.stream = null; }
});
