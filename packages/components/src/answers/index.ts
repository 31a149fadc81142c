export * from './known-answers.ts';
export * from './slice-answer.ts';
