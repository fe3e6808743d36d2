import type { Transaction } from "@/lib/db/client";
import { checkLiteral, operatorsOf } from "@/lib/kernel/check-literal";
import { toColumnType } from "@/lib/kernel/column-type";
import { DomainError } from "@/lib/kernel/domain-error";
import { refersToCase, type RowBoundCondition } from "@/lib/kernel/row-condition";
import type { ParsedScope } from "./scope-input";

const YEAR_MS = 366 * 86_400_000;

/** A condition that the source could not work out would close the scope at its first read: it is refused here. */
function assertConditionFits(condition: RowBoundCondition, dataType: string | undefined): void {
  const refuse = (sentence: string): never => {
    throw new DomainError("invalid_input", sentence, "rowBound");
  };
  const { field, op } = condition;
  if (dataType === undefined) return refuse(`The row bound names ${field}, which the dataset does not have.`);
  const type = toColumnType(dataType);
  const operators = operatorsOf(type);
  if (!operators.includes(op)) return refuse(`${field} can be compared with ${operators.join(", ")} only.`);
  if (!("value" in condition) || refersToCase(condition)) return;
  for (const literal of condition.op === "in" ? condition.value : [condition.value]) {
    const checked = checkLiteral(type, literal);
    if (!checked.ok) refuse(`The row bound's value for ${field} must be ${checked.must}.`);
  }
}

/** Checks a scope against the catalogue as it is now. Throws `invalid_input` naming the part that does not fit. */
export async function assertScopeFits(
  tx: Transaction,
  datasetId: string,
  scope: ParsedScope,
  now: Date,
): Promise<void> {
  if (scope.expiresAt <= now) throw new DomainError("invalid_input", "The expiry must lie in the future.", "expiresAt");
  if (scope.expiresAt.getTime() > now.getTime() + YEAR_MS) {
    throw new DomainError(
      "invalid_input",
      "The expiry must lie within a year: scopes are renewed, not forgotten.",
      "expiresAt",
    );
  }
  const known = await tx.purpose.findMany({ where: { code: { in: scope.purposes } }, select: { code: true } });
  const unknown = scope.purposes.find((code) => !known.some((purpose) => purpose.code === code));
  if (unknown !== undefined)
    throw new DomainError("invalid_input", "One of the purposes is not defined: define it first.", "purposes");

  const dataset = await tx.dataset.findUnique({
    where: { id: datasetId },
    select: { status: true, subjectKey: true, fields: { select: { name: true, status: true, dataType: true } } },
  });
  if (dataset === null) throw new DomainError("not_found", "There is no such dataset.", "datasetId");
  if (dataset.status === "vanished")
    throw new DomainError("conflict", "The dataset is gone from its source: run discovery.", "datasetId");
  const types = new Map(
    dataset.fields.filter((field) => field.status !== "vanished").map((field) => [field.name, field.dataType]),
  );
  const unknownField = Object.keys(scope.fields).find((field) => !types.has(field));
  if (unknownField !== undefined)
    throw new DomainError("invalid_input", `The dataset has no field ${unknownField}.`, "fields");
  if (scope.subjectsPerDayMax !== null && !types.has(dataset.subjectKey ?? "")) {
    throw new DomainError(
      "invalid_input",
      "The dataset names no data subject, so customers cannot be counted: set its subject key first.",
      "subjectsPerDayMax",
    );
  }
  if (scope.requiresCase && !types.has(dataset.subjectKey ?? "") && !scope.rowBound.some(refersToCase)) {
    throw new DomainError(
      "invalid_input",
      "The dataset names no data subject, so no case can be tied to it: set its subject key first.",
      "requiresCase",
    );
  }
  for (const condition of scope.rowBound) assertConditionFits(condition, types.get(condition.field));
}
