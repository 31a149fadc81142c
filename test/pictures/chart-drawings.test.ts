import { CHART_TYPES } from '@datakube/contract';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { drawingFile, drawingOf } from './chart-drawings.ts';

describe('drawings of charts', () => {
  for (const type of CHART_TYPES) {
    it(`${type} is drawn as it was; where it is meant: npm run pictures -- --accept`, async () => {
      assert.equal(await drawingOf(type), await readFile(drawingFile(type), 'utf8'));
    });
  }
});
