/** Collects what is wrong in a query, so that the caller sees all of it at once: JSON pointer, and what. */
export type ComplainAt = (pointer: string, message: string) => void;

/** Complaints about a part of the query, with pointers that begin there. */
export function within(place: string, complain: ComplainAt): ComplainAt {
  return (pointer, message) => complain(`${place}${pointer}`, message);
}
