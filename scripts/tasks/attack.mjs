import '../../packages/disclosure/src/command-line/attack.ts';
