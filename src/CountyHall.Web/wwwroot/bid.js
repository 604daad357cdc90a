// Sealing and opening bids with the browser's own cryptography, as docs/trading/bid-envelope.md describes.
// Private keys and content never leave the device: this file sends nothing.
const FORMAT = 'countyhall-bid-1';
const KEY_FORMAT = 'countyhall-key-1';
const AES = 'AES-256-GCM';
const WRAP = 'HPKE base, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM';
const SIGNING = 'ECDSA P-256 SHA-256';
const PBKDF2 = 'PBKDF2-HMAC-SHA-256';
const ITERATIONS = 600000;
const CHUNK = 1 << 20;
const MAGIC = [0x43, 0x48, 0x42, 0x49, 0x44, 0x0d, 0x0a, 0x01];
const SPKI_POINT = 26; // a P-256 SubjectPublicKeyInfo of 91 bytes ends with the 65 bytes of its point

const { subtle } = globalThis.crypto;
const utf8 = new TextEncoder();
const bytesOf = text => utf8.encode(text);
const join = (...parts) => {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
};
const sha256 = async data => new Uint8Array(await subtle.digest('SHA-256', data));
const hex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
export const toBase64 = bytes => {
  let text = '';
  for (const b of bytes) text += String.fromCharCode(b);
  return btoa(text);
};
export const fromBase64 = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
const number32 = n => Uint8Array.of(n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);

/** What went wrong, by a name that the page has words for. */
export class BidError extends Error {
  constructor(code, detail) {
    super(detail ?? code);
    this.code = code;
  }
}

/** Thumbprint of a public key given in base64. */
export const thumbprint = async key => hex(await sha256(fromBase64(key)));

/** SHA-256 of a whole file, in hex: what the receipt states. */
export const fileHash = async blob => hex(await sha256(await blob.arrayBuffer()));

// ---- HPKE, RFC 9180 base mode ----

const KEM_SUITE = join(bytesOf('KEM'), Uint8Array.of(0, 0x10));
const HPKE_SUITE = join(bytesOf('HPKE'), Uint8Array.of(0, 0x10, 0, 1, 0, 2));

const hmac = async (key, data) => {
  // The web does not take an empty key; 32 zeros are the same key to HMAC.
  const imported = await subtle.importKey('raw', key.length ? key : new Uint8Array(32), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', imported, data));
};

const extract = (suite, salt, label, input) => hmac(salt, join(bytesOf('HPKE-v1'), suite, bytesOf(label), input));

const expand = async (suite, key, label, info, size) => {
  // One block of HKDF-Expand is enough: no part is longer than a hash.
  const labelled = join(Uint8Array.of(size >> 8, size & 255), bytesOf('HPKE-v1'), suite, bytesOf(label), info);
  return (await hmac(key, join(labelled, Uint8Array.of(1)))).slice(0, size);
};

const schedule = async (agreed, encapsulated, recipient, info) => {
  const shared = await expand(KEM_SUITE, await extract(KEM_SUITE, new Uint8Array(0), 'eae_prk', agreed), 'shared_secret', join(encapsulated, recipient), 32);
  const none = new Uint8Array(0);
  const context = join(Uint8Array.of(0), await extract(HPKE_SUITE, none, 'psk_id_hash', none), await extract(HPKE_SUITE, none, 'info_hash', info));
  const secret = await extract(HPKE_SUITE, shared, 'secret', none);
  const key = await subtle.importKey('raw', await expand(HPKE_SUITE, secret, 'key', context, 32), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return [key, await expand(HPKE_SUITE, secret, 'base_nonce', context, 12)];
};

const agree = async (key, point) => {
  const other = await subtle.importKey('raw', point, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
  return new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: other }, key, 256));
};

const pointOf = spki => fromBase64(spki).slice(SPKI_POINT);

const wrapTo = async (spki, info, plain) => {
  const oneTime = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const encapsulated = new Uint8Array(await subtle.exportKey('raw', oneTime.publicKey));
  const recipient = pointOf(spki);
  const [key, nonce] = await schedule(await agree(oneTime.privateKey, recipient), encapsulated, recipient, info);
  const wrapped = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain));
  return { key: await thumbprint(spki), encapsulated: toBase64(encapsulated), wrapped: toBase64(wrapped) };
};

