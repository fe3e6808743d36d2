import { OpenCaseInput } from "@/lib/cases/case-input";
import { answer, id, object, type Schema, text, time, toBody, toInput } from "./openapi-parts";

export const CASE_SCHEMAS: Schema = {
  OpenCaseInput: toInput(OpenCaseInput),
  OpenedCase: object({
    caseId: text,
    token: { type: "string", description: "Shown once. The agent sends it in the header Gatehouse-Case." },
    expiresAt: time,
  }),
  ClosedCase: object({ caseId: text, closedAt: time }),
};

/** Where an agent sends the token of its case. */
export const caseHeader = {
  name: "Gatehouse-Case",
  in: "header",
  schema: text,
  description: "The token of a case that a dispatcher opened: rows are then those of its customer alone.",
};

const security = [{ dispatcherKey: [] }];

export const CASE_PATHS: Schema = {
  "/v1/cases": {
    post: {
      operationId: "openCase",
      summary: "A dispatcher opens a case",
      requestBody: toBody("OpenCaseInput"),
      security,
      responses: answer("OpenedCase", "It is open."),
    },
  },
  "/v1/cases/{id}/close": {
    post: {
      operationId: "closeCase",
      summary: "A dispatcher closes its case",
      parameters: [id],
      security,
      responses: answer("ClosedCase", "It is closed."),
    },
  },
};
