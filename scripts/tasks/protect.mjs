import '../../packages/disclosure/src/command-line/protect.ts';
