/**
 * A PNG file with a text in it that programs read and nobody sees: a chunk of the kind `iTXt`, before the last one.
 *
 * W3C, Portable Network Graphics (PNG) Specification (Third Edition), 11.3.3.4.
 */
export function withText(
  png: Uint8Array<ArrayBuffer>,
  keyword: string,
  text: string,
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  // Keyword, then: not compressed, by no method, in no language, with no other keyword.
  const data = encoder.encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(data.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4);
  chunk.set(data, 4);
  view.setUint32(data.length + 4, checksum(data));
  const end = png.length - END;
  const file = new Uint8Array(png.length + chunk.length);
  file.set(png.subarray(0, end));
  file.set(chunk, end);
  file.set(png.subarray(end), end + chunk.length);
  return file;
}

/** Length of the last chunk, which is empty. */
const END = 12;

/** CRC-32 as PNG has it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
