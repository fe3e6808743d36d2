"use client";

import { Plus, X } from "lucide-react";
import { OPERATOR_WORDS } from "@/components/scopes/condition-words";
import { type DraftCondition, type DraftField, takesValue } from "@/components/scopes/scope-draft";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { operatorsOf } from "@/lib/kernel/check-literal";
import { toColumnType } from "@/lib/kernel/column-type";
import { OPERATORS, type Operator } from "@/lib/kernel/row-condition";

const CONDITIONS_MAX = 20;
const CASE_SUBJECT = "case.subject";
const TYPED = "typed";

/** Which rows a scope gives: conditions that must all hold. None means all rows. */
export function RowBoundBuilder({
  conditions,
  fields,
  onChange,
}: {
  conditions: readonly DraftCondition[];
  fields: readonly DraftField[];
  onChange: (next: DraftCondition[]) => void;
}) {
  const [first] = fields;
  const set = (key: string, change: Partial<DraftCondition>) =>
    onChange(conditions.map((each) => (each.key === key ? { ...each, ...change } : each)));
  return (
    <div className="space-y-2">
      {conditions.length === 0 && <p className="text-ink-muted text-sm">No bound: all rows of the dataset.</p>}
      <ul className="space-y-2">
        {conditions.map((condition, index) => (
          <li key={condition.key}>
            <ConditionRow
              number={index + 1}
              condition={condition}
              fields={fields}
              onChange={(change) => set(condition.key, change)}
              onRemove={() => onChange(conditions.filter((each) => each.key !== condition.key))}
            />
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        icon={<Plus aria-hidden />}
        disabledReason={
          conditions.length >= CONDITIONS_MAX ? `A scope has at most ${CONDITIONS_MAX} conditions.` : null
        }
        onClick={() => {
          if (first === undefined) return;
          const key = `new-${Date.now()}-${conditions.length}`;
          onChange([...conditions, { key, field: first.name, op: "eq", text: "", isCaseSubject: false }]);
        }}
      >
        Add a condition
      </Button>
    </div>
  );
}

function ConditionRow({
  number,
  condition,
  fields,
  onChange,
  onRemove,
}: {
  number: number;
  condition: DraftCondition;
  fields: readonly DraftField[];
  onChange: (change: Partial<DraftCondition>) => void;
  onRemove: () => void;
}) {
  const field = fields.find((each) => each.name === condition.field);
  const allowed = field === undefined ? OPERATORS : operatorsOf(toColumnType(field.dataType));
  const name = `condition ${number}`;
  const chooseField = (next: string) => {
    const type = toColumnType(fields.find((each) => each.name === next)?.dataType ?? "");
    const op = operatorsOf(type).includes(condition.op) ? condition.op : (operatorsOf(type)[0] ?? "is_not_null");
    onChange({ field: next, op });
  };
  return (
    <div role="group" aria-label={`Condition ${number}`} className="flex flex-wrap items-center gap-2">
      <NativeSelect
        aria-label={`Field of ${name}`}
        value={condition.field}
        onChange={(event) => chooseField(event.target.value)}
        options={fields.map((each) => ({ value: each.name, label: each.name }))}
        className="min-w-0 max-w-56 flex-1 basis-40"
      />
      <NativeSelect
        aria-label={`Comparison of ${name}`}
        value={condition.op}
        onChange={(event) => onChange({ op: event.target.value as Operator })}
        options={allowed.map((op) => ({ value: op, label: OPERATOR_WORDS[op] }))}
        className="w-36"
      />
      {condition.op === "eq" && (
        <NativeSelect
          aria-label={`Kind of value of ${name}`}
          value={condition.isCaseSubject ? CASE_SUBJECT : TYPED}
          onChange={(event) => onChange({ isCaseSubject: event.target.value === CASE_SUBJECT })}
          options={[
            { value: TYPED, label: "this value" },
            { value: CASE_SUBJECT, label: "the case's customer" },
          ]}
          className="w-44"
        />
      )}
      {takesValue(condition.op) && !(condition.op === "eq" && condition.isCaseSubject) && (
        <span className="min-w-0 flex-1 basis-40">
          <Input
            aria-label={`Value of ${name}`}
            value={condition.text}
            onChange={(event) => onChange({ text: event.target.value })}
            placeholder={condition.op === "in" ? "DE, AT, CH" : field?.dataType}
            autoComplete="off"
          />
        </span>
      )}
      <IconButton label={`Remove ${name}`} icon={<X aria-hidden />} onClick={onRemove} />
    </div>
  );
}
