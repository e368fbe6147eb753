// Asks Sigstore's verifier of transparency logs about proofs, one JSON object a line on standard input:
// {"leaf":hex,"index":n,"size":n,"root":hex,"proof":[hex,…]}. Answers a line each: "right" or "wrong".
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
// The package gives out its whole verifier only; the part that we want is a file of it.
const { verifyMerkleInclusion } = require(join(dirname(require.resolve('@sigstore/verify')), 'tlog/merkle.js'));

const bytes = (hex) => Buffer.from(hex, 'hex');
const answers = [];
for await (const line of createInterface({ input: process.stdin })) {
  const { leaf, index, size, root, proof } = JSON.parse(line);
  try {
    verifyMerkleInclusion(
      { canonicalizedBody: bytes(leaf), inclusionProof: { logIndex: String(index), hashes: proof.map(bytes) } },
      { logSize: BigInt(size), logHash: bytes(root) },
    );
    answers.push('right');
  } catch {
    answers.push('wrong');
  }
}
console.log(answers.join('\n'));
