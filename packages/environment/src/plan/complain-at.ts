/** Collects what is wrong in a query, so that the caller sees all of it at once: JSON pointer, and what. */
export type ComplainAt = (pointer: string, message: string) => void;
