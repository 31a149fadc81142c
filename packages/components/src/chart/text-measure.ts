/** Measures texts at 12 px in the type of an element, with a canvas that is never shown. */
export function textMeasure(element: Element): (text: string) => number {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return (text) => text.length * 7;
  pen.font = `12px ${getComputedStyle(element).fontFamily}`;
  return (text) => Math.ceil(pen.measureText(text).width);
}