const unwrap = async (box, keys, info) => {
  const encapsulated = fromBase64(box.encapsulated);
  try {
    const [key, nonce] = await schedule(await agree(keys.encryption, encapsulated), encapsulated, pointOf(keys.encryptionKey), info);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, fromBase64(box.wrapped)));
  } catch {
    throw new BidError('key-does-not-open');
  }
};

const keyInfo = async header => bytesOf(`${header.format} content-key\n${header.lot}\n${await thumbprint(header.signer)}`);

const shareInfo = async (header, index) =>
  bytesOf(`${header.format} share\n${header.lot}\n${await thumbprint(header.signer)}\n${index} of ${header.custodians.threshold}`);

/** The content key of an envelope, by its header (as an object or as JSON text) and the keys of <code>loadKeyFile</code>. */
export async function unwrapContentKey(header, keys) {
  if (typeof header === 'string') header = JSON.parse(header);
  const print = await thumbprint(keys.encryptionKey);
  const box = header.recipients.find(r => r.key === print);
  if (!box) throw new BidError('key-does-not-open');
  const contentKey = await unwrap(box, keys, await keyInfo(header));
  if ((await commitment(contentKey)) !== header.commitment) throw new BidError('key-does-not-open');
  return contentKey;
}

/** A custodian's share, { index, value }, by the header of an envelope and the keys of <code>loadKeyFile</code>. */
export async function unwrapShare(header, keys) {
  if (typeof header === 'string') header = JSON.parse(header);
  const print = await thumbprint(keys.encryptionKey);
  const box = header.custodians.shares.find(s => s.key === print);
  if (!box) throw new BidError('key-does-not-open');
  return { index: box.index, value: await unwrap(box, keys, await shareInfo(header, box.index)) };
}

// ---- shares ----

const multiply = (a, b) => {
  let product = 0;
  for (let bit = 0; bit < 8; bit++) {
    product ^= a & -((b >> bit) & 1);
    a = ((a << 1) ^ (0x1b & -((a >> 7) & 1))) & 0xff;
  }
  return product;
};

const split = (secret, threshold, count) => {
  const polynomial = [secret];
  while (polynomial.length < threshold) polynomial.push(crypto.getRandomValues(new Uint8Array(secret.length)));
  return Array.from({ length: count }, (_, place) =>
    secret.map((_, i) => polynomial.reduceRight((value, coefficient) => multiply(value, place + 1) ^ coefficient[i], 0)),
  );
};

// ---- keys ----

/** Two new key pairs; the private halves can be written into a key file and nowhere else. */
export async function generateKeys() {
  const signing = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const encryption = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  return {
    signing: signing.privateKey,
    encryption: encryption.privateKey,
    signingKey: toBase64(new Uint8Array(await subtle.exportKey('spki', signing.publicKey))),
    encryptionKey: toBase64(new Uint8Array(await subtle.exportKey('spki', encryption.publicKey))),
  };
}

/** What the hall registers: the public halves, and the proof that the private ones are here. */
export async function publicKeys(keys) {
  const proof = await sign(keys, bytesOf(`${KEY_FORMAT} register\n${keys.signingKey}\n${keys.encryptionKey}`));
  return { signingKey: keys.signingKey, encryptionKey: keys.encryptionKey, proof: toBase64(proof) };
}

const sign = async (keys, text) => new Uint8Array(await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.signing, text));

const derive = async (passphrase, salt, iterations) => {
  const words = await subtle.importKey('raw', bytesOf(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  return subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, words, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
};

const bound = file => bytesOf(`${KEY_FORMAT}\n${file.signingKey}\n${file.encryptionKey}`);

/** The text of a key file. */
export async function protectKeys(keys, holder, passphrase) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const inside = {
    signing: toBase64(new Uint8Array(await subtle.exportKey('pkcs8', keys.signing))),
    encryption: toBase64(new Uint8Array(await subtle.exportKey('pkcs8', keys.encryption))),
  };
  const key = await derive(passphrase, salt, ITERATIONS);
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: bound(keys) }, key, bytesOf(JSON.stringify(inside)));
  return JSON.stringify(
    {
      format: KEY_FORMAT,
      holder,
      signingKey: keys.signingKey,
      encryptionKey: keys.encryptionKey,
      derivation: { name: PBKDF2, iterations: ITERATIONS, salt: toBase64(salt) },
      nonce: toBase64(nonce),
      sealed: toBase64(new Uint8Array(sealed)),
    },
    null,
    2,
  );
}

