/** A box in pixels. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a label stands beside its dot. */
export const labelPlaces = ['right', 'left', 'above', 'below'] as const;
export type LabelPlace = (typeof labelPlaces)[number];

export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Of letters in the fonts of charts, as a share of their size; rather too wide than too narrow. */
const letterWidth = 0.6;

function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

function boxOf({ x, y, text }: Labelled, place: LabelPlace, size: number, radius: number): Box {
  const [width, half] = [[...text].length * size * letterWidth, size * 0.6];
  const gap = radius + 2;
  if (place === 'right')
    return { left: x + gap, right: x + gap + width, top: y - half, bottom: y + half };
  if (place === 'left')
    return { left: x - gap - width, right: x - gap, top: y - half, bottom: y + half };
  const middle = place === 'above' ? y - gap - half : y + gap + half;
  return { left: x - width / 2, right: x + width / 2, top: middle - half, bottom: middle + half };
}

/**
 * Where each label finds room, beside all dots and the labels before it; `null` where it finds none. The first ones
 * choose first.
 *
 * @param size of the letters, in pixels
 * @param radius of a dot
 */
export function placeLabels(
  points: readonly Labelled[],
  bounds: { readonly width: number; readonly height: number },
  size: number,
  radius: number,
): readonly (LabelPlace | null)[] {
  const dots = points.map(({ x, y }) => around(x, y, radius));
  const taken: Box[] = [];
  return points.map((point, i) => {
    const place = labelPlaces.find((each) => {
      const box = boxOf(point, each, size, radius);
      const inside =
        box.left >= 0 && box.top >= 0 && box.right <= bounds.width && box.bottom <= bounds.height;
      return (
        inside &&
        !taken.some((other) => overlaps(box, other)) &&
        !dots.some((dot, d) => d !== i && overlaps(box, dot))
      );
    });
    if (place === undefined) return null;
    taken.push(boxOf(point, place, size, radius));
    return place;
  });
}
