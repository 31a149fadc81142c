import { DatakubeError, type DatakubeClient } from '@datakube/client';
import type { CellSet, Query } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { exampleAnswer, exampleClient } from '../../fixtures/example-client.ts';
import { exampleCube } from '../../fixtures/example-cube.ts';
import { until } from '../../fixtures/until.ts';
import { MemberDirectory } from './member-directory.ts';
import { QueryController, type Question } from './query-controller.ts';

const byYear: Query = { measures: ['persons'], columns: [{ dimension: 'time', level: 'year' }] };
const bySex: Query = { measures: ['persons'], rows: [{ dimension: 'sex', level: 'sex' }] };

function host(): ReactiveControllerHost & { drawn: number } {
  return {
    drawn: 0,
    addController() {},
    removeController() {},
    requestUpdate() {
      this.drawn += 1;
    },
    updateComplete: Promise.resolve(true),
  };
}

interface Asked {
  readonly query: Query;
  readonly signal: AbortSignal | undefined;
  answer(): void;
  fail(error: unknown): void;
}

/** A client whose every answer is given by hand. */
function byHand(): { client: DatakubeClient; asked: Asked[] } {
  const asked: Asked[] = [];
  const client = exampleClient({
    query: (_cube, query, options) =>
      new Promise<CellSet>((resolve, reject) =>
        asked.push({
          query,
          signal: options?.signal,
          answer: () => resolve(exampleAnswer(query, 'da')),
          fail: reject,
        }),
      ),
  });
  return { client, asked };
}

const another = { ...exampleCube, id: 'another' };

const question = (client: DatakubeClient, query: Query, more: Partial<Question> = {}): Question => ({
  client,
  cube: exampleCube,
  query,
  language: 'da',
  ...more,
});

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('asking', () => {
  it('asks the same question once, however it is written, and another again', () => {
    const { client, asked } = byHand();
    const controller = new QueryController(host());
    controller.ask(question(client, byYear));
    controller.ask(question(client, { ...byYear, rows: [], totals: false }));
    expect(asked).to.have.length(1);
    controller.ask(question(client, byYear, { language: 'en' }));
    controller.ask(question(client, byYear, { language: 'en', cube: another }));
    controller.ask(question(byHand().client, byYear, { language: 'en', cube: another }));
    expect(asked).to.have.length(3);
  });

  it('ends the older question when a newer comes, and keeps the answer of the newer alone', async () => {
    const { client, asked } = byHand();
    const controller = new QueryController(host());
    controller.ask(question(client, byYear));
    controller.ask(question(client, bySex));
    expect(asked.map(({ signal }) => signal?.aborted)).to.deep.equal([true, false]);
    asked[1]!.answer();
    asked[0]!.answer();
    await tick();
    expect(controller.answer?.query).to.equal(bySex);
    expect(controller.progress).to.deep.equal({ kind: 'answered' });
  });

  it('says nothing of the failure of a question nobody waits for', async () => {
    const { client, asked } = byHand();
    const controller = new QueryController(host());
    const failures: string[] = [];
    controller.onFailure = ({ code }) => failures.push(code);
    controller.ask(question(client, byYear));
    controller.ask(question(client, bySex));
    asked[0]!.fail(new DatakubeError('ERR_INTERNAL'));
    await tick();
    expect(failures).to.deep.equal([]);
    asked[1]!.fail(new DatakubeError('ERR_BUSY'));
    await tick();
    expect(failures).to.deep.equal(['ERR_BUSY']);
    expect(controller.progress).to.deep.include({ kind: 'failed' });
  });

  it('asks again only what was asked last, and nothing where nothing was', async () => {
    const { client, asked } = byHand();
    const controller = new QueryController(host());
    controller.again();
    expect(controller.progress).to.deep.equal({ kind: 'idle' });
    controller.ask(question(client, byYear));
    controller.ask(question(client, bySex));
    asked[1]!.fail(new DatakubeError('ERR_BUSY'));
    await tick();
    controller.again();
    expect(asked.map(({ query }) => query)).to.deep.equal([byYear, bySex, bySex]);
    asked[2]!.answer();
    await tick();
    expect(controller.answer?.cells.rows.length).to.equal(2);
  });

  it('keeps the last answer of a cube while it waits, when it is stopped and when something else fails', async () => {
    const { client, asked } = byHand();
    const drawing = host();
    const controller = new QueryController(drawing);
    controller.ask(question(client, byYear));
    asked[0]!.answer();
    await tick();
    const { answer, progress } = controller;
    expect(progress).to.deep.equal({ kind: 'answered' });
    controller.ask(question(client, bySex));
    expect(controller.answer).to.equal(answer);
    controller.stop();
    expect(asked[1]!.signal?.aborted).to.equal(true);
    expect([controller.answer, controller.progress.kind]).to.deep.equal([answer, 'stopped']);
    controller.fail(new DatakubeError('ERR_UNAVAILABLE'));
    expect([controller.answer, controller.progress.kind]).to.deep.equal([answer, 'failed']);
    expect(drawing.drawn).to.be.at.least(4);
  });

  it('never keeps the numbers of one cube for another', async () => {
    const { client, asked } = byHand();
    const controller = new QueryController(host());
    controller.ask(question(client, byYear));
    asked[0]!.answer();
    await tick();
    controller.ask(question(client, byYear, { cube: another }));
    expect(controller.answer).to.equal(null);
  });

  it('stops when it leaves the page, and asks anew when it is back', () => {
    const { client, asked } = byHand();
    const controller = new QueryController(host());
    controller.ask(question(client, byYear));
    controller.hostDisconnected();
    expect(asked[0]!.signal?.aborted).to.equal(true);
    controller.ask(question(client, byYear));
    expect(asked).to.have.length(2);
  });

  it('says once that it takes long, and not where the answer was quick', async () => {
    const { client, asked } = byHand();
    const controller = new QueryController(host());
    let slow = 0;
    controller.onSlow = () => (slow += 1);
    controller.ask(question(client, byYear));
    asked[0]!.answer();
    await tick();
    controller.ask(question(client, bySex));
    await until(() => slow > 0);
    expect(controller.progress).to.deep.equal({ kind: 'asking', slow: true });
    asked[1]!.answer();
    await tick();
    expect(controller.progress).to.deep.equal({ kind: 'answered' });
    expect(slow).to.equal(1);
  });
});

