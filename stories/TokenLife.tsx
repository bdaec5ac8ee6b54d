import type { ReactElement } from 'react';
import './token-life.css';

/** Where on the line a minute of the hour is, in the drawing's units. */
function at(minute: number): number {
  return 40 + minute * 11;
}

interface MomentProps {
  minute: number;
  label: string;
  detail: string;
  isBelow?: boolean;
}

function Moment({ minute, label, detail, isBelow = false }: MomentProps): ReactElement {
  const x = at(minute);
  const y = isBelow ? 176 : 62;
  const anchor = minute > 50 ? 'end' : 'start';
  return (
    <g>
      <line
        className="token-life-tick"
        x1={x}
        x2={x}
        y1={isBelow ? 126 : 70}
        y2={isBelow ? 146 : 94}
      />
      <text x={x} y={y - 16} textAnchor={anchor} className="token-life-label">
        {label}
      </text>
      <text x={x} y={y} textAnchor={anchor} className="token-life-detail">
        {detail}
      </text>
    </g>
  );
}

/** The life of a token as a drawing: one hour, its last minute and its last half minute. */
export function TokenLife(): ReactElement {
  return (
    <figure className="token-life">
      <svg viewBox="0 0 760 250" role="img" aria-labelledby="token-life-title">
        <title id="token-life-title">
          A token of one hour: fetched at minute 0, replaced at minute 59, handed out to nobody in
          its last 30 seconds. After sleep or a hidden page the next token comes at the return.
        </title>
        <rect
          className="token-life-fresh"
          x={at(0)}
          y={96}
          width={at(59) - at(0)}
          height={28}
          rx={4}
        />
        <rect className="token-life-due" x={at(59)} y={96} width={6} height={28} />
        <rect className="token-life-ended" x={at(59) + 6} y={96} width={6} height={28} />
        <rect className="token-life-fresh" x={at(59)} y={134} width={60} height={28} rx={4} />
        <Moment minute={0} label="mounted" detail="one request for all" />
        <Moment minute={22} label="a click" detail="opens in the same frame" />
        <Moment minute={59} label="59 min: the next one" detail="nobody re-renders" />
        <text x={at(28)} y={114} className="token-life-inside" textAnchor="middle">
          usable, by any clock
        </text>
        <Moment
          minute={8}
          label="refused by Alloy (401)"
          detail="replaced once, asked once more"
          isBelow
        />
        <Moment minute={34} label="hidden or asleep" detail="no request until the return" isBelow />
        <g className="token-life-key">
          <rect className="token-life-fresh" x={40} y={214} width={14} height={14} rx={2} />
          <text x={60} y={225}>
            usable
          </text>
          <rect className="token-life-due" x={150} y={214} width={14} height={14} rx={2} />
          <text x={170} y={225}>
            its last minute: being replaced
          </text>
          <rect className="token-life-ended" x={400} y={214} width={14} height={14} rx={2} />
          <text x={420} y={225}>
            its last 30 seconds: handed out to nobody
          </text>
        </g>
      </svg>
    </figure>
  );
}
