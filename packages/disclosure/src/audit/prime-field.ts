/**
 * Two primes below 2^26, so that a product is exact in a double. What is determined over the rationals
 * can look free modulo p only if p divides a denominator; two primes make that remote, and whatever
 * looks determined by chance is only hidden better.
 */
export const PRIMES = [67_108_859, 67_108_837] as const;

/** a × b modulo the prime, for 0 ≤ a, b < prime. */
export function multiply(a: number, b: number, prime: number): number {
  const product = a * b;
  const rest = product - Math.floor(product / prime) * prime;
  return rest < 0 ? rest + prime : rest >= prime ? rest - prime : rest;
}

/** The number whose product with a is 1, by the extended Euclidean algorithm. */
export function inverse(a: number, prime: number): number {
  let [rest, divisor, x, y] = [prime, a, 0, 1];
  while (divisor > 1) {
    const quotient = Math.floor(rest / divisor);
    [rest, divisor] = [divisor, rest - quotient * divisor];
    [x, y] = [y, x - quotient * y];
  }
  return y < 0 ? y + prime : y;
}
