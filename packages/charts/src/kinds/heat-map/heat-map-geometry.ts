/** Space between squares. */
const gap = 2;
const rowHeight = 30;
const lowRowHeight = 24;
/** More rows than this are drawn lower: still high enough for a finger. */
const manyRows = 12;
/** From one turned name to the next, so that they do not touch: a line of text, seen at 45 degrees. */
const turnedRoom = 17;
const diagonal = Math.SQRT1_2;
const keyPitch = 34;

/** How the names of the columns are written: level, or turned by 45 degrees where they have not the room. */
export interface ColumnName {
  readonly column: number;
  readonly x: number;
}

export interface HeatMapGeometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  /** From one square to the next. */
  readonly stepX: number;
  readonly stepY: number;
  /** Size of a square. */
  readonly cell: { readonly width: number; readonly height: number };
  readonly turned: boolean;
  /** Columns whose name is written, and where: over the middle of the column. */
  readonly names: readonly ColumnName[];
  /** The most a column's name may measure, along itself. */
  readonly nameRoom: number;
  /** True where the numbers fit in the squares. All of them or none: the place of a number must say nothing. */
  readonly numbers: boolean;
  /** The top of the key of classes. */
  readonly key: number;
}

/** Room that texts need, in pixels: measured by the caller, so that geometry knows no fonts. */
export interface HeatMapRoom {
  readonly width: number;
  readonly rows: number;
  readonly columns: number;
  /** Of the widest name of a row. */
  readonly rowNames: number;
  /** Of each name of a column. */
  readonly columnNames: readonly number[];
  /** Of the widest number shown. */
  readonly values: number;
  /** Lines the key of classes needs. */
  readonly keyLines: number;
}

/** A grid that fills its width. No number has a say in it but the width of the widest one shown. */
export function heatMapGeometry(room: HeatMapRoom): HeatMapGeometry {
  const columns = Math.max(1, room.columns);
  const beside = room.rowNames + 8;
  const level = (room.width - beside) / columns;
  const turned = room.columnNames.some((name) => name > level - 4);
  const longest = room.columnNames.reduce((most, name) => Math.max(most, name), 0);
  const nameRoom = turned ? Math.min(longest, room.width < 480 ? 72 : 110) : level;
  // Turned names lean to the left, over the names of the rows, where there is nothing else.
  const lean = turned ? Math.min(room.width / 2, Math.min(room.columnNames[0] ?? 0, nameRoom) * diagonal) : 0;
  const left = Math.max(beside, lean);
  const stepX = (room.width - left) / columns;
  const every = turned ? Math.max(1, Math.ceil(turnedRoom / stepX)) : 1;
  const top = turned ? nameRoom * diagonal + 16 : 22;
  const stepY = room.rows > manyRows || room.width < 480 ? lowRowHeight + gap : rowHeight + gap;
  const bottom = top + stepY * room.rows;
  return {
    width: room.width,
    height: bottom + 10 + keyPitch * room.keyLines,
    left,
    top,
    bottom,
    stepX,
    stepY,
    cell: { width: Math.max(1, stepX - gap), height: stepY - gap },
    turned,
    names: [...room.columnNames.keys()]
      .filter((column) => column % every === 0)
      .map((column) => ({ column, x: left + stepX * (column + 0.5) - gap / 2 })),
    nameRoom,
    numbers: room.values + 6 <= stepX - gap,
    key: bottom + 12,
  };
}
