// A second verifier for receipts and exported records, written from RFC 6962, RFC 9162 and the C2SP formats alone, with
// nothing but Node's own library. Usage: node verify_record.mjs FILE [VERIFIER_KEY]…   Exit 0: right, 1: wrong.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = (leaf) => sha256(Buffer.from([0]), leaf);
const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);

function fail(why) {
  throw new Error(why);
}

function bytes(text) {
  const decoded = Buffer.from(text, 'base64');
  if (decoded.toString('base64') !== text) fail('not base64');
  return decoded;
}

function parseKey(text) {
  const [name, id, ...rest] = text.split('+');
  const key = bytes(rest.join('+'));
  if (key.length !== 33) fail('key length');
  if (sha256(`${name}\n`, key).subarray(0, 4).toString('hex') !== id) fail('key id');
  const prefix = Buffer.from('302a300506032b6570032100', 'hex'); // RFC 8410: an Ed25519 public key
  const object = createPublicKey({ key: Buffer.concat([prefix, key.subarray(1)]), format: 'der', type: 'spki' });
  return { text, name, id, type: key[0], object };
}

function openHead(note, origin, keys) {
  const middle = note.lastIndexOf('\n\n');
  if (middle < 0 || !note.endsWith('\n')) fail('not a note');
  const text = note.slice(0, middle + 1);
  const signers = new Set();
  for (const line of note.slice(middle + 2, -1).split('\n')) {
    const match = /^— ([^ +]+) (.+)$/.exec(line) ?? fail('signature line');
    const signature = bytes(match[2]);
    for (const key of keys) {
      if (key.name !== match[1] || key.id !== signature.subarray(0, 4).toString('hex')) continue;
      let message = text;
      let body = signature.subarray(4);
      if (key.type === 4) {
        message = `cosignature/v1\ntime ${body.readBigUInt64BE(0)}\n${text}`;
        body = body.subarray(8);
      }
      if (!verify(null, Buffer.from(message), key.object, body)) fail('wrong signature');
      signers.add(key.text);
    }
  }
  const lines = text.split('\n');
  if (lines[0] !== origin) fail('another origin');
  if (!/^(0|[1-9][0-9]*)$/.test(lines[1])) fail('size');
  const root = bytes(lines[2]);
  if (root.length !== 32) fail('root');
  return { size: Number(lines[1]), root, signers };
}

// RFC 9162, 2.1.3.2.
function rootFromInclusion(hash, index, size, proof) {
  let node = index;
  let last = size - 1;
  for (const sibling of proof) {
    if (last === 0) fail('proof too long');
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) fail('proof too short');
  return hash;
}

function checkLeaf(leaf, index, origin) {
  const content = JSON.parse(leaf.toString('utf8'));
  if (content.index !== index) fail(`leaf ${index} calls itself ${content.index}`);
  if (!origin.endsWith(`/${content.space}`)) fail('leaf of another space');
  return content;
}

function checkWho(who, content) {
  if (!who) return;
  // HMAC-SHA-256, RFC 2104.
  const block = Buffer.alloc(64);
  bytes(who.salt).copy(block);
  const inner = sha256(block.map((b) => b ^ 0x36), `${who.person}\n${who.name}`);
  const expected = sha256(block.map((b) => b ^ 0x5c), inner).toString('hex');
  if (content.person !== expected) fail('another person');
}

function receipt(file, trusted) {
  const keys = [...trusted, ...file.keys.map(parseKey), ...file.witnesses.map(parseKey)];
  const accepted = trusted.length > 0 ? trusted : [parseKey(file.keys[0])];
  const leaf = bytes(file.leaf);
  checkWho(file.who, checkLeaf(leaf, file.index, file.origin));
  const head = openHead(file.head, file.origin, keys);
  if (!accepted.some((key) => head.signers.has(key.text))) fail('not signed by a trusted key');
  if (file.index >= head.size) fail('leaf beyond the head');
  const root = rootFromInclusion(leafHash(leaf), file.index, head.size, file.proof.map(bytes));
  if (!root.equals(head.root)) fail('the leaf is not under the head');
}

async function record(path, trusted) {
  const peaks = []; // [height, hash]
  let size = 0;
  let header;
  let keys;
  let accepted;
  let ended = false;
  const successors = [];
  const root = () => {
    if (peaks.length === 0) return sha256('');
    return peaks.map((peak) => peak[1]).reduceRight((right, left) => nodeHash(left, right));
  };
  const head = (note) => {
    const opened = openHead(note, header.origin, keys);
    if (!keys.some((key) => key.type === 1 && opened.signers.has(key.text))) fail('unsigned head');
    if (opened.size !== size) fail('head of another size');
    if (!opened.root.equals(root())) fail('leaves do not fit the head');
    const isTrusted = accepted.some((key) => opened.signers.has(key.text));
    if (isTrusted) accepted.push(...successors.splice(0).map(parseKey));
    return isTrusted;
  };
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: 0 })) {
    if (ended) fail('more after the end');
    const row = JSON.parse(line);
    if (!header) {
      header = row;
      keys = [...trusted, ...row.keys.map(parseKey), ...row.witnesses.map(parseKey)];
      accepted = trusted.length > 0 ? [...trusted] : [parseKey(row.keys[0])];
      if (row.entente_record !== 1 || !row.origin.endsWith(`/${row.space}`)) fail('header');
    } else if (row.leaf !== undefined) {
      if (row.index !== size) fail(`leaf ${size} is missing`);
      const leaf = bytes(row.leaf);
      const content = checkLeaf(leaf, size, header.origin);
      checkWho(row.who, content);
      if (content.kind === 'record.key_changed') successors.push(content.after.key);
      let node = [0, leafHash(leaf)];
      while (peaks.length > 0 && peaks.at(-1)[0] === node[0]) node = [node[0] + 1, nodeHash(peaks.pop()[1], node[1])];
      peaks.push(node);
      ++size;
    } else if (row.head !== undefined) {
      head(row.head);
    } else {
      if (row.leaves !== size) fail('number of leaves');
      if (!head(row.last_head)) fail('last head not signed by a trusted key');
      ended = true;
    }
  }
  if (!ended) fail('cut off');
}

try {
  const [path, ...keyTexts] = process.argv.slice(2);
  const trusted = keyTexts.map(parseKey);
  const start = readFileSync(path, 'utf8').slice(0, 20);
  if (start.startsWith('{"entente_record"')) await record(path, trusted);
  else receipt(JSON.parse(readFileSync(path, 'utf8')), trusted);
  console.log('right');
} catch (error) {
  console.log(`wrong: ${error.message}`);
  process.exitCode = 1;
}
