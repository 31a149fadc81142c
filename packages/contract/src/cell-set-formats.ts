// Apart from the other formats: a browser reads these two, and need not load the names of the rest.

/** Formats that are decoded to a cell set, with their media types. */
export const CELL_SET_FORMATS = {
  json: 'application/json',
  arrow: 'application/vnd.apache.arrow.stream',
} as const;
