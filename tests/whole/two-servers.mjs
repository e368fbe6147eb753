// Signs in at one server, works there, and sees at the other, on a stream that is open already, what became of it.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const one = process.env.ENTENTE_ONE;
const two = process.env.ENTENTE_TWO;
const folder = process.env.ENTENTE_FOLDER;
const json = { 'Content-Type': 'application/json' };

async function signIn(server, email) {
  const answer = await fetch(`${server}/api/v1/sessions`, { method: 'POST', headers: json, body: JSON.stringify({ email, password: 'two-sides-one-map' }) });
  assert.equal(answer.status, 201);
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  const me = await answer.json();
  return {
    get: (at, path) => fetch(at + path, { headers: { Cookie: cookie } }),
    send: (at, method, path, body, more = {}) =>
      fetch(at + path, { method, headers: { Cookie: cookie, 'X-CSRF-Token': me.csrf, ...json, ...more }, body: body && JSON.stringify(body) }),
  };
}

/** An open event stream: what came so far, and whether it ended. */
async function listen(person, at) {
  const answer = await person.get(at, '/api/v1/events');
  assert.equal(answer.status, 200);
  const stream = { text: '', ended: false };
  (async () => {
    try {
      for await (const part of answer.body) stream.text += Buffer.from(part).toString();
    } catch {
      // The connection was cut, which is an end as well.
    }
    stream.ended = true;
  })();
  return stream;
}

/** Waits until it is so; two minutes are for slow machines. */
async function until(what, question) {
  for (let i = 0; i < 12_000; i++) {
    if (await question()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  assert.fail(what);
}

const anna = await signIn(one, 'anna.verbeke@aldermere.example');
const marcus = await signIn(two, 'marcus.whitfield@haldenclinical.example');
const list = await (await anna.get(one, '/api/v1/alliances')).json();
assert.equal(list.items.length, 1);
const alliance = list.items[0].id;
const base = `/api/v1/alliances/${alliance}`;

// A session is good on both, and both show the same.
const cards = await Promise.all([one, two].map(async (at) => (await anna.get(at, `${base}/scorecard`)).text()));
assert.equal(cards[0], cards[1]);
const card = JSON.parse(cards[0]);
const measure = card.themes[0].objectives[0].measures[0];

// A value entered at one is heard of and shown at the other.
const stream = await listen(marcus, two);
await until('no stream', () => stream.text.includes('open') || stream.text.length > 0);
stream.text = '';
const sent = [[{ measure: measure.id, period: '2010-Q1', value: 1, note: 'as counted', reason: 'Counted.' }], { 'Idempotency-Key': 'once' }];
let entered = await anna.send(one, 'POST', `${base}/observations`, ...sent);
if (entered.status === 400) {
  sent[0][0].period = '2010-01';
  entered = await anna.send(one, 'POST', `${base}/observations`, ...sent);
}
assert.equal(entered.status, 200);
const act = (await entered.json()).act;
await until('the other server was not heard', () => stream.text.includes(alliance));
const seen = await (await marcus.get(two, `/api/v1/measures/${measure.id}/observations`)).json();
assert.ok(seen.items.some((row) => row.note === 'as counted'));

// Sent again, to the other server: the same answer, no further act.
const size = async () => (await (await anna.get(one, `${base}/record?limit=1`)).json()).spaces[0].size;
const before = await size();
const again = await anna.send(two, 'POST', `${base}/observations`, ...sent);
assert.equal(again.headers.get('idempotency-replayed'), 'true');
assert.deepEqual((await again.json()).act, act);
assert.equal(await size(), before);

// What Anna's side keeps to itself is not there for Marcus, at either server.
const hidden = await anna.send(one, 'POST', `${base}/objectives`, {
  title: 'Ours alone', perspective: (await (await anna.get(one, `${base}/map`)).json()).lanes[0].id, theme: card.themes[0].id, private: true,
});
assert.equal(hidden.status, 201);
const id = (await hidden.json()).id;
for (const at of [one, two]) {
  assert.equal((await anna.get(at, `/api/v1/objectives/${id}?side=ours`)).status, 200);
  assert.equal((await marcus.get(at, `/api/v1/objectives/${id}?side=ours`)).status, 404);
}

// The record, its proof and a receipt, to be verified without the server.
const record = await anna.get(two, `${base}/record/export`);
assert.equal(record.status, 200);
writeFileSync(join(folder, 'record.jsonl'), await record.text());
const receipt = await anna.get(two, `/api/v1/acts/${act.id}/receipt`);
assert.equal(receipt.status, 200);
writeFileSync(join(folder, 'receipt.json'), await receipt.text());

// Signing out at one server ends the session at the other, and the stream that is open there.
const hers = await listen(anna, two);
assert.equal((await anna.send(one, 'DELETE', '/api/v1/sessions/current')).status, 204);
await until('the stream stayed open', () => hers.ended);
assert.equal((await anna.get(two, '/api/v1/me')).status, 401);
assert.equal(stream.ended, false);

// So does the loss of a role.
const admin = await signIn(one, 'anna.verbeke@aldermere.example');
const people = await (await admin.get(one, `${base}/people?limit=1000`)).json();
const other = people.items.find((item) => item.organisation_name.includes('Aldermere') && item.roles.includes('sponsor') && !item.roles.includes('alliance_manager'));
assert.ok(other, 'the sample has a sponsor');
const sponsor = await signIn(two, other.person.email);
const theirs = await listen(sponsor, two);
assert.equal((await sponsor.get(two, base)).status, 200);
assert.equal((await admin.send(one, 'PATCH', `${base}/members/${other.person.id}`, { state: 'suspended' }, { 'If-Match': '"1"' })).status, 200);
await until('the stream of one without rights stayed open', () => theirs.ended);
assert.equal((await sponsor.get(two, base)).status, 404);
process.exit(0);
