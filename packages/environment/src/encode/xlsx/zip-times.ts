const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;

/**
 * Gives every file in a ZIP archive the same time, so that the same answer is the same bytes whenever it is made.
 *
 * @param archive without a comment at its end; changed in place
 * @throws Error when it is no such archive
 */
export function setZipTimes(archive: Uint8Array, time: Date): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error('No ZIP archive');
  const stamp = dosTime(time);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(entry + 12, stamp, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, stamp, true);
    const names = view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true);
    entry += 46 + names + view.getUint16(entry + 32, true);
  }
}

/** Two seconds to the step, from 1980. */
function dosTime(time: Date): number {
  const day =
    ((time.getUTCFullYear() - 1980) << 25) | ((time.getUTCMonth() + 1) << 21) | (time.getUTCDate() << 16);
  const second = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  return (day | second) >>> 0;
}
