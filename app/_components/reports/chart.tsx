import clsx from 'clsx';
import { scaleBand, scaleLinear, scalePoint } from 'd3-scale';
import { line, symbol, symbolCircle, symbolDiamond, symbolSquare } from 'd3-shape';
import type { ReactNode } from 'react';

/*
 * The one place that draws charts. Scales and paths are d3's (d3-scale, d3-shape: no DOM, so they run where the page is
 * rendered, and nothing of them reaches the browser). Every chart stands beside a table of the same figures, so that it
 * is hidden from screen readers; lines differ by their dashes and marks, not by colour alone.
 */

type Size = { width: number; height: number };

/** Charts are drawn once for wide and once for narrow places, so that their words keep their size. */
const WIDE: Size = { width: 960, height: 260 };
const NARROW: Size = { width: 340, height: 220 };

const MARGIN = { top: 14, right: 12, bottom: 28, left: 52 };
/** Room that a label below needs, in units of the drawing. */
const LABEL_ROOM = 76;

const LOOKS = [
  { line: 'stroke-accent', fill: 'fill-accent', dash: undefined, mark: symbolCircle },
  { line: 'stroke-warning', fill: 'fill-warning', dash: '7 4', mark: symbolSquare },
  { line: 'stroke-info', fill: 'fill-info', dash: '2 4', mark: symbolDiamond },
] as const;

type Drawn = { size: Size; className: string };

const Both = ({ children }: { children: (drawn: Drawn) => ReactNode }) => (
  <>
    {children({ size: WIDE, className: 'h-auto w-full max-sm:hidden' })}
    {children({ size: NARROW, className: 'h-auto w-full sm:hidden' })}
  </>
);

const Canvas = ({ size, className, children }: Drawn & { children: ReactNode }) => (
  <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true" className={clsx('overflow-visible', className)}>
    {children}
  </svg>
);

type AxisProps = { size: Size; ticks: readonly { at: number; label: string }[] };

const LeftAxis = ({ size, ticks }: AxisProps) => (
  <g>
    {ticks.map(({ at, label }) => (
      <g key={at} transform={`translate(0 ${at})`}>
        <line x1={MARGIN.left} x2={size.width - MARGIN.right} className="stroke-line" />
        <text x={MARGIN.left - 8} dy="0.32em" textAnchor="end" className="tabular fill-ink-soft text-xs">
          {label}
        </text>
      </g>
    ))}
  </g>
);

const BottomAxis = ({ size, ticks }: AxisProps) => (
  <g transform={`translate(0 ${size.height - 8})`}>
    {ticks.map(({ at, label }) => (
      <text key={at} x={at} textAnchor="middle" className="fill-ink-soft text-xs">
        {label}
      </text>
    ))}
  </g>
);

/** A line: its name, what it is at each part of the period, and what is said of it in the legend. */
export type Series = { label: string; values: readonly (number | null)[]; note?: string };

type LinesProps = {
  /** The parts of the period, as they are called under the chart. */
  parts: readonly string[];
  series: readonly Series[];
  /** A value as it stands at the axis and beside a mark. */
  format: (value: number) => string;
  /** Counts have no steps between whole numbers. */
  whole?: boolean;
};

const lookOf = (place: number) => LOOKS[place % LOOKS.length] ?? LOOKS[0];

const LinesDrawn = ({ parts, series, format, whole, ...drawn }: LinesProps & Drawn) => {
  const { size } = drawn;
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const x = scalePoint<number>()
    .domain(parts.map((_, place) => place))
    .range([MARGIN.left + 10, size.width - MARGIN.right - 10]);
  const y = scaleLinear()
    .domain([0, most])
    .nice(4)
    .range([size.height - MARGIN.bottom, MARGIN.top]);
  const ticks = y.ticks(4).filter((value) => !whole || Number.isInteger(value));
  const every = Math.ceil(parts.length / Math.max(1, Math.floor((size.width - MARGIN.left) / LABEL_ROOM)));
  const at = (place: number): number => x(place) ?? MARGIN.left;
  const path = line<{ place: number; value: number | null }>()
    .defined(({ value }) => value !== null)
    .x(({ place }) => at(place))
    .y(({ value }) => y(value ?? 0));
  return (
    <Canvas {...drawn}>
      <LeftAxis size={size} ticks={ticks.map((value) => ({ at: y(value), label: format(value) }))} />
      <BottomAxis
        size={size}
        ticks={parts.flatMap((label, place) => (place % every === 0 ? [{ at: at(place), label }] : []))}
      />
      {series.map(({ label, values }, index) => {
        const look = lookOf(index);
        const points = values.map((value, place) => ({ place, value }));
        return (
          <g key={label}>
            <path
              d={path(points) ?? ''}
              fill="none"
              strokeWidth={2}
              strokeDasharray={look.dash}
              className={look.line}
            />
            {points.map(({ place, value }) =>
              value === null ? null : (
                <path
                  key={place}
                  d={symbol(look.mark, parts.length > 40 ? 22 : 44)() ?? ''}
                  transform={`translate(${at(place)} ${y(value)})`}
                  className={look.fill}
                >
                  <title>{`${parts[place] ?? ''} · ${label} · ${format(value)}`}</title>
                </path>
              ),
            )}
          </g>
        );
      })}
    </Canvas>
  );
};

