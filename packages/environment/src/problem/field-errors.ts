import type { FieldError } from '@datakube/contract';
import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

const MOST = 20;

/**
 * What a schema says is wrong, each with its place as a JSON pointer (RFC 6901). The messages are our own:
 * they name what is expected and never repeat what was sent.
 */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues.flatMap(errorsOf).slice(0, MOST);
}

function errorsOf(issue: Issue): FieldError[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ pointer: pointer(issue.path), message: messageOf(issue) }];
  return issue.keys.map((key) => ({
    pointer: pointer([...issue.path, key]),
    message: 'There is no such field',
  }));
}

function pointer(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `Missing: ${issue.expected} expected`
        : `Not of the type ${issue.expected}`;
    case 'too_big':
      return `At most ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'entries'}`;
    case 'too_small':
      return `At least ${issue.minimum} ${issue.origin === 'string' ? 'characters' : 'entries'}`;
    case 'invalid_format':
      return 'Not written as it should be';
    case 'invalid_value':
      return `One of ${issue.values.map(String).join(', ')}`;
    default:
      return 'Not valid';
  }
}
