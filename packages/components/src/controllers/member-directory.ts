import type { DatakubeClient } from '@datakube/client';
import type { Language, MemberEntry } from '@datakube/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Names and levels of members, fetched once for each dimension that needs them. */
export class MemberDirectory implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #client: DatakubeClient | null = null;
  #cube = '';
  #known = new Map<string, ReadonlyMap<string, MemberEntry>>();
  #asked = new Map<string, Promise<readonly MemberEntry[]>>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Says where members come from. Another cube or sign-in forgets all names. */
  use(client: DatakubeClient, cube: string): void {
    if (client === this.#client && cube === this.#cube) return;
    this.#client = client;
    this.#cube = cube;
    this.#known = new Map();
    this.#asked = new Map();
  }

  /** The members of a dimension in the order of the code list. Asked twice, fetched once. */
  load(dimension: string): Promise<readonly MemberEntry[]> {
    const asked = this.#asked.get(dimension);
    if (asked) return asked;
    const loading = this.#fetch(dimension);
    this.#asked.set(dimension, loading);
    return loading;
  }

  /** The members of a dimension where they have arrived. */
  members(dimension: string): readonly MemberEntry[] {
    return [...(this.#known.get(dimension)?.values() ?? [])];
  }

  nameOf(dimension: string, member: string, language: Language): string {
    return this.#known.get(dimension)?.get(member)?.name[language] ?? member;
  }

  levelOf(dimension: string, member: string): string | undefined {
    return this.#known.get(dimension)?.get(member)?.level;
  }

  async #fetch(dimension: string): Promise<readonly MemberEntry[]> {
    const known = this.#known;
    try {
      const { members } = (await this.#client?.members(this.#cube, dimension)) ?? { members: [] };
      known.set(dimension, new Map(members.map((member) => [member.code, member])));
      this.#host.requestUpdate();
      return members;
    } catch (error) {
      this.#asked.delete(dimension);
      throw error;
    }
  }
}
