/**
 * Positions of siblings: fractions of base 62, as text in byte order, never ending in `0`. Between any two there is
 * another, so that moving one node sets one field.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** @param {string} text @param {number} at the digit there, 0 behind the end */
const digitAt = (text, at) => (at < text.length ? DIGITS.indexOf(text[at]) : 0);

/**
 * A position between two, as short as can be.
 *
 * @param {string | undefined} low nothing: before all others
 * @param {string | undefined} high nothing: behind all others
 * @returns {string | undefined} nothing where `low` does not come before `high`
 */
export function between(low = '', high = undefined) {
  if (high !== undefined && low >= high) return undefined;
  let position = '';
  // While true, the digits so far are those of `high`, and the next must not be greater than its next.
  let isBounded = high !== undefined;
  for (let at = 0; ; at++) {
    const least = digitAt(low, at);
    const most = isBounded ? digitAt(high, at) : DIGITS.length;
    if (most - least > 1) return position + DIGITS[(least + most) >> 1];
    position += DIGITS[least];
    if (most > least) isBounded = false;
  }
}

/**
 * The position of the `index`-th of `count` siblings that have none.
 *
 * @param {number} index from 0
 * @param {number} count
 */
export function spread(index, count) {
  let whole = DIGITS.length;
  let length = 1;
  while (whole < count + 1) {
    whole *= DIGITS.length;
    length++;
  }
  let number = Math.floor(((index + 1) * whole) / (count + 1));
  let position = '';
  for (let at = 0; at < length; at++) {
    position = DIGITS[number % DIGITS.length] + position;
    number = Math.floor(number / DIGITS.length);
  }
  return position.replace(/0+$/u, '');
}

/**
 * The order of siblings: by position, then by key.
 *
 * @param {(key: string) => string | string[] | undefined} positionOf
 * @returns {(one: string, other: string) => number}
 */
export const bySibling = (positionOf) => (one, other) => {
  const [left, right] = [positionOf(one) ?? '', positionOf(other) ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return one < other ? -1 : Number(one > other);
};