const Legend = ({ series }: Pick<LinesProps, 'series'>) => (
  <ul className="flex flex-wrap gap-x-6 gap-y-1.5 text-sm">
    {series.map(({ label, note }, index) => {
      const look = lookOf(index);
      return (
        <li key={label} className="flex items-center gap-2">
          <svg viewBox="0 0 34 12" width={34} height={12} aria-hidden="true">
            <line x1={1} x2={33} y1={6} y2={6} strokeWidth={2} strokeDasharray={look.dash} className={look.line} />
            <path d={symbol(look.mark, 44)() ?? ''} transform="translate(17 6)" className={look.fill} />
          </svg>
          <span>
            {label}
            {note ? <span className="tabular text-ink-soft"> · {note}</span> : null}
          </span>
        </li>
      );
    })}
  </ul>
);

/** How figures went over a period, as lines. */
export const Lines = (props: LinesProps) => (
  <div className="grid gap-3">
    <Legend series={props.series} />
    <Both>{(drawn) => <LinesDrawn {...props} {...drawn} />}</Both>
  </div>
);

type ColumnsProps = {
  bars: readonly { label: string; value: number }[];
  format: (value: number) => string;
};

const ColumnsDrawn = ({ bars, format, ...drawn }: ColumnsProps & Drawn) => {
  const { size } = drawn;
  const x = scaleBand<number>()
    .domain(bars.map((_, place) => place))
    .range([4, size.width - 4])
    .paddingInner(0.3);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ value }) => value))])
    .range([size.height - MARGIN.bottom, MARGIN.top + 14]);
  return (
    <Canvas {...drawn}>
      <line x1={0} x2={size.width} y1={y(0)} y2={y(0)} className="stroke-line-strong" />
      {bars.map(({ label, value }, place) => (
        <g key={label} transform={`translate(${x(place) ?? 0} 0)`}>
          <rect y={y(value)} width={x.bandwidth()} height={y(0) - y(value)} rx={3} className="fill-accent" />
          <text
            x={x.bandwidth() / 2}
            y={y(value) - 7}
            textAnchor="middle"
            className="tabular fill-ink text-sm font-semibold"
          >
            {format(value)}
          </text>
          <text x={x.bandwidth() / 2} y={size.height - 8} textAnchor="middle" className="fill-ink-soft text-xs">
            {label}
          </text>
        </g>
      ))}
    </Canvas>
  );
};

/** Amounts beside each other, in an order of their own. */
export const Columns = (props: ColumnsProps) => <Both>{(drawn) => <ColumnsDrawn {...props} {...drawn} />}</Both>;

const SHARE = {
  accent: 'fill-accent',
  positive: 'fill-positive',
  warning: 'fill-warning',
  danger: 'fill-danger',
} as const;

/** Amounts as parts of one bar; with `whole` the bar is as long as they are of it, else they fill it. */
export const ShareBar = ({
  amounts,
  whole,
}: {
  amounts: readonly { tone: keyof typeof SHARE; value: number }[];
  whole?: number;
}) => {
  const sum = amounts.reduce((all, { value }) => all + value, 0);
  const x = scaleLinear()
    .domain([0, Math.max(1, whole ?? sum)])
    .range([0, 200]);
  const from = amounts.map((_, place) => amounts.slice(0, place).reduce((all, { value }) => all + value, 0));
  return (
    <svg
      viewBox="0 0 200 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="mt-1.5 h-2 w-full min-w-24 rounded-full bg-sunken"
    >
      {amounts.map(({ tone, value }, place) => (
        // A hairline parts neighbours, so that they are told apart without their colours.
        <rect
          key={tone}
          x={x(from[place] ?? 0)}
          width={Math.max(0, x(value) - (place < amounts.length - 1 && value > 0 ? 1 : 0))}
          height={8}
          className={SHARE[tone]}
        />
      ))}
    </svg>
  );
};
