declare module 'virtual:datakube-elements' {
  const elements: readonly import('./element-doc.ts').ElementDoc[];
  export default elements;
}