/** The keys of a key file (a File, a Blob or its text). They can be used in this page and not be read out again. */
export async function loadKeyFile(file, passphrase) {
  let read;
  try {
    read = JSON.parse(typeof file === 'string' ? file : await file.text());
    if (read.format !== KEY_FORMAT || read.derivation.name !== PBKDF2) throw new Error();
  } catch {
    throw new BidError('key-file-unreadable');
  }
  const key = await derive(passphrase, fromBase64(read.derivation.salt), read.derivation.iterations);
  let inside;
  try {
    const opened = await subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(read.nonce), additionalData: bound(read) }, key, fromBase64(read.sealed));
    inside = JSON.parse(new TextDecoder().decode(opened));
  } catch {
    throw new BidError('wrong-passphrase');
  }
  return {
    holder: read.holder,
    signing: await subtle.importKey('pkcs8', fromBase64(inside.signing), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']),
    encryption: await subtle.importKey('pkcs8', fromBase64(inside.encryption), { name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']),
    signingKey: read.signingKey,
    encryptionKey: read.encryptionKey,
  };
}

// ---- the envelope ----

const commitment = async contentKey => hex(await sha256(join(bytesOf(`${FORMAT} commitment\n`), contentKey)));

const nonceOf = index => join(new Uint8Array(8), number32(index)); // an envelope has fewer than 2³² chunks

const associated = (hash, index, last) => join(hash, number32(index), Uint8Array.of(last ? 1 : 0));

/**
 * Seals files into an envelope (a Blob) and answers it with its content key.
 * @param terms what /api/bidding/lots/{number}/sealing gives
 * @param bidder unified social credit code
 * @param sheet { price (fen), priceInCapitals, duration, quality, projectLeader, others }
 * @param files [{ part: 'price' | 'technical' | 'business', file }]
 * @param recipients public encryption keys in base64 that may open it
 */
export async function seal(terms, bidder, sheet, files, keys, recipients, progress = () => {}) {
  const listed = [];
  for (const { part, file } of files) listed.push({ name: file.name, part, size: file.size, sha256: await fileHash(file) });
  const manifest = bytesOf(JSON.stringify({ lot: terms.lot, bidder, sheet, files: listed }));
  const content = new Blob([number32(manifest.length), manifest, ...files.map(f => f.file)]);

  const contentKey = crypto.getRandomValues(new Uint8Array(32));
  const header = {
    format: FORMAT,
    lot: terms.lot,
    contentSize: content.size,
    chunkSize: CHUNK,
    cipher: AES,
    wrap: WRAP,
    signing: SIGNING,
    signer: keys.signingKey,
    commitment: await commitment(contentKey),
    recipients: [],
    custodians: { panel: terms.panel, threshold: terms.threshold, shares: [] },
  };
  for (const key of recipients) header.recipients.push(await wrapTo(key, await keyInfo(header), contentKey));
  const seats = [...terms.custodians].sort((a, b) => a.index - b.index);
  const shares = split(contentKey, terms.threshold, seats.length);
  for (const [place, seat] of seats.entries())
    header.custodians.shares.push({ index: place + 1, ...(await wrapTo(seat.key, await shareInfo(header, place + 1), shares[place])) });

  const written = bytesOf(JSON.stringify(header));
  const hash = await sha256(written);
  const aes = await subtle.importKey('raw', contentKey, 'AES-GCM', false, ['encrypt']);
  const chunks = Math.max(1, Math.ceil(content.size / CHUNK));
  const parts = [Uint8Array.from(MAGIC), number32(written.length), written];
  const hashes = [bytesOf(`${FORMAT} content\n`)];
  for (let index = 0; index < chunks; index++) {
    const plain = await content.slice(index * CHUNK, (index + 1) * CHUNK).arrayBuffer();
    const cipher = await subtle.encrypt({ name: 'AES-GCM', iv: nonceOf(index), additionalData: associated(hash, index, index + 1 === chunks) }, aes, plain);
    hashes.push(await sha256(cipher));
    parts.push(new Blob([cipher])); // the browser may keep it on disk
    progress((index + 1) / chunks);
  }
  parts.push(await sign(keys, join(bytesOf(`${FORMAT} signature\n`), hash, await sha256(join(...hashes)))));
  return { envelope: new Blob(parts, { type: 'application/octet-stream' }), contentKey, header };
}

/** The header of an envelope, { header, hash, size }: size is where the sealed content begins. */
export async function readHeader(envelope) {
  const lead = new Uint8Array(await envelope.slice(0, 12).arrayBuffer());
  if (lead.length < 12 || MAGIC.some((b, i) => lead[i] !== b)) throw new BidError('not-sealed');
  const length = new DataView(lead.buffer).getUint32(8);
  const bytes = new Uint8Array(await envelope.slice(12, 12 + length).arrayBuffer());
  let header;
  try {
    if (length === 0 || length > 65536 || bytes.length < length) throw new Error();
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new BidError('envelope-unreadable');
  }
  if (header.format !== FORMAT || header.cipher !== AES || header.wrap !== WRAP || header.signing !== SIGNING) throw new BidError('envelope-unreadable');
  return { header, hash: await sha256(bytes), size: 12 + length };
}

/** Opens an envelope with its content key, checks every byte, and answers { header, manifest, files: [{ name, part, blob }] }. */
export async function open(envelope, contentKey, progress = () => {}) {
  const { header, hash, size } = await readHeader(envelope);
  if ((await commitment(contentKey)) !== header.commitment) throw new BidError('key-does-not-open');
  const chunks = Math.max(1, Math.ceil(header.contentSize / header.chunkSize));
  const end = size + header.contentSize + 16 * chunks;
  if (envelope.size !== end + 64) throw new BidError('envelope-unreadable');
  const aes = await subtle.importKey('raw', contentKey, 'AES-GCM', false, ['decrypt']);
  const hashes = [bytesOf(`${FORMAT} content\n`)];
  const parts = [];
  for (let index = 0, at = size; index < chunks; index++) {
    const next = Math.min(at + header.chunkSize + 16, end);
    const cipher = await envelope.slice(at, next).arrayBuffer();
    hashes.push(await sha256(cipher));
    try {
      parts.push(new Blob([await subtle.decrypt({ name: 'AES-GCM', iv: nonceOf(index), additionalData: associated(hash, index, index + 1 === chunks) }, aes, cipher)]));
    } catch {
      throw new BidError('envelope-altered');
    }
    at = next;
    progress((index + 1) / chunks);
  }
  const signer = await subtle.importKey('spki', fromBase64(header.signer), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  const signature = await envelope.slice(end).arrayBuffer();
  const signed = join(bytesOf(`${FORMAT} signature\n`), hash, await sha256(join(...hashes)));
  if (!(await subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, signer, signature, signed))) throw new BidError('envelope-altered');

  const content = new Blob(parts);
  const length = new DataView(await content.slice(0, 4).arrayBuffer()).getUint32(0);
  let manifest;
  try {
    manifest = JSON.parse(await content.slice(4, 4 + length).text());
    if (manifest.lot !== header.lot) throw new Error();
  } catch {
    throw new BidError('package-unreadable');
  }
  let at = 4 + length;
  const files = [];
  for (const file of manifest.files) {
    const blob = content.slice(at, at + file.size);
    if (blob.size !== file.size || (await fileHash(blob)) !== file.sha256) throw new BidError('package-unreadable');
    files.push({ name: file.name, part: file.part, blob });
    at += file.size;
  }
  if (at !== content.size) throw new BidError('package-unreadable');
  return { header, manifest, files };
}

// ---- amounts ----

/** 大写: an amount in fen as it is written on cheques and bids. */
export function capitals(fen) {
  const digits = '零壹贰叁肆伍陆柒捌玖';
  const yuan = Math.floor(fen / 100);
  const [jiao, cents] = [Math.floor(fen / 10) % 10, fen % 10];
  let text = '';
  if (yuan > 0) {
    const groups = [];
    for (let rest = yuan; rest > 0; rest = Math.floor(rest / 10000)) groups.push(rest % 10000);
    let zero = false;
    for (let group = groups.length - 1; group >= 0; group--) {
      const value = groups[group];
      let part = '';
      for (const [place, unit] of [[1000, '仟'], [100, '佰'], [10, '拾'], [1, '']]) {
        const digit = Math.floor(value / place) % 10;
        if (digit === 0) {
          zero = zero || text.length + part.length > 0;
          continue;
        }
        part += (zero ? '零' : '') + digits[digit] + unit;
        zero = false;
      }
      if (value > 0) text += part + ['', '万', '亿', '万亿'][group];
    }
    text += '元';
  }
  if (jiao === 0 && cents === 0) return `${text || '零元'}整`;
  if (jiao > 0) text += digits[jiao] + '角';
  else if (yuan > 0) text += '零';
  return cents > 0 ? `${text}${digits[cents]}分` : `${text}整`;
}

// ---- the way to the hall ----

const PIECE = 4 << 20;

/**
 * Uploads an envelope so that it goes on after the line broke, even after the page was closed.
 * @param tell receives { state, sent, size, speed (bytes a second), offset }
 * @returns the number of the upload
 */
export async function upload(lot, bidder, envelope, tell = () => {}, signal = undefined) {
  const mark = `bid-upload ${lot} ${bidder} ${envelope.size} ${hex(await sha256(await envelope.slice(0, 65536).arrayBuffer()))}`;
  const base = '/api/bidding/uploads/';
  const ask = async (address, options) => {
    for (let wait = 1; ; wait = Math.min(wait * 2, 10)) {
      try {
        const answer = await fetch(address, { credentials: 'same-origin', signal, ...options });
        if (answer.status < 500 && answer.status !== 429) return answer;
      } catch (broken) {
        if (signal?.aborted) throw broken;
      }
      tell({ state: 'waiting', seconds: wait });
      await new Promise(go => setTimeout(go, wait * 1000));
      if (options.method === 'PATCH') return null; // how far it is must be asked first
    }
  };
  const refused = async answer => {
    throw Object.assign(new BidError('refused'), { problem: await answer.json().catch(() => null), status: answer.status });
  };

  let id = localStorage.getItem(mark);
  let offset = 0;
  if (id) {
    const known = await ask(base + id, { method: 'HEAD' });
    if (known.ok) offset = Number(known.headers.get('Upload-Offset'));
    else id = null;
  }
  if (!id) {
    const begun = await ask(`/api/bidding/lots/${lot}/uploads?bidder=${bidder}`, { method: 'POST', headers: { 'Upload-Length': `${envelope.size}` } });
    if (!begun.ok) await refused(begun);
    id = begun.headers.get('Location').split('/').pop();
    localStorage.setItem(mark, id);
  }
  const began = performance.now();
  const from = offset;
  while (offset < envelope.size) {
    const piece = envelope.slice(offset, offset + PIECE);
    const answer = await ask(base + id, {
      method: 'PATCH',
      headers: { 'Upload-Offset': `${offset}`, 'Content-Type': 'application/offset+octet-stream' },
      body: piece,
    });
    if (answer?.ok) {
      offset = Number(answer.headers.get('Upload-Offset'));
    } else {
      if (answer && answer.status !== 409) await refused(answer);
      const known = await ask(base + id, { method: 'HEAD' });
      if (!known.ok) {
        localStorage.removeItem(mark);
        await refused(known);
      }
      offset = Number(known.headers.get('Upload-Offset'));
    }
    tell({ state: 'sending', sent: offset, size: envelope.size, speed: ((offset - from) * 1000) / Math.max(1, performance.now() - began) });
  }
  return { id, forget: () => localStorage.removeItem(mark) };
}

/** Hands an upload in and answers the receipt; where the answer is lost it is asked for again, and is the same receipt. */
export async function submit(id) {
  for (let wait = 1; ; wait *= 2) {
    try {
      const answer = await fetch(`/api/bidding/uploads/${id}/submit`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'Idempotency-Key': `bid-${id}` },
      });
      if (answer.status < 500 || wait > 30) {
        const told = await answer.json().catch(() => null);
        if (!answer.ok) throw Object.assign(new BidError('refused'), { problem: told, status: answer.status });
        return told;
      }
    } catch (broken) {
      if (broken instanceof BidError || wait > 30) throw broken;
    }
    await new Promise(go => setTimeout(go, wait * 1000));
  }
}
