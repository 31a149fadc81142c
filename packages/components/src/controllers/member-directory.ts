import type { DatakubeClient } from '@datakube/client';
import type { Language, MemberEntry } from '@datakube/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far the members of a dimension have come: not asked for, on their way, here, or not to be had. */
export type MembersStanding = 'unasked' | 'asked' | 'here' | 'failed';

/** Names and levels of members, fetched once for each dimension that needs them. */
export class MemberDirectory implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #client: DatakubeClient | null = null;
  #cube = '';
  #known = new Map<string, ReadonlyMap<string, MemberEntry>>();
  #lists = new Map<string, readonly MemberEntry[]>();
  #asked = new Map<string, Promise<readonly MemberEntry[]>>();
  #failed = new Set<string>();

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
    this.#lists = new Map();
    this.#asked = new Map();
    this.#failed = new Set();
  }

  /** The members of a dimension in the order of the code list. Asked twice, fetched once. */
  load(dimension: string): Promise<readonly MemberEntry[]> {
    const asked = this.#asked.get(dimension);
    if (asked) return asked;
    const loading = this.#fetch(dimension);
    this.#asked.set(dimension, loading);
    return loading;
  }

  /** True when the members are here. A dimension whose names cannot be had shows its codes. */
  async tryLoad(dimension: string): Promise<boolean> {
    try {
      await this.load(dimension);
      return true;
    } catch {
      return false;
    }
  }

  /** The members of a dimension where they have arrived: the same list as long as they are the same. */
  members(dimension: string): readonly MemberEntry[] {
    return this.#lists.get(dimension) ?? NONE;
  }

  /** A failure draws nothing by itself: whoever asked for the members is told. */
  standing(dimension: string): MembersStanding {
    if (this.#lists.has(dimension)) return 'here';
    if (this.#failed.has(dimension)) return 'failed';
    return this.#asked.has(dimension) ? 'asked' : 'unasked';
  }

  nameOf(dimension: string, member: string, language: Language): string {
    return this.#known.get(dimension)?.get(member)?.name[language] ?? member;
  }

  levelOf(dimension: string, member: string): string | undefined {
    return this.#known.get(dimension)?.get(member)?.level;
  }

  async #fetch(dimension: string): Promise<readonly MemberEntry[]> {
    const [known, lists, asked, failed] = [this.#known, this.#lists, this.#asked, this.#failed];
    try {
      const { members } = (await this.#client?.members(this.#cube, dimension)) ?? { members: [] };
      known.set(dimension, new Map(members.map((member) => [member.code, member])));
      lists.set(dimension, members);
      failed.delete(dimension);
      this.#host.requestUpdate();
      return members;
    } catch (error) {
      asked.delete(dimension);
      failed.add(dimension);
      throw error;
    }
  }
}

const NONE: readonly MemberEntry[] = [];
