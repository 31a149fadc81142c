export * from './controllers/language-controller.ts';
