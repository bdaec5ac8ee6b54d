import type { ReactElement } from 'react';
import './flow.css';

const LANES = [
  { x: 90, name: 'Your app' },
  { x: 380, name: 'Your backend' },
  { x: 670, name: 'Alloy' },
] as const;

interface Step {
  from: 0 | 1 | 2;
  to: 0 | 1 | 2;
  text: string;
}

const STEPS: readonly Step[] = [
  { from: 0, to: 1, text: 'GET /api/alloy/token' },
  { from: 1, to: 2, text: 'API key: a token for this user?' },
  { from: 2, to: 1, text: 'JWT, lives one hour' },
  { from: 1, to: 0, text: '{ "token": "…" }' },
  { from: 0, to: 2, text: 'a click opens the modal with the token' },
  { from: 2, to: 0, text: 'installed, closed, or failed' },
];

const TOP = 64;
const GAP = 46;

/** Who asks whom for what, from the page's start to “Connected”. */
export function Flow(): ReactElement {
  const bottom = TOP + STEPS.length * GAP + 10;
  return (
    // A box that scrolls on a phone has to be in reach of the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <figure className="flow" aria-label="How it works" tabIndex={0}>
      <svg viewBox={`0 0 760 ${bottom + 20}`} role="img" aria-labelledby="flow-title">
        <title id="flow-title">
          Your app asks your backend for a token. Your backend asks Alloy with its API key and
          passes the token on. A click opens Alloy’s modal with the token, and Alloy tells your app
          how it ended.
        </title>
        <defs>
          <marker
            id="flow-head"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" className="flow-head" />
          </marker>
        </defs>
        {LANES.map(({ x, name }) => (
          <g key={name}>
            <rect x={x - 75} y={8} width={150} height={34} rx={8} className="flow-box" />
            <text x={x} y={30} textAnchor="middle" className="flow-name">
              {name}
            </text>
            <line x1={x} x2={x} y1={42} y2={bottom} className="flow-lane" />
          </g>
        ))}
        {STEPS.map(({ from, to, text }, index) => {
          const y = TOP + index * GAP + 18;
          const start = LANES[from].x;
          const end = LANES[to].x;
          const inset = end > start ? 6 : -6;
          return (
            <g key={text}>
              <line
                x1={start + inset}
                x2={end - inset}
                y1={y}
                y2={y}
                className="flow-arrow"
                markerEnd="url(#flow-head)"
              />
              <text x={(start + end) / 2} y={y - 8} textAnchor="middle" className="flow-text">
                {index + 1}. {text}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
