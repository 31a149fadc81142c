/** Something that an element has, and what it is for. */
export interface Named {
  readonly name: string;
  readonly description: string;
}

/** A property; `type` and `usual`, its value at first, as they are written in the source. */
export interface PropertyDoc extends Named {
  readonly type: string;
  readonly usual: string;
  /** Empty where there is none. */
  readonly attribute: string;
}

/** What an element is, as its doc comment says. */
export interface ElementDoc {
  readonly tagName: string;
  readonly summary: string;
  readonly description: string;
  readonly properties: readonly PropertyDoc[];
  readonly methods: readonly Named[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly parts: readonly Named[];
  readonly cssProperties: readonly Named[];
}
