"use client";

import Link from "next/link";
import { Popover } from "radix-ui";
import { type KeyboardEvent, useRef, useState } from "react";
import { toOutcome } from "@/lib/kernel/vocabulary";
import { MatrixCellDetail } from "@/components/scopes/matrix-cell-detail";
import {
  type MatrixAgent,
  type MatrixCell,
  type MatrixCells,
  type MatrixField,
  NOT_GRANTED,
} from "@/components/scopes/matrix-types";
import { CategoryMark } from "@/components/ui/category-mark";
import { cn } from "@/components/ui/cn";
import { OutcomeMark } from "@/components/ui/outcome-mark";
import { TREATMENT_WORDS } from "@/components/ui/outcome-words";
import { StateBadge } from "@/components/ui/state-badge";

type Place = { row: number; column: number };

/**
 * A dataset's fields down, agents across, one of the five marks in each cell. A cell opens to say why. One cell is in the
 * tab order; the arrows, Home and End move between cells.
 */
export function ScopeMatrix({
  caption,
  fields,
  agents,
  cells,
  className,
}: {
  caption: string;
  fields: readonly MatrixField[];
  agents: readonly MatrixAgent[];
  cells: MatrixCells;
  className?: string | undefined;
}) {
  const grid = useRef<HTMLTableElement>(null);
  const anchor = useRef<HTMLButtonElement | null>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [isOpen, setOpen] = useState(false);
  const cellAt = (field: MatrixField, agent: MatrixAgent) => cells[field.id]?.[agent.id] ?? NOT_GRANTED;
  const openField = fields[place.row];
  const openAgent = agents[place.column];

  const move = (event: KeyboardEvent) => {
    const next = nextPlace(event, place, fields.length, agents.length);
    if (next === null) return;
    event.preventDefault();
    setPlace(next);
    grid.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.column}"]`)?.focus();
  };

  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Anchor virtualRef={anchor} />
      <div
        className={cn(
          "relative max-h-[max(24rem,calc(100dvh-14rem))] w-fit max-w-full overflow-auto rounded-xl border border-line bg-surface shadow-xs",
          className,
        )}
      >
        <table ref={grid} role="grid" className="border-separate border-spacing-0" onKeyDown={move}>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky start-0 top-0 z-20 min-w-40 border-line border-e border-b bg-canvas px-4 py-2 text-start align-bottom font-medium text-ink-muted text-xs xl:min-w-64"
              >
                Field
              </th>
              {agents.map((agent) => (
                <AgentHeader key={agent.id} agent={agent} />
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field, row) => (
              <tr key={field.id} className="group/row">
                <FieldHeader field={field} />
                {agents.map((agent, column) => (
                  <td
                    key={agent.id}
                    className="border-line border-b p-0 text-center group-last/row:border-b-0 group-hover/row:bg-hover"
                  >
                    <CellButton
                      cell={cellAt(field, agent)}
                      label={`${field.name} for ${agent.name}`}
                      place={`${row}-${column}`}
                      isTabbable={row === place.row && column === place.column}
                      isOpen={isOpen && row === place.row && column === place.column}
                      onFocus={() => setPlace({ row, column })}
                      onPress={(button) => {
                        anchor.current = button;
                        setPlace({ row, column });
                        setOpen(true);
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Popover.Portal>
        <Popover.Content
          aria-label="Why"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
          className="z-50 w-80 animate-pop-in rounded-lg border border-line-strong bg-raised p-4 shadow-md outline-none"
        >
          {openField && openAgent && (
            <MatrixCellDetail field={openField} agent={openAgent} cell={cellAt(openField, openAgent)} />
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function AgentHeader({ agent }: { agent: MatrixAgent }) {
  return (
    <th
      scope="col"
      className="sticky top-0 z-10 w-28 min-w-24 border-line border-b bg-canvas px-2 py-2 text-center align-bottom font-normal"
    >
      {agent.href === undefined ? (
        <span className="line-clamp-2 font-medium text-sm">{agent.name}</span>
      ) : (
        <Link href={agent.href} className="line-clamp-2 rounded-sm font-medium text-sm hover:underline">
          {agent.name}
        </Link>
      )}
      <StateBadge state={agent.state} isFrozen={agent.isFrozen} className="mt-1 gap-1.5 text-ink-muted text-xs" />
    </th>
  );
}

function FieldHeader({ field }: { field: MatrixField }) {
  return (
    <th
      scope="row"
      className="sticky start-0 z-10 h-10 max-w-40 border-line border-e border-b bg-surface px-4 text-start font-normal group-last/row:border-b-0 group-hover/row:bg-hover xl:max-w-72"
    >
      <span className="flex items-center gap-2">
        <CategoryMark category={field.category} form="icon" />
        {field.href === undefined ? (
          <span className="truncate font-mono text-sm">{field.name}</span>
        ) : (
          <Link href={field.href} className="truncate rounded-sm font-mono text-sm hover:underline">
            {field.name}
          </Link>
        )}
        {field.detail !== undefined && (
          <span className="ms-auto hidden truncate text-ink-faint text-xs xl:block">{field.detail}</span>
        )}
      </span>
    </th>
  );
}

function CellButton({
  cell,
  label,
  place,
  isTabbable,
  isOpen,
  onFocus,
  onPress,
}: {
  cell: MatrixCell;
  label: string;
  place: string;
  isTabbable: boolean;
  isOpen: boolean;
  onFocus: () => void;
  onPress: (button: HTMLButtonElement) => void;
}) {
  const outcome = cell.outcome ?? toOutcome(cell.treatment);
  const isUnused = cell.lastUsedAt === null;
  return (
    <button
      type="button"
      data-place={place}
      tabIndex={isTabbable ? 0 : -1}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onFocus={onFocus}
      onClick={(event) => onPress(event.currentTarget)}
      className={cn("relative flex h-10 w-full items-center justify-center -outline-offset-2", isOpen && "bg-active")}
    >
      <span className="sr-only">{label}: </span>
      <OutcomeMark
        outcome={outcome}
        form="icon"
        word={cell.outcome === undefined ? TREATMENT_WORDS[cell.treatment].word : undefined}
        className={cn(isUnused && "border-dashed")}
      />
      {isUnused && <span className="sr-only">, never used</span>}
    </button>
  );
}

function nextPlace(event: KeyboardEvent, { row, column }: Place, rows: number, columns: number): Place | null {
  const place = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    Home: { row: event.ctrlKey ? 0 : row, column: 0 },
    End: { row: event.ctrlKey ? rows - 1 : row, column: columns - 1 },
  }[event.key];
  if (place === undefined || !(event.target instanceof HTMLButtonElement)) return null;
  return { row: Math.min(Math.max(place.row, 0), rows - 1), column: Math.min(Math.max(place.column, 0), columns - 1) };
}