describe('what is here already', () => {
  const table: Query = {
    measures: ['persons'],
    rows: [{ dimension: 'residence', level: 'municipality', parents: true }],
    columns: [{ dimension: 'time', level: 'year' }],
    totals: true,
  };
  const swapped: Query = { ...table, rows: table.columns, columns: table.rows };

  it('is not asked for: swapping, leaving out and coarser levels are answered at once', async () => {
    const { client, asked } = byHand();
    const controller = new QueryController(host());
    controller.ask(question(client, table));
    asked[0]!.answer();
    await tick();
    const { at } = controller.answer!;
    for (const query of [swapped, { ...table, totals: false }, table]) {
      controller.ask(question(client, query));
      expect(controller.progress).to.deep.equal({ kind: 'answered' });
      expect(controller.answer?.query).to.equal(query);
      expect(controller.answer?.at).to.equal(at);
    }
    expect(asked).to.have.length(1);
    controller.ask(question(client, bySex));
    expect(controller.progress.kind).to.equal('asking');
    controller.ask(question(client, swapped));
    expect(asked[1]!.signal?.aborted).to.equal(true);
    expect(controller.progress).to.deep.equal({ kind: 'answered' });
  });

  it('is forgotten with the language, the release and the user it came to', async () => {
    const { client, asked } = byHand();
    const controller = new QueryController(host());
    const newer = { ...exampleCube, release: { ...exampleCube.release, id: 'newer' } };
    const changes: Partial<Question>[] = [{ language: 'en' }, { cube: newer }, { client: byHand().client }];
    for (const change of changes) {
      controller.ask(question(client, table));
      asked.at(-1)!.answer();
      await tick();
      controller.ask(question(client, swapped, change));
      expect(controller.progress.kind, JSON.stringify(Object.keys(change))).to.equal('asking');
    }
  });

  it('is asked for all the same when the user wants it again', async () => {
    const { client, asked } = byHand();
    const controller = new QueryController(host());
    controller.ask(question(client, table));
    asked[0]!.answer();
    await tick();
    controller.ask(question(client, swapped));
    controller.again();
    expect(asked.map(({ query }) => query)).to.deep.equal([table, swapped]);
  });
});

describe('names of members', () => {
  it('are fetched once for each dimension, and known from then on', async () => {
    const fetched: string[] = [];
    const plain = exampleClient();
    const client = exampleClient({
      members: (cube, dimension, ...rest) => {
        fetched.push(dimension);
        return plain.members(cube, dimension, ...rest);
      },
    });
    const directory = new MemberDirectory(host());
    directory.use(client, 'a');
    expect(directory.nameOf('sex', 'K', 'da')).to.equal('K');
    await Promise.all([directory.load('sex'), directory.load('sex'), directory.load('age')]);
    expect(fetched).to.deep.equal(['sex', 'age']);
    expect(directory.nameOf('sex', 'K', 'da')).to.equal('Kvinder');
    expect(directory.nameOf('sex', 'K', 'en')).to.equal('Women');
    expect(directory.nameOf('sex', 'gone', 'en')).to.equal('gone');
    expect(directory.levelOf('age', '80+')).to.equal('broad');
    expect(directory.levelOf('age', 'gone')).to.equal(undefined);
    directory.use(client, 'a');
    expect(directory.members('sex')).to.have.length(2);
    directory.use(client, 'b');
    expect(directory.members('sex')).to.deep.equal([]);
  });

  it('are asked for again after they could not be had', async () => {
    let there = false;
    const plain = exampleClient();
    const client = exampleClient({
      members: async (...asked) => {
        if (!there) throw new DatakubeError('ERR_BUSY');
        return plain.members(...asked);
      },
    });
    const directory = new MemberDirectory(host());
    directory.use(client, 'a');
    let failed = false;
    await directory.load('sex').catch(() => (failed = true));
    expect(failed).to.equal(true);
    there = true;
    expect(await directory.load('sex')).to.have.length(2);
  });

  it('that arrive late for another cube are not taken for those of this one', async () => {
    const arrivals: (() => void)[] = [];
    const plain = exampleClient();
    const client = exampleClient({
      members: async (...asked) => {
        await new Promise<void>((resolve) => arrivals.push(resolve));
        return plain.members(...asked);
      },
    });
    const directory = new MemberDirectory(host());
    directory.use(client, 'a');
    const late = directory.load('sex');
    directory.use(client, 'b');
    arrivals[0]!();
    await late;
    expect(directory.members('sex')).to.deep.equal([]);
  });
});
