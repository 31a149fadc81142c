import { Query } from '@datakube/contract';
import { ROUTES } from '@datakube/contract/openapi';
import { answerName } from '../answers/kept-answers.ts';
import { record } from '../audit/record.ts';
import type { Answer } from '../encode/answer.ts';
import { describeAnswer, type Occasion } from '../encode/answer-meta.ts';
import { checkFormat } from '../encode/check-format.ts';
import { chooseFormat } from '../encode/choose-format.ts';
import { encode, type EncodedAnswer } from '../encode/encode.ts';
import { labelAxes } from '../encode/label-axes.ts';
import { authorise } from '../identity/authorise.ts';
import { waysFor } from '../outside/admission.ts';
import { findCuboid, type FoundCuboid } from '../outside/find-cuboid.ts';
import { chooseGreatest } from '../plan/choose-greatest.ts';
import { notReleased } from '../plan/plan.ts';
import { planQuery, withWaysOut } from '../plan/plan-query.ts';
import { slice } from '../plan/slice.ts';
import { Refusal } from '../problem/refusal.ts';
import type { ReleaseManifest } from '../release/release-store.ts';
import { readBody } from '../request/read-body.ts';
import { readSearch } from '../request/read-search.ts';
import type { Services } from '../services.ts';
import { currentRelease, findCube } from './find-cube.ts';
import type { RouteHandler } from './route-environment.ts';

/**
 * The life of a query: (identified already) authorise → plan → choose → slice → record → encode. What was asked before
 * is authorised, planned and recorded like any other, and then leaves as it was kept.
 */
export function query(services: Services): RouteHandler {
  const { answers, audit, clock, encodeBody, limits, version } = services;
  return async (context) => {
    const cube = findCube(services, context);
    const format = chooseFormat(context.req.query('format'), context.req.header('Accept'));
    const { id, roles } = context.get('user');
    let asked: Query | null = null;
    let manifest: ReleaseManifest | undefined;
    const note = (outcome: 'answered' | Refusal['code']): Promise<void> =>
      record(audit, {
        time: clock().toISOString(),
        requestId: context.get('requestId'),
        actor: id ?? 'anonymous',
        roles,
        cube: cube.definition.id,
        query: asked,
        release: manifest?.id ?? null,
        format,
        outcome,
      });
    let name: string | undefined;
    let answer: Answer | EncodedAnswer;
    try {
      authorise(context.get('user'), cube);
      readSearch(context.req.url, ROUTES.query.search);
      asked = await readBody(context.req.raw, Query, limits.body);
      manifest = await currentRelease(services, cube);
      const ways = services.outside ? waysFor(context.get('user'), cube) : [];
      const plan = planQuery(asked, cube, manifest, limits, ways);
      checkFormat(format, plan);
      const found = await findCuboid(plan, manifest, services);
      if (!found) throw withWaysOut(notReleased(), asked, cube, manifest, limits);
      const language = context.get('language');
      name = answerName({ query: asked, format, language, manifest, found });
      answer =
        (name === undefined ? undefined : answers.find(name)) ??
        (await cutAnswer({ plan, found, manifest, query: asked, version, language, time: clock() }));
    } catch (fault) {
      await note(codeOf(fault));
      throw fault;
    }
    await note('answered');
    if ('body' in answer) return leave(answer);
    try {
      const encoded = await encode(answer, format, encodeBody, context.req.raw.signal);
      if (name !== undefined) answers.keep(name, encoded);
      return leave(encoded);
    } catch (fault) {
      // It did not leave after all.
      await note(codeOf(fault));
      throw fault;
    }
  };
}

interface Cutting extends Omit<Occasion, 'table'> {
  readonly found: FoundCuboid;
}

async function cutAnswer({ plan, found, ...occasion }: Cutting): Promise<Answer> {
  const chosen = chooseGreatest(plan, found.table);
  const { table, flags } = slice(chosen, found.table);
  const meta = await describeAnswer({ ...occasion, plan: chosen, found, table });
  return { table, flags, axes: labelAxes(chosen, occasion.language), meta };
}

function leave({ body, headers }: EncodedAnswer): Response {
  return new Response(body, { headers });
}

function codeOf(fault: unknown): Refusal['code'] {
  return fault instanceof Refusal ? fault.code : 'ERR_INTERNAL';
}
