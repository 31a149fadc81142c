import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_260_731) });

export * from 'fast-check';
export default fc;
