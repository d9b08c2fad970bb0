/**
 * Proof of work while somebody fills in a form: nothing is asked of the person, nothing of a third party, and without
 * it the service only waits longer. The scheme is ALTCHA's, version 2 (https://altcha.org/docs/v2/proof-of-work): the
 * first counter whose key, derived with PBKDF2, begins as the service asks.
 *
 * @typedef {{ algorithm: string, cost: number, keyLength: number, keyPrefix: string, nonce: string, salt: string }} Parameters
 * @typedef {{ parameters: Parameters, signature: string }} Challenge
 */

/** More tries than any service of ours asks for: then something is wrong, and the reader's battery is spared. */
const MOST_TRIES = 100_000;

/** @param {string} hex */
const bytesOf = (hex) => Uint8Array.from(hex.match(/../gu) ?? [], (pair) => parseInt(pair, 16));
/** @param {ArrayBuffer} bytes */
const hexOf = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The proof that goes into the field `altcha`.
 *
 * @param {Challenge} challenge
 * @returns {Promise<string>}
 * @throws when the challenge asks for what we do not have, or has no answer
 */
export async function prove(challenge) {
  const { algorithm, cost, keyLength, keyPrefix, nonce, salt } = challenge.parameters;
  if (algorithm !== 'PBKDF2/SHA-256') throw new Error(`no ${algorithm} here`);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: cost };
  const start = bytesOf(nonce);
  const password = new Uint8Array(start.length + 4);
  password.set(start);
  for (let counter = 0; counter < MOST_TRIES; counter++) {
    new DataView(password.buffer).setUint32(start.length, counter);
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
    const derivedKey = hexOf(await crypto.subtle.deriveBits(derivation, key, 8 * keyLength));
    if (derivedKey.startsWith(keyPrefix)) return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
  }
  throw new Error('no answer');
}

/**
 * Asks the service for a challenge and answers it; nothing where none is asked for, or where it cannot be done: on a
 * page that came without TLS browsers have no cryptography.
 *
 * @param {URL} address
 * @returns {Promise<string | undefined>}
 */
export async function proofFrom(address) {
  try {
    const answer = await fetch(address, { cache: 'no-store', credentials: 'omit' });
    return answer.status === 200 ? await prove(await answer.json()) : undefined;
  } catch {
    return undefined;
  }
}
